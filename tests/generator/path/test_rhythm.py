"""How often a plan is looked back on: said where the handbook says it, with whom it is for."""
from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.about import DevelopmentPlan
from macros.model.figures import FiguredItem, Times
from macros.model.handbook import Handbook
from macros.path.rhythm import rhythm
from macros.views.reader import Reader
from tests.places import BAKERY


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, RULES)


def reviewed(tiny: Handbook, applies_to: FiguredItem | None, **frequency: object) -> Handbook:
    """The tiny handbook, in which plans are reviewed by a step that is taken so often."""
    practice = tiny.practices["baking-again"]
    step = practice.steps["report"].model_copy(update={"frequency": Times(**frequency)})
    changed = practice.model_copy(update={"steps": {**practice.steps, "report": step}, "applies_to": applies_to})
    about = tiny.about.model_copy(update={"development_plan": DevelopmentPlan(practice=practice.id, review="report")})
    return replace(tiny, about=about, practices={practice.id: changed})


def test_the_sentence_says_how_often_and_for_whom_documents_state_it(tiny):
    whom = FiguredItem(zh="看炉工", en="Oven hands")
    found = [rhythm(Reader(reviewed(tiny, whom, times=Decimal(2), every="year"), language, "../../")) for language in ("zh", "en")]
    assert [one["months"] for one in found] == [6, 6] and found[1]["href"] == "../../en/practices/baking-again/"
    assert [one["text"] for one in found] == [
        "日期只是提议。“报信”写的是每年2次；文件写明适用于：看炉工。",
        "The days are a proposal. “Telling” says 2 times a year; the documents state it for: oven hands.",
    ]


def test_where_a_practice_does_not_say_for_whom_nobody_is_named(tiny):
    found = rhythm(Reader(reviewed(tiny, None, times=Decimal(1), every="quarter"), "en", ""))
    assert (found["months"], found["text"]) == (3, "The days are a proposal. “Telling” says once a quarter.")


def test_without_such_a_step_nothing_is_proposed(tiny):
    assert rhythm(Reader(tiny, "en", "")) is None
    assert rhythm(Reader(reviewed(tiny, None, times=Decimal(1), every="day"), "en", "")) is None
