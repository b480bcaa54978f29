"""The drawer of phones: what it holds, how it opens and closes, and that a finger finds its rows."""
from __future__ import annotations

import pytest

from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened, until
from tests.generator.website.test_frame_browser import long_page


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_touched_in_the_header_and_the_drawer_is_high_enough(visit, handbook, language):
    page = visit(f"{language}/roles/{examples.role(handbook).id}/", viewport={"width": 390, "height": 844})
    page.locator("label.md-header__button[for='__drawer']").click()
    page.locator(".drawer-groups details[open] a[aria-current]").wait_for()
    for touched in page.locator(".md-header :is(a, label):visible, .md-sidebar--primary :is(a, summary):visible").all():
        box = touched.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44, touched.inner_text()


def test_the_drawer_tells_of_this_page_first_and_opens_the_group_one_is_in(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 844})
    page.locator("label.md-header__button[for='__drawer']").click()
    page.locator(".drawer-groups details[open] a[aria-current]").wait_for()
    first, *_ = page.locator(".md-sidebar--primary a:visible").all()
    assert first.get_attribute("href").startswith("#")
    assert page.locator(".drawer-groups details[open]").count() == 1
    assert page.locator(".drawer-groups details[open] a[aria-current]").get_attribute("href").endswith("/roles/")
    assert page.locator(".drawer-groups a.drawer-language").is_visible()


@pytest.mark.parametrize("way_out", ["Escape", "overlay", "link"])
def test_the_drawer_opens_and_closes(visit, handbook, way_out):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 800})
    button = page.locator(".drawer-button")
    button.focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('#navigation a')")
    assert button.get_attribute("aria-expanded") == "true"
    if way_out == "Escape":
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('.drawer-button')")
    elif way_out == "overlay":
        page.mouse.click(380, 400)
    else:
        page.locator(".on-this-page a").last.click()
    until(page, "!document.querySelector('#__drawer').checked")
    assert button.get_attribute("aria-expanded") == "false"
    until(page, "getComputedStyle(document.querySelector('.md-sidebar--primary')).visibility === 'hidden'")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_drawer_makes_way_when_the_focus_leaves_it(visit, handbook, key):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 800})
    button = page.locator(".drawer-button")
    button.focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('#navigation a')")
    if key == "Tab":
        page.locator("#navigation :is(a, summary):visible").last.focus()
    assert page.locator("#__drawer").is_checked(), "the focus is still in it"
    page.keyboard.press(key)
    until(page, "!document.querySelector('#__drawer').checked")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement !== document.body && !document.activeElement.closest('#navigation')")


def test_the_button_of_the_drawer_closes_it_too(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 800})
    button = page.locator(".drawer-button")
    button.focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.matches('#navigation a')")
    button.focus()
    assert page.locator("#__drawer").is_checked()
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('#__drawer').checked")


def test_without_scripts_the_drawer_still_opens(browser, address):
    page, _ = opened(browser, address, "zh/roles/", viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page.locator("label.md-header__button[for='__drawer']").click()
    page.locator(".drawer-groups details[open] a").first.wait_for()
