"""The page of a role of this handbook: what it answers fits one screen, and all of it four sheets."""
from __future__ import annotations

import pytest

from tests import examples
from tests.browser import WIDE
from tests.generator.pages.test_role_browser import *  # noqa: F403  (the same tests, on this house’s site)
from tests.generator.pages.test_role_browser import SHEETS, path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_first_screen_holds_the_whole_card(visit, handbook, language):
    page = visit(path(handbook, language), viewport=WIDE)
    assert page.evaluate("document.querySelector('.role-card').getBoundingClientRect().bottom") <= WIDE["height"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_role_prints_on_four_sheets(visit, handbook, language):
    assert len(examples.role(handbook).duties) > 5
    assert len(SHEETS.findall(visit(path(handbook, language), viewport=WIDE).pdf(prefer_css_page_size=True))) <= 4
