"""The page of a role of this handbook: what it answers fits one screen, and all of it four sheets."""
from __future__ import annotations

import pytest

from macros.views.parts import AT_ONCE
from tests import examples
from tests.browser import NARROW, WIDE
from tests.generator.pages.test_role_browser import *  # noqa: F403  (the same tests, on this house’s site)
from tests.generator.pages.test_role_browser import path, sheets

SCREEN = 844  # pixels of a phone of 390 by 844


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_screen_holds_the_whole_card(visit, handbook, language):
    page = visit(path(handbook, language), viewport=WIDE)
    assert page.evaluate("document.querySelector('.role-card').getBoundingClientRect().bottom") <= WIDE["height"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_role_prints_on_four_sheets_with_all_its_duties_and_competencies(visit, handbook, language):
    found = examples.role(handbook)
    printed = sheets(visit(path(handbook, language), viewport=WIDE))
    assert len(found.duties) > 5 and len(printed) <= 4
    text = "".join("".join(printed).split())
    names = [*(group.name for group in found.duties.values()), *(handbook.competencies[one.competency].name for one in found.competencies)]
    assert [name[language] for name in names if "".join(name[language].split()) not in text] == []


@pytest.mark.parametrize(("language", "wide", "screens"), [("zh", 6500, 9), ("en", 6500, 10)])
def test_a_role_is_no_longer_than_a_reader_scrolls(visit, handbook, language, wide, screens):
    for viewport, most in ((WIDE, wide), (NARROW, screens * SCREEN)):
        assert visit(path(handbook, language), viewport=viewport).evaluate("document.documentElement.scrollHeight") <= most, viewport


def test_of_many_things_that_are_not_said_the_first_are_read_at_once(visit, handbook):
    page = visit(path(handbook, "en"), viewport=WIDE)
    line = page.locator(".unsaid:has(> .chevron)").first
    assert line.locator("> span").count() == AT_ONCE and not line.locator(".chevron > div > span").first.is_visible()
    line.locator(".chevron > summary").click()
    assert line.locator(".chevron > div > span").last.is_visible()
