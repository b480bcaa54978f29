"""“Not found” in a browser: what it suggests, and where it leads by itself."""
from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from tests import examples
from tests.browser import opened, serving


@pytest.mark.parametrize("slip", [lambda id: id[:-2] + id[-1], lambda id: id[0] + id[2] + id[1] + id[3:], lambda id: f"{id}s"])
def test_a_slip_in_a_name_is_met_with_what_was_meant(browser, address, handbook, slip):
    role = examples.role(handbook)
    page, _ = opened(browser, address, f"en/roles/{slip(role.id)}/")
    page.locator(".near a").first.wait_for()
    assert role.name.en in page.locator(".near a").all_inner_texts()
    assert page.locator("input[name=q]").input_value()
    page.locator(".near a", has_text=role.name.en).first.click()
    page.wait_for_url(f"**/en/roles/{role.id}/")


def test_an_address_without_a_language_leads_to_the_one_read_last(browser, address, handbook):
    role = examples.role(handbook)
    page, _ = opened(browser, address, "en/", locale="zh-CN")
    page.goto(f"{address}roles/{role.id}/")
    page.wait_for_url(f"**/en/roles/{role.id}/")


def test_one_can_search_from_there(browser, address):
    page, _ = opened(browser, address, "en/nothing-of-the-kind-at-all/")
    assert page.locator(".near").is_hidden()
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_url("**/en/search/?q=nothing+of+the+kind+at+all")


@pytest.fixture(scope="module")
def role(handbook) -> str:
    return examples.role(handbook).id


@pytest.mark.parametrize(("asked", "meant"), [
    ("r/{}/。", "r/{}/"), ("r/{}.", "r/{}/"), ("r/{}/%20", "r/{}/"), ("r/{}/。”）", "r/{}/"), ("r/{}，/", "r/{}/"), ("r/{}/%E2%80%8B", "r/{}/"),
    ("zh/roles/{}/）", "zh/roles/{}/"), ("en/roles/{}/index.html!", "en/roles/{}/index.html"), ("en/roles/{}/index.html.md,", "en/roles/{}/index.html.md"),
    ("。", ""), ("en/。", "en/"), ("zh/competencies/）；", "zh/competencies/"), ("zh/sources/%EF%BC%9F", "zh/sources/"),
    ("r/{upper}/", "r/{}/"), ("R/{title}", "r/{}/"), ("EN/Roles/{title}/。", "en/roles/{}/"), ("en/roles/{title}/index.html", "en/roles/{}/index.html"),
])
def test_what_a_sentence_leaves_behind_an_address_and_capitals_lead_on_at_once(browser, address, role, asked, meant):
    page, went, rest = browser.new_page(), [], "?edition=1.0&a=%E3%80%82#duties"
    page.on("framenavigated", lambda frame: went.append(frame.url))
    page.route("**/choose.*.js", lambda route: route.fulfill(body=""))  # a short address would lead on
    written = asked.format(role, upper=role.upper(), title=role.title())
    page.goto(f"{address}{quote(written, safe='/%!,')}{rest}")
    page.wait_for_url(f"{address}{meant.format(role)}{rest}")
    assert went == [*went[:1], page.url], "at once, and only once"


@pytest.mark.parametrize(("asked", "stays"), [
    ("nothing-here/。", "nothing-here/"), ("en/Nothing/%3F", "en/nothing/"), ("/elsewhere.test/。", "/elsewhere.test/"),
    ("%5C%5Celsewhere.test/。", "%5C%5Celsewhere.test/"),
    ("100%25-of-it/。", "100%25-of-it/"), ("a%23b%3Fc/。", "a%23b%3Fc/"), ("javascript:alert(1)。", "javascript:alert(1/"), ("%FF。", "%FF%E3%80%82"),
    ("Nothing/", "Nothing/"),
])
def test_what_is_nowhere_then_either_stays_on_the_page_and_the_host(browser, address, asked, stays):
    page, faults = opened(browser, address, quote(asked, safe="/%:()"))
    page.wait_for_url(f"{address}{stays}")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{address}{stays}" and page.locator("input[name=q]").is_visible()
    assert not [fault for fault in faults if "404" not in fault]


def test_capitals_in_the_name_of_a_past_edition_stay(browser, site, tmp_path: Path, role):
    root = tmp_path / "site"
    shutil.copytree(site, root / "editions/Spring-27")
    shutil.copytree(site / "assets", root / "assets")
    shutil.copy(site / "404.html", root / "404.html")
    with serving(root) as address:
        page, _ = opened(browser, address, f"editions/Spring-27/en/roles/{role.title()}/{quote('。')}")
        page.wait_for_url(f"{address}editions/Spring-27/en/roles/{role}/")
        page.goto(f"{address}editions/Spring-27/{quote('。')}")
        page.wait_for_url(f"{address}editions/Spring-27/en/")
