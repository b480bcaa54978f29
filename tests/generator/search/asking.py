"""What the browser tests of the search share: asking, and waiting for the whole answer."""
from __future__ import annotations

from playwright.sync_api import Page


def asked(page: Page, query: str) -> None:
    """Open the dialog with the key unless it is open, type, and wait for the whole answer."""
    if not page.locator("dialog.search[open]").count():
        page.keyboard.press("/")
    page.locator("dialog.search[open] input[name=q]").fill(query)
    page.wait_for_function("query => new URL(document.querySelector('dialog .as-link').href).searchParams.get('q') === query", arg=query)
    settled(page)


def settled(page: Page) -> None:
    """Both sources have answered: the number is read out."""
    page.wait_for_function("document.querySelector('.panel [role=status]').textContent !== '' && !document.querySelector('.results').hasAttribute('aria-busy')")
