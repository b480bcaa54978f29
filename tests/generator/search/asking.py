"""What the browser tests of the search share: asking, waiting for the whole answer, and words to ask for."""
from __future__ import annotations

import re

from playwright.sync_api import Page

from macros.model.roles import Role
from tests.browser import until


def asked(page: Page, query: str) -> None:
    """Open the dialog with the key unless it is open, type, and wait for the whole answer."""
    if not page.locator("dialog.search[open]").count():
        page.keyboard.press("/")
    page.locator("dialog.search[open] input[name=q]").fill(query)
    until(page, "query => new URL(document.querySelector('dialog .as-link').href).searchParams.get('q') === query", arg=query)
    settled(page)


def settled(page: Page) -> None:
    """Both sources have answered: the number is read out."""
    until(page, "document.querySelector('.panel [role=status]').textContent !== '' && !document.querySelector('.results').hasAttribute('aria-busy')")


def sentence(role: Role) -> str:
    """The first words of a duty of a role, up to a sign."""
    return next(found[0] for group in role.duties.values() for item in group.items if (found := re.match("[\u4e00-\u9fff]{4,12}", item.zh)))
