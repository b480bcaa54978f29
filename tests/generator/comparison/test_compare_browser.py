"""Choosing and comparing in a real browser, on the real site and on the tiny one with its retired role."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.words.languages import LANGUAGES
from tests.browser import opened, serving
from tests.generator.comparison.comparing import WIDTHS, WORDS, compared, head, notices


@pytest.fixture(scope="module")
def tiny(project: Path) -> Iterator[str]:
    """The site of the tiny handbook, in which a role has retired."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=project, check=True, capture_output=True)
    with serving(project / "site") as found:
        yield found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_roles_are_chosen_compared_and_kept_in_the_address(browser, address, language, width):
    page, faults = compared(browser, address, f"{language}/compare/", width)
    assert WORDS[language]["choose"] in notices(page) and not page.locator(".comparison").is_visible()
    selects = page.locator("[data-kind=roles] select")
    selects.nth(0).select_option("brand-manager")
    selects.nth(1).select_option("channel-manager")
    page.wait_for_selector(".comparison tbody")
    assert page.url == f"{address}{language}/compare/?roles=brand-manager,channel-manager"
    assert selects.nth(2).locator("option[value=brand-manager]").is_disabled(), "nobody is compared with themselves"
    selects.nth(2).select_option("marketing-manager")
    page.wait_for_function("document.querySelector('.comparison').dataset.columns === '3'")
    assert page.url.endswith("?roles=brand-manager,channel-manager,marketing-manager")
    assert not page.locator(".plan-of-move").is_visible(), "a plan is for two"
    folded = page.locator("tr.same")
    assert folded.count() > 3 and not folded.first.is_visible() and WORDS[language]["folded"] in page.locator(".folded-count").inner_text()
    line = page.locator("tr.folded").first
    assert line.is_visible() and page.locator("tr.same th").first.text_content().strip().lower() in line.inner_text().lower()
    line.locator("input").check()
    assert folded.first.is_visible()
    page.locator(".only").uncheck()
    assert folded.last.is_visible() and not line.is_visible()
    page.click("a.language-link")
    other = "en" if language == "zh" else "zh"
    page.wait_for_url(f"**/{other}/compare/?roles=brand-manager,channel-manager,marketing-manager")
    page.wait_for_selector(".comparison tbody")
    assert len(head(page)) == 3
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
    page.context.close()


def test_back_leads_to_the_page_before_and_returns_to_what_was_chosen(browser, address):
    page, _ = opened(browser, address, "en/roles/")
    page.goto(f"{address}en/compare/?roles=brand-manager,channel-manager")
    page.wait_for_selector(".comparison tbody")
    page.locator("[data-kind=roles] select").nth(1).select_option("marketing-manager")
    page.wait_for_function("document.querySelector('thead').textContent.includes('Marketing manager')")
    page.locator("thead a").first.click()
    page.wait_for_url("**/roles/brand-manager/")
    page.go_back()
    page.wait_for_selector(".comparison tbody")
    assert head(page) == ["Brand manager", "Marketing manager"]
    page.go_back()
    page.wait_for_url("**/en/roles/")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_are_compared_on_a_track(browser, address, language):
    page, faults = compared(browser, address, f"{language}/compare/?stages=entry-stage,mid-stage&track=brand")
    assert page.locator("tr th a[href*='tracks/']").count() == 1 and WORDS[language]["level"] in page.locator(".comparison").inner_text()
    page.locator("select[name=track]").select_option("management")
    page.get_by_text(WORDS[language]["offTrack"]).wait_for()
    assert page.locator("tr th a[href*='tracks/']").count() == 0
    page.locator("select[name=track]").select_option("")
    page.wait_for_function("document.querySelectorAll(\"tr th a[href*='tracks/']\").length > 1")
    assert page.locator("tr:has-text('" + WORDS[language]["noTrack"] + "') a[href*='roles/']").count() > 5, "those on no track stand at the stage, too"
    assert page.url.endswith("?stages=entry-stage,mid-stage")
    page.locator("[name=kind][value=roles]").check()
    page.wait_for_function("!document.querySelector('[data-kind=roles]').hidden")
    assert page.url.endswith("/compare/") and WORDS[language]["choose"] in notices(page)
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("query", "said", "columns"), [
    ("?roles=", "choose", 0),
    ("?roles=,%20,", "choose", 0),
    ("?roles=brand-manager,brand-manager", "", 0),
    ("?roles=brand-manager,BRAND-MANAGER,channel-manager", "", 2),
    ("?roles=brand-manger,channel-manager,marketing-manager", "near", 2),
    ("?roles=brand-manager,channel-manager,marketing-manager,pr-specialist,sales-support", "most", 4),
    ("?roles=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,%22'%3E%3Cb%3E", "unknown", 0),
    ("?roles=__proto__,constructor", "unknown", 0),
    ("?roles=" + "x" * 500, "unknown", 0),
    ("?roles=😀", "unknown", 0),
    ("?stages=entry-stage,mid-stage&track=<b>", "", 2),
])
def test_any_address_gets_a_sensible_page(browser, address, language, width, query, said, columns):
    page, faults = compared(browser, address, f"{language}/compare/{query}", width)
    if columns:
        page.wait_for_selector(".comparison tbody")
    assert WORDS[language].get(said, "") in notices(page)
    assert len(head(page)) == columns and page.locator(".comparison").is_visible() == bool(columns)
    assert page.locator(".notices :is(img, b)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
    page.context.close()


def test_what_stands_in_the_address_is_shown_as_text(browser, address):
    page, _ = compared(browser, address, "en/compare/?roles=%3Cb%3E%22x%22%3C/b%3E")
    assert "No role has the id “<b>\"x\"</b>”." in notices(page)
    page.context.close()


@pytest.mark.parametrize(("language", "written"), [("en", "brand-manger"), ("zh", "品牌经理"), ("en", "Brand management post")])
def test_an_unknown_id_offers_near_names_that_take_its_place(browser, address, language, written):
    page, _ = compared(browser, address, f"{language}/compare/?roles=channel-manager,{written}")
    page.locator(".notices a").first.click()
    page.wait_for_selector(".comparison tbody")
    assert page.url.endswith("?roles=channel-manager,brand-manager")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_that_is_only_named_says_so_and_leads_to_it(browser, address, language):
    page, faults = compared(browser, address, f"{language}/compare/?roles=brand-director,brand-manager")
    assert page.locator(".notices .notice").count() == 1 and WORDS[language]["named"] in notices(page)
    page.locator(".notices a").click()
    page.wait_for_url("**/tracks/#post-brand-director")
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_unknown_ids_share_a_line_and_nothing_far_is_suggested(browser, address, language):
    page, _ = compared(browser, address, f"{language}/compare/?roles=a,b,c,d,e,f")
    assert page.locator(".notices .notice").count() == 1 and page.locator(".notices a").count() == 0
    assert all(f"“{one}”" in notices(page) for one in "abcdef")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_are_compared_with_the_first_role_by_name(browser, address, language):
    page, _ = compared(browser, address, f"{language}/compare/?roles=account-manager,marketing-expert,brand-manager")
    page.wait_for_selector(".comparison tbody")
    first = head(page)[0]
    assert all(first.lower() in one.lower() for one in page.locator(".diff").all_text_contents())
    assert page.locator(".diff.raised").first.evaluate("one => getComputedStyle(one).color") == page.locator(".open").first.evaluate("one => getComputedStyle(one).color"), "no warning"
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False])
def test_every_role_leads_to_a_plan(browser, address, language, script):
    page, _ = opened(browser, address, f"{language}/roles/account-manager/", java_script_enabled=script)
    assert page.locator("main a[href$='compare/?roles=account-manager']").count() == 1
    assert page.locator(".related a.shared").first.get_attribute("href").split("?")[1].startswith("roles=account-manager,")
    page.locator(".plan-to select").select_option("account-manager,brand-manager")
    page.click(".plan-to button")
    page.wait_for_url(f"**/{language}/compare/?roles=account-manager%2Cbrand-manager")
    if script:
        page.wait_for_selector(".plan-parts section")
        assert len(head(page)) == 2
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_retired_role_says_what_replaced_it_and_gives_way(browser, tiny, language):
    page, faults = compared(browser, tiny, f"{language}/compare/?roles=fire-lighter,brand-manager")
    page.wait_for_selector(".comparison tbody")
    assert WORDS[language]["retired"] in notices(page) and head(page)[0] in notices(page)
    assert "{{ 7*7 }}" in page.locator("tbody").first.inner_text(), "data is text"
    both, _ = compared(browser, tiny, f"{language}/compare/?roles=fire-lighter,oven-hand")
    assert not both.locator(".comparison").is_visible() and head(page)[0] in notices(both), "one and the same"
    assert faults == []
    page.context.close()
    both.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lost", ["index", "roles/brand-manager"])
def test_a_missing_file_is_said(browser, address, language, lost):
    page = browser.new_context().new_page()
    page.route(f"**/{lost}.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}{language}/compare/?roles=brand-manager,channel-manager")
    page.wait_for_selector(".unavailable")
    assert WORDS[language]["missing"] in page.locator("[role=alert]").inner_text() and not page.locator(".comparison").is_visible()
    assert page.locator(".ways a").first.is_visible()
    page.unroute(f"**/{lost}.json")
    page.locator("[data-kind=roles] select").nth(0).select_option("brand-manager")
    page.locator("[data-kind=roles] select").nth(1).select_option("channel-manager")
    page.wait_for_selector(".comparison tbody")
    assert not page.locator(".unavailable").is_visible()
    page.context.close()


def test_nothing_is_fetched_before_the_page_is_opened(browser, address):
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/roles/brand-manager/", wait_until="networkidle")
    assert not [url for url in asked if "compare" in url and not url.endswith(".css")]
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_no_longer_written_leads_to_the_same_two_roles(browser, address, language):
    page, _ = opened(browser, address, f"{language}/compare/account-manager/pr-specialist/")
    page.wait_for_url(f"**/{language}/compare/?roles=account-manager,pr-specialist")
    page.wait_for_selector(".comparison tbody")
    assert len(head(page)) == 2
