"""What was kept with an earlier edition is led on as the handbook says, and whatever it does not know is kept and told."""
from __future__ import annotations

import copy

from tests.generator.path.scripts import answers
from tests.generator.path.test_state import STATE

INDEX = {
    "handbook": {"titles": ["面包房", "A bakery"], "edition": "2"},
    "levels": [{"id": id, "step": step} for step, id in enumerate(("do", "plan", "lead"), 1)],
    "roles": {"baker": {"name": "Baker"}, "head": {"name": "Head"}},
    "competencies": {"dough": {"name": "Dough"}, "oven": {"name": "Oven"}, "heat": {"name": "Heat"}, "salt": {"name": "Salt"}},
    "retired": {
        "roles": {"boy": {"name": "Boy", "by": ["baker"]}, "both": {"name": "Both", "by": ["baker", "head"]},
                  "bakers": {"name": "Baker", "by": ["baker"]}},
        "competencies": {
            "paste": {"name": "Paste", "by": ["dough"]}, "batter": {"name": "Dough", "by": ["dough"]},
            "fire": {"name": "Fire", "by": ["oven", "heat"], "went": {"do": "oven", "plan": "oven", "lead": "heat"}},
            "taste": {"name": "Taste", "by": ["salt", "heat"]}, "older": {"name": "Older", "by": ["paste"]},
        },
    },
}


def follow(**change):
    (found,) = answers("follow.js", "followed(given.state, given.index)", given={"state": {**copy.deepcopy(STATE), **change}, "index": INDEX})
    return found["state"], [one["kind"] for one in found["said"]]


def rated(level, evidence="seen"):
    return {"level": level, "evidence": evidence, "on": "2026-11-30"}


def test_what_has_not_changed_stays_and_says_nothing():
    assert follow(edition="2") == ({**STATE, "edition": "2"}, [])
    assert follow()[1] == ["edition"]


def test_a_role_that_has_retired_is_followed_where_one_took_its_place():
    assert (follow(edition="2", role="boy")[0]["role"], follow(edition="2", role="boy")[1]) == ("baker", ["role"])
    assert (follow(edition="2", role="both")[0]["role"], follow(edition="2", role="both")[1]) == (None, ["role-lost"])
    assert follow(edition="2", goal="nobody")[1] == ["goal-lost"]


def test_a_competency_under_another_id_takes_all_along_over_two_editions_too():
    for old in ("paste", "older"):
        state, said = follow(edition="2", ratings={old: rated("plan")}, plan={**STATE["plan"], "items": [{**STATE["plan"]["items"][0], "competency": old}]})
        assert state["ratings"] == {"dough": rated("plan")} and state["plan"]["items"][0]["competency"] == "dough" and said == ["renamed"]


def test_another_id_alone_is_followed_and_nobody_is_told_of_it():
    state, said = follow(edition="2", role="bakers", ratings={"batter": rated("plan")})
    assert (state["role"], [*state["ratings"]], said) == ("baker", ["dough"], ["moved", "moved"])
    assert answers("told.js", "changes(given, {})", given=[{"kind": "moved"}]) == [[]]


def test_of_a_divided_one_each_part_has_the_level_that_went_there_and_no_more():
    assert follow(edition="2", ratings={"fire": rated("lead")})[0]["ratings"] == {"oven": rated("plan"), "heat": rated("lead")}
    state, said = follow(edition="2", ratings={"fire": rated("do")})
    assert state["ratings"] == {"oven": rated("do")} and said == ["split"]
    items = [{**STATE["plan"]["items"][0], "competency": "fire", "to": to} for to in ("plan", "lead")]
    assert [one["competency"] for one in follow(plan={**STATE["plan"], "items": items})[0]["plan"]["items"]] == ["oven", "heat"]


def test_where_nobody_says_what_went_where_no_level_is_guessed_and_nothing_is_lost():
    state, said = follow(edition="2", ratings={"taste": rated("plan", "won a prize")}, evidence={})
    assert state["ratings"] == {} and said == ["unsaid"]
    assert state["evidence"] == {"salt": [{"on": "2026-11-30", "text": "won a prize"}]}


def test_what_is_rated_already_stays_as_it_is():
    state, _ = follow(ratings={"paste": rated("lead", "old"), "dough": rated("do", "new")}, evidence={})
    assert state["ratings"] == {"dough": rated("do", "new")} and state["evidence"]["dough"] == [{"on": "2026-11-30", "text": "old"}]


def test_strangers_are_kept_and_told():
    state, said = follow(edition="2", ratings={"juggling": rated("plan"), "dough": rated("master")})
    assert state["ratings"].keys() == {"juggling", "dough"} and said == ["stranger", "level"]


def test_a_file_of_another_handbook_is_known_by_its_name_and_by_what_is_in_it():
    ours = "[isOurs(given.state, given.index), isOurs({ ...given.state, handbook: 'A choir' }, given.index), " \
        "isOurs({ ...given.state, handbook: 'A choir', ratings: { song: {} } }, given.index)]"
    assert answers("follow.js", ours, given={"state": STATE, "index": INDEX}) == [[True, True, False]]
