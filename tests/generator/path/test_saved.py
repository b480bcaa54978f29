"""The file that the page saves: its schema, and what the page reads, take and refuse the same."""
from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from macros.path.saved import LIMITS, Saved, saved_schema
from tests.generator.path.hostile import TEXTS
from tests.generator.path.scripts import answers

DAY = "2026-11-30"
ITEM = {"competency": "dough", "to": "plan", "how": "Knead", "by": "2027-06-30", "who": "", "sign": ""}
FULL: dict[str, Any] = {
    "format": "career-path", "version": 1, "handbook": "月牙面包房手册", "edition": "0.1", "saved": DAY, "role": "oven-hand", "goal": None,
    "ratings": {"dough": {"level": "execute", "evidence": "40 loaves", "on": DAY}, "fire": {"level": "none", "evidence": "", "on": DAY}},
    "signals": ["stage/up-early", "role/0123abcd"],
    "plan": {"items": [ITEM, {**ITEM, "by": ""}], "reviews": [{"on": "2027-05-30", "note": ""}], "talk": ""},
    "finished": [{
        "on": DAY, "role": None, "goal": "oven-hand", "items": [{**ITEM, "reached": True, "before": "execute"}], "note": "",
        "reviews": [{"on": "2026-05-30", "note": "Going well"}], "talk": "More flour",
    }],
    "evidence": {"dough": [{"on": DAY, "text": "A sourdough"}]},
    "judged": {"dough": {"level": "unknown", "evidence": "", "on": DAY}},
}
RATING = FULL["ratings"]["fire"]
# What is put where: the way to a place in the file, and the value.
GOOD = [
    *[(("plan", "talk"), text) for text in TEXTS],
    (("plan", "talk"), "字" * LIMITS["text"]), (("plan", "talk"), "👩" * LIMITS["text"]),
    (("signals",), []), (("ratings",), {}), (("plan", "items"), [ITEM] * LIMITS["items"]), (("role",), "one-that-is-not-there"),
    (("ratings",), {f"c-{n}": RATING for n in range(LIMITS["ratings"])}), (("plan", "items", 0, "to"), "unknown-level"),
]
BAD = [
    (("format",), "career"), (("version",), 2), (("version",), "1"), (("saved",), "30.11.2026"), (("saved",), "2026-02-30"), (("saved",), 0),
    (("role",), "<script>"), (("role",), "Oven-Hand"), (("role",), ""), (("role",), "a" * 101), (("role",), ["oven-hand"]), (("extra",), 1),
    (("ratings",), []), (("ratings",), {"a b": RATING}), (("ratings",), {"a" * 101: RATING}), (("ratings",), {"__proto__x": RATING}),
    (("ratings", "dough"), None),
    (("ratings", "dough", "level"), 2), (("ratings", "dough", "note"), ""), (("ratings",), {f"c-{n}": RATING for n in range(LIMITS["ratings"] + 1)}),
    (("signals",), ["up-early"]), (("signals",), ["stage/x y"]), (("signals",), ["stage/x"] * (LIMITS["signals"] + 1)),
    (("plan",), None), (("plan", "talk"), "字" * (LIMITS["text"] + 1)), (("plan", "talk"), {"toString": 1}),
    (("plan", "items"), [ITEM] * (LIMITS["items"] + 1)),
    (("plan", "items", 0, "by"), None), (("plan", "items", 0, "by"), "soon"), (("plan", "items", 0), {"competency": "dough"}),
    (("plan", "reviews"), [{"on": "", "note": ""}]), (("plan", "reviews"), [{"on": DAY, "note": ""}] * (LIMITS["reviews"] + 1)),
    (("finished", 0, "items", 0, "reached"), "yes"), (("finished", 0, "items", 0), ITEM), (("finished",), [FULL["finished"][0]] * (LIMITS["finished"] + 1)),
    (("evidence", "dough"), [{"on": DAY, "text": ""}] * (LIMITS["evidence"] + 1)), (("evidence", "dough"), "A sourdough"), (("judged",), {"dough": "good"}),
    (("handbook",), "x" * (LIMITS["name"] + 1)), (("edition",), 1.0),
]


def with_(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    found = copy.deepcopy(FULL)
    place: Any = found
    for one in path[:-1]:
        place = place[one]
    place[path[-1]] = value
    return found


def by_the_schema(found: dict[str, Any]) -> bool:
    return Draft202012Validator(saved_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).is_valid(found)


def by_the_model(found: dict[str, Any]) -> bool:
    try:
        Saved.model_validate(found)
    except ValidationError:
        return False
    return True


def by_the_page(*found: dict[str, Any]) -> list[bool]:
    same = "JSON.stringify(checked(one)) === JSON.stringify(one)"
    call = f"given.map((one) => {{ try {{ return {same}; }} catch (fault) {{ if (!fault.kind) throw fault; return false; }} }})"
    (said,) = answers("state.js", call, given=found)
    return said


def test_a_full_file_is_taken_by_all():
    assert by_the_schema(FULL) and by_the_model(FULL) and by_the_page(FULL) == [True]
    assert json.loads(Saved.model_validate(FULL).model_dump_json()) == FULL


def test_what_is_sound_is_taken_by_all():
    files = [with_(*one) for one in GOOD]
    assert [*map(by_the_schema, files)] == [*map(by_the_model, files)] == by_the_page(*files) == [True] * len(GOOD)


def test_what_is_not_is_refused_by_all():
    files = [with_(*one) for one in BAD]
    by_all = zip(map(by_the_schema, files), map(by_the_model, files), by_the_page(*files), strict=True)
    assert [(path, said) for (path, _), said in zip(BAD, by_all, strict=True) if any(said)] == []


@pytest.mark.parametrize("field", FULL)
def test_a_file_without_one_of_its_fields_is_refused_by_all(field):
    found = {name: value for name, value in FULL.items() if name != field}
    assert not by_the_schema(found) and not by_the_model(found) and by_the_page(found) == [False]


def test_a_finished_plan_of_an_older_file_says_less_and_is_taken_by_all():
    older = {"on": DAY, "role": None, "goal": None, "items": [{**ITEM, "reached": True}], "note": ""}
    found = with_(("finished",), [older])
    assert by_the_schema(found) and by_the_model(found)
    (read,) = answers("state.js", "checked(given)", given=found)
    (over,) = read["finished"]
    assert over == {**older, "items": [{**ITEM, "reached": True, "before": ""}], "reviews": [], "talk": ""}


def test_evidence_is_limited_in_all_not_only_for_each():
    found = with_(("evidence",), {name: [{"on": DAY, "text": ""}] * 300 for name in ("dough", "fire")})
    assert not by_the_model(found) and by_the_page(found) == [False]


def test_the_limits_are_the_same():
    (limits,) = answers("state.js", "LIMITS")
    assert {name: most for name, most in limits.items() if name not in ("file", "link")} == LIMITS


def test_an_empty_state_is_sound():
    (found,) = answers("state.js", "empty()")
    assert by_the_schema(found) and by_the_model(found)
