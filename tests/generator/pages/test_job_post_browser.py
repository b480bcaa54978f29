"""A role put into a job post in a real browser: copied, copied where the browser refuses, and without scripts."""
from __future__ import annotations

import pytest
from playwright.sync_api import Page

from macros.model.handbook import Handbook
from macros.pages.job_post import FORMS, Form, job_post, written
from macros.views.reader import Reader
from macros.views.short_address import short_address
from macros.words.languages import HTML_LANG, LANGUAGES
from tests import examples
from tests.browser import NARROW, WIDE, opened, until

SITE = "https://handbook.example.com/"  # as the site calls itself
MAY = {"permissions": ["clipboard-read", "clipboard-write"]}
KINDS = "navigator.clipboard.read().then(([item]) => Promise.all(['text/plain', 'text/html'].map((type) => item.getType(type).then((one) => one.text()))))"
REFUSING = "navigator.clipboard.write = () => Promise.reject(new Error('no')); document.execCommand = () => false;"


def path(handbook: Handbook, language: str = "en") -> str:
    return f"{language}/roles/{examples.role(handbook).id}/"


def expected(handbook: Handbook, form: Form, *languages: str, short: bool) -> str:
    """The post as Python writes it."""
    role = examples.role(handbook)
    posts = [job_post(Reader(handbook, language, ""), role, f"{SITE}{short_address('roles', role.id)}?edition={handbook.about.edition}")
             for language in languages]
    assert all(post.few for post in posts), "the example has enough duties to choose from"
    return FORMS[form]["between"].join(written((*one.head, *(one.few if short else one.duties), *one.tail), form) for one in posts)


def unfolded(page: Page) -> Page:
    page.locator("summary:has(#job-post)").click()
    page.locator(".job-choices").wait_for()
    return page


def said(page: Page) -> str:
    until(page, "document.querySelector('.job-post [role=status]').textContent")
    return page.locator(".job-post [role=status]").inner_text()


def copy(page: Page) -> str:
    page.locator(".job-post .actions button").click()
    return said(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("short", [True, False], ids=["few", "all"])
@pytest.mark.parametrize("chosen", [*LANGUAGES, "both"])
def test_what_is_chosen_is_copied_as_text_and_as_html(browser, address, handbook, language, chosen, short):
    page, faults = opened(browser, address, path(handbook, language), **MAY)
    unfolded(page).check(f"input[value={chosen}]")
    page.check(f"input[value={'few' if short else 'duties'}]")
    assert copy(page) == {"zh": "已复制。", "en": "Copied."}[language]
    languages = LANGUAGES if chosen == "both" else (chosen,)
    plain, rich = page.evaluate(KINDS)
    assert plain == expected(handbook, "plain", *languages, short=short)
    assert page.locator(".job-text pre").evaluate_all("all => all.map((one) => one.lang)") == [HTML_LANG[one] for one in languages]
    held = "html => new DOMParser().parseFromString(html, 'text/html').body.textContent"  # a browser adds to what it takes, but no words
    assert page.evaluate(held, rich).strip() == page.evaluate(held, expected(handbook, "html", *languages, short=short)).strip()
    assert rich.count("<li>") == plain.count("\n- ") and faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_is_what_the_file_beside_the_page_holds(browser, address, site, handbook, language):
    page, faults = opened(browser, address, path(handbook, language), **MAY)
    unfolded(page).check("input[value=markdown]")
    page.check("input[value=duties]")
    copy(page)
    file = (site / path(handbook, language) / "job-post.md").read_text(encoding="utf-8-sig")
    assert page.evaluate("navigator.clipboard.readText()") == expected(handbook, "markdown", language, short=False) == file and faults == []


def test_each_link_is_copied(browser, address, handbook):
    page, faults = opened(browser, address, path(handbook), **MAY)
    buttons = unfolded(page).locator(".job-links button")
    found = []
    for place in range(buttons.count()):
        buttons.nth(place).click()
        said(page)
        found.append(page.evaluate("navigator.clipboard.readText()"))
    role = examples.role(handbook).id
    assert found == [f"{SITE}zh/roles/{role}/", f"{SITE}en/roles/{role}/", SITE + short_address("roles", role)] and faults == []


def test_it_is_copied_where_the_browser_has_no_clipboard_of_its_own(browser, address, handbook):
    page = browser.new_context(**MAY).new_page()
    page.add_init_script("window.ClipboardItem = undefined")
    page.goto(address + path(handbook))
    assert copy(unfolded(page)) == "Copied."
    assert page.evaluate("navigator.clipboard.readText()") == expected(handbook, "plain", "en", short=True)


def test_what_the_browser_refuses_is_selected_instead(browser, address, handbook):
    page = browser.new_context().new_page()
    page.add_init_script(REFUSING)
    page.goto(address + path(handbook))
    unfolded(page).check("input[value=both]")
    assert "selected" in copy(page)
    selected = page.evaluate("getSelection().toString()")
    assert selected.split() == "".join(page.locator(".job-text pre").all_text_contents()).split() == expected(handbook, "plain", *LANGUAGES, short=True).split()
    page.locator(".job-links button").last.click()
    assert page.evaluate("getSelection().toString()") == SITE + short_address("roles", examples.role(handbook).id)


def test_without_scripts_the_fold_leads_to_text_files(browser, address, handbook):
    page, faults = opened(browser, address, path(handbook), java_script_enabled=False)
    page.locator("summary:has(#job-post)").click()
    links = page.locator(".job-post a")
    assert links.count() == 2 * len(LANGUAGES) and links.first.is_visible() and page.locator(".job-choices").count() == 0
    for link in links.all():
        answer = page.request.get(page.evaluate("one => one.href", link.element_handle()))
        assert answer.ok and answer.text().startswith("\ufeff") and faults == []


def test_what_cannot_be_loaded_is_tried_again_and_the_files_stay(browser, address, handbook):
    page = browser.new_context().new_page()
    page.route("**/job-post.json", lambda route: route.abort())
    page.goto(address + path(handbook))
    summary = page.locator("summary:has(#job-post)")
    with page.expect_event("requestfailed"):
        summary.click()
    assert page.locator(".job-post a").first.is_visible()
    page.unroute("**/job-post.json")
    page.wait_for_timeout(100)
    summary.click()
    unfolded(page)


@pytest.mark.parametrize("viewport", [WIDE, NARROW, {"width": 320, "height": 640}], ids=["1280", "390", "320"])
def test_nothing_is_wider_than_the_screen_and_it_is_loaded_when_it_is_opened(browser, address, handbook, viewport):
    asked: list[str] = []
    page = browser.new_context(viewport=viewport).new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path(handbook))
    assert not [one for one in asked if "job-post" in one or "clipboard" in one]
    unfolded(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.locator(".job-post button").evaluate_all("all => all.every((one) => one.getBoundingClientRect().height >= 24)")
