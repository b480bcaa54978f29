"""Short addresses: one for every record that job posts point at, in the reader's language, with or without scripts."""
from __future__ import annotations

import pytest
from lxml import html

from macros.views.short_address import LETTERS, short_address
from tests import examples
from tests.browser import opened


def test_every_role_competency_and_indicator_has_one(site, handbook):
    for kind, letter in LETTERS.items():
        assert {path.parent.name for path in (site / letter).glob("*/index.html")} == {*handbook.of_kind(kind)}


def test_it_says_what_it_leads_to_in_both_languages(site, handbook):
    role = examples.role(handbook)
    tree = html.parse(site / short_address("roles", role.id) / "index.html").getroot()
    assert tree.findtext(".//title") == f"{role.name.zh} · {role.name.en}"
    said = {one.get("property") or one.get("name"): one.get("content") for one in tree.iter("meta")}
    assert said["og:title"] == f"{role.name.zh} · {role.name.en}" and said["og:url"].endswith(f"/r/{role.id}/")
    assert role.essence.zh in said["description"] and role.essence.en in said["og:description"]


@pytest.mark.parametrize(("locale", "language"), [("zh-CN", "zh"), ("en-US", "en")])
def test_it_opens_in_the_language_of_the_reader_at_the_place_asked_for(browser, address, handbook, locale, language):
    role = examples.role(handbook)
    page, faults = opened(browser, address, f"{short_address('roles', role.id)}?from=post#duties", locale=locale)
    page.wait_for_url(f"**/{language}/roles/{role.id}/?from=post#duties")
    assert not faults


def test_without_scripts_it_offers_both(browser, address, handbook):
    kpi = next(iter(handbook.kpis.values()))
    page, _ = opened(browser, address, short_address("kpis", kpi.id), java_script_enabled=False)
    assert page.locator("main a").all_inner_texts() == ["中文", "English"]
    page.get_by_text("English").click()
    assert page.url.endswith(f"/en/kpis/{kpi.id}/")
