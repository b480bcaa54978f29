"""What was online at the last commit does not go without a trace, and what is new says where it stands; where Git cannot tell, nothing is said."""
from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands import command_line
from tests.places import BAKERY

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="Git is not at hand")
ADDED = "      - {zh: 称好每一块面团, en: Weigh every piece of dough}\n"


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", folder, "-c", "user.name=A", "-c", "user.email=a@example.org", *words], check=True, capture_output=True)


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook in a repository of its own."""
    monkeypatch.delenv("HANDBOOK_BASE", raising=False)
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    return folder


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "As it was")


def said(data: Path, **environment: str) -> str:
    return CliRunner().invoke(command_line.main, ["check"], env={"HANDBOOK_DATA": str(data), **environment}).output


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_record_that_is_gone_is_named_with_what_to_write_instead(data):
    assert "The data is sound" in said(data)
    (data / "cases.yml").write_text("cases: {}\n", encoding="utf-8")
    report = said(data)
    assert "data/cases.yml:1:1  cases" in report
    assert re.search(r"“[a-z-]+” \(cases\) stood here at the last commit and is gone; a record is not deleted: put it back, and where it is out of use write "
                     r"retired: \{on: the date, replaced_by: the id that has its place\}", report)
    assert "The data is sound" in said(data, HANDBOOK_BASE="")
    commit(data)
    assert "The data is sound" in said(data)
    assert "stood here at the last commit" in said(data, HANDBOOK_BASE="HEAD~1")


@pytest.mark.parametrize("name, said_of_it", [
    ("terms.yml", "is missing and needed in 4 places"), ("style.yml", "own words and lengths are no longer checked"),
    ("translations.lock", "a change of one half no longer names the other"),
])
def test_a_whole_file_that_is_gone_is_one_report(data, name, said_of_it):
    (data / "style.yml").write_text("off: [basis]\n", encoding="utf-8") if name == "style.yml" else None
    CliRunner().invoke(command_line.main, ["confirm", "--all"], env={"HANDBOOK_DATA": str(data)})
    commit(data)
    (data / name).unlink()
    report = said(data)
    assert f"data/{name}:1:1\n" in report and said_of_it in report and report.endswith("1 problem in 1 file.\n"), report


def test_a_file_whose_records_nothing_points_at_is_one_report_too(data):
    text = (data / "cases.yml").read_text(encoding="utf-8")
    id, = re.findall(r"^  ([a-z-]+):\n", text, re.M)
    other = text.partition("\n")[2].replace(f"  {id}:", "  another:", 1).replace("name: {zh: ", "name: {zh: 又", 1).replace(", en: ", ", en: Again ", 1)
    (data / "cases.yml").write_text(text + other, encoding="utf-8")
    commit(data)
    (data / "cases.yml").unlink()
    assert "This file stood here at the last commit, with 2 records, and is gone" in said(data) and "1 problem in 1 file." in said(data)


def test_a_file_that_is_gone_is_named_in_its_place(data):
    extra = data / "competencies/sweeping.yml"
    shutil.copy(data / "competencies/fire.yml", extra)
    edit(extra, "{zh: 看火, en: Watching the fire}", "{zh: 扫地, en: Sweeping}")
    commit(data)
    extra.unlink()
    assert "data/competencies/sweeping.yml:1:1\n  上次提交时这里有“sweeping”（competencies），现在没有了。记录不删" in said(data)


def test_a_duty_group_and_a_section_that_are_gone_are_named(data):
    preface = '      "0": {zh: 前言, en: Preface}\n'
    edit(data / "sources.yml", "    sections:\n", f"    sections:\n{preface}")
    commit(data)
    edit(data / "sources.yml", preface, "")
    edit(data / "roles/oven-hand.yml", "\n  crust:\n", "\n  edges:\n")
    report = said(data)
    assert "The duty group “crust” stood here at the last commit and is gone" in report
    assert "The section “0” stood here at the last commit and is gone" in report


def test_a_record_whose_id_was_written_anew_is_named_where_it_stands(data):
    (id, line), = re.findall(r"\A[^\n]*\n  ([a-z-]+)(:)\n", (data / "cases.yml").read_text(encoding="utf-8"))
    edit(data / "cases.yml", f"  {id}{line}", f"  {id[0]}{id}{line}")
    assert f"data/cases.yml:2:3  cases.{id[0]}{id}" in said(data)


def test_a_part_that_was_written_anew_is_named_where_it_stands(data):
    edit(data / "practices/baking-again.yml", "  report:\n", "  reprot:\n")
    assert re.search(r"baking-again\.yml:\d+:3  steps\.reprot\n.*reprot.*\n.*\n.*\n  “report” stood here at the last commit and is “reprot” now", said(data))


@pytest.mark.parametrize("was, now, asked", [
    ("bread maker", "bread makr", True), ("bread maker", "braed maker", True), ("面包师傅", "面包师师傅", True),
    ("bread maker", "bread makers", False), ("bread maker", "cake maker", False), ("bread maker", "bread maker, bread makr", False),
    ("kneading", "kneadding", True), ("croisant", "croissant", False), ("面包师傅", "面包师父", False), ("烤炉", "烤", True), ("面包店堂", "面店包堂", True),
])
def test_a_letter_that_slipped_in_a_word_for_the_search_is_named(data, was, now, asked):
    edit(data / "roles/oven-hand.yml", "\npurpose:\n", "\nkeywords: {zh: [面包师傅, 烤炉, 面包店堂], en: [bread maker, kneading, croisant]}\npurpose:\n")
    edit(data / "kpis/burnt-loaves.yml", "\nmeasures:\n", "\nkeywords: {zh: [面包师傅的数], en: [what a bread maker burns, kneaded, pleading]}\nmeasures:\n")
    commit(data)
    edit(data / "roles/oven-hand.yml", was, now)
    assert ("likely a slip, so put it back" in said(data)) == asked


def places(report: str) -> list[str]:
    """The field of every problem in a report."""
    return re.findall(r"^\S+:\d+:\d+  (\S+)$", report, re.M)


@pytest.mark.parametrize("name, was, now, place", [
    ("teams.yml", "\n  shop:\n", "\n  shpo:\n", "teams.shpo"), ("units.yml", "\n  item:\n", "\n  itme:\n", "units.itme"),
    ("roles/oven-hand.yml", "\n  crust:\n", "\n  cruts:\n", "duties.cruts"),
])
def test_an_id_that_was_written_anew_is_told_where_it_stands_and_not_where_it_is_used(data, name, was, now, place):
    edit(data / name, was, now)
    assert places(said(data)) == [place]


def test_what_the_halves_of_a_text_disagree_in_is_told_at_the_one_that_was_changed(data):
    assert CliRunner().invoke(command_line.main, ["confirm", "--all"], env={"HANDBOOK_DATA": str(data)}).exit_code == 0
    edit(data / "moves.yml", "提前15天", "提前155天")
    report = said(data)
    (place,) = set(places(report))
    assert place.endswith(".zh") and "The 155 of the Chinese is missing in the English" in report


def test_a_new_sentence_does_not_pass_for_one_that_its_group_takes_from_a_document(data):
    file = data / "practices/baking-again.yml"
    count = "      - {zh: 数出焦了几个, en: Count the burnt loaves}\n"
    edit(file, count, count + ADDED)
    report = said(data)
    assert "data/practices/baking-again.yml:23:9  steps.report.does[1]" in report
    assert "Where one does, add sources: [document#section]; where it is our own, add basis: editorial" in report
    assert "see “Marking the basis” in the writing guide, docs/en/writing.md" in report
    edit(file, "en: Weigh every piece of dough}", "en: Weigh every piece of dough, basis: editorial}")
    assert "The data is sound" in said(data)
    edit(file, count, count.replace("数出焦了几个", "数出焦了多少个"))
    assert "The data is sound" in said(data)  # a sentence was mended, none added


@pytest.mark.parametrize("base", ["HEAD", "no-such-commit", "--output=x"])
def test_what_did_not_change_is_not_told_of(data, base):
    assert "The data is sound" in said(data, HANDBOOK_BASE=base)


def test_outside_a_repository_nothing_is_said(tmp_path):
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    (folder / "cases.yml").write_text("cases: {}\n", encoding="utf-8")
    assert "The data is sound" in said(folder)
