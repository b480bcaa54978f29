"""The gap between somebody and two roles is the same in the browser as in the model."""
from __future__ import annotations

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from tests.generator.comparison.dealing import dealt
from tests.generator.path.profiles import all_are_equal
from tests.generator.path.scripts import answers
from tests.places import BAKERIES, BAKERY


def test_gaps_are_found_in_the_browser_as_in_the_model(handbook):
    assert all_are_equal(handbook) > 3


def test_whatever_the_roles_ask_gaps_are_found_alike():
    assert all_are_equal(dealt(load(BAKERIES, RULES), load(BAKERY, RULES), 0)) > 3


def asked(id, step, **more):
    return {"id": id, "key": id, "name": id, "href": "", "group": "craft", "levels": [], "step": step, "need": "", "useful": False, **more}


@pytest.mark.parametrize("level", ["unknown", "a-level-of-another-handbook"])
def test_what_one_does_not_know_is_no_level_and_no_gap_and_stands_apart(level):
    index = {"groups": [{"id": "craft"}], "levels": [{"id": "do", "step": 1}, {"id": "lead", "step": 2}]}
    role = {"competencies": [asked("dough", 2), asked("fire", 1), asked("salt", 1)]}
    ratings = {"dough": {"level": level}, "fire": {"level": "none"}}
    (found,) = answers("gaps.js", "gaps(given.role, null, given.ratings, given.index)", given={"role": role, "ratings": ratings, "index": index})
    assert {key: [one["id"] for one in found[key]] for key in ("role", "goal", "strengths", "unknown", "unrated")} == {
        "role": ["fire"], "goal": [], "strengths": [], "unknown": ["dough"], "unrated": ["salt"],
    }
