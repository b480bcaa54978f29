"""What somebody has written is never lost: not to a sheet that comes back, another sheet, a full store, or a word said where nobody looks."""
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page

from tests.browser import NARROW, WIDE, until
from tests.generator.path.plans import chosen, kept, opened_file, pair, saved

SHEETS = "Object.entries(localStorage).filter(([key]) => key.includes('.path-sheet.')).sort().map(([, text]) => JSON.parse(text))"
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
FULL = """() => { window.room = Storage.prototype.setItem; Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; }"""
ROOM = "() => { Storage.prototype.setItem = window.room; }"
IN_VIEW = "(one) => { const { top, bottom } = one.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight && bottom > top; }"
BACK = ".notices.said .quiet button"


@pytest.fixture
def rated(visit: Callable[..., Page], handbook: Any) -> Callable[..., Page]:
    """Opens the page for somebody who is as far as their role asks."""
    def opened(language: str = "en", **context: object) -> Page:
        page = visit(f"{language}/path/", accept_downloads=True, **context)
        chosen(page, pair(handbook)[0], None)
        page.locator("[data-do=from-role]").click()
        page.wait_for_selector(".chosen-means")
        return page

    return opened


def planned(page: Page) -> None:
    """Puts something into the plan."""
    page.locator("[data-other]").select_option(index=1)
    page.locator("[data-do=add]").click()
    page.locator(".plan-item").wait_for()


def grown(page: Page, text: str = "40 loaves") -> None:
    """Notes a piece of evidence."""
    page.evaluate("document.querySelector('.adding').open = true")
    page.locator("[data-form=add] [name=text]").fill(text)
    page.locator("[data-form=add] button").click()
    page.locator(".evidence-of .text", has_text=text).wait_for()


def sheet(page: Page) -> dict[str, Any]:
    """The sheet that is handed on."""
    return saved(page, ".of-sheet [data-do=file]")


def judged(state: dict[str, Any], level: str = "none") -> dict[str, Any]:
    """The sheet as a manager hands it back."""
    return {**state, "judged": {id: {"level": level, "evidence": "seen", "on": "2026-11-30"} for id in [*state["ratings"]][:2]}}


def test_what_the_manager_returns_stands_beside_and_changes_nothing_else(rated):
    page = rated()
    handed = sheet(page)
    grown(page)
    page.locator("[data-talk]").fill("Written since")
    mine = kept(page)
    opened_file(page, json.dumps(judged(handed)))
    page.wait_for_selector(".arrival")
    assert page.locator(".arrival button").first.get_attribute("data-answer") == "beside" and "2 competencies" in page.locator(".arrival").inner_text()
    page.locator("[data-answer=beside]").click()
    page.wait_for_selector(".of-sheet .both")
    assert kept(page) == {**mine, "judged": judged(handed)["judged"]}
    page.locator(BACK).click()
    page.wait_for_selector(".of-sheet .both", state="detached")
    assert kept(page) == mine


def test_what_takes_the_place_of_a_plan_keeps_its_growth_file_and_can_be_undone(rated):
    page = rated()
    handed = sheet(page)
    grown(page)
    page.locator("[data-talk]").fill("Written since")
    mine = kept(page)
    opened_file(page, json.dumps(judged(handed)))
    page.locator("[data-answer=mine]").click()
    page.wait_for_selector(BACK)
    assert kept(page)["evidence"] == mine["evidence"] and kept(page)["plan"]["talk"] == ""
    page.locator(BACK).click()
    until(page, "document.querySelector('[data-talk]').value === 'Written since'")
    assert kept(page) == mine


def test_a_manager_keeps_several_sheets_and_the_same_one_opened_again_keeps_what_is_judged(rated):
    first = sheet(rated())
    second = {**first, "plan": {**first["plan"], "talk": "Another colleague"}}
    page = rated()
    id = [*first["ratings"]][0]
    for state, level in ((first, "none"), (second, "unknown")):
        opened_file(page, json.dumps(state))
        page.locator("[data-answer=judge]").click()
        page.wait_for_selector(".judging .rate", state="attached")
        page.evaluate("document.querySelectorAll('.judging details.rates').forEach(one => { one.open = true; })")
        page.locator(f"input[name='judged.{id}'][value={level}]").check(force=True)
        page.wait_for_selector(f".judging [data-id='{id}'] textarea")
        page.locator("[data-do=leave]").click()
        page.wait_for_selector(".waiting")
    assert [one["judged"][id]["level"] for one in page.evaluate(SHEETS)] == ["none", "unknown"] and page.locator(".waiting li").count() == 2
    opened_file(page, json.dumps(first))
    page.wait_for_selector(".arrival")
    assert "1 competency" in page.locator(".arrival").inner_text()
    page.locator("[data-answer=judge]").click()
    page.wait_for_selector(".judging .rate", state="attached")
    assert page.locator(f"input[name='judged.{id}']:checked").get_attribute("value") == "none"
    page.locator(".of-sheet [data-do=drop]").click()
    page.locator(BACK).click()
    until(page, "document.querySelectorAll('.waiting li').length === 2")
    assert page.evaluate(SHEETS)[0]["judged"][id]["level"] == "none"


def test_where_the_store_is_full_the_page_goes_on_with_what_it_knows_and_writes_it_once_there_is_room(rated):
    page = rated()
    one, two = [*kept(page)["ratings"]][:2]
    page.locator(f"[data-evidence='{one}']").fill("one")
    page.evaluate(FULL)
    page.locator(f"[data-evidence='{one}']").fill("one two three")
    page.locator(f"[data-evidence='{two}']").fill("another")
    assert page.locator(f"[data-evidence='{one}']").input_value() == "one two three" and "full" in page.locator(".notices.said").inner_text()
    assert page.locator(".notices.said .hindered").evaluate(IN_VIEW)
    ratings = saved(page)["ratings"]
    assert [ratings[id]["evidence"] for id in (one, two)] == ["one two three", "another"] and kept(page)["ratings"][one]["evidence"] == "one"
    page.evaluate(ROOM)
    page.evaluate("dispatchEvent(new Event('focus'))")
    assert [kept(page)["ratings"][id]["evidence"] for id in (one, two)] == ["one two three", "another"]
    assert not page.locator(".hindered").count(), "and it no longer says that it is full"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_what_is_said_is_seen_where_one_is_and_the_focus_is_never_lost(rated, size):
    page = rated(viewport=size)
    planned(page)
    out = page.locator("[data-out]")
    out.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(BACK)
    assert page.locator(BACK).evaluate(IN_VIEW) and page.locator(".notices.said[role=status]").count() == 1
    page.locator(BACK).focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('[data-out]')")
    assert out.evaluate(IN_VIEW)
    page.locator(".of-sheet [data-do=file]").click()
    page.wait_for_selector(".notices.said .quiet")
    assert page.locator(".notices.said .quiet").evaluate(IN_VIEW)
    page.locator(".said-bar .away").click()
    assert page.evaluate("document.activeElement.dataset.do") == "file" and not page.locator(".said-bar .away").is_visible()


def test_a_manager_reads_the_plan_under_a_heading_of_its_own_and_finds_the_sheet_at_the_top(rated):
    page = rated()
    planned(page)
    page.locator("textarea[data-of=how]").fill("Bake <b>more</b>")
    handed = sheet(page)
    other = rated("zh")
    title = other.locator("h1").inner_text()
    opened_file(other, json.dumps({**handed, "saved": "2026-01-05"}))
    other.locator("[data-answer=judge]").click()
    other.wait_for_selector(".their-plan")
    assert "Bake <b>more</b>" in other.locator(".their-plan").inner_text() and other.locator("h1").inner_text() != title
    assert other.evaluate("document.activeElement.localName") == "h1" and not other.locator(".on-this-page:visible, .jump:visible").count()
    other.locator(".of-sheet [data-do=leave]").click()
    other.wait_for_selector(".waiting")
    other.reload()
    other.wait_for_selector(".waiting")
    assert "2026年1月5日" in other.locator(".waiting").inner_text()
    assert other.evaluate("document.querySelector('.waiting').getBoundingClientRect().top < document.querySelector('.path-choose').getBoundingClientRect().top")


def test_deleting_everything_deletes_sheets_of_others_too_and_can_be_undone(rated):
    page = rated()
    mine = kept(page)
    opened_file(page, json.dumps({**mine, "plan": {**mine["plan"], "talk": "Mine to judge"}}))
    page.locator("[data-answer=judge]").click()
    page.locator(".of-sheet [data-do=leave]").click()
    page.locator(".path-tools [data-do=clear]").click()
    page.wait_for_selector(BACK)
    assert [one["ratings"] for one in page.evaluate(SHEETS)] == [{}] and kept(page)["ratings"] == {} and "handed" in page.locator(".quiet").inner_text()
    page.locator(BACK).click()
    page.wait_for_selector(".waiting")
    assert kept(page) == mine and page.evaluate(SHEETS)[0]["plan"]["talk"] == "Mine to judge"


def test_where_nothing_is_kept_the_other_language_asks_first_and_no_word_says_that_it_is_kept(browser, address, handbook):
    page = browser.new_context(accept_downloads=True).new_page()
    page.add_init_script(BLOCKED)
    page.goto(f"{address}en/path/")
    chosen(page, pair(handbook)[0], None)
    page.locator("[data-do=from-role]").click()
    page.wait_for_selector(".chosen-means")
    state = saved(page)
    opened_file(page, json.dumps(state))
    page.locator("[data-answer=mine]").click()
    page.wait_for_selector(BACK)
    assert "not kept" in page.locator(".quiet").inner_text()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.locator(".language-link").click(no_wait_after=True)
    until(page, "true")
    assert asked == ["beforeunload"] and "/en/path/" in page.url and page.locator(".chosen-means").count()


@pytest.mark.parametrize("change", [lambda code: f"{code}。", lambda code: f"{code[:40]} {code[40:]}", lambda code: f"{code[:40]}%0A{code[40:]}>."],
                         ids=["full stop", "space", "line"])
def test_signs_that_a_mail_has_put_into_a_link_do_no_harm(rated, visit, change):
    page = rated()
    page.locator(".of-sheet [data-do=link]").click()
    start, mark, code = page.locator(".made-link input").input_value().partition("#s=")
    other = visit(f"en/path/{mark}{change(code)}")
    other.wait_for_selector(".arrival")


def test_what_an_address_asks_is_asked_once(visit, handbook):
    role, goal = pair(handbook)
    page = visit(f"en/path/?role={role.id}")
    page.wait_for_selector(".rate", state="attached")
    page.goto(page.url.partition("?")[0] + f"?role={goal.id}")
    page.wait_for_selector(".quiet button")
    assert "?" not in page.url
    page.reload()
    page.wait_for_selector(".rate", state="attached")
    assert not page.locator(".quiet").count()


def test_what_cannot_be_read_is_told_in_one_sentence_and_giving_it_up_can_be_undone(rated):
    page = rated()
    key = page.evaluate("Object.keys(localStorage).find(key => key.endsWith('.path.1'))")
    page.evaluate("(key) => localStorage.setItem(key, '{broken')", key)
    page.reload()
    page.wait_for_selector(".standing .notice")
    assert "damaged" not in page.locator(".standing").inner_text()
    page.locator(".standing button").last.click()
    page.wait_for_selector(".standing .notice", state="hidden")
    page.locator(BACK).click()
    page.wait_for_selector(BACK, state="detached")
    assert page.evaluate("(key) => localStorage.getItem(key)", key) == "{broken" and page.locator(".standing .notice").is_visible()
