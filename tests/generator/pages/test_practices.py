"""A practice's page: what applies here stands apart from what others do."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.loading.folder import load
from macros.model.figures import Figure, Times
from macros.model.practices import Action, Actor, PracticeGroup, PracticeStep
from macros.model.record import Note
from macros.pages.practices import practice
from macros.views.reader import Reader
from macros.views.silence import silences
from macros.words.languages import LANGUAGES, Text
from tests.places import BAKERY


def group(**fields: object) -> PracticeGroup:
    line = {"zh": "每天擦一次烤炉", "en": "Clean the oven every day", "basis": "example"}
    return PracticeGroup(name=Text(zh="擦烤炉", en="Cleaning the oven"), items=(line, line), basis="example", **fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_another_company_does_has_a_heading_of_its_own_that_says_it_is_an_example(language):
    handbook = load(BAKERY, ())
    found = next(iter(handbook.practices.values()))
    groups = {"ours": group(), "theirs": group(elsewhere=True, note=Note(zh="旧店的办法", en="The old shop’s way"))}
    other = replace(handbook, practices={found.id: found.model_copy(update={"groups": groups})})
    reader = Reader(other, language, "../../../")
    view = practice(reader, found.id)
    (ours,), (theirs,) = view["groups"], view["elsewhere"]
    assert list(view["sections"]).index("elsewhere") == list(view["sections"]).index("rules") + 1
    assert ours["id"] == "rule-ours" and ours["why"]["name"].lower() == reader.word("basis", "example").lower(), "said once, at the heading"
    assert theirs["id"] == "rule-theirs" and theirs["why"]["mark"] == reader.word("mark", "note"), "the section says that it is an example"
    assert [line["why"] for line in (*ours["lines"], *theirs["lines"])] == [None] * 4


def step(name: str, **fields: object) -> PracticeStep:
    return PracticeStep(name=Text(zh=name, en=name), does=(Action(zh="做", en="Do it"),), **{"actors": "not-stated", **fields})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_that_lack_a_time_limit_or_someone_are_named_or_else_those_that_have_them(language):
    """How long a thing in a step lasts, or must be delivered within, is no time limit of the step."""
    handbook = load(BAKERY, ())
    found = next(iter(handbook.practices.values()))
    lasting = Action(zh="交三年的证明", en="Hand in 3 years of evidence", figures=(Figure(of="evidence", value="3", unit="year"),))
    delivered = Action(zh="三天出图", en="Drawings within 3 days", figures=(Figure(of="drawing", deadline={"within": "3", "unit": "day"}),))
    steps = {
        "a": step("Daily", frequency=Times(times="1", every="day"), actors=(Actor(any=True),)),
        "b": step("Lasting").model_copy(update={"does": (lasting,)}),
        "c": step("Delivered").model_copy(update={"does": (delivered,)}),
    }

    def unsaid(*ids: str) -> list[str]:
        practice = found.model_copy(update={"steps": {id: steps[id] for id in ids}, "gaps": ()})
        return [one.words for one in silences(Reader(replace(handbook, practices={found.id: practice}), language, ""), practice)]

    limits, people = unsaid("a", "b", "c")
    assert all("“Daily”" in one and "“Lasting”" not in one for one in (limits, people)), "of most that lack it, the others are named"
    limits, people = unsaid("a", "b")
    assert all("“Lasting”" in one and "“Daily”" not in one for one in (limits, people))
    assert not any("“" in one for one in unsaid("b", "c")), "of all, none"
