"""A browser opens every page of the handbook's own site with all folds open: whatever it asks of another host, its policy refuses or its scripts
complain about is a fault."""
from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.audit.axe import FOLDS
from tests.audit.row import Row
from tests.audit.sites import SITES, unplanted
from tests.browser import WIDE, chromium, serving, watched

OUTSIDE, REFUSED = "outside: ", "Content Security Policy"


def walked(top: Path) -> tuple[Row, Row, Row]:
    """Requests to other hosts, refusals by the policy, and complaints of the browser, on every page of the first site below a folder."""
    site = SITES[0]
    pages = sorted(path.relative_to(top / site.name).as_posix().removesuffix("index.html") for path in (top / site.name).rglob("*.html"))
    workers = os.cpu_count() or 1
    with serving(top / site.name) as address, ProcessPoolExecutor(workers, get_context("spawn")) as browsers:
        lots = [pages[place::workers] for place in range(workers)]
        found = set().union(*browsers.map(faults, lots, [address] * workers, [site.name] * workers))
    outside, refused = ({one for one in found if sign in one} for sign in (OUTSIDE, REFUSED))
    asked = unplanted("The walk", outside, "planted.html", SITES[:1])
    broken = unplanted("The walk", refused, "planted-policy.html", SITES[:1])
    said = unplanted("The walk", found - outside - refused, "planted.html", SITES[:1])
    number = f"{len(pages) - 2} pages opened in Chromium"
    return (Row("outside requests", f"{len(asked)} on {number}", asked), Row("content policy", f"{len(broken)} violations on {number}", broken),
            Row("console", f"{len(said)} complaints on {number}", said))


def faults(pages: list[str], address: str, name: str) -> set[str]:
    """What goes wrong on these pages, as `/site/page: what`."""
    found: set[str] = set()
    with chromium() as browser:
        for path in pages:
            page = browser.new_page(viewport=WIDE)
            said: list[str] = []
            watched(page, address, said)
            page.goto(address + path)
            page.evaluate(FOLDS, True)
            found.update(f"/{name}/{path}: {one}" for one in said)
            page.close()
    return found
