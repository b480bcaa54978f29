"""The page of a role of this handbook: what it answers fits one screen, and all of it four sheets."""
from __future__ import annotations

import pytest

from tests import examples
from tests.browser import WIDE
from tests.generator.pages.test_role_browser import *  # noqa: F403  (the same tests, on this house’s site)
from tests.generator.pages.test_role_browser import path, sheets


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
