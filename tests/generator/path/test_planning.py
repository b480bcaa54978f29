"""What becomes of a plan: pure functions of what is kept."""
from __future__ import annotations

import copy

from tests.generator.path.scripts import answers

LEVELS = [{"id": "execute", "name": "Execute", "step": 1}, {"id": "plan", "name": "Plan", "step": 2}, {"id": "lead", "name": "Lead", "step": 3}]
INDEX = {"levels": LEVELS, "competencies": {"dough": {"name": "Dough"}, "fire": {"name": "Fire"}}}
DOUGH = {"id": "dough", "mine": 1, "levels": [{"id": one["id"], "lines": [f"Can {one['name'].lower()}", "And more"]} for one in LEVELS]}
ITEM = {"competency": "dough", "to": "plan", "how": "Knead", "by": "2027-06-30", "who": "", "sign": "Can plan"}
STATE = {
    "role": "oven-hand", "goal": None, "ratings": {"dough": {"level": "execute", "evidence": "40 loaves", "on": "2026-11-30"}}, "signals": [],
    "plan": {"items": [], "reviews": [], "talk": ""}, "finished": [], "evidence": {}, "judged": {},
}


def with_plan(**plan):
    return {**copy.deepcopy(STATE), "plan": {**STATE["plan"], **plan}}


def does(call, state=STATE, **given):
    (found,) = answers("planning.js", call, given={"state": state, "index": INDEX, "row": DOUGH, "item": ITEM, **given})
    return found


def test_a_competency_becomes_an_item_one_level_up_seen_by_what_the_handbook_says_of_that_level():
    made = {"competency": "dough", "to": "plan", "how": "", "by": "2027-05-30", "who": "", "sign": "Can plan"}
    assert does("suggested(given.row, given.index, '2027-05-30')") == made
    assert does("suggested({ ...given.row, mine: null }, given.index, '')")["to"] == "execute"  # not rated, or not known
    assert does("suggested({ ...given.row, mine: 3 }, given.index, '')")["to"] == "lead"  # to deepen what one has


def test_what_one_could_work_on_is_what_either_role_asks_each_once_ones_own_essentials_first_then_the_widest():
    def gap(id, to, useful, need):
        return {"id": id, "name": id, "from": 1, "to": to, "useful": useful, "need": need}

    goal = [gap("a", 2, False, "essential"), gap("d", 4, False, "essential"), gap("b", 4, True, "useful")]
    gaps = {"goal": goal, "role": [gap("c", 3, False, "essential"), gap("b", 2, False, "essential")]}
    found = does("candidates(given.gaps)", gaps=gaps)
    assert [(one["id"], one["to"], one["need"], one["asking"]) for one in found] == [
        ("b", 4, "essential", ["goal", "role"]), ("c", 3, "essential", ["role"]), ("d", 4, "essential", ["goal"]), ("a", 2, "essential", ["goal"]),
    ]


def test_with_the_first_item_come_days_to_look_back_on_it_and_with_no_other():
    call = "added(given.state, given.item, { start: '2026-11-30', months: 6 }).plan"
    assert does(call) == {"items": [ITEM], "reviews": [{"on": "2027-05-30", "note": ""}], "talk": ""}
    kept = [{"on": "2027-01-01", "note": "x"}]
    assert does(call, with_plan(reviews=kept))["reviews"] == kept and does(call, with_plan(items=[ITEM]))["reviews"] == []
    assert does("added(given.state, given.item).plan.reviews") == []  # where the handbook has no rhythm


def test_what_is_taken_out_can_be_put_back_where_it_was():
    other = {**ITEM, "competency": "fire"}
    state = with_plan(items=[ITEM, other])
    assert does("added(without(given.state, 'dough'), given.item, { at: 0 })", state) == state
    assert does("without(given.state, 'gone')", state) == state


def test_two_items_of_one_competency_are_told_apart():
    state = with_plan(items=[ITEM, {**ITEM, "how": "Bake"}])
    assert [one["key"] for one in does("keyed(given.state.plan.items)", state)] == ["dough", "dough~1"]
    assert [one["how"] for one in does("changed(given.state, 'dough~1', { how: 'Rest' }).plan.items", state)] == ["Knead", "Rest"]


def test_with_another_level_comes_what_it_says_unless_the_reader_wrote_something_else():
    call = "changed(given.state, 'dough', { to: 'lead' }, given.row).plan.items[0]"
    assert does(call, with_plan(items=[ITEM])) == {**ITEM, "to": "lead", "sign": "Can lead"}
    row = {**DOUGH, "levels": [{**one, "signs": [f"会{one['id']}", one["lines"][0]]} for one in DOUGH["levels"]]}
    chinese = with_plan(items=[{**ITEM, "sign": "会plan"}])
    assert does(call, chinese, row=row)["sign"] == "Can lead", "though it was suggested in another language"
    assert does("signOf(given.state.plan.items[0], given.row)", chinese, row=row) == "Can plan"
    own = {**ITEM, "sign": "The mayor eats it"}
    assert does(call, with_plan(items=[own])) == {**own, "to": "lead"}
    assert does("changed(given.state, 'dough', { sign: '' }, given.row).plan.items[0].sign", with_plan(items=[ITEM])) == ""


def test_the_next_review_follows_the_last_by_the_rhythm():
    def following(months, **plan):
        return does(f"nextReview(given.state.plan, {months}, '2026-11-30')", with_plan(**plan))

    assert following(6) == "2027-05-30" and following(6, reviews=[{"on": "2027-05-30", "note": ""}]) == "2027-11-30"
    assert following(0, items=[ITEM]) == "2027-06-30" and following(0) == "2026-12-30"


def test_reviews_stand_in_the_order_of_their_days():
    call = "withReviews(given.state, [{ on: '2027-11-30' }, { on: '2027-05-30' }]).plan.reviews"
    assert [one["on"] for one in does(call)] == ["2027-05-30", "2027-11-30"]


def test_a_finished_plan_is_kept_with_its_reviews_and_talks_what_was_reached_and_what_shows_it():
    fire = {**ITEM, "competency": "fire", "to": "lead"}
    state = with_plan(items=[ITEM, fire], reviews=[{"on": "2027-05-30", "note": "Going well"}], talk="More flour")
    over = {"on": "2027-06-30", "reached": ["dough"], "shows": {"dough": " A sourdough "}, "note": "Slow is fast"}
    found = does("finished(given.state, given.over, given.index)", state, over=over)
    assert found["finished"] == [{
        "on": "2027-06-30", "role": "oven-hand", "goal": None, "note": "Slow is fast",
        "items": [{**ITEM, "reached": True, "before": "execute"}, {**fire, "reached": False, "before": ""}],
        "reviews": [{"on": "2027-05-30", "note": "Going well"}], "talk": "More flour",
    }]
    assert found["plan"] == {"items": [], "reviews": [], "talk": ""}
    carried = does("finished(given.state, { ...given.over, carry: true, months: 6 }, given.index).plan", state, over=over)
    assert carried == {"items": [{**fire, "by": ""}], "reviews": [{"on": "2027-12-30", "note": ""}], "talk": ""}
    assert found["evidence"] == {"dough": [{"on": "2027-06-30", "text": "A sourdough"}]}
    assert found["ratings"] == {"dough": {"level": "plan", "evidence": "A sourdough", "on": "2027-06-30"}}, "what was not reached rates nobody"


def test_reaching_a_level_never_lowers_the_one_that_somebody_has():
    state = with_plan(items=[{**ITEM, "to": "execute"}])
    state["ratings"]["dough"]["level"] = "lead"
    over = {"on": "2027-06-30", "reached": ["dough"], "shows": {}, "note": ""}
    assert does("finished(given.state, given.over, given.index).ratings", state, over=over) == state["ratings"]


def test_a_finished_plan_that_is_taken_out_can_be_put_back_where_it_was():
    state = {**STATE, "finished": [{"on": "2027-06-30"}, {"on": "2028-06-30"}]}
    less = does("unfinished(given.state, 0, given.state.finished[0])", state)
    assert less["finished"] == [{"on": "2028-06-30"}] and does("unfinished(given.state, 1, given.state.finished[0])", state) == state
    assert does("refinished(given.state, 0, given.shown)", less, shown={"on": "2027-06-30"}) == state


def test_evidence_is_added_and_taken_out_and_an_empty_list_goes():
    piece = {"on": "2027-01-01", "text": "x"}
    state = does("evident(given.state, 'fire', given.piece)", piece=piece)
    assert state["evidence"] == {"fire": [piece]}
    assert does("unproven(given.state, 'fire', given.piece)", state, piece=piece) == STATE


def test_history_has_what_was_kept_and_what_stands_beside_the_rating_the_newest_first_and_nothing_twice():
    state = {**copy.deepcopy(STATE), "evidence": {"dough": [{"on": "2026-01-01", "text": "20 loaves"}, {"on": "2027-01-01", "text": "60 loaves"}]}}
    assert [one["text"] for one in does("Object.fromEntries(history(given.state)).dough", state)] == ["60 loaves", "40 loaves", "20 loaves"]
    state["evidence"]["dough"][0]["text"] = "40 loaves"
    assert [one["text"] for one in does("Object.fromEntries(history(given.state)).dough", state)] == ["60 loaves", "40 loaves"]


def test_a_review_is_changed_where_it_still_is_the_one_that_was_shown():
    first, second = {"on": "2027-05-30", "note": ""}, {"on": "2027-11-30", "note": ""}
    state = with_plan(reviews=[first, second])
    call = "reviewed(given.state, 0, given.shown, given.change).plan.reviews"
    assert does(call, state, shown=first, change={"note": "With Lin"}) == [{**first, "note": "With Lin"}, second]
    assert does(call, state, shown=first, change={"on": "2028-01-01"}) == [{**first, "on": "2028-01-01"}, second], "not yet in order"
    assert does(call, state, shown=first, change=None) == [second]
    assert does(call, state, shown=second, change=None) == [first, second], "another tab was quicker"
