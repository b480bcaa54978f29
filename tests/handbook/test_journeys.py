"""A few journeys through this handbook, whose examples come from the data."""
from __future__ import annotations

import pytest

from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened
from tests.generator.career_map.test_map_browser import OUTSIDE_THEIR_BOX
from tests.generator.comparison.comparing import compared, head
from tests.generator.website.test_journeys import (  # noqa: F401  (the same tests, on this house’s site)
    test_a_reader_switches_language_and_follows_role_competency_role,
    test_no_page_scrolls_sideways_at_320_or_complains,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_on_the_map_stands_in_its_box(browser, address, language):
    page, faults = opened(browser, address, f"{language}/map/")
    assert page.locator(".plan .node").count() > 0 and page.evaluate(OUTSIDE_THEIR_BOX) == []
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_roles_are_compared_and_the_way_between_them_is_planned(browser, address, handbook, language):
    way = examples.way(handbook)
    page, faults = compared(browser, address, f"{language}/compare/?roles={way.origin.id},{way.target.id}")
    page.wait_for_selector(".plan-parts section")
    assert head(page) == [way.origin.name[language], way.target.name[language]]
    page.locator(".standing a").last.click()
    page.wait_for_url(f"**/compare/{way.origin.id}/{way.target.id}/")
    assert faults == []
