"""Planning in a browser: three gaps chosen and written up, on one sheet of paper, and taken along in every form."""
from __future__ import annotations

import csv
import io
import json
import re

import pypdfium2
import pytest
from icalendar import Calendar
from lxml import html
from playwright.sync_api import Page

from macros.path.saved import Saved
from macros.words.languages import LANGUAGES
from tests.browser import NARROW, WIDE, until
from tests.generator.path.hostile import TEXTS
from tests.generator.path.planned import asking, kept, taken

HOW = "textarea[data-of=how]"


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
    until(page, "(level) => [...document.querySelectorAll('select[data-of=to]')].slice(0, 2).every((one) => one.value === level)", arg=second)
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
    until(page, "document.querySelectorAll('.plan-item').length === 2")
    assert page.evaluate("document.activeElement.matches('.notices button')"), "the keyboard is where one can go back"
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('.plan-item').length === 3")
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
    until(page, "document.querySelector('.sheets').textContent.includes('pages of A4')")
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


def test_an_item_that_one_has_grown_past_says_so_and_offers_the_next_level(planning, handbook):
    page = planning(n=1)
    (item,) = kept(page)["plan"]["items"]
    page.locator(f"[name='ratings.{item['competency']}'][value={item['to']}]").check()
    page.locator("[data-raise]").click()
    page.locator("[data-raise]").wait_for(state="detached")
    assert kept(page)["plan"]["items"][0]["to"] == [*handbook.levels][1]


def test_another_tab_is_heard_and_neither_loses_what_the_other_wrote(planning):
    page = planning()
    other = page.context.new_page()
    other.goto(page.url)
    other.locator(".plan-item").first.wait_for()
    page.locator(HOW).first.fill("Here")
    other.locator(HOW).nth(1).fill("There")
    for one in (page, other):
        until(one, "[...document.querySelectorAll('textarea[data-of=how]')].map((one) => one.value).slice(0, 2).join() === 'Here,There'")
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
        until(page, "true")
    waiting[0].continue_()
    page.locator("details.rates").first.wait_for()
    assert kept(page)["role"] == asking(handbook).id
