"""“Not found” in a browser: what it suggests, and where it leads by itself."""
from __future__ import annotations

import pytest

from tests import examples
from tests.browser import opened


@pytest.mark.parametrize("slip", [lambda id: id[:-2] + id[-1], lambda id: id[0] + id[2] + id[1] + id[3:], lambda id: f"{id}s", str.upper])
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
