"""A target with another number than at the last commit: everything that says the old one of the same matter is told at once, and nothing else."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.checks.altered import what_repeats_a_figure_changes_with_it
from macros.editing.change import problems_of
from macros.loading.folder import read_all
from tests.places import BAKERY

ROLE, KPI, PRACTICE = "roles/oven-hand.yml", "kpis/burnt-loaves.yml", "practices/baking-again.yml"
COUNT = '    target: {comparator: "<", value: 3, unit: item, per: event}\n'
DUTY = "      - {zh: 每炉出炉，焦的个数少于3个, en: Take out each batch with fewer than 3 burnt loaves}\n"
STEP = "      - {{zh: 一批焦的个数少于{0}个就上架, en: Put it on sale with fewer than {0} burnt loaves, sources: [{1}], figures: [{2}]}}\n"
FIGURE = '{{kpi: burnt-loaves, measure: count, comparator: "<", value: {}, unit: item}}'


@pytest.fixture
def data(tmp_path) -> Path:
    """The tiny handbook with a duty, a step and a gap that say the figure of a target, and a duty of something else with the same one."""
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    first = (folder / ROLE).read_text(encoding="utf-8").partition("    items:\n")
    (folder / ROLE).write_text(f"{first[0]}{first[1]}{DUTY}      - {{zh: 提前3天订炭, en: Order coal 3 days ahead}}\n{first[2]}", encoding="utf-8")
    edit(folder, PRACTICE, "    deadline: {within: 20", f"{STEP.format(3, 'oven-book#1', FIGURE.format(3))}    deadline: {{within: 20")
    edit(folder, KPI, "gaps:\n", "gaps:\n  - missing: {zh: 3个是一炉还是一天, en: whether the 3 loaves are of a batch or a day}\n    sources: [oven-book#1]\n")
    return folder


def edit(data: Path, file: str, old: str, new: str) -> None:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def found(data: Path, old: dict[str, bytes]) -> list[str]:
    loaded = read_all(data)
    assert not loaded.problems
    loaded.last_commit = {name: raw for name, raw in old.items() if (data / name).read_bytes() != raw}
    return [f"{one.file} {one.field}: {one.en}" for one in problems_of(loaded, RULES)]


def as_it_is(data: Path) -> dict[str, bytes]:
    return {name: (data / name).read_bytes() for name in (ROLE, KPI, PRACTICE)}


def line(data: Path, file: str, text: str) -> int:
    return next(number for number, one in enumerate((data / file).read_text(encoding="utf-8").splitlines(), 1) if text in one)


def test_all_places_are_told_at_once_with_what_to_do(data):
    old = as_it_is(data)
    assert not found(data, old)
    edit(data, ROLE, COUNT, COUNT.replace("3", "2"))
    places = [f"data/{ROLE}:{line(data, ROLE, '每炉出炉')}", f"data/{KPI}:{line(data, KPI, '3个是一炉')}", f"data/{PRACTICE}:{line(data, PRACTICE, '就上架')}"]
    assert found(data, old) == [
        "data/roles/oven-hand.yml kpis[1].target.value: This was 3 loaves at the last commit and is 2 loaves, while 3 places say 3 loaves of the same matter: "
        f"{', '.join(places)}. Change all to 2 loaves, in both languages and in the figures beside, or put 3 loaves back here; "
        "where the document has not changed and the company sets its own, write basis: editorial here without sources, "
        "and in what you change on its own page; leave what cites the document elsewhere"]


def test_once_all_say_the_new_figure_nothing_is_left_to_ask(data):
    old = as_it_is(data)
    edit(data, ROLE, COUNT, COUNT.replace("3", "2"))
    edit(data, ROLE, DUTY, DUTY.replace("3", "2"))
    edit(data, KPI, "3个是一炉还是一天, en: whether the 3", "2个是一炉还是一天, en: whether the 2")
    edit(data, PRACTICE, STEP.format(3, "oven-book#1", FIGURE.format(3)), STEP.format(2, "oven-book#1", FIGURE.format(2)))
    assert not found(data, old)


def test_what_the_company_sets_is_asked_about_in_its_own_role_alone(data):
    old = as_it_is(data)
    edit(data, ROLE, COUNT, f"{COUNT.replace('3', '2')}    basis: editorial\n")
    (said,) = found(data, old)
    assert f"while 1 place says 3 loaves of the same matter: data/{ROLE}:{line(data, ROLE, '每炉出炉')}. " in said
    assert said.endswith("where a document still says 3 loaves, a sentence so changed is basis: editorial, too")
    edit(data, ROLE, DUTY, DUTY.replace("3", "2").replace("}\n", ", basis: editorial}\n"))
    assert not found(data, old)


def test_a_line_of_a_kpi_is_asked_about_too(data):
    edit(data, PRACTICE, "    deadline: {within: 20", f"{STEP.format('5%', 'oven-book#2.1', '').replace(', figures: []', '')}    deadline: {{within: 20")
    old = as_it_is(data)
    edit(data, KPI, 'condition: {comparator: ">", value: 5, unit: percent', 'condition: {comparator: ">", value: 6, unit: percent')
    (said,) = found(data, old)
    assert said.startswith(f"data/{KPI} thresholds[0].condition.value: This was 5% at the last commit and is 6%, while 1 place says 5% of the same matter: ")


@pytest.mark.parametrize("edited", [
    COUNT.replace("value: 3", "value: 3.0"), COUNT.replace("per: event", "period: day"),
    "    target: not-stated\n",
])
def test_what_is_no_other_number_is_not_asked_about(data, edited):
    old = as_it_is(data)
    edit(data, ROLE, COUNT, edited)
    assert not [one for one in found(data, old) if "at the last commit" in one]


def test_without_a_last_commit_nothing_is_said(data):
    edit(data, ROLE, COUNT, COUNT.replace("3", "2"))
    assert not list(what_repeats_a_figure_changes_with_it(read_all(data)))


def test_a_duty_with_another_figure_asks_for_its_target(data):
    old = as_it_is(data)
    edit(data, ROLE, DUTY, DUTY.replace("3", "2"))
    at = line(data, ROLE, 'value: 3, unit: item')
    assert found(data, old) == [
        f"data/roles/oven-hand.yml duties.fire.items[0].zh: This sentence said 3 loaves at the last commit, and the target at data/roles/oven-hand.yml:{at} "
        "still does; make the two the same"]


@pytest.mark.parametrize(("old", "new"), [
    (DUTY, DUTY.replace("每炉出炉", "每次出炉").replace("Take out each", "Take out every")),  # the figure as it was
    ("提前3天订炭, en: Order coal 3 days ahead", "提前2天订炭, en: Order coal 2 days ahead"),  # something else
    (DUTY, DUTY.replace("少于3个", "不多").replace("fewer than 3", "few")),  # no figure any more
])
def test_what_leaves_a_target_alone(data, old, new):
    was = as_it_is(data)
    edit(data, ROLE, old, new)
    assert not found(data, was)


def test_a_sentence_that_takes_over_what_the_company_sets_is_no_longer_what_a_document_says(data):
    old = as_it_is(data)
    edit(data, ROLE, COUNT, f"{COUNT.replace('3', '2')}    basis: editorial\n")
    edit(data, ROLE, DUTY, DUTY.replace("3", "2"))
    (said,) = found(data, old)
    assert f"This sentence followed the target at data/{ROLE}:{line(data, ROLE, COUNT.replace('3', '2').strip())} to 2 loaves" in said
    assert said.startswith(f"data/{ROLE} duties.") and "add basis: editorial here, too" in said
    edit(data, ROLE, DUTY.replace("3", "2"), DUTY.replace("3", "2").replace("}", ", basis: editorial}"))
    assert not found(data, old)


def test_what_is_wrong_with_the_figure_itself_is_said_alone(data):
    old = as_it_is(data)
    edit(data, ROLE, COUNT, COUNT.replace("unit: item", "unit: 个"))
    said = found(data, old)
    assert any("kpis[1].target.unit" in one for one in said) and not any("at the last commit" in one for one in said), said
