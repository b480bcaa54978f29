"""The days of a plan in a browser: its reviews, by when its items are to be reached, and the calendar that takes them along."""
from __future__ import annotations

from icalendar import Calendar

from tests.browser import until
from tests.generator.path.planned import kept, taken


def test_a_review_keeps_its_id_in_calendars_when_it_is_moved(planning):
    page = planning()
    page.locator("[data-do=review]").click()
    day = page.locator("[data-review][data-of=on]")
    day.wait_for()
    before = Calendar.from_ical(taken(page, "calendar")).walk("VEVENT")[0]
    day.fill("2031-02-28")
    until(page, "document.querySelector('.paper-end').textContent.includes('28 February 2031')")
    after = Calendar.from_ical(taken(page, "calendar")).walk("VEVENT")[0]
    assert before["uid"] == after["uid"] and str(after.decoded("dtstart")) == "2031-02-28" != str(before.decoded("dtstart"))


def test_the_day_by_which_an_item_is_to_be_reached_is_in_the_calendar_too(planning):
    page = planning(n=1)
    page.locator("input[data-of=by]").fill("2031-02-28")
    page.locator("[data-take=calendar]").wait_for()
    (event,) = Calendar.from_ical(taken(page, "calendar")).walk("VEVENT")
    assert str(event.decoded("dtstart")) == "2031-02-28" and event["summary"].startswith("Target date: ")


def test_a_review_whose_day_has_come_is_named_until_something_is_noted_of_it(planning):
    page = planning(n=1)
    page.locator("[data-do=review]").click()
    page.locator("[data-review][data-of=on]").fill("2026-01-15")
    page.locator(".notice[data-key=due]").wait_for()
    assert "15 January 2026" in page.locator(".notice[data-key=due]").inner_text()
    assert "15 January 2026" not in page.locator(".plan-paper .lines").last.inner_text()
    page.locator("[data-review][data-of=note]").fill("We talked")
    page.locator(".notice[data-key=due]").wait_for(state="detached")


PART = """(value) => {
  const field = document.activeElement;
  field.value = value;
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
}"""


def test_a_day_that_is_typed_piece_by_piece_stays_the_day_of_its_review(planning):
    page = planning()
    for number, (day, note) in enumerate((("2027-05-30", "first"), ("2027-11-30", "second"))):
        page.locator("[data-do=review]").click()
        page.locator("[data-review][data-of=on]").nth(number).fill(day)
        page.locator("[data-review][data-of=note]").nth(number).fill(note)
    page.locator("[data-review][data-of=on]").nth(1).focus()
    for day, said in (("2027-01-30", "30 January 2027"), ("2027-01-15", "15 January 2027")):  # first the month, then the day
        page.evaluate(PART, day)
        until(page, "(said) => document.querySelector('.paper-end').textContent.includes(said)", arg=said)
    first, second = {"on": "2027-05-30", "note": "first"}, {"on": "2027-01-15", "note": "second"}
    assert kept(page)["plan"]["reviews"] == [first, second]
    page.locator("[data-talk]").focus()
    until(page, "document.querySelector('[data-review][data-of=note]').value === 'second'")
    assert kept(page)["plan"]["reviews"] == [second, first]
    assert page.locator("[data-review][data-of=on]").evaluate_all("all => all.map((one) => one.value)") == ["2027-01-15", "2027-05-30"]
