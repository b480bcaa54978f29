"""How readers act on a page: with a mouse, with a finger, or by the keyboard alone, where the focus must be seen at every stop."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import ElementHandle, Page

from tests.browser import NARROW, WIDE

FOCUS = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
PATIENCE = 250  # stops of the keyboard before a reader gives up looking for something
NEXT = {("Tab", False): "Tab", ("Tab", True): "Shift+Tab", ("Arrow", False): "ArrowDown", ("Arrow", True): "ArrowUp"}


class Hands(Protocol):
    """What a reader does to what they have found."""

    context: dict[str, Any]

    def press(self, page: Page, found: ElementHandle) -> None:
        """Presses a link, a button, a fold or a box."""

    def enter(self, page: Page, found: ElementHandle) -> None:
        """Goes into a field to type there."""

    def pick(self, page: Page, found: ElementHandle, value: str) -> None:
        """Picks from a list."""


@dataclass(frozen=True)
class Mouse:
    """A mouse on a wide window."""

    context: dict[str, Any] = field(default_factory=lambda: {"viewport": WIDE})

    def press(self, page: Page, found: ElementHandle) -> None:
        found.click()

    def enter(self, page: Page, found: ElementHandle) -> None:
        found.click()

    def pick(self, page: Page, found: ElementHandle, value: str) -> None:
        found.select_option(value)


@dataclass(frozen=True)
class Finger(Mouse):
    """A finger on a phone."""

    context: dict[str, Any] = field(default_factory=lambda: {"viewport": NARROW, "has_touch": True, "is_mobile": True})

    def press(self, page: Page, found: ElementHandle) -> None:
        found.tap()

    def enter(self, page: Page, found: ElementHandle) -> None:
        found.tap()


@dataclass(frozen=True)
class Keys:
    """Tab, arrows, Enter and the space bar, on a window of any width."""

    context: dict[str, Any]

    def press(self, page: Page, found: ElementHandle) -> None:
        box = found.evaluate("one => ['checkbox', 'radio'].includes((one.control ?? one).type)")
        plain = found.evaluate("one => one.matches('button, summary')")
        self.reach(page, found)
        before = page.url
        page.keyboard.press("Space" if box else "Enter")
        if plain and page.url == before:
            assert page.evaluate("document.activeElement !== document.body"), "the focus is lost after this is pressed"

    def enter(self, page: Page, found: ElementHandle) -> None:
        self.reach(page, found)

    def pick(self, page: Page, found: ElementHandle, value: str) -> None:
        self.reach(page, found)
        for _ in range(found.evaluate("one => one.options.length")):
            if found.evaluate("one => one.value") == value:
                return
            page.keyboard.press("ArrowDown")
        assert found.evaluate("one => one.value") == value, f"the arrows do not lead to {value}"

    def reach(self, page: Page, found: ElementHandle) -> None:
        """Goes from stop to stop, the shorter way, until the focus is there; among answers of the search by the arrows."""
        here = found.evaluate(FOCUS)
        for _ in range(PATIENCE):
            if here["on"]:
                break
            page.keyboard.press(NEXT[here["by"], here["back"]])
            here = found.evaluate(FOCUS)
            assert not here["wrong"], here["wrong"]
        assert here["on"], f"the keyboard does not get there in {PATIENCE} stops"
        assert not here["wrong"], here["wrong"]


WAYS: dict[str, Hands] = {
    "mouse-1280": Mouse(), "finger-390": Finger(), "keys-1280": Keys({"viewport": WIDE}), "keys-390": Keys({"viewport": NARROW}),
}
