"""What readers are told of editions is checked once a handbook tells them anything."""
from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.loading.causes import TELLS_NOBODY, of_their_own
from macros.words.problems import Problem, anything_in
from tests.places import BAKERIES

CHANGES = """editions:
  "3.0":
    effective_on: {day}
    summary: {{zh: 焦边算得更严。, en: Burnt loaves count more strictly.}}
    changes: [{changes}]
  "2.0":
    effective_on: 2025-01-01
    summary: {{zh: 第二版。, en: The second edition.}}
"""
DAY = "2026-09-01"  # when the bakery’s handbook holds from
TARGET = 'target: {comparator: "<", value: 3, unit: loaf, per: batch}'


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A handbook under Git that tells what its editions changed."""
    monkeypatch.delenv("HANDBOOK_BASE", raising=False)
    data = Path(shutil.copytree(BAKERIES, tmp_path / "data"))
    about = data / "handbook.yml"
    text = about.read_text(encoding="utf-8")
    day = next(line.partition(": ")[2] for line in text.splitlines() if line.startswith("effective_on: "))
    about.write_text(text.replace('edition: "2.0"', 'edition: "3.0"'), encoding="utf-8")
    tell(data, "", day)
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "first"]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    assert "no problem" in check(data) or "The data is sound" in check(data), check(data)
    return data


def tell(data: Path, changes: str = "", day: str = "") -> None:
    file = data / "changes.yml"
    day = day or next(line.partition(": ")[2] for line in file.read_text(encoding="utf-8").splitlines() if "effective_on" in line)
    file.write_text(CHANGES.format(changes=changes, day=day), encoding="utf-8")


def check(data: Path) -> str:
    return CliRunner().invoke(main, ["check", "--data", str(data)]).output


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_who_asks_for_more_tells_those_concerned(data):
    role = data / "roles/apprentice-baker.yml"
    edit(role, TARGET, TARGET.replace("3", "2"))
    report = check(data)
    assert "apprentice-baker.yml" in report and "kpis[0].target" in report
    assert "add to its changes: - {meaning: more, about: {roles: [apprentice-baker]}, zh: …, en: …}" in report
    tell(data, "{meaning: more, about: {roles: [apprentice-baker]}, zh: 焦边不足3个改为不足2个, en: Burnt loaves go from fewer than 3 to fewer than 2}")
    assert "changes.yml" not in check(data)


def test_each_time_more_is_asked_is_told_and_not_as_less(data):
    role = data / "roles/apprentice-baker.yml"
    edit(role, TARGET, TARGET.replace("3", "2"))
    said = "about: {roles: [apprentice-baker]}, zh: 焦边不足3个改为不足2个, en: Burnt loaves go from fewer than 3 to fewer than 2}"
    tell(data, f"{{meaning: less, {said}")
    assert "tells nobody" in check(data)
    tell(data, f"{{meaning: more, {said}")
    assert "tells nobody" not in check(data)
    subprocess.run(["git", "-C", str(data.parent), "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qam", "second"], check=True)
    edit(role, TARGET.replace("3", "2"), TARGET.replace("3", "1"))
    assert "tells nobody" in check(data), "what was told before is not of this change"
    tell(data, f"{{meaning: more, audience: public, {said}")
    assert "tells nobody" in check(data), "that applicants may read it now is nothing new either"


def test_the_number_says_how_much_is_asked(data):
    edit(data / "handbook.yml", 'edition: "3.0"', 'edition: "2.1"')
    edit(data / "changes.yml", '"3.0"', '"2.1"')
    assert "The data is sound" in check(data)
    edit(data / "changes.yml", "changes: []", "changes: [{meaning: more, zh: 都要早到, en: Everybody comes earlier}]")
    assert "By what it changes, the edition after “2.0” is at least “3.0”; change handbook.yml, too" in check(data)


def test_what_asks_for_less_or_says_it_in_other_words_needs_no_word(data):
    edit(data / "roles/apprentice-baker.yml", TARGET, TARGET.replace("3", "5"))
    assert "tells nobody" not in check(data)


@pytest.mark.parametrize("anew", [(), ("--zh", "烤炉学徒", "--en", "Oven apprentice")])
def test_another_id_asks_nobody_for_more(data, anew):
    result = CliRunner().invoke(main, ["rename", "role", "apprentice-baker", "--to-id", "oven-apprentice", *anew, "--yes", "--data", str(data)])
    assert result.exit_code == 0, result.output
    assert "tells nobody" not in check(data)
    edit(data / "roles/oven-apprentice.yml", TARGET, TARGET.replace("3", "2"))
    assert "about: {roles: [oven-apprentice]}" in check(data)


def test_a_handbook_that_tells_nothing_of_its_editions_is_not_asked(data):
    (data / "changes.yml").unlink()
    edit(data / "roles/apprentice-baker.yml", TARGET, TARGET.replace("3", "2"))
    assert "tells nobody" not in check(data)


@pytest.mark.parametrize("old, new, said", [
    ('"3.0"', '"3.2"', "The edition on top is “3.2”, and handbook.yml says “3.0”"),
    ('"2.0"', '"3.1"', "“3.1” is newer than “3.0” above it; the newest goes on top"),
    ("2025-01-01", "2099-01-01", "It holds from a later day than “3.0” above it"),
    ('"2.0"', '"2 0"', "“2 0” is no number of an edition"),
])
def test_editions_stand_in_order_and_the_newest_is_the_one_that_holds(data, old, new, said):
    edit(data / "changes.yml", old, new)
    assert said in check(data)


def test_the_newest_edition_holds_from_the_day_of_the_handbook(data):
    edit(data / "changes.yml", f"effective_on: {DAY}", "effective_on: 2099-01-01")
    assert "says that it holds from" in check(data)


@pytest.mark.parametrize("line, said", [
    ("  - {competency: dough, level: follow, need: essential, for: [weighing, helping]}", "is listed twice"),
    (f"    {TARGET}", "Write “≤” as"),
])
def test_what_else_is_wrong_in_the_record_is_said_alone(data, line, said):
    edit(data / "roles/apprentice-baker.yml", line, line.replace('"<"', "≤") if "≤" in said else f"{line}\n{line}")
    report = check(data)
    assert said in report and "tells nobody" not in report, report


@pytest.mark.parametrize("about", ["{roles: [apprentice]}", "{roles: [学徒]}"])
def test_what_is_wrong_with_what_is_told_is_said_alone(data, about):
    edit(data / "roles/apprentice-baker.yml", TARGET, TARGET.replace("3", "2"))
    tell(data, f"{{meaning: more, about: {about}, zh: 焦边不足3个改为不足2个, en: Burnt loaves go from fewer than 3 to fewer than 2}}")
    report = check(data)
    assert "about.roles[0]" in report and "tells nobody" not in report, report


def test_what_nobody_was_told_is_no_cause_of_what_is_wrong_with_the_figure():
    wrong = Problem("a.yml", 2, 1, "kpis[0].target.value", "一", "one").following(anything_in("a.yml", "kpis[0].target"))
    untold = Problem("a.yml", 1, 1, "kpis[0].target", "二", "two", TELLS_NOBODY).following(anything_in("a.yml", ""))
    assert [*of_their_own([untold, wrong])] == [wrong] and [*of_their_own([untold])] == [untold]


def test_of_two_that_follow_from_each_other_one_is_told():
    """A figure that changed, where what quotes it does not have the new one: a check that fails says why."""
    changed = replace(Problem("a.yml", 2, 1, "kpis[0].target.value", "一", "one").following(anything_in("a.yml", "kpis[0].target")), cause="altered speed")
    quoted = Problem("a.yml", 2, 1, "kpis[0].target", "二", "two").following("altered speed")
    untold = Problem("a.yml", 1, 1, "kpis[0]", "三", "three", TELLS_NOBODY).following(anything_in("a.yml", ""))
    for order in ([changed, quoted, untold], [untold, quoted, changed]):
        assert [*of_their_own(order)] == [changed]
