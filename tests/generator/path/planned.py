"""A plan in a browser, for tests: who has one, what the browser keeps of it, and what is taken along."""
from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from macros.model.handbook import Handbook
from macros.model.roles import Role

OPEN = "document.querySelectorAll('.path-page details').forEach((one) => { one.open = true; })"


def asking(handbook: Handbook) -> Role:
    """The role in use that asks for most."""
    return max(handbook.ordered_roles, key=lambda role: len(role.competencies))


def kept(page: Page) -> dict[str, Any]:
    """What the browser keeps."""
    (found,) = page.evaluate("Object.entries(localStorage).filter(([name]) => name.endsWith('.path.1')).map(([, text]) => text)")
    return json.loads(found)


def taken(page: Page, wish: str) -> bytes:
    """The file that a button hands over."""
    with page.expect_download() as coming:
        page.locator(f"[data-take={wish}]").click()
    return coming.value.path().read_bytes()
