"""What is said twice of one KPI is held against each other: targets, limits of steps, their sentences and quotations."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checks.limits import (
    limits_of_a_section_agree,
    quotations_have_the_figure,
    steps_say_their_deadline,
    timed_steps_are_targets_of_their_roles,
)
from macros.editing.change import problems_of
from macros.loading.folder import read_all
from tests.places import BAKERY

RULES = (limits_of_a_section_agree, quotations_have_the_figure, steps_say_their_deadline, timed_steps_are_targets_of_their_roles)
PRACTICE, ROLE, KPI = "practices/baking-again.yml", "roles/oven-hand.yml", "kpis/burnt-loaves.yml"
TOO_MANY = '{kpi: burnt-loaves, measure: count, comparator: "<", value: 4, unit: item}'
COUNT = '    target: {comparator: "<", value: 3, unit: item, per: event}\n'
OWN = "; where the company sets another figure, take sources away and write basis: editorial"
DIFFERS = """differs:
  - id: how-many
    about: {zh: 焦几个, en: how many}
    says:
      - {source: oven-book#1, zh: 不超过5项, en: at most 5}
      - {source: oven-book#2, zh: 不超过半炉, en: at most half}
    reading: {zh: 先看前一条, en: The first}
"""


@pytest.fixture
def data(tmp_path) -> Path:
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


def edit(data: Path, file: str, old: str, new: str) -> None:
    text = (data / file).read_text(encoding="utf-8")
    assert old in text
    (data / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def found(data: Path) -> list[str]:
    loaded = read_all(data)
    assert not loaded.problems
    return [f"{one.file} {one.field}: {one.en}" for one in problems_of(loaded, RULES)]


def figure(data: Path, *figures: str, source: str = "oven-book#1") -> None:
    """Another thing done in the first step, with figures and a source."""
    before = "    deadline: {within: 20"
    edit(data, PRACTICE, before, f"      - {{zh: 数, en: Count, sources: [{source}], figures: [{', '.join(figures)}]}}\n{before}")


def test_a_practice_says_of_a_section_what_a_role_says_of_it(data):
    assert not found(data)
    figure(data, TOO_MANY)
    assert found(data) == [
        "data/practices/baking-again.yml steps.report.does[2].figures[0]: "
        "data/roles/oven-hand.yml:74 cites the same section (oven-book#1) and says 3 items, while this says 4 items; "
        f"make them as the section has it, or write both figures where it has two{OWN}"]


@pytest.mark.parametrize("figures, source", [
    ((TOO_MANY.replace("4", "3"),), "oven-book#1"),
    ((TOO_MANY, TOO_MANY.replace("4", "3")), "oven-book#1"),  # the section has two figures, and the role needs one of them
    ((TOO_MANY,), "oven-book#2"),
    ((TOO_MANY.replace('"<"', '">"'),), "oven-book#1"),  # another end
    ((TOO_MANY.replace("measure: count", "measure: share"),), "oven-book#1"),
])
def test_what_is_no_contradiction(data, figures, source):
    figure(data, *figures, source=source)
    assert not [one for one in found(data) if "cites" in one]


def test_a_step_of_others_is_not_held_against_a_role(data):
    figure(data, TOO_MANY)
    edit(data, PRACTICE, "      - {role: oven-hand}\n", "      - {role: crust-brander}\n")
    assert not [one for one in found(data) if "cites" in one]


def test_a_target_is_among_the_figures_of_the_section_that_a_difference_quotes(data):
    with (data / KPI).open("a", encoding="utf-8") as file:
        file.write(DIFFERS)
    assert found(data) == [
        f"data/roles/oven-hand.yml kpis[1].target: data/kpis/burnt-loaves.yml:{(data / KPI).read_text(encoding='utf-8').count(chr(10)) - 2}"
        f" quotes the same section (oven-book#1) without 3 items; make them as the section has it{OWN}"]
    edit(data, ROLE, COUNT, COUNT.replace("3", "5"))
    assert not found(data)


def test_what_the_company_sets_is_held_against_no_section(data):
    figure(data, TOO_MANY)
    edit(data, ROLE, COUNT, f"{COUNT}    basis: editorial\n")
    assert not [one for one in found(data) if "cites" in one]


def test_a_deadline_stands_in_its_sentence(data):
    edit(data, PRACTICE, "        deadline: {within: 10,", "        deadline: {within: 15,")
    assert found(data) == ["data/practices/baking-again.yml steps.report.does[1].deadline: The deadline is 15 minutes, and the sentences say 10 minutes; "
                           "make them the same"]


def test_a_role_that_takes_a_timed_step_has_the_kpi_it_is_timed_by(data):
    edit(data, PRACTICE, "      - {role: oven-hand}\n", "      - {role: crust-brander}\n")
    assert found(data) == [
        "data/practices/baking-again.yml steps.report.actors[1]: This step is timed by “burnt-loaves”, which the role “crust-brander” does not have "
        "among its kpis; add it there, or take measure away here"]
