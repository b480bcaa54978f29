"""What is opened is read with checks: whatever is wrong is named, and nothing of it is taken."""
from __future__ import annotations

import json

import pytest

from tests.generator.path.scripts import answers

READ = """given.map((text) => {
  try { return { state: read(text) }; } catch (fault) { return { kind: fault.kind, field: fault.field, right: fault.right, n: fault.n }; }
})"""
STATE = {
    "format": "career-path", "version": 1, "handbook": "A bakery", "edition": "1", "saved": "2026-11-30", "role": "baker", "goal": None,
    "ratings": {"dough": {"level": "plan", "evidence": "40 loaves", "on": "2026-11-30"}}, "signals": ["stage/first-batch", "role/0a1b2c3d"],
    "plan": {"items": [{"competency": "dough", "to": "lead", "how": "", "by": "", "who": "", "sign": ""}], "reviews": [], "talk": ""},
    "finished": [], "evidence": {"dough": [{"on": "2026-11-30", "text": "40 loaves"}]}, "judged": {},
}


def read(*texts: object) -> list[dict]:
    (found,) = answers("state.js", READ, given=[text if isinstance(text, str) else json.dumps(text) for text in texts])
    return found


def test_what_is_as_it_should_be_comes_back_as_it_was():
    (found,) = read(STATE)
    assert found["state"] == STATE


RATING = STATE["ratings"]["dough"]


@pytest.mark.parametrize("change, kind, field", [
    ({"extra": 1}, "field", "extra"),
    ({"role": "<script>alert(1)</script>"}, "wrong", "role"),
    ({"role": 7}, "wrong", "role"),
    ({"saved": "2026-02-30"}, "wrong", "saved"),
    ({"saved": "30/11/2026"}, "wrong", "saved"),
    ({"ratings": []}, "wrong", "ratings"),
    ({"ratings": {"dough": "plan"}}, "wrong", "ratings.dough"),
    ({"ratings": {"dough": {**RATING, "evidence": ["x"]}}}, "wrong", "ratings.dough.evidence"),
    ({"ratings": {"dough": {**RATING, "evidence": "长" * 2001}}}, "long", "ratings.dough.evidence"),
    ({"ratings": {"dough": {"level": "plan"}}}, "missing", "ratings.dough.evidence"),
    ({"ratings": {f"c-{n}": RATING for n in range(201)}}, "many", "ratings"),
    ({"signals": ["javascript:alert(1)"]}, "wrong", "signals[0]"),
    ({"plan": None}, "wrong", "plan"),
    ({"plan": {**STATE["plan"], "items": [{**STATE["plan"]["items"][0], "by": "soon"}]}}, "wrong", "plan.items[0].by"),
    ({"evidence": {f"c-{n}": [{"on": "2026-11-30", "text": ""}] * 3 for n in range(200)}}, "many", "evidence"),
    ({"version": 2}, "newer", ""),
    ({"version": "1"}, "foreign", ""),
    ({"format": "else"}, "foreign", ""),
])
def test_what_is_wrong_is_named_and_nothing_is_taken(change, kind, field):
    (found,) = read({**STATE, **change})
    assert (found["kind"], found["field"]) == (kind, field)


def test_no_name_of_every_object_gets_in():
    hostile = json.dumps(STATE).replace('"dough": {"level"', '"__proto__": {"level"', 1)
    assert read(hostile)[0] == {"kind": "wrong", "field": "ratings.__proto__", "right": "id", "n": 0}
    assert read({**STATE, "ratings": {"constructor": RATING}})[0]["state"]["ratings"] == {"constructor": RATING}
    assert answers("state.js", "own({}, 'constructor') ?? null") == [None]


@pytest.mark.parametrize("text, kind", [("", "broken"), ("{", "broken"), ("null", "foreign"), ("[]", "foreign"), ("\x00PK", "broken")])
def test_what_is_no_such_file_says_so(text, kind):
    assert read(text)[0]["kind"] == kind


def test_ten_megabytes_are_not_even_parsed():
    call = "(() => { try { read('['.repeat(10_000_000)); } catch (fault) { return fault.kind; } })()"
    assert answers("state.js", call) == ["large"]


def test_what_would_not_open_again_is_not_kept():
    long = "长" * 2000
    heavy = {**STATE, "evidence": {"dough": [{"on": "2026-11-30", "text": long}] * 400}}
    call = "(() => { try { written(given); } catch (fault) { return fault.kind; } })()"
    assert answers("state.js", call, given=heavy) == ["heavy"]


def test_a_sheet_that_comes_back_leaves_the_growth_file_and_finished_plans_as_they_are():
    mine = {**STATE, "finished": [{"on": "2026-11-30", "role": None, "goal": None, "items": [], "note": ""}]}
    piece = {"on": "2026-11-30", "text": "seen"}
    sheet, bare, back = answers("state.js", "isSheet(sheetOf(given.mine))", "isSheet(given.mine)",
                                "withGrowth({ ...sheetOf(given.mine), evidence: given.noted }, given.mine)",
                                given={"mine": mine, "noted": {"dough": [STATE["evidence"]["dough"][0], piece], "salt": [piece]}})
    assert sheet and not bare and back["finished"] == mine["finished"]
    assert back["evidence"] == {"dough": [*STATE["evidence"]["dough"], piece], "salt": [piece]}
