"""What is said of a KPI where it is used does not hold of the one that follows it: it stays behind, and people are told where."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.checks import RULES
from macros.commands.command_line import main
from macros.loading.folder import load
from macros.pages.competencies import competency
from macros.pages.kpis import kpi
from macros.views.reader import Reader
from tests.places import BAKERY

ROLE, PRACTICE = "roles/crust-brander.yml", "practices/baking-again.yml"
LINE = "  - kpi: flour-return\n    target: not-stated\n"
REMARK = """    serves: reference
    basis: example
    note:
      zh: 守则举它为例。
      en: The rules name it as an example.
    sources: [oven-book#2]
"""


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """The tiny handbook with another KPI like the return on flour, of which a role has a remark and a source."""
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    flour = (folder / "kpis/flour-return.yml").read_text(encoding="utf-8").partition("differs:")[0]
    coal = flour.replace("面粉回报", "炭的回报").replace("一元面粉", "一元炭").replace("Return on flour", "Return on coal").replace("of flour", "of coal")
    (folder / "kpis/coal-return.yml").write_text(f"{coal}sources: [oven-book#2]\n", encoding="utf-8")
    edit(folder, ROLE, LINE, LINE + REMARK)
    monkeypatch.setenv("HANDBOOK_DATA", str(folder))
    return folder


def edit(data: Path, file: str, old: str, new: str) -> None:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def said(*command: str) -> str:
    run = CliRunner().invoke(main, [*command, "--on", "2026-03-01", "--yes"])
    assert run.exit_code == 0, run.output
    return run.output


def test_remark_and_sources_stay_behind_and_are_listed_with_their_line(data):
    shown = said("retire", "kpi", "flour-return", "--by", "coal-return")
    (line,) = load(data, RULES).roles["crust-brander"].kpis
    assert (line.kpi, line.serves, line.basis, line.note, line.sources) == ("coal-return", "reference", "editorial", None, ())
    assert "Places that rest on what documents say of “flour-return”, which was not handed on" in shown
    assert ("  data/roles/crust-brander.yml:25  kpis[0]  oven-book#2\n    守则举它为例。\n    The rules name it as an example.\n"
            "  data/roles/oven-hand.yml:86  kpis[4]\n") in shown


def test_a_role_that_has_what_follows_keeps_one_line_of_it(data):
    edit(data, ROLE, LINE, f"{LINE.replace('flour', 'coal')}{LINE}")
    assert "crust-brander.yml:27  kpis[1]  oven-book#2\n" in said("retire", "kpi", "flour-return", "--by", "coal-return")
    assert [line.kpi for line in load(data, RULES).roles["crust-brander"].kpis] == ["coal-return"]


def test_sentences_and_steps_keep_their_sources_and_are_listed(data):
    edit(data, PRACTICE, "measure: {kpi: burnt-loaves, measure: share}", "measure: {kpi: flour-return, measure: ratio}")
    shown = said("retire", "kpi", "flour-return", "--by", "coal-return")
    assert "and mend what does not hold: 1\n  data/practices/baking-again.yml:15  steps.report  oven-book#2.1\n" in shown
    assert load(data, RULES).practices["baking-again"].steps["report"].sources == ("oven-book#2.1",)


def test_what_becomes_part_of_another_takes_its_remarks_along_and_they_are_listed(data):
    shown = said("merge", "kpi", "flour-return", "--into", "coal-return")
    (line,) = load(data, RULES).roles["crust-brander"].kpis
    assert (line.kpi, line.sources) == ("coal-return", ("oven-book#2",)) and line.note
    assert "  data/roles/crust-brander.yml:25  kpis[0]  oven-book#2\n" in shown and "handed on" not in shown


def test_another_id_for_the_same_thing_changes_nothing_said_of_it(data):
    shown = said("rename", "kpi", "flour-return", "--to-id", "return-on-flour")
    (line,) = load(data, RULES).roles["crust-brander"].kpis
    assert line.kpi == "return-on-flour" and line.sources and "speak of" not in shown


@pytest.mark.parametrize(("kind", "id", "by", "page"), [("kpi", "flour-return", "coal-return", kpi), ("competency", "dough", "fire", competency)])
def test_a_page_out_of_use_says_nothing_of_roles_that_it_was_for(data, kind, id, by, page):
    assert "roles" in page(Reader(load(data, RULES), "en", ""), id)["sections"]
    said("retire", kind, id, "--by", by)
    assert "roles" not in page(Reader(load(data, RULES), "en", ""), id)["sections"]
