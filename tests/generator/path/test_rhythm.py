"""How often a plan is looked back on: suggested where the handbook says it."""
from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.about import DevelopmentPlan
from macros.model.figures import Times
from macros.model.handbook import Handbook
from macros.path.rhythm import rhythm
from macros.views.reader import Reader
from tests.places import BAKERY


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, RULES)


def reviewed(tiny: Handbook, **frequency: object) -> Handbook:
    """The tiny handbook, in which plans are reviewed by a step that is taken so often."""
    practice = tiny.practices["baking-again"]
    step = practice.steps["report"].model_copy(update={"frequency": Times(**frequency)})
    changed = practice.model_copy(update={"steps": {**practice.steps, "report": step}})
    about = tiny.about.model_copy(update={"development_plan": DevelopmentPlan(practice=practice.id, review="report")})
    return replace(tiny, about=about, practices={practice.id: changed})


def test_a_review_is_suggested_as_often_as_the_step_is_taken(tiny):
    found = [rhythm(Reader(reviewed(tiny, times=Decimal(2), every="year"), language, "../../")) for language in ("zh", "en")]
    assert [one["months"] for one in found] == [6, 6] and found[1]["href"] == "../../en/practices/baking-again/"
    assert [one["text"] for one in found] == ["建议每6个月复盘一次。依据：", "We suggest a review every 6 months. See:"]
    assert rhythm(Reader(reviewed(tiny, times=Decimal(1), every="month"), "en", ""))["text"] == "We suggest a review every month. See:"


def test_without_such_a_step_nothing_is_proposed(tiny):
    assert rhythm(Reader(tiny, "en", "")) is None
    assert rhythm(Reader(reviewed(tiny, times=Decimal(1), every="day"), "en", "")) is None
