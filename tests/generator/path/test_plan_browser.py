"""Planning in a browser: three gaps chosen and written up, on one sheet of paper, taken along in every form, and finished."""
from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from icalendar import Calendar
from lxml import html
from playwright.sync_api import Page

from macros.model.handbook import Handbook
from macros.model.roles import Role
from macros.path.saved import Saved
from macros.words.languages import LANGUAGES
from tests.browser import NARROW, WIDE
from tests.generator.path.hostile import TEXTS

HOW = "textarea[data-of=how]"
OPEN = "document.querySelectorAll('.path-page details').forEach((one) => { one.open = true; })"


def asking(handbook: Handbook) -> Role:
    """The role in use that asks for most."""
    return max(handbook.ordered_roles, key=lambda role: len(role.competencies))


@pytest.fixture
def planning(visit: Callable[..., Page], handbook: Handbook) -> Callable[..., Page]:
    """Opens the page for somebody who has nothing yet of what their role asks, and plans so many gaps."""
    def opened(language: str = "en", n: int = 3, **context: object) -> Page:
        page = visit(f"{language}/path/", accept_downloads=True, **context)
        role = asking(handbook)
        page.select_option("[name=role]", role.id)
        page.locator("details.rates").first.wait_for()
        page.evaluate(OPEN)
        for one in role.competencies:
            page.locator(f"[name='ratings.{one.competency}'][value=none]").check()
        page.evaluate(OPEN)
        for number in range(n):
            page.locator("[data-plan]").nth(number).check()
            page.locator(".plan-item").nth(number).wait_for()
        page.evaluate(OPEN)
        return page

    return opened


def kept(page: Page) -> dict[str, Any]:
    """What the browser keeps."""
    (found,) = page.evaluate("Object.entries(localStorage).filter(([name]) => name.endsWith('.path.1')).map(([, text]) => text)")
    return json.loads(found)


def taken(page: Page, wish: str) -> bytes:
    """The file that a button hands over."""
    with page.expect_download() as coming:
        page.locator(f"[data-take={wish}]").click()
    return coming.value.path().read_bytes()


def sheets(page: Page) -> list[str]:
    """What stands on each sheet that a page prints on, in one line."""
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in printed]


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_gaps_are_planned_each_one_level_up_with_what_the_handbook_says_of_it(planning, handbook, language):
    page = planning(language)
    items = kept(page)["plan"]["items"]
    first, *_ = handbook.levels
    assert [item["to"] for item in items] == [first] * 3 and [item["how"] for item in items] == [""] * 3
    assert [item["sign"] for item in items] == [handbook.competencies[item["competency"]].levels[first].can[0][language] for item in items]
    assert page.locator("textarea[data-of=sign]").evaluate_all("all => all.map((one) => one.value)") == [item["sign"] for item in items]


def test_with_another_level_comes_what_it_says_and_what_was_written_stays(planning, handbook):
    page = planning()
    _, second, *_ = handbook.levels
    page.locator("textarea[data-of=sign]").nth(1).fill("The shop says so")
    for number in range(2):
        page.locator("select[data-of=to]").nth(number).select_option(second)
    page.wait_for_function("(level) => [...document.querySelectorAll('select[data-of=to]')].slice(0, 2).every((one) => one.value === level)", arg=second)
    one, other, _ = kept(page)["plan"]["items"]
    assert one["sign"] == handbook.competencies[one["competency"]].levels[second].can[0].en and other["sign"] == "The shop says so"


def test_what_is_being_written_keeps_its_caret_and_stays_after_a_reload(planning):
    page = planning()
    field = page.locator(HOW).first
    field.click()
    page.keyboard.type("Knead by hand, ")
    page.keyboard.type("every morning")
    assert page.evaluate("document.activeElement.value") == "Knead by hand, every morning"
    page.reload()
    page.locator(".plan-item").first.wait_for()
    assert page.locator(HOW).first.input_value() == "Knead by hand, every morning"


def test_an_item_taken_out_can_be_put_back_as_it_was(planning):
    page = planning()
    page.locator(HOW).nth(1).fill("Bake with Lin")
    before = kept(page)["plan"]
    page.locator("[data-out]").nth(1).click()
    page.wait_for_function("document.querySelectorAll('.plan-item').length === 2")
    assert page.evaluate("document.activeElement.matches('.notices button')"), "the keyboard is where one can go back"
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.plan-item').length === 3")
    assert kept(page)["plan"] == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "phone"])
def test_a_plan_is_printed_on_one_sheet_with_the_profile_and_lines_to_sign(planning, handbook, language, viewport):
    page = planning(language, viewport=viewport)
    page.locator(HOW).first.fill("Knead by hand")
    page.locator("[data-talk]").fill("More flour")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    (sheet,) = sheets(page)
    role = asking(handbook)
    names = [role.name[language], *(handbook.competencies[one.competency].name[language] for one in role.competencies)]
    flat = re.sub(r"\s", "", sheet)
    assert [name for name in [*names, "Knead by hand", "More flour"] if re.sub(r"\s", "", name) not in flat] == []
    assert page.locator(".sheets").inner_text() == {"zh": "印出来正好一页A4。", "en": "It fits on one page of A4."}[language]


def test_what_does_not_fit_on_one_sheet_is_said_before_it_is_printed_and_nothing_is_cut(planning):
    page = planning(n=3)
    long = "Knead and rest and fold. " * 70
    for number in range(3):
        page.locator(HOW).nth(number).fill(f"{long}[{number}]")
    page.wait_for_function("document.querySelector('.sheets').textContent.includes('pages of A4')")
    found = sheets(page)
    said = int(re.search(r"\d", page.locator(".sheets").inner_text())[0])
    assert len(found) == said > 1 and all(f"[{number}]" in " ".join(found) for number in range(3))


def test_every_form_is_read_back_with_whatever_was_written(planning):
    page = planning(n=5)
    hostile = [re.sub("[\x00\x07]", "", text).replace("\r\n", "\n") for text in TEXTS if text.strip()]
    fields = page.locator(".plan-item textarea")
    assert fields.count() == 15 > len(hostile)
    for number, text in enumerate(hostile):
        fields.nth(number).fill(text)
    page.locator("[data-do=review]").click()
    note = page.locator("[data-review][data-of=note]")
    note.fill(hostile[0])
    items = kept(page)["plan"]["items"]
    texts = [item[of] for item in items for of in ("sign", "how", "who")]
    assert texts[:len(hostile)] == hostile
    word = html.document_fromstring(taken(page, "word"))
    for line in word.iter("br"):
        line.tail = f"\n{line.tail or ''}"
    assert not word.xpath("//script | //img | //@onerror") and len(word.xpath("//h3")) == 5
    assert [text for text in texts if text not in [cell.text_content() for cell in word.iter("td")]] == []
    heading, *rows = csv.reader(io.StringIO(taken(page, "csv").decode("utf-8-sig"), newline=""))
    assert [cell.removeprefix("'") for row in rows for cell in (row[3], row[4], row[6])] == texts and len(heading) == 7
    (event,) = Calendar.from_ical(taken(page, "calendar")).walk("VEVENT")
    assert event["description"].startswith(hostile[0]) and event["url"] == page.url
    told = taken(page, "markdown").decode()
    assert len(re.findall("^### ", told, re.M)) == 5 and len(re.findall(r"^- \*\*How we’ll know\*\*: ", told, re.M)) == 5
    with page.expect_download() as coming:
        page.locator(".path-tools [data-do=save]").click()
    saved = json.loads(coming.value.path().read_bytes())
    assert saved == kept(page)
    Saved.model_validate(saved)


def test_a_review_keeps_its_id_in_calendars_when_it_is_moved(planning):
    page = planning()
    page.locator("[data-do=review]").click()
    day = page.locator("[data-review][data-of=on]")
    day.wait_for()
    before = Calendar.from_ical(taken(page, "calendar")).walk("VEVENT")[0]
    day.fill("2031-02-28")
    page.wait_for_function("document.querySelector('.paper-end').textContent.includes('28 February 2031')")
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


def test_an_item_that_one_has_grown_past_says_so_and_offers_the_next_level(planning, handbook):
    page = planning(n=1)
    (item,) = kept(page)["plan"]["items"]
    page.locator(f"[name='ratings.{item['competency']}'][value={item['to']}]").check()
    page.locator("[data-raise]").click()
    page.locator("[data-raise]").wait_for(state="detached")
    assert kept(page)["plan"]["items"][0]["to"] == [*handbook.levels][1]


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
        page.wait_for_function("(said) => document.querySelector('.paper-end').textContent.includes(said)", arg=said)
    first, second = {"on": "2027-05-30", "note": "first"}, {"on": "2027-01-15", "note": "second"}
    assert kept(page)["plan"]["reviews"] == [first, second]
    page.locator("[data-talk]").focus()
    page.wait_for_function("document.querySelector('[data-review][data-of=note]').value === 'second'")
    assert kept(page)["plan"]["reviews"] == [second, first]
    assert page.locator("[data-review][data-of=on]").evaluate_all("all => all.map((one) => one.value)") == ["2027-01-15", "2027-05-30"]


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
    page.wait_for_function("document.querySelectorAll('.evidence-of .text').length === 1")
    page.locator(".notices button").click()
    page.wait_for_function("document.querySelectorAll('.evidence-of .text').length === 2")
    assert shown.all_inner_texts() == ["60 loaves", "20 loaves"]


def test_another_tab_is_heard_and_neither_loses_what_the_other_wrote(planning):
    page = planning()
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".plan-item").first.wait_for()
    page.locator(HOW).first.fill("Here")
    other.locator(HOW).nth(1).fill("There")
    for one in (page, other):
        one.wait_for_function("[...document.querySelectorAll('textarea[data-of=how]')].map((one) => one.value).slice(0, 2).join() === 'Here,There'")
    assert [item["how"] for item in kept(page)["plan"]["items"]] == ["Here", "There", ""]


def test_the_plan_is_worked_on_by_the_keyboard_alone(planning):
    page = planning(n=0)
    page.locator("[data-plan]").first.focus()
    page.keyboard.press("Space")
    page.locator(".plan-item").wait_for()
    assert page.evaluate("document.activeElement.matches('[data-plan]') && document.activeElement.checked")
    page.locator("select[data-of=to]").focus()
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.of ?? document.activeElement.dataset.out ?? ''"))
    assert [one for one in reached if one in ("by", "sign", "how", "who")] == sorted(
        [one for one in reached if one in ("by", "sign", "how", "who")], key=("by", "sign", "how", "who").index)
    assert {"sign", "how", "who"} <= {*reached}


def test_a_role_chosen_before_the_page_has_all_it_needs_is_chosen(visit, handbook):
    page = visit("en/about/")
    waiting = []
    page.route("**/path/index.json", lambda route: waiting.append(route))
    page.goto(page.url.replace("/about/", "/path/"))
    page.select_option("[name=role]", asking(handbook).id)
    while not waiting:
        page.wait_for_function("true")
    waiting[0].continue_()
    page.locator("details.rates").first.wait_for()
    assert kept(page)["role"] == asking(handbook).id
