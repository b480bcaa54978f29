"""A page with a plan on it, for the browser tests of planning."""
from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from macros.model.handbook import Handbook
from tests.generator.path.planned import OPEN, asking


@pytest.fixture
def planning(visit: Callable[..., Page], handbook: Handbook) -> Callable[..., Page]:
    """Opens the page for somebody who has nothing yet of what their role asks, and plans so many gaps."""
    def opened(language: str = "en", n: int = 3, **context: object) -> Page:
        page = visit(f"{language}/path/", accept_downloads=True, **context)
        role = asking(handbook)
        page.select_option("[name=role]", role.id)
        page.locator("details.rates").first.wait_for()
        page.evaluate(OPEN)
        for one in role.competencies:
            page.locator(f"[name='ratings.{one.competency}'][value=none]").check()
        page.evaluate(OPEN)
        for number in range(n):
            page.locator("[data-plan]").nth(number).check()
            page.locator(".plan-item").nth(number).wait_for()
        page.evaluate(OPEN)
        return page

    return opened
