"""The site as MkDocs builds it: macros in written pages, a mistake in the data, the same bytes each time."""
from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros.checks import RULES
from macros.commands import site_build
from macros.loading.folder import load
from macros.website.page_list import KINDS
from macros.words.languages import LANGUAGES
from tests.building import build


def strictly(root: Path, *arguments: str) -> subprocess.CompletedProcess:
    mkdocs = Path(sys.executable).with_name("mkdocs")
    return subprocess.run([str(mkdocs), "build", "--strict", *arguments], cwd=root, capture_output=True, text=True)


def test_macros_in_a_written_page_equal_the_generated_page_byte_for_byte(project):
    handbook = load(project / "data", RULES)
    ids = list(handbook.roles)
    for language in LANGUAGES:
        folder = project / "docs" / language / "notes"
        folder.mkdir()
        for id in ids:
            (folder / f"{id}.md").write_text(f'---\ntitle: A note\nrender_macros: true\n---\n{{{{ role_page("{id}", "{language}") }}}}\n')
    # Bare `mkdocs build --strict` must do, not only our command.
    built = strictly(project)
    assert built.returncode == 0, built.stderr
    for language in LANGUAGES:
        for id in ids:
            bodies = []
            for kind in ("roles", "notes"):
                page = (project / "site" / language / kind / id / "index.html").read_text(encoding="utf-8")
                page = re.sub(r'<nav class="jump".*?</nav>\n', "", page, flags=re.S)  # the site's own, as is the link that edits the page
                bodies.append(re.search(r'<article[^>]*id="content">\n(.*?)\n(?:<p class="actions edit">.*?)?\n?</article>', page, re.S)[1].strip())
            assert bodies[0] == bodies[1] and len(bodies[0]) > 500
    whole = "".join(path.read_text(encoding="utf-8") for path in (project / "site/en").rglob("index.html"))
    for hostile in ("|", "*", "{: .x }", "{{ 7*7 }}", "&lt;b&gt;", "&amp;amp;"):
        assert hostile in whole, hostile


def test_every_macro_fills_its_place_and_a_wrong_id_stops_the_build(project):
    handbook = load(project / "data", RULES)
    first = {kind: next(iter(handbook.of_kind(kind))) for kind in KINDS}
    calls = [f'{{{{ {name}_index("en") }}}}' for name in ("role", "competency", "kpi", "move", "practice")]
    calls += [f'{{{{ ladder("{first["tracks"]}", "en") }}}}', f'{{{{ kpi_table("{first["roles"]}", "en") }}}}']
    written(project, "all", "\n\n".join(calls))
    assert strictly(project).returncode == 0
    shown = (project / "site/en/notes/all/index.html").read_text(encoding="utf-8")
    assert "data-handbook" not in shown and shown.count("<h1") >= 4
    written(project, "all", '{{ role_page("nobody", "en") }}')
    built = strictly(project)
    assert built.returncode != 0 and "en/notes/all.md" in built.stderr and "nobody" in built.stderr
    written(project, "all", "nothing")


def written(project: Path, name: str, text: str) -> None:
    """Write a page by hand, in both languages: each links to the other."""
    for language in LANGUAGES:
        page = project / f"docs/{language}/notes/{name}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"---\ntitle: A note\nrender_macros: true\n---\n{text}\n")


def test_a_link_from_a_written_page_to_what_a_generated_page_lacks_stops_the_build(project):
    for target, said in (("../roles/index.md#nowhere", "en/notes/lost/index.html: ../../roles/#nowhere"), ("../roles/nobody.md", "'../roles/nobody.md'")):
        written(project, "lost", f"[lost]({target})")
        built = strictly(project)
        assert built.returncode != 0 and said in built.stderr and "Traceback" not in built.stderr
    written(project, "lost", "[not lost](../roles/index.md#by-stage)")
    assert strictly(project).returncode == 0


WRONG_MACROS = {
    '{{ nomacro("x") }}': "docs/en/notes/wrong.md:7\n  宏写错了：'nomacro' is undefined\n  A macro is wrong: 'nomacro' is undefined\n",
    '{{ house_style("zh" }}': "docs/en/notes/wrong.md:7\n  宏写错了：unexpected '}'",
    '{% if there("zzz") %}': "docs/en/notes/wrong.md:7\n",
    '{{ house_style("zz") }}': "docs/en/notes/wrong.md\n  宏写错了：没有“zz”这种语言\n  A macro is wrong: there is no language “zz”\n",
    '{{ house_style() }}': "the number of arguments of house_style is 1, not 0",
}


@pytest.mark.parametrize("call", WRONG_MACROS)
def test_a_wrong_macro_is_said_with_its_file_and_without_a_traceback(project, call):
    page = project / "docs/en/notes/wrong.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"---\ntitle: A note\nrender_macros: true\n---\n\nA line.\n{call}\n{'{% endif %}' if '%' in call else ''}\n")
    built = subprocess.run([sys.executable, "-m", "macros", "build"], cwd=project, capture_output=True, text=True)
    page.unlink()
    assert built.returncode == 1 and WRONG_MACROS[call] in built.stderr and "Traceback" not in built.stderr, built.stderr


WRONG_HEADERS = {
    "---\ntitle: [\nrender_macros: true\n---\ntext\n": "cannot be read",
    "---\ntitle: A note\nrender_macro: true\n---\ntext\n": "There is no “render_macro”",
    "---\ntitle: 5\n---\ntext\n": "title at the top of the page needs text",
    '---\ntitle: A note\nrender_macros: "yes"\n---\ntext\n': "render_macros at the top of the page needs true or false",
    '---\ntitle: A note\n---\n{{ role_index("en") }}\n': "would be shown as it stands",
    '---\ntitle: A note\n---\n{% if there("moves") %}text{% endif %}\n': "would be shown as it stands",
}


@pytest.mark.parametrize("text", WRONG_HEADERS)
def test_a_page_whose_header_is_wrong_or_whose_macros_are_left_stops_the_build(project, text):
    page = project / "docs/en/notes/wrong.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(text)
    built = strictly(project)
    page.unlink()
    assert built.returncode == 1 and f"docs/{page.relative_to(project / 'docs')}" in built.stderr, built.stderr
    assert WRONG_HEADERS[text] in built.stderr and "Traceback" not in built.stderr, built.stderr


def test_macros_may_be_shown_as_code(project):
    written(project, "code", "{% raw %}`{{ this }}`\n\n    {% that %}\n{% endraw %}")
    built = strictly(project)
    written(project, "code", "nothing")
    assert built.returncode == 0, built.stderr


def test_a_page_outside_both_languages_stops_the_build(project):
    page = project / "docs/lost.md"
    page.write_text("# Lost\n")
    built = strictly(project)
    assert built.returncode != 0 and "docs/lost.md belongs in docs/zh or docs/en" in built.stderr and "Traceback" not in built.stderr
    page.unlink()


def test_pages_of_an_earlier_build_are_gone(project):
    old = project / "site/en/roles/long-gone/index.html"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    assert strictly(project).returncode == 0
    assert not old.exists()


def test_a_mistake_in_data_stops_bare_mkdocs_without_a_traceback(project):
    file = project / "data/stages.yml"
    text = file.read_text()
    file.write_text(text + "surprise: yes\n")
    built = strictly(project)
    file.write_text(text)
    assert built.returncode != 0 and "surprise" in built.stderr and "Traceback" not in built.stderr


def test_the_same_input_gives_the_same_bytes(site, data, tmp_path):
    again = tmp_path / "again"
    build(data, again)
    compared = filecmp.dircmp(site, again)
    assert not differing(compared)


def test_the_day_on_which_it_is_built_is_in_no_byte(site, data, tmp_path):
    """Without SOURCE_DATE_EPOCH the handbook is as of the newest day in it, and MkDocs takes its own from the clock; here both are the former."""
    day = load(data, RULES).day
    build(data, tmp_path / "then", SOURCE_DATE_EPOCH=str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())))
    assert not differing(filecmp.dircmp(site, tmp_path / "then"))


def test_what_is_kept_of_earlier_builds_changes_no_byte(project, tmp_path):
    shutil.rmtree(project / ".cache", ignore_errors=True)
    for name in ("empty", "kept"):
        assert strictly(project, "--site-dir", str(tmp_path / name)).returncode == 0
    assert sorted(file.name for file in (project / ".cache/data").rglob("*") if file.is_file()) == ["documents", "readings", "styles", "verdicts"]
    assert not differing(filecmp.dircmp(tmp_path / "empty", tmp_path / "kept"))


def differing(compared: filecmp.dircmp) -> list[str]:
    """Names that differ between two folders, by content."""
    _, unequal, odd = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
    below = [name for inner in compared.subdirs.values() for name in differing(inner)]
    return [*compared.left_only, *compared.right_only, *unequal, *odd, *below]


@pytest.mark.parametrize(("said", "meant"), [(None, "asked"), ("", "asked"), ("always", "always"), ("never", "never")])
def test_the_setting_says_whether_devices_keep_pages(said, meant, monkeypatch):
    monkeypatch.setenv("HANDBOOK_OFFLINE", said) if said is not None else monkeypatch.delenv("HANDBOOK_OFFLINE", raising=False)
    assert site_build.keeps() == meant


def test_a_setting_for_devices_that_is_none_is_told_with_those_there_are(monkeypatch):
    monkeypatch.setenv("HANDBOOK_OFFLINE", "yes")
    with pytest.raises(PluginError, match="asked.*always.*never"):
        site_build.keeps()
