"""Going about a page by the keyboard alone, as somebody does who has no mouse."""
from __future__ import annotations

from playwright.sync_api import Page

MOST = 400  # keys before one gives up looking for something


def reach(page: Page, selector: str) -> None:
    """Tabs on until the focus is there."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """Tabs to something and presses a key there."""
    reach(page, selector)
    page.keyboard.press(key)


def write(page: Page, selector: str, text: str) -> None:
    """Tabs to a field and writes in it."""
    reach(page, selector)
    page.keyboard.type(text)


def pick(page: Page, name: str, value: str) -> None:
    """Goes down a list to an entry."""
    reach(page, f"select[name={name}]")
    for _ in range(MOST):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.value") == value:
            return
    raise AssertionError(f"{name} has no {value}")


def rate(page: Page, competency: str, level: str) -> None:
    """Tabs to the levels of a competency that is not rated yet, and goes along them to one."""
    choice = f"[name='ratings.{competency}']"
    reach(page, choice)
    page.keyboard.press("Space")
    for _ in range(page.locator(choice).count()):
        page.locator(f"{choice}:checked").wait_for(state="attached")
        if page.evaluate("document.activeElement.value") == level:
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"{competency} has no level {level}")
