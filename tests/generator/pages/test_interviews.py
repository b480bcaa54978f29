"""Interview sheets: what to ask for a role, from the levels that it asks for; for staff alone."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.public import public
from macros.pages.competencies import competency
from macros.pages.interviews import PRINTED, interview_index, sheet, with_sheet
from macros.pages.roles import role
from macros.views.reader import Reader
from macros.views.templates import render
from macros.website.page_list import outlines
from tests.places import BAKERY

ROOT = "../../../"


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, RULES)


def reader(handbook: Handbook, language: str = "en") -> Reader:
    return Reader(handbook, language, ROOT)


def asked(handbook: Handbook, id: str, language: str = "en") -> list[tuple[str, str, list[str], list[str]]]:
    """Level, competency, questions and what a good answer shows, in their order."""
    view = sheet(reader(handbook, language), handbook.roles[id])
    return [
        (level["level"].name, one["name"], one["questions"], [line["text"] for line in one["shows"]["lines"]])
        for level in view["levels"] for one in level["asked"]
    ]


def test_a_sheet_asks_at_the_level_of_the_role_and_only_what_is_essential(tiny):
    assert asked(tiny, "oven-hand") == [(
        "Execute", "Watching the fire",
        ["What did you do first when the fire last went low?", "Without a thermometer, how do you know that “{{ 7*7 }}” degrees are reached?"],
        ["Add coal on time", "Write down the heat of every batch"],
    )]
    assert [(level, questions[0]) for level, _, questions, _ in asked(tiny, "crust-brander", "zh")] == [("战术", "哪一天的炉次排乱了，后来怎么排的？")]


def test_roles_without_questions_for_what_is_essential_have_no_sheet_and_their_page_names_none(tiny):
    sheets = {one.id for one in with_sheet(tiny)}
    assert sheets == {"oven-hand", "crust-brander"}  # and not the fire lighter, who is no more
    assert {id for id in tiny.roles if role(reader(tiny), id)["interview"]} == sheets
    made = {one.path for one in outlines(tiny, ("en",)) if one.section == "interviews"}
    assert made == {"interviews/", *(f"interviews/{id}/" for id in sheets)}


def test_the_list_has_every_sheet_under_its_stage(tiny):
    listed = {one["link"].href: one["count"] for stage in interview_index(reader(tiny))["stages"] for one in stage["sheets"]}
    assert listed.keys() == {f"{ROOT}en/interviews/{one.id}/" for one in with_sheet(tiny)}
    assert listed[f"{ROOT}en/interviews/oven-hand/"] == "1 essential competency"


def test_the_page_of_a_competency_has_the_questions_of_every_level(tiny):
    view = competency(reader(tiny), "fire")
    assert view["sections"]["interview"].count == "8 questions"
    assert [(one["level"].name, len(one["lines"])) for one in view["questions"]] == [("Execute", 2), ("Plan", 2), ("Lead", 2), ("Shape", 2)]
    assert "interview" not in competency(reader(tiny), "dough")["sections"]


def test_of_more_than_two_sheets_hold_the_deepest_are_ticked(tiny):
    fire, hand = tiny.competencies["fire"], tiny.roles["oven-hand"]
    more = {f"fire-{n}": fire.model_copy(update={"id": f"fire-{n}"}) for n in range(PRINTED + 1)}
    asks = tuple(hand.competencies[0].model_copy(update={"competency": id, "level": "execute" if n else "lead"}) for n, id in enumerate(reversed(more)))
    many = replace(tiny, competencies={**tiny.competencies, **more}, roles={**tiny.roles, "oven-hand": hand.model_copy(update={"competencies": asks})})
    view = sheet(reader(many), many.roles["oven-hand"])
    printed = [(level["level"].name, one["printed"]) for level in view["levels"] for one in level["asked"]]
    assert printed == [("Lead", True), *[("Execute", True)] * (PRINTED - 1), ("Execute", False)]
    assert view["printed"] == "The first 10 of 11 are ticked for print; tick what you are going to ask."
    assert sheet(reader(tiny), hand)["printed"] == ""


def test_what_a_question_holds_is_no_markup(tiny):
    body = render("pages/interview-sheet", reader(tiny), sheet(reader(tiny), tiny.roles["oven-hand"]))
    assert "“{{ 7*7 }}” degrees" in body


def test_the_public_edition_has_no_question_and_no_sheet(tiny):
    shown = public(tiny)
    assert not any(level.questions for one in shown.competencies.values() for level in one.levels.values())
    assert with_sheet(shown) == []
    assert "interviews" not in shown.present
    assert not [one for one in outlines(shown) if one.section == "interviews"]
