"""The growth file in a browser: plans that are finished, and evidence over time."""
from __future__ import annotations

from tests.browser import until
from tests.generator.path.planned import OPEN, kept


def test_a_finished_plan_is_kept_with_what_was_reached_and_the_next_begins_empty(planning, handbook):
    page = planning()
    planned = kept(page)["plan"]["items"]
    page.locator("[name=reached]").first.check()
    page.locator("[data-form=finish] textarea").first.fill("A sourdough")
    page.locator("[data-talk]").fill("More flour")  # what is drawn anew leaves the form as it is
    page.locator("[data-do=review]").click()
    page.locator("[data-review][data-of=note]").fill("With Lin")
    before = kept(page)
    page.locator("[data-form=finish] button").click()
    page.locator(".finished").wait_for()
    state = kept(page)
    (over,) = state["finished"]
    assert over["talk"] == "More flour" and [review["note"] for review in over["reviews"]] == ["With Lin"], "what was talked over is kept, too"
    assert [item["reached"] for item in over["items"]] == [True, False, False]
    assert [{name: value for name, value in item.items() if name not in ("reached", "before")} for item in over["items"]] == planned
    assert state["plan"] == {"items": [], "reviews": [], "talk": ""}
    one = planned[0]["competency"]
    assert state["ratings"][one]["level"] == planned[0]["to"] and [piece["text"] for piece in state["evidence"][one]] == ["A sourdough"]
    assert page.locator(f"[name='ratings.{one}'][value={planned[0]['to']}]").is_checked()
    assert handbook.competencies[one].name.en in page.locator(".evidence-of").inner_text()
    page.locator(".notices button").click()
    page.locator(".plan-item").nth(2).wait_for()
    assert kept(page) == before, "and all of it can be taken back"


def test_what_was_not_reached_goes_into_the_next_plan_where_that_is_wished(planning):
    page = planning()
    left = [item["competency"] for item in kept(page)["plan"]["items"][1:]]
    page.locator("[name=reached]").first.check()
    page.locator("[name=carry]").check()
    page.locator("[data-form=finish] button").click()
    page.locator(".finished").wait_for()
    assert [item["competency"] for item in kept(page)["plan"]["items"]] == left
    page.evaluate(OPEN)
    page.locator("[data-unfinish]").click()
    page.locator(".finished").wait_for(state="detached")
    page.locator(".notices button").click()
    page.locator(".finished").wait_for()


def test_evidence_is_noted_over_time_and_a_note_can_be_taken_out_and_back(planning):
    page = planning(n=0)
    for day, text in (("2026-05-01", "20 loaves"), ("2026-11-01", "60 loaves")):
        page.locator("[data-form=add] [name=on]").fill(day)
        page.locator("[data-form=add] [name=text]").fill(text)
        page.locator("[data-form=add] button").click()
        page.locator(".evidence-of .text", has_text=text).wait_for()
    shown = page.locator(".evidence-of .text")
    assert shown.all_inner_texts() == ["60 loaves", "20 loaves"]
    page.locator("[data-forget]").first.click()
    until(page, "document.querySelectorAll('.evidence-of .text').length === 1")
    page.locator(".notices button").click()
    until(page, "document.querySelectorAll('.evidence-of .text').length === 2")
    assert shown.all_inner_texts() == ["60 loaves", "20 loaves"]
