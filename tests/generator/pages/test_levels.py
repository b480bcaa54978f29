"""Levels and groups are whatever the data says: two to seven of the one, and any of the other."""
from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.vocabularies import Group
from macros.pages.cases import case_index
from macros.views.reader import Reader
from macros.words.texts import Text
from tests.bodies import bodies
from tests.places import BAKERY


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, RULES)


def with_levels(handbook: Handbook, n: int) -> Handbook:
    """The same handbook with `n` levels of other names, the lowest and the highest asked for."""
    first = next(iter(handbook.levels.values()))
    names = {f"rise-{step}": Text(zh=f"台阶{step}", en=f"Rise {step}") for step in range(1, n + 1)}
    levels = {id: first.model_copy(update={"id": id, "name": name}) for id, name in names.items()}
    low, high = "rise-1", f"rise-{n}"
    described = {
        id: one.model_copy(update={"levels": dict.fromkeys(levels, next(iter(one.levels.values())))}) for id, one in handbook.competencies.items()
    }
    stages = {id: one.model_copy(update={"level": high if place else low}) for place, (id, one) in enumerate(handbook.stages.items())}
    roles = {
        id: one.model_copy(update={"competencies": tuple(asked.model_copy(update={"level": stages[one.stage].level}) for asked in one.competencies)})
        for id, one in handbook.roles.items()
    }
    return replace(handbook, levels=levels, competencies=described, stages=stages, roles=roles)


@pytest.mark.parametrize("n", [2, 3, 5, 7])
def test_every_page_follows_the_number_of_levels(tiny, n):
    handbook = with_levels(tiny, n)
    made = bodies(handbook, ("en",))
    marks = [mark for body in made.values() for mark in re.findall(r'<svg class="level-mark".*?</svg>', body)]
    assert marks and {len(re.findall("M[0-9.]", mark)) for mark in marks} == {n}
    heard = {found for body in made.values() for found in re.findall(r"level \d+ of (\d+)", body)}
    assert heard == {str(n)}
    assert f"2 competencies at {n} levels." in made["en/competencies/"]
    assert made["en/competencies/dough/"].count('<li class="step') == n


def test_cases_stand_by_their_groups_where_there_are_groups(tiny):
    (case,) = tiny.used("cases")
    groups = {id: Group(id=id, file="", name=Text(zh=zh, en=en)) for id, zh, en in (("fires", "火", "Fires"), ("floods", "水", "Floods"))}
    cases = {"first": case.model_copy(update={"id": "first"}), "second": case.model_copy(update={"id": "second", "kind": "fires"})}

    def headings(handbook: Handbook) -> list[tuple[str, str, list[object]]]:
        groups = case_index(Reader(handbook, "en", ""))["groups"]
        return [(group["section"].id, group["section"].title, [one["id"] for one in group["cases"]]) for group in groups]

    assert headings(tiny) == [("all-cases", "All cases", [case.id])]
    assert headings(replace(tiny, cases=cases, case_groups=groups)) == [("group-fires", "Fires", ["second"]), ("all-cases", "Other cases", ["first"])]
