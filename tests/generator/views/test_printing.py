"""Printing with fewer steps gives what Jinja gives, and kept templates are only a shortcut."""
from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError

from macros.model.handbook import Handbook
from macros.views import printing, templates
from macros.views.printing import Compiled, QuickEnvironment
from tests.bodies import bodies


def test_jinja_as_it_comes_prints_the_same_pages(handbook: Handbook, monkeypatch: pytest.MonkeyPatch):
    ours = bodies(handbook)
    stock = Environment(**templates.HOW)
    monkeypatch.setattr(templates, "environment", lambda: stock)
    assert bodies(handbook) == ours


@pytest.mark.parametrize("source", [
    "{{ one }}", "{{ one ~ '<' }}", "{{ [one, 1, none] }}", "{{ shown(one) }}{{ shown(one, two='&') }}{{ shown(two=1, one=one) }}{{ shown(shown(one)) }}",
    "{% call around(one) %}<b>{{ one }}</b>{% endcall %}", "{{ one | upper }}{{ (one,) | join('&') }}", "{% set kept %}<i>{{ one }}</i>{% endset %}{{ kept }}",
    "{{ row.name }}{{ row['name'] }}{{ row.missing is defined }}{{ number.real }}", "{{ '%s' | format(one) }}",
])
def test_data_is_escaped_once_whatever_prints_it(source: str):
    macros = '{% macro shown(one, two="") %}<p>{{ one }}{{ two }}</p>{% endmacro %}{% macro around(one) %}<u>{{ one }}{{ caller() }}</u>{% endmacro %}'
    view = {"one": """<a title="x">&'""", "row": {"name": "<&>"}, "number": 3}
    one, other = (of(loader=DictLoader({"it": macros + source}), autoescape=True).get_template("it").render(view) for of in (Environment, QuickEnvironment))
    assert one == other and "<a" not in other


@pytest.mark.parametrize("source", ["{{ absent }}", "{{ row.absent }}", "{{ absent() }}", "{{ shown() }}"])
def test_what_is_not_there_is_a_mistake(source: str):
    environment = QuickEnvironment(
        loader=DictLoader({"it": "{% macro shown(one) %}{{ one }}{% endmacro %}" + source}), autoescape=True, undefined=templates.StrictUndefined,
    )
    with pytest.raises(UndefinedError):
        environment.get_template("it").render(row={})


def _printed(folder: Path, *sources: str) -> str:
    environment = QuickEnvironment(loader=DictLoader({"it": "{{ 1 }}"}), autoescape=True, bytecode_cache=Compiled(folder, *sources))
    return environment.get_template("it").render()


def _compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every template that is compiled from now on."""
    seen: list[str] = []
    generate = printing.QuickEnvironment._generate
    monkeypatch.setattr(printing.QuickEnvironment, "_generate", lambda *of, **how: (seen.append("it"), generate(*of, **how))[1])
    return seen


def test_a_template_is_compiled_once_until_the_code_that_reads_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    seen = _compilations(monkeypatch)
    code = tmp_path / "code.py"
    code.write_text("1")
    folder = tmp_path / "kept"
    assert [_printed(folder, str(code)) for _ in range(2)] == ["1", "1"] and len(seen) == 1
    code.write_text("2")
    assert _printed(folder, str(code)) == "1" and len(seen) == 2


def test_kept_templates_that_are_damaged_or_cannot_be_kept_are_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    seen = _compilations(monkeypatch)
    folder = tmp_path / "kept"
    _printed(folder)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for size in (0, 10, 30, 60, len(whole) - 3):
        seen.clear()
        file.write_bytes(whole[:size])
        assert [_printed(folder) for _ in range(2)] == ["1", "1"] and len(seen) == 1, f"cut to {size} bytes"
    (tmp_path / "file").write_text("")
    assert _printed(tmp_path / "file") == "1"
