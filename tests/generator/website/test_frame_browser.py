"""What the frame does in a browser: colours, the drawer, and what follows the scrolling."""
from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route

from tests import examples
from tests.browser import opened
from tests.places import ROOT

SCHEME = "document.body.dataset.mdColorScheme"
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"  # two frames on, what follows the scrolling has followed


def long_page(handbook) -> str:
    """The page of a role, with many sections."""
    return f"zh/roles/{examples.role(handbook).id}/"


@pytest.mark.parametrize(("kept", "system", "shown"), [
    (None, "light", "default"),
    (None, "dark", "slate"),
    # As the theme's own script kept it in years before.
    ('{"index":1,"color":{"media":"(prefers-color-scheme: dark)","scheme":"slate","primary":"custom","accent":"custom"}}', "light", "slate"),
    ('{"index":0,"color":{"media":"(prefers-color-scheme: light)","scheme":"default","primary":"custom","accent":"custom"}}', "dark", "default"),
    ("no JSON", "dark", "slate"),
])
def test_colours_are_there_before_any_file_has_come(browser, address, kept, system, shown):
    page, _ = opened(browser, address, "zh/about/", color_scheme=system)
    page.evaluate("kept => kept && localStorage.setItem('/.__palette', kept)", kept)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{address}zh/roles/")
    assert page.evaluate(SCHEME) == shown


def test_colours_follow_the_system_until_they_are_chosen(visit, address):
    page = visit("en/", color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{SCHEME} === 'slate'")
    page.locator("label[for='__palette_0']").click()
    assert page.evaluate(SCHEME) == "default"
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}en/roles/")
    assert page.evaluate(SCHEME) == "default"
    painted = "[...document.querySelectorAll('meta[name=theme-color], meta[name=color-scheme]')].map(one => one.content)"
    assert page.evaluate(painted) == ["rgb(255, 255, 255)", "light"]


def test_the_keyboard_turns_the_colours(visit):
    page = visit("en/", color_scheme="light")
    page.locator("#__palette_0").focus()
    for shown in ("slate", "default"):
        page.keyboard.press("Enter")
        assert page.evaluate(SCHEME) == shown
        assert page.evaluate("document.activeElement.dataset.mdColorScheme") == shown
        assert page.locator("label[for^='__palette']:visible").count() == 1


def listed(page: Page, side: str) -> list[str]:
    """The links of the list at a side that are marked as where one is."""
    return page.locator(f".md-sidebar--{side} a.md-nav__link--active[href^='#']").evaluate_all("links => links.map(one => one.hash)")


def test_the_list_of_contents_follows_and_the_header_tells_the_title(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 1280, "height": 800})
    assert listed(page, "secondary") == []
    title = page.locator(".md-header__title")
    assert "md-header__title--active" not in title.get_attribute("class") and page.locator(".md-tabs").get_attribute("hidden") is None
    hashes = page.locator(".md-sidebar--secondary a").evaluate_all("links => links.map(one => one.hash)")
    for hash in hashes[1:4]:
        page.locator(f".md-sidebar--secondary a[href='{hash}']").click()
        page.wait_for_function("hash => document.querySelector('.md-sidebar--secondary a.md-nav__link--active')?.hash === hash", arg=hash)
        assert listed(page, "secondary") == [hash]
        box = page.locator(hash).bounding_box()
        assert box["y"] >= page.locator(".md-header").bounding_box()["height"], "below the header"
    assert page.locator(".md-sidebar--secondary a.md-nav__link--passed").count() == 4
    assert "md-header__title--active" in title.get_attribute("class") and page.locator(".md-tabs").get_attribute("hidden") is not None
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function("hash => document.querySelector('.md-sidebar--secondary a.md-nav__link--active')?.hash === hash", arg=hashes[-1])
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("!document.querySelector('.md-sidebar--secondary a.md-nav__link--active')")


def test_lists_at_the_sides_end_above_the_foot_and_within_the_window(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 1280, "height": 500})
    for far in ("0", "300", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {far})")
        page.evaluate(SETTLED)
        foot = page.locator(".md-footer").bounding_box()["y"]
        for side in ("primary", "secondary"):
            box = page.locator(f".md-sidebar--{side} .md-sidebar__scrollwrap").bounding_box()
            assert box["y"] + box["height"] <= min(foot, 500) + 1, (side, far)


@pytest.mark.parametrize("way_out", ["Escape", "overlay", "link"])
def test_the_drawer_opens_and_closes(visit, handbook, way_out):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 800})
    button = page.locator(".drawer-button")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('#navigation a')")
    assert button.get_attribute("aria-expanded") == "true"
    if way_out == "Escape":
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.matches('.drawer-button')")
    elif way_out == "overlay":
        page.mouse.click(380, 400)
    else:
        page.locator(".on-this-page a").last.click()
    page.wait_for_function("!document.querySelector('#__drawer').checked")
    assert button.get_attribute("aria-expanded") == "false"
    page.wait_for_function("getComputedStyle(document.querySelector('.md-sidebar--primary')).visibility === 'hidden'")


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_drawer_makes_way_when_the_focus_leaves_it(visit, handbook, key):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 800})
    button = page.locator(".drawer-button")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('#navigation a')")
    if key == "Tab":
        page.locator("#navigation a:visible").last.focus()
    assert page.locator("#__drawer").is_checked(), "the focus is still in it"
    page.keyboard.press(key)
    page.wait_for_function("!document.querySelector('#__drawer').checked")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement !== document.body && !document.activeElement.closest('#navigation')")


def test_the_button_of_the_drawer_closes_it_too(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 800})
    button = page.locator(".drawer-button")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('#navigation a')")
    button.focus()
    assert page.locator("#__drawer").is_checked()
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('#__drawer').checked")


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_the_other_language_is_read_from_the_same_section_on(visit, handbook, language, other):
    role = examples.role(handbook).id
    page = visit(f"{language}/roles/{role}/#kpis", viewport={"width": 1280, "height": 800})
    page.click("a.language-link")
    page.wait_for_url(f"**/{other}/roles/{role}/#kpis")
    last = page.locator(".md-sidebar--secondary a").last
    hash = last.get_attribute("href")
    last.click()
    page.wait_for_function("hash => document.querySelector('a.language-link').hash === hash", arg=hash)
    page.click("a.language-link")
    page.wait_for_url(f"**/{language}/roles/{role}/{hash}")
    page.evaluate("hash => document.querySelector(hash).textContent", hash)


def test_a_text_s_tables_scroll_by_themselves(visit, address):
    page = visit("en/how-to-read/", viewport={"width": 390, "height": 800})
    tables = page.locator("article table:not([class])")
    assert tables.count() == page.locator(".md-typeset__scrollwrap > .md-typeset__table > table").count()


def test_without_scripts_the_drawer_still_opens(browser, address):
    page, _ = opened(browser, address, "zh/roles/", viewport={"width": 390, "height": 800}, java_script_enabled=False)
    page.locator("label.md-header__button[for='__drawer']").click()
    page.locator(".md-sidebar--primary .sections a").first.wait_for()


def test_a_content_policy_lets_in_what_maintainers_are_told(visit, site, handbook):
    policy = re.search(r"'sha256-[\w+/=]+'", (ROOT / "maintaining/operations.md").read_text(encoding="utf-8"))[0]

    def guarded(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": f"script-src 'self' {policy}"})

    page = visit("zh/")
    page.route("**/*", guarded)
    for path in examples.paths(handbook, site):
        page.goto(f"{page.url.partition('/zh/')[0]}/zh/{path}")
        assert page.evaluate("document.documentElement.className") == "js", path
    page.goto(f"{page.url.partition('/zh/')[0]}/zh/roles/")
    page.keyboard.press("/")
    page.locator("dialog[open] input").fill(examples.role(handbook).name.zh)
    page.locator(".panel .hit").first.wait_for()
