"""The plan of a move in a real browser: the same on demand as written, on a phone, and without scripts."""
from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from macros.comparison.sheet import role_sheet
from macros.comparison.standing import direction
from macros.comparison.table import side_by_side
from macros.comparison.transition import Way, transition, ways
from macros.model.handbook import Handbook
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened
from tests.generator.comparison.comparing import WIDTHS, WORDS, compared


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_worked_out_in_the_browser_is_that_of_the_static_page(browser, address, handbook, language):
    for way in ways(handbook):
        the_plan_is_that_of_the_static_page(browser, address, language, way.origin.id, way.target.id)


def the_plan_is_that_of_the_static_page(browser: Browser, address: str, language: str, origin: str, target: str) -> None:
    page, faults = compared(browser, address, f"{language}/compare/?roles={origin},{target}")
    page.wait_for_selector(".plan-parts section")
    read = "all => all.map((one) => one.textContent.replace(/\\s+/g, ''))"
    links = "all => all.map((one) => one.href)"
    parts, rows = ".duty:is([id])", ".compare tr:not(.folded)"
    own = [page.eval_on_selector_all(f".plan-of-move {parts}", read), page.eval_on_selector_all(rows, read), page.eval_on_selector_all(".comparison a", links)]
    said = page.locator(".plan-of-move .sentence").inner_text()
    page.locator(".standing a").click()
    page.wait_for_url(f"**/compare/{origin}/{target}/")
    assert own == [page.eval_on_selector_all(parts, read), page.eval_on_selector_all(rows, read), page.eval_on_selector_all(".comparison a", links)]
    assert page.locator(".essence").inner_text().strip() == said.strip()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_move_nobody_describes_is_marked_and_can_be_turned_round(browser, address, handbook, language, width):
    low, high = examples.apart(handbook)
    page, faults = compared(browser, address, f"{language}/compare/?roles={low.id},{high.id}", width)
    page.wait_for_selector(".plan-parts section")
    assert WORDS[language]["uncurated"] in page.locator(".standing").inner_text()
    assert page.locator("#learn li ul li").count() >= len(transition(handbook, low, high).to_learn) > 0, "each with what its level means"
    assert page.locator("#learn .below p").count() > 0 and not page.locator("#learn .below p").first.is_visible(), "and, folded, the levels before it"
    learn = page.locator("#learn .name").all_text_contents()
    page.click("[data-do=swap]")
    page.wait_for_url(f"**/?roles={high.id},{low.id}")
    page.locator(".move-ends", has_text=f"{high.name[language]} → {low.name[language]}").wait_for()
    assert page.locator("#no-longer .name").all_text_contents() == learn
    down = direction(Reader(handbook, language, "../../"), high, low)
    assert page.locator(".direction").inner_text().strip() == down
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("path", ["compare/?roles={0},{1}", "compare/{0}/{1}/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_shows_one_role_and_says_softly_what_the_other_has(browser, address, handbook, language, path):
    way = examples.way(handbook)
    path = path.format(way.origin.id, way.target.id)
    page, faults = opened(browser, address, f"{language}/{path}", viewport={"width": 390, "height": 800})
    page.wait_for_selector(".comparison tbody")
    long = page.locator("tr.long.differs").first
    short = page.locator("tr.differs:not(.long):has(.level)").first
    assert long.locator("td").nth(0).is_visible() and not long.locator("td").nth(1).is_visible()
    sizes = [float(short.locator("td").nth(number).evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) for number in (0, 1)]
    assert sizes[0] > sizes[1] and short.locator("td").nth(1).is_visible()
    page.locator(".compare-pick label").nth(1).click()
    assert not long.locator("td").nth(0).is_visible() and long.locator("td").nth(1).is_visible()
    long.scroll_into_view_if_needed()
    bar = page.locator(".compare-pick").bounding_box()
    assert 40 <= bar["y"] <= 80, "the bar stays under the header"
    page.keyboard.press("ArrowLeft")
    assert long.locator("td").nth(0).is_visible()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_without_javascript_every_written_comparison_is_there_and_folds(browser, address, handbook, language, width):
    way = next(way for way in ways(handbook) if folds(handbook, way))
    page, _ = opened(
        browser,
        address,
        f"{language}/compare/?roles={way.origin.id},{way.target.id}",
        viewport={"width": width, "height": 900},
        java_script_enabled=False,
    )
    assert WORDS[language]["script"] in page.locator("noscript").inner_text() and not page.locator(".compare-choose").is_visible()
    assert page.locator(".ways > li").count() == len(ways(handbook))
    page.locator(f".ways a[href$='{way.origin.id}/{way.target.id}/']").first.click()
    same = page.locator("tr.same").first
    assert page.locator("h2#plan").is_visible() and page.locator("tr.differs").first.is_visible() and not same.is_visible()
    page.locator("tr.folded input").first.check()
    assert same.is_visible() and not page.locator("[data-do=copy]").is_visible()
    page.context.close()


def folds(handbook: Handbook, way: Way) -> bool:
    """Whether the two have something in common, so that a row is folded."""
    reader = Reader(handbook, "en", "../../")
    table = side_by_side(reader, [role_sheet(reader, way.origin.id), role_sheet(reader, way.target.id)])
    return any(row["same"] for group in table["groups"] for row in group["rows"])


def test_neighbours_and_crumbs_lead_through_the_comparisons(browser, address, handbook):
    before, here, after = (f"compare/{way.origin.id}/{way.target.id}/" for way in ways(handbook)[:3])
    page, _ = opened(browser, address, f"en/{here}")
    assert page.locator("nav.crumbs a").all_text_contents() == ["Compare roles"]
    assert page.locator("a[rel=prev]").get_attribute("href").endswith(before)
    assert page.locator("a[rel=next]").get_attribute("href").endswith(after)
    page.context.close()


@pytest.mark.parametrize("path", ["tracks/{track}/", "moves/{move}/", "roles/{origin}/", "roles/{target}/"])
def test_step_move_and_both_roles_lead_to_the_comparison(browser, address, handbook, path):
    way = next(way for way in ways(handbook) if way.steps and way.moves)
    ends = {"origin": way.origin.id, "target": way.target.id}
    page, _ = opened(browser, address, "zh/" + path.format(track=way.steps[0].track.id, move=way.moves[0].id, **ends))
    page.locator("article a[href*='compare/{origin}/{target}/']".format(**ends)).first.click()
    page.wait_for_url("**/zh/compare/{origin}/{target}/*".format(**ends))
    page.context.close()
