"""What the frame does in a browser: colours, languages, keys, and what follows the scrolling."""
from __future__ import annotations

import pytest

from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened, until

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
    until(page, f"{SCHEME} === 'slate'")
    page.locator("label[for='__palette_0']").click()
    assert page.evaluate(SCHEME) == "default"
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}en/roles/")
    assert page.evaluate(SCHEME) == "default"
    painted = "[...document.querySelectorAll('meta[name=theme-color], meta[name=color-scheme]')].map(one => one.content)"
    assert page.evaluate(painted) == ["light", "rgb(255, 255, 255)"]
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_the_keyboard_turns_the_colours(visit):
    page = visit("en/", color_scheme="light")
    page.locator("#__palette_0").focus()
    for shown in ("slate", "default"):
        page.keyboard.press("Enter")
        assert page.evaluate(SCHEME) == shown
        assert page.evaluate("document.activeElement.dataset.mdColorScheme") == shown
        assert page.locator("label[for^='__palette']:visible").count() == 1


MARKED = "document.querySelector('.on-this-page a[aria-current]')?.hash ?? ''"


def test_the_list_of_contents_follows_and_stops_below_the_header(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 1280, "height": 800})
    assert page.evaluate(MARKED) == ""
    hashes = page.locator(".on-this-page a").evaluate_all("links => links.map(one => one.hash)")
    for hash in hashes[1:4]:
        page.locator(f".on-this-page a[href='{hash}']").click()
        until(page, f"hash => {MARKED} === hash", arg=hash)
        box = page.locator(hash).bounding_box()
        assert box["y"] >= page.locator(".md-header").bounding_box()["height"], "below the header"
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    until(page, f"hash => {MARKED} === hash", arg=hashes[-1])
    page.evaluate("scrollTo(0, 0)")
    until(page, f"{MARKED} === ''")


def test_the_list_beside_the_text_ends_within_the_window(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 1280, "height": 500})
    for far in ("0", "300", "document.body.scrollHeight"):
        page.evaluate(f"scrollTo(0, {far})")
        page.evaluate(SETTLED)
        box = page.locator(".md-sidebar--primary").bounding_box()
        if box["y"] < 60:
            assert box["y"] + box["height"] <= 501, far
        assert box["y"] + box["height"] <= page.locator(".md-footer").bounding_box()["y"] + 1, far


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_begins_at_one_left_edge_below_the_logo(visit, address, handbook, site, language):
    page = visit(f"{language}/", viewport={"width": 1280, "height": 800})
    logo = page.locator(".site svg").bounding_box()["x"]
    for path in examples.paths(handbook, site):
        page.goto(f"{address}{language}/{path}")
        assert page.locator("h1").bounding_box()["x"] == pytest.approx(logo, abs=1), path


@pytest.mark.parametrize(("width", "height"), [(320, 256), (844, 390), (640, 360), (1280, 460)])
def test_in_a_low_window_nothing_sticks(visit, handbook, width, height):
    page = visit(long_page(handbook), viewport={"width": width, "height": height})
    page.evaluate("scrollTo(0, 2000)")
    page.evaluate(SETTLED)
    stuck = """[...document.querySelectorAll('.md-header, .groups, .group-pages, .jump, .md-sidebar--primary')].filter(one => {
        const box = one.getBoundingClientRect(); return one.checkVisibility({ visibilityProperty: true }) && box.bottom > 0 && box.top < innerHeight })"""
    assert page.evaluate(f"{stuck}.map(one => one.className)") in ([], ["md-sidebar--primary"])


def test_on_a_phone_a_row_of_sections_goes_along_and_follows(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 844})
    links = page.locator(".jump a")
    assert all(box["height"] >= 44 for box in (links.nth(n).bounding_box() for n in range(links.count())))
    hash = links.nth(3).get_attribute("href")
    links.nth(3).click()
    until(page, "hash => document.querySelector('.jump a[aria-current]')?.hash === hash", arg=hash)
    head, row = page.locator(".md-header").bounding_box(), page.locator(".jump").bounding_box()
    assert row["y"] == pytest.approx(head["y"] + head["height"], abs=1)
    assert page.locator(hash).bounding_box()["y"] >= row["y"] + row["height"]


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_the_other_language_is_read_from_the_same_section_on(visit, handbook, language, other):
    role = examples.role(handbook).id
    page = visit(f"{language}/roles/{role}/#kpis", viewport={"width": 1280, "height": 800})
    page.click("a.language-link")
    page.wait_for_url(f"**/{other}/roles/{role}/#kpis")
    last = page.locator(".on-this-page a").last
    hash = last.get_attribute("href")
    last.click()
    page.wait_for_url(f"**{hash}")
    page.click("a.language-link")
    page.wait_for_url(f"**/{language}/roles/{role}/{hash}")
    page.evaluate("hash => document.querySelector(hash).textContent", hash)


def test_the_other_language_shows_the_section_that_was_being_read(visit, handbook):
    role = examples.role(handbook).id
    page = visit(f"zh/roles/{role}/", viewport={"width": 1280, "height": 800})
    page.click("a.language-link")
    page.wait_for_url(f"**/en/roles/{role}/")
    page.evaluate("document.querySelector('#kpis').scrollIntoView({ behavior: 'instant' })")
    page.click("a.language-link")
    page.wait_for_url(f"**/zh/roles/{role}/#kpis")
    page.goto(page.url.partition("/zh/")[0] + "/zh/search/?q=abc")
    page.click("a.language-link")
    page.wait_for_url("**/en/search/?q=abc")


def test_a_page_that_a_browser_translates_stays_as_it_was_set(visit):
    page = visit("en/about/", viewport={"width": 1280, "height": 800})
    set_in = "[getComputedStyle(document.body).fontFamily, getComputedStyle(document.querySelector('article')).lineHeight]"
    before = page.evaluate(set_in)
    page.evaluate("document.documentElement.lang = 'ja'")
    assert page.evaluate(set_in) == before


def test_the_stroke_opens_the_search_from_all_that_takes_no_text_and_can_be_switched_off(visit, address):
    page = visit("zh/roles/", viewport={"width": 1280, "height": 800})
    page.locator("label[for^='__palette']:visible").click()
    page.keyboard.press("/")
    page.locator("dialog.search[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator(".slash input").uncheck()
    for _ in range(2):
        page.keyboard.press("/")
        page.evaluate(SETTLED)
        assert not page.locator("dialog.search[open]").count() and page.locator(".find-button kbd").is_hidden()
        page.goto(f"{address}en/")
    page.keyboard.press("Control+k")
    page.locator("dialog.search[open]").wait_for()


def test_keys_of_an_input_method_are_left_alone(visit, handbook):
    page = visit(long_page(handbook), viewport={"width": 390, "height": 800})
    page.locator("label.md-header__button[for='__drawer']").click()
    composing = "new KeyboardEvent('keydown', { key: 'KEY', isComposing: true, bubbles: true, cancelable: true })"
    for key in ("Escape", "/", "Enter"):
        assert page.evaluate(f"document.body.dispatchEvent({composing.replace('KEY', key)})"), key
    assert page.locator("#__drawer").is_checked() and not page.locator("dialog.search").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_contrast_themes_one_sees_where_one_is(visit, handbook, scheme):
    page = visit(long_page(handbook), viewport={"width": 1280, "height": 800}, color_scheme=scheme, forced_colors="active")
    drawn = "one => { const style = getComputedStyle(one); return [style.color, style.textDecorationLine] }"
    for row in (".groups", ".group-pages", ".sisters"):
        current, another = (page.locator(f"{row} a{which}").first.evaluate(drawn) for which in ("[aria-current]", ":not([aria-current])"))
        assert current != another and "underline" in current[1], row


def test_a_heading_is_copied_without_its_sign(visit, handbook):
    page = visit(long_page(handbook))
    heading = page.locator("#duties")
    assert heading.locator("a.headerlink").get_attribute("aria-label").startswith("复制这一节的链接：")
    assert "#" not in heading.evaluate("one => { getSelection().selectAllChildren(one); return getSelection().toString() }")
    assert "#" not in heading.text_content()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_printed_sheet_says_what_it_is_of(visit, handbook, language):
    page = visit(f"{language}/roles/{examples.role(handbook).id}/")
    head, foot = (page.locator("html").get_attribute(f"data-running-{which}") for which in ("head", "foot"))
    assert head == page.title() and handbook.about.edition in foot and foot.endswith(f"/{language}/roles/{examples.role(handbook).id}/")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--running-head')").strip('"') == head
    for frame in (".md-header", ".groups", ".group-pages", ".md-sidebar--primary", ".jump", ".crumbs", ".md-footer"):
        assert not page.locator(frame).first.is_visible(), frame


def test_a_text_s_tables_scroll_by_themselves(visit, address):
    page = visit("en/how-to-read/", viewport={"width": 390, "height": 800})
    tables = page.locator("article table:not([class])")
    assert tables.count() == page.locator(".md-typeset__scrollwrap > .md-typeset__table > table").count()
