"""One’s own plan in a browser: opened, filled in, and what is kept of it."""
from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from macros.model.handbook import Handbook
from macros.model.roles import Role

KEPT = "JSON.parse(localStorage.getItem(Object.keys(localStorage).find(key => key.endsWith('.path.1'))))"


def pair(handbook: Handbook) -> tuple[Role, Role]:
    """Two roles of which the second asks for more than the first, and for something that it has."""
    roles, step = handbook.ordered_roles, handbook.steps_of_levels
    for role in roles:
        asked = {one.competency: step[one.level] for one in role.competencies}
        for goal in roles:
            theirs = {one.competency: step[one.level] for one in goal.competencies}
            if role is not goal and any(asked.get(id, 9) < at for id, at in theirs.items()) and any(asked.get(id, 0) >= at for id, at in theirs.items()):
                return role, goal
    raise LookupError


def chosen(page: Page, role: Role, goal: Role | None) -> None:
    """Chooses them, and waits until what they ask can be rated."""
    page.locator("[name=role]").select_option(role.id)
    page.wait_for_selector(".rate", state="attached")
    if goal:
        page.locator("[name=goal]").select_option(goal.id)
        page.wait_for_selector(".gap-part[data-key=asks-goal]")
    page.evaluate("document.querySelectorAll('details.rates').forEach(one => { one.open = true; })")


def rate(page: Page, competency: str, value: str, kind: str = "ratings") -> None:
    """Chooses a level."""
    page.locator(f"input[name='{kind}.{competency}'][value='{value}']").check(force=True)
    page.wait_for_selector(f"[data-id='{competency}'] textarea")


def kept(page: Page) -> dict[str, Any]:
    """What the browser has kept."""
    found: dict[str, Any] = page.evaluate(KEPT)
    return found


def opened_file(page: Page, text: str | bytes, name: str = "plan.json") -> None:
    """Opens a file."""
    content = text.encode() if isinstance(text, str) else text
    page.locator(".path-tools input[type=file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": content})


def saved(page: Page, button: str = ".path-tools [data-do=save]") -> dict[str, Any]:
    """The file that a button gives."""
    with page.expect_download() as coming:
        page.locator(button).click()
    found: dict[str, Any] = json.loads(coming.value.path().read_text(encoding="utf-8"))
    return found
