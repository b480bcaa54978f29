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
from tests.browser import opened, until
from tests.generator.comparison.comparing import WIDTHS, WORDS, compared, settled


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_worked_out_in_the_browser_is_that_of_the_static_page(browser, address, handbook, language):
    for way in ways(handbook):
        the_plan_is_that_of_the_static_page(browser, address, language, way.origin.id, way.target.id)


def the_plan_is_that_of_the_static_page(browser: Browser, address: str, language: str, origin: str, target: str) -> None:
    page, faults = compared(browser, address, f"{language}/compare/?roles={origin},{target}")
    page.wait_for_selector(".plan-parts section")
    read = "all => all.map((one) => one.textContent.replace(/\\s+/g, ''))"
    links = "all => all.map((one) => one.href)"
    parts = ":is(.plan-key, section:has(> .plan), #conditions, .ending, .back)"
    own_links = ".comparison a:not(.headerlink, .term)"  # a comparison put together on demand explains no terms
    rows = ".sides :is(tr, h2, h3, dt, p.silent, li, summary, .entry)"
    own = [page.eval_on_selector_all(parts, read), page.eval_on_selector_all(rows, read), page.eval_on_selector_all(own_links, links)]
    said = page.locator(".essence").inner_text()
    page.locator(".standing a").last.click()
    page.wait_for_url(f"**/compare/{origin}/{target}/")
    assert own == [page.eval_on_selector_all(parts, read), page.eval_on_selector_all(rows, read), page.eval_on_selector_all(own_links, links)]
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
    assert page.locator("#learn li details li").count() >= len(transition(handbook, low, high).to_learn) > 0, "each with what its level means"
    meaning = page.locator("#learn .meaning").first
    assert not meaning.is_visible()
    page.locator("#learn summary").first.click()
    assert meaning.is_visible() and meaning.locator("a").count() == 1, "and leads to all levels"
    page.click("[data-do=swap]")
    page.wait_for_url(f"**/?roles={high.id},{low.id}")
    page.locator("h1", has_text=f"{high.name[language]} / {low.name[language]}").wait_for()
    assert page.locator(".plan").count() == 0, "nobody is taught on the way down"
    assert page.locator(".essence").inner_text().strip() == direction(Reader(handbook, language, "../../"), high, low)
    page.click(".back a")
    page.locator("h1", has_text="→").wait_for()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("path", ["compare/?roles={0},{1}", "compare/{0}/{1}/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_roles_stay_side_by_side_on_a_phone(browser, address, handbook, language, path):
    way = examples.way(handbook)
    path = path.format(way.origin.id, way.target.id)
    page, faults = opened(browser, address, f"{language}/{path}", viewport={"width": 390, "height": 800})
    page.wait_for_selector(".side tbody")
    rows = page.eval_on_selector_all(
        ".sides > .side:first-of-type tbody tr:not(.heading)",
        "all => all.map((row) => [...row.children].map((one) => { const { x, y, width } = one.getBoundingClientRect(); return [x, Math.round(y), width] }))",
    )
    for (_, *cells) in rows:
        assert len({y for _, y, _ in cells}) == 1 and cells[0][0] + cells[0][2] <= cells[1][0] + 1 and all(width > 80 for *_, width in cells)
    under = """all => all.filter((one) => {
      const [level, need] = [".level", ".need"].map((part) => one.querySelector(part).getBoundingClientRect());
      return need.top > level.bottom;
    }).length"""
    assert page.eval_on_selector_all(".side td:has(.need)", under) == 0, "a level and how much it is needed share a line"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_see_the_plan_leads_to_the_plan(browser, address, handbook, language):
    low, high = examples.apart(handbook)
    page, _ = compared(browser, address, f"{language}/compare/?roles={low.id},{high.id}#plan")
    until(page, "scrollY > 0")
    top = page.locator("#plan").bounding_box()["y"]
    assert 0 <= top < 200 and page.locator("#learn").bounding_box()["y"] < 900
    page.context.close()


@pytest.mark.parametrize("query", ["roles", "stages"])
@pytest.mark.parametrize("how", ["reload", "back"])
def test_one_comes_back_to_the_place_one_was_at(browser, address, handbook, query, how):
    low, high = examples.apart(handbook)
    ends = [low.id, high.id] if query == "roles" else [stage.id for stage in handbook.used("stages")][:2]
    page, _ = compared(browser, address, f"zh/compare/?{query}={','.join(ends)}", 390)
    page.wait_for_selector(".side tbody")
    page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
    until(page, "history.state && history.state.top > 600")
    if how == "reload":
        page.reload()
    else:
        page.goto(f"{address}zh/roles/")
        page.go_back()
    settled(page)
    page.wait_for_selector(".side tbody")
    until(page, "scrollY > 600")
    assert abs(page.evaluate("scrollY") - 700) < 5
    page.context.close()


@pytest.mark.parametrize("size", [(320, 256), (844, 390), (1280, 900)])
def test_the_head_sticks_only_where_there_is_height(browser, address, handbook, size):
    way = examples.way(handbook)
    page, _ = opened(browser, address, f"zh/compare/{way.origin.id}/{way.target.id}/", viewport=dict(zip(("width", "height"), size)))
    sticks = page.locator(".side thead th").first.evaluate("one => getComputedStyle(one).position")
    assert (sticks == "sticky") == (size[1] > 480)
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_contrast_theme_one_sees_whether_the_switch_is_on(browser, address, handbook, scheme):
    way = examples.way(handbook)
    context = {"forced_colors": "active", "color_scheme": scheme}
    page, _ = opened(browser, address, f"zh/compare/{way.origin.id}/{way.target.id}/", **context)
    switch = page.locator(".switch input")
    pictures = []
    for _ in range(2):
        page.evaluate("document.activeElement.blur()")
        pictures.append(switch.screenshot())
        switch.click()
    places = "one => { const knob = getComputedStyle(one, '::before'); return [knob.left, knob.borderTopWidth] }"
    off = switch.evaluate(places)
    switch.click()
    assert pictures[0] != pictures[1] and switch.evaluate(places)[0] != off[0] and float(off[1].removesuffix("px")) > 3
    page.context.close()


def test_a_browser_that_cannot_draw_it_says_so(browser, address, handbook):
    low, high = examples.apart(handbook)
    page = browser.new_context().new_page()
    page.add_init_script("delete Array.prototype.flatMap")
    page.goto(f"{address}zh/compare/?roles={low.id},{high.id}")
    page.wait_for_selector(".undrawn:visible")
    assert WORDS["zh"]["undrawn"] in page.locator(".undrawn").inner_text() and not page.locator(".unavailable").is_visible()
    page.context.close()


def test_what_browsers_of_two_years_ago_lack_is_not_asked_for(browser, address, handbook):
    low, high = examples.apart(handbook)
    page = browser.new_context().new_page()
    newer = ("Object.hasOwn", "Object.groupBy", "Array.prototype.at", "Array.prototype.toSorted", "Array.prototype.findLast")
    page.add_init_script("".join(f"delete {one};" for one in newer))
    page.goto(f"{address}en/compare/?roles={low.id},{high.id}")
    page.wait_for_selector(".plan")
    assert len(page.query_selector_all(".side tbody")) > 0
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_without_javascript_every_written_comparison_is_there_and_equal_rows_can_be_hidden(browser, address, handbook, language, width):
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
    page.wait_for_url(f"**/compare/{way.origin.id}/{way.target.id}/")
    same = page.locator("tr.same").first
    assert page.locator("h2#plan").is_visible() and page.locator("tr.differs").first.is_visible() and same.is_visible()
    page.locator(".only").check()
    assert not same.is_visible() and not page.locator("[data-do=copy]").is_visible()
    page.context.close()


def folds(handbook: Handbook, way: Way) -> bool:
    """Whether the two are alike in something, so that a row can be hidden."""
    reader = Reader(handbook, "en", "../../")
    table = side_by_side(reader, [role_sheet(reader, way.origin.id), role_sheet(reader, way.target.id)])
    return any(row["same"] for group in table["tabled"] for one in group["tables"] for row in one["rows"])


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
