"""Rating oneself, seeing the gap, handing the sheet on and coming back, in a real browser."""
from __future__ import annotations

import json

import pytest

from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.browser import NARROW, WIDE, until
from tests.generator.path.plans import chosen, kept, opened_file, pair, rate, saved

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }"
NOTICE = ".notices .notice"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_somebody_rates_themself_sees_the_gap_and_comes_back(visit, handbook, language, size):
    role, goal = pair(handbook)
    page = visit(f"{language}/path/", viewport=size)
    chosen(page, role, goal)
    assert not page.locator(".rate input:checked").count() and not page.locator(".gap-list li").count(), "nothing is chosen for anybody"
    page.locator("[data-do=from-role]").click()
    page.wait_for_selector(".gap-list li")
    assert page.locator(".gap-part[data-key=asks-role] .gap-list li").count() == 0
    first = role.competencies[0]
    rate(page, first.competency, "unknown")
    page.locator(f"[data-evidence='{first.competency}']").press_sequentially("40 <b>loaves</b>")
    assert page.evaluate("document.activeElement.value") == "40 <b>loaves</b>", "what is being written is not drawn away"
    assert kept(page)["ratings"][first.competency]["evidence"] == "40 <b>loaves</b>"
    page.wait_for_selector(".of-gap [data-key=unknown]")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.reload()
    page.wait_for_selector(".picture")
    assert page.locator("[name=role]").input_value() == role.id and page.locator("[name=goal]").input_value() == goal.id
    assert page.locator(f"input[name='ratings.{first.competency}']:checked").input_value() == "unknown"


def test_levels_are_chosen_by_keyboard_alone(visit, handbook):
    role, _ = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, None)
    id = page.locator(".rate").first.get_attribute("data-id")
    page.locator(f"input[name='ratings.{id}']").first.focus()
    page.keyboard.press("Space")
    page.wait_for_selector(f"[data-id='{id}'] textarea")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(f"[data-id='{id}'] .chosen-means")
    assert page.evaluate("document.activeElement.value") == kept(page)["ratings"][id]["level"] == [*handbook.levels][0]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.means > summary')"), "what to judge by comes before what shows it"
    page.keyboard.press("Tab")
    page.keyboard.type("seen")
    assert kept(page)["ratings"][id]["evidence"] == "seen"


def test_the_picture_says_in_words_what_it_shows(visit, handbook):
    role, goal = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, goal)
    page.locator("[data-do=from-role]").click()
    page.wait_for_selector(".gap-list li")
    lines = page.evaluate("""[...document.querySelectorAll('.picture tbody tr')].map(row => ({
      id: row.dataset.key, full: row.querySelectorAll('.done').length, said: [...row.querySelectorAll('td')].map(one => one.textContent.trim()) }))""")
    names = {one.step: f"{one.step} {one.name}" for one in Reader(handbook, "en", "").levels()}
    step = handbook.steps_of_levels
    mine, theirs = ({one.competency: step[one.level] for one in each.competencies} for each in (role, goal))
    assert {one["id"] for one in lines} == {*mine, *theirs}
    for one in lines:
        has = mine.get(one["id"], 0)
        assert one["full"] == has and one["said"][0] == (names[has] if has else "not rated")
        assert [names.get(each.get(one["id"]), "·not listed") for each in (mine, theirs)] == one["said"][1:]
    tree = page.locator(".picture").aria_snapshot()
    assert "rowheader" in tree and "columnheader" in tree and "img" not in tree


def test_the_picture_outlines_no_more_than_the_goal_asks_and_without_one_what_the_role_does(visit, handbook):
    goal, role = pair(handbook)
    mine, theirs = ({one.competency: handbook.steps_of_levels[one.level] for one in each.competencies} for each in (role, goal))
    less = next(id for id, step in mine.items() if theirs.get(id, 9) < step)
    page = visit("en/path/")
    chosen(page, role, goal)
    rate(page, less, "none")
    outlined = f"document.querySelectorAll('.picture [data-key={less}] .ghost').length"
    assert page.evaluate(outlined) == theirs[less] and page.locator(".picture-key .key-ghost").inner_text() == goal.name.en
    page.locator("[name=goal]").select_option("")
    until(page, f"{outlined} === {mine[less]}")
    assert page.locator(".picture .post").count() == 0 and page.locator(".picture-key .key-ghost").inner_text() == role.name.en


def test_a_sheet_goes_to_the_manager_by_link_and_comes_back_by_file_with_what_differs_first(visit, handbook):
    role, goal = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, goal)
    page.locator("[data-do=from-role]").click()
    page.wait_for_selector(".gap-list li")
    page.locator(".of-sheet [data-do=link]").click()
    link = page.locator(".made-link input").input_value()
    assert str(len(link)) in page.locator(".handing").inner_text().replace(",", "")
    other = visit("zh/path/" + link.partition("/en/path/")[2])
    other.wait_for_selector(".arrival")
    assert "#" not in other.url, "and the state does not stay in the address"
    other.locator("[data-answer=judge]").click()
    other.wait_for_selector(".judging .rate", state="attached")
    other.evaluate("document.querySelectorAll('.judging details.rates').forEach(one => { one.open = true; })")
    first, second = (one for one in role.competencies[:2])
    rate(other, first.competency, "none", "judged")
    rate(other, second.competency, second.level, "judged")
    assert other.locator(".both tbody tr").first.get_attribute("data-key") == first.competency
    back = saved(other, ".of-sheet [data-do=file]")
    assert back["judged"].keys() == {first.competency, second.competency}
    opened_file(page, json.dumps(back))
    page.locator("[data-answer=mine]").click()
    page.wait_for_selector(".of-sheet .both")
    assert page.locator(".both[data-key=differ] tbody tr").count() == 1
    other.locator("[data-do=leave]").click()
    other.wait_for_selector(".waiting")


def test_what_is_here_is_not_overwritten_before_that_is_answered_and_comes_back(visit, handbook):
    role, goal = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, None)
    page.locator("[data-do=from-role]").click()
    page.wait_for_selector(".chosen-means")
    mine = kept(page)
    opened_file(page, json.dumps({**mine, "role": goal.id, "ratings": {}}))
    page.wait_for_selector(".arrival")
    assert kept(page) == mine
    assert saved(page, "[data-answer=save]") == mine
    page.locator("[data-answer=away]").click()
    assert kept(page) == mine and not page.locator(".arrival").count()
    page.locator(".path-tools [data-do=clear]").click()
    page.wait_for_selector(".quiet button")
    assert kept(page)["ratings"] == {}
    page.locator(".quiet button").click()
    page.wait_for_selector(".chosen-means")
    assert kept(page) == mine


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>", "x" * 10_000_000, '{"format": "career-path", "version": 1}', '{"format": "career-path", "version": 9}', "[]",
    b"\xff\xfe\x00\x01",
], ids=["script", "10 MB", "fields missing", "newer", "list", "bytes"])
def test_a_file_that_is_none_is_refused_with_a_sentence_and_changes_nothing(visit, handbook, text):
    role, _ = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, None)
    mine = kept(page)
    opened_file(page, text)
    page.wait_for_selector(".notice.refused")
    assert "Nothing was changed" in page.locator(".refused").inner_text() or "nothing was changed" in page.locator(".refused").inner_text()
    assert kept(page) == mine and not page.locator(".arrival").count()


def test_whatever_is_written_in_a_file_stays_text(visit, handbook):
    role, goal = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, goal)
    hostile = "<img src=x onerror='document.title=1'><script>document.title=1</script>"
    page.locator("[data-do=from-role]").click()
    page.wait_for_selector(".chosen-means")
    state = kept(page)
    for one in state["ratings"].values():
        one["evidence"] = hostile
    state["judged"] = {id: {**one, "level": "none"} for id, one in state["ratings"].items()}
    state["plan"]["talk"] = hostile
    opened_file(page, json.dumps({**state, "edition": hostile}))
    page.locator("[data-answer=mine]").click()
    page.wait_for_selector(".both .theirs")
    assert page.title() != "1" and not page.locator(".path-page :is(img, script)").count()


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_link_that_was_cut_says_so(visit, handbook, cut):
    role, _ = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, None)
    page.locator(".of-sheet [data-do=link]").click()
    link = page.locator(".made-link input").input_value()
    other = visit("en/path/" + link.partition("/en/path/")[2][: int(len(link) * cut) - len(link.partition("#")[0])])
    other.wait_for_selector(".refused")
    assert "cut" in other.locator(".refused").inner_text()


@pytest.mark.parametrize("hinder, says", [(BLOCKED, "keeps nothing"), (FULL, "full")], ids=["blocked", "full"])
def test_where_nothing_can_be_kept_that_is_said_and_all_works(browser, address, handbook, hinder, says):
    role, _ = pair(handbook)
    page = browser.new_context().new_page()
    page.add_init_script(hinder)
    page.goto(f"{address}en/path/")
    chosen(page, role, None)
    page.locator("[data-do=from-role]").click()
    page.wait_for_selector(".chosen-means")
    assert says in page.locator(NOTICE).first.inner_text()
    assert len(saved(page)["ratings"]) == len(role.competencies), "and what is here can be saved"


def test_two_tabs_never_lose_each_others_edits(visit, handbook):
    role, _ = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, None)
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector(".rate", state="attached")
    other.evaluate("document.querySelectorAll('details.rates').forEach(one => { one.open = true; })")
    first, second = (one.competency for one in role.competencies[:2])
    rate(page, first, "none")
    other.wait_for_selector(f"[data-id='{first}'] textarea")
    rate(other, second, "unknown")
    page.wait_for_selector(f"[data-id='{second}'] textarea")
    assert kept(page)["ratings"].keys() == {first, second} and "another tab" in page.locator(".quiet").inner_text()
    other.evaluate("localStorage.clear()")
    until(page, "document.querySelector('.quiet')?.textContent.includes('emptied')")
    rate(page, first, "unknown")
    assert kept(page)["ratings"].keys() == {first, second}, "what the page still knew is kept again"


def test_what_is_kept_and_cannot_be_read_stays_until_somebody_decides(visit, handbook):
    role, _ = pair(handbook)
    page = visit("en/path/")
    chosen(page, role, None)
    page.evaluate("localStorage.setItem(Object.keys(localStorage).find(key => key.endsWith('.path.1')), '{broken')")
    page.reload()
    page.wait_for_selector(NOTICE)
    page.locator("[name=role]").select_option(role.id)
    page.wait_for_selector(".rate", state="attached")
    there = "localStorage.getItem(Object.keys(localStorage).find(key => key.endsWith('.path.1')))"
    assert page.evaluate(there) == "{broken"
    page.locator(f"{NOTICE} button").last.click()
    assert kept(page)["role"] == role.id


def test_a_link_from_the_page_of_a_role_takes_it_and_asks_where_another_is_chosen(visit, handbook):
    role, goal = pair(handbook)
    page = visit(f"en/path/?role={role.id}")
    page.wait_for_selector(".rate", state="attached")
    assert page.locator("[name=role]").input_value() == role.id
    page.goto(f"{page.url}?role={goal.id}")
    page.wait_for_selector(".quiet button")
    assert page.locator("[name=role]").input_value() == role.id
    page.locator(".quiet button").last.click()
    page.wait_for_selector(".gap-part[data-key=asks-goal]")
    assert kept(page)["goal"] == goal.id
