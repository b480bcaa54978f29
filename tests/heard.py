"""What a screen reader is told of ten pages of the tiny handbook, with scripts run, as text: roles, names, states and where links lead."""
from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Locator

from tests.browser import WIDE, chromium, opened, serving, until
from tests.building import build
from tests.places import BAKERY

HEARD = BAKERY.parent / "heard"
# One page of each kind, its language in turn. Of the first all is kept; of the rest what is their own.
PAGES = {
    "home": "zh/", "role": "en/roles/oven-hand/", "comparison": "zh/compare/oven-hand/crust-brander/", "path": "en/path/?role=oven-hand",
    "competency": "zh/competencies/dough/", "kpi": "en/kpis/burnt-loaves/", "practice": "zh/practices/baking-again/", "matrix": "en/matrix/",
    "search": "zh/search/?q=面", "open-points": "en/open-points/",
}
# What is so once scripts have filled a page: the gap is drawn; the number of answers is said.
FILLED = {
    "path": "document.querySelectorAll('main a[href*=\"/competencies/\"]').length > 1",
    "search": "document.querySelector('main [role=status]')?.textContent",
}


def heard(browser: Browser, address: str) -> dict[str, str]:
    """The tree of every page, by the name of its kind."""
    found = {}
    for kind, path in PAGES.items():
        page, faults = opened(browser, address, path, viewport=WIDE, reduced_motion="reduce")
        until(page, f"document.readyState === 'complete' && {FILLED.get(kind, 'true')}")
        found[kind] = _settled(page.locator("main" if found else "body")).replace(address, "/") + "\n"
        assert faults == [], faults
        page.context.close()
    return found


def _settled(part: Locator) -> str:
    """Its tree, once it is the same for a while."""
    before, tree = "", part.aria_snapshot()
    while tree != before:
        part.page.wait_for_timeout(300)
        before, tree = tree, part.aria_snapshot()
    return tree


def kept() -> dict[str, str]:
    """The trees as they were last blessed."""
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted(HEARD.glob("*.yml"))}


def made() -> dict[str, str]:
    """The trees as they are now, of a site built for it."""
    with tempfile.TemporaryDirectory() as folder:
        build(BAKERY, Path(folder, "site"))
        with serving(Path(folder, "site")) as address, chromium() as browser:
            return heard(browser, address)
