"""The career map in a real browser: names inside their boxes, keyboard, phone and print."""
from __future__ import annotations

import re

import pytest

from macros.comparison.transition import ways
from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened, styled, until

# Up and down letters take less than the height a font claims for its lines: from 0.88 above the baseline to 0.22 below it.
OUTSIDE_THEIR_BOX = """() => [...document.querySelectorAll('.plan .node')].filter(node => node.getClientRects().length).filter(node => {
  const box = node.querySelector('rect').getBBox(), text = node.querySelector('text').getBBox();
  const lines = [...node.querySelectorAll('tspan')].map(one => one.y.baseVal[0].value);
  return text.x < box.x || text.x + text.width > box.x + box.width || lines[0] - 11 < box.y || lines.at(-1) + 2.75 > box.y + box.height;
}).map(node => node.textContent)"""


def shown(page):
    """The page with its picture, which a narrow window has only on demand."""
    switch = page.locator(".map-switch input")
    if switch.is_visible():
        switch.check()
        page.locator("div.map").wait_for(state="visible")
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_list_comes_first_and_the_picture_on_demand(browser, address, language):
    page, complaints = opened(browser, address, f"{language}/map/", viewport={"width": 390, "height": 800})
    assert page.locator("#list").is_visible() and not page.locator("div.map").is_visible() and not page.locator(".map-legend").is_visible()
    assert shown(page).locator(".map-legend").is_visible() and complaints == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.reload()
    assert page.locator("div.map").is_visible() and not page.locator(".map-switch").is_visible()
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_map_fits_its_region_and_only_that_scrolls(browser, address, language, width):
    page, complaints = opened(browser, address, f"{language}/map/", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    region = shown(page).locator("div.map")
    assert region.get_attribute("role") == "region" and region.get_attribute("aria-label") and region.get_attribute("tabindex") == "0"
    assert (region.evaluate("map => map.scrollWidth > map.clientWidth")) == (width < 1280)
    assert page.evaluate(OUTSIDE_THEIR_BOX) == []
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_heads_and_names_stay_while_the_map_moves(browser, address, language):
    page, _ = opened(browser, address, f"{language}/map/", viewport={"width": 390, "height": 800})
    apart = """name => {
      const [a, b] = ['.map', name].map(one => document.querySelector(one).getBoundingClientRect());
      return [b.left - a.left, b.top - a.top] }"""
    shown(page)
    before = page.evaluate(apart, ".names")[0], page.evaluate(apart, ".heads")[1]
    page.locator("div.map").evaluate("map => map.scrollTo(300, 200)")
    assert (page.evaluate(apart, ".names")[0], page.evaluate(apart, ".heads")[1]) == before
    assert page.evaluate(apart, ".plan")[0] <= before[0] - 299
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_walks_the_map_in_reading_order_and_is_seen(browser, address, language, width):
    page, _ = opened(browser, address, f"{language}/map/", viewport={"width": width, "height": 800}, reduced_motion="reduce")
    shown(page).locator("div.map").focus()
    expected = page.evaluate("[...document.querySelectorAll('.plan:not(.printed) a')].map(one => one.getAttribute('href'))")
    walked, places = [], []
    for _ in expected:
        page.keyboard.press("Tab")
        href, seen, name, row, top, left = page.evaluate("""() => {
          const one = document.activeElement, box = one.getBoundingClientRect(), map = document.querySelector('.map').getBoundingClientRect();
          const shown = box.left < map.right && box.right > map.left && box.top < Math.min(map.bottom, innerHeight) && box.bottom > map.top;
          return [one.getAttribute('href'), shown && getComputedStyle(one).outlineStyle !== 'none', (one.getAttribute('aria-label') || one.textContent).trim(),
                  [...document.querySelectorAll('.row')].indexOf(one.closest('.row')), one.getBBox().y, one.getBBox().x] }""")
        assert seen and name, href
        walked.append(href)
        places.append((row, round(top / 30), left))
    assert walked == expected
    rows = [row for row, _, _ in places]
    assert rows == sorted(rows)
    page.context.close()


def test_whoever_is_pointed_at_shows_where_it_leads(browser, address, handbook):
    found = examples.way(handbook)
    there, elsewhere = found.origin.id, next(
        one.origin.id for one in ways(handbook) if found.origin.id not in (one.origin.id, one.target.id) and one.origin.id != found.target.id
    )
    page, _ = opened(browser, address, "en/map/", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    faint = "id => getComputedStyle(document.querySelector(`.plan:not(.printed) .place:has(a[href*='/${id}/']) > .move`)).opacity"
    assert page.evaluate(faint, there) == page.evaluate(faint, elsewhere) == "1"
    page.locator(f".plan:not(.printed) a[href*='/{there}/']").first.focus()
    assert page.evaluate(faint, there) == "1" > page.evaluate(faint, elsewhere)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/roles/{there}/")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_map_prints_on_one_landscape_page(browser, address, language):
    page, _ = opened(browser, address, f"{language}/map/", color_scheme="dark")
    pages = lambda: re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))  # noqa: E731
    whole = len(pages())
    styled(page, "#list, .map-list, .edit { display: none !important } .map { break-after: auto !important }")
    sides = [float(side) for side in re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True)).groups()]
    assert [round(side) for side in sides] == [842, 595]
    assert len(pages()) == 1 < whole
    page.set_viewport_size({"width": 1062, "height": 733})      # the page inside its margins
    page.emulate_media(media="print")
    assert page.evaluate(OUTSIDE_THEIR_BOX) == []
    points = page.locator(".printed").evaluate(
        """plan => {
          const shown = plan.getBoundingClientRect(), whole = plan.viewBox.baseVal;
          return 12.5 * .75 * Math.min(shown.width / whole.width, shown.height / whole.height) }"""
    )
    assert points > {"zh": 8.3, "en": 7.2}[language]      # of a name in a box; without the scroll bar of a window a little more
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frame_says_and_shows_that_there_is_more(browser, address, language):
    for path, frame, plane in (("map", ".map", ".plane"), ("matrix", ".matrix-frame", ".matrix-clip")):
        page, _ = opened(browser, address, f"{language}/{path}/", viewport={"width": 390, "height": 485})
        if path == "map":
            shown(page)
        styled(page, f"{frame} {{ max-height: 12rem !important }}")      # lower than what it holds
        shade = "plane => ['::before', '::after'].map(side => Number(getComputedStyle(document.querySelector(plane), side).opacity))"
        assert page.locator(".scroll-cue").is_visible()
        until(page, f"plane => ({shade})(plane).every(one => one > .9)", plane)
        page.locator(frame).evaluate("frame => frame.scrollTo(frame.scrollWidth, frame.scrollHeight)")
        until(page, f"plane => ({shade})(plane).every(one => one < .1)", plane)
        page.set_viewport_size({"width": 1280, "height": 900})
        assert not page.locator(".scroll-cue").is_visible()
        page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_shows_its_neighbours_and_gives_way_to_the_lists_on_a_phone(browser, address, handbook, language):
    page, complaints = opened(browser, address, f"{language}/roles/{examples.way(handbook).origin.id}/", viewport={"width": 1280, "height": 900})
    plan = page.locator("figure.neighbours .plan")
    page.locator("details:has(figure.neighbours) > summary").click()
    plan.wait_for(state="visible")
    assert plan.is_visible() and plan.locator("a.here[aria-current=page]").count() == 1
    assert page.evaluate(OUTSIDE_THEIR_BOX) == []
    listed = page.locator(".steps-out a").evaluate_all("all => all.map(one => one.href)")
    listed.append(page.url + "#moves")      # where a letter of several moves leads
    assert set(plan.locator("a:not(.here)").evaluate_all("all => all.map(one => one.href.baseVal && new URL(one.href.baseVal, location).href)")) <= set(listed)
    page.set_viewport_size({"width": 390, "height": 800})
    assert not plan.is_visible() and page.locator(".steps-out").is_visible()
    assert complaints == []
    page.context.close()
