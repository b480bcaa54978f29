"""Accessibility and HTML of the built sites, by other people's checkers: `make audit`.

axe-core looks at pages of every kind in both languages, wide and narrow, and every third one with all folds open, in
the dark and in forced colours too; the Nu Html Checker reads every page: of the handbook in data/, and of the bakeries in
examples/, of another shape and in colours of their own, of which axe-core sees the longest of each kind."""
from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from playwright.sync_api import Page

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from tests import examples
from tests.browser import chromium, serving
from tests.building import build
from tests.places import BAKERIES, DATA, ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
NU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
LANGUAGES = ("zh", "en")
OUTSIDE = ("?choose", "404.html")  # the pages outside both languages
OPENED = "?search="  # here the search is opened and looked at with answers in it
WIDTHS, LOT = (1280, 390), 12  # how wide; how many pages one browser sees
LOOKED_AT = ((DATA, 3), (BAKERIES, 1))  # the handbooks, and how many pages of each kind
# What axe-core is asked: all it knows in the light; in the dark and in forced colours, which change colours alone, what it says of colours.
EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
SEEN = (("light", EVERYTHING), ("dark", COLOURS), ("forced colours", COLOURS))
ASK = "asked => axe.run(document, { runOnly: asked, resultTypes: ['violations'] })"
FOLDS = """open => {
  for (const fold of document.querySelectorAll("details")) { fold.dataset.found ??= fold.open; fold.open = open || fold.dataset.found === "true"; }
}"""
DARK = "() => document.body.dataset.mdColorScheme !== 'default'"
# A forced colour is seen in `color` alone, and axe-core reads the colour that letters are filled with.
FORCED = "() => { for (const one of document.querySelectorAll('body *')) one.style.webkitTextFillColor = getComputedStyle(one).color; }"


def main() -> None:
    """Print every fault and fail on any."""
    faults, violations, pages, views = [], set(), 0, 0
    for data, each in LOOKED_AT:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            build(data, site)
            found, read = html_faults(site)
            faults += found
            pages += read
            paths = [*(f"{language}/{kind}" for language in LANGUAGES for kind in looked_at(load(data, RULES), site, language, each)), *OUTSIDE]
            lots = [(width, paths[start:start + LOT]) for width in WIDTHS for start in range(0, len(paths), LOT)]
            with serving(site) as address, ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as workers:
                for broken, seen in workers.map(axe_violations, repeat(address), *zip(*lots)):
                    violations |= broken
                    views += seen
    print(f"Nu Html Checker: {len(faults)} errors on {pages} pages")
    print(f"axe-core: {len(violations)} violations on {views} views")
    for fault in [*faults, *sorted(violations)]:
        print(fault)
    print(f"{2 - bool(faults) - bool(violations)} passed, {bool(faults) + bool(violations)} failed")
    sys.exit(1 if faults or violations else 0)


def looked_at(handbook: Handbook, site: Path, language: str, each: int) -> list[str]:
    """The pages axe-core looks at: of every kind the longest and, of more, the shortest and those between; and those that an address fills."""
    first, second = examples.roles(handbook, 2)
    low, high = [stage.id for stage in handbook.used("stages")][:2]
    kind, query = handbook.used("competencies")[0].kind, quote(first.name[language])
    filled = (
        f"competencies/?kind={kind}&level={first.competencies[0].level}&role=nobody", f"kpis/?role={first.id}", f"compare/?roles={first.id},{second.id}",
        f"compare/?stages={low},{high}", f"search/?q={query}", f"roles/{OPENED}{query}",
    )
    return [*examples.paths(handbook, site, each), *filled]


def html_faults(site: Path) -> tuple[list[str], int]:
    """What the Nu Html Checker calls an error, and how many pages it read."""
    pages = sorted(str(path) for path in site.rglob("*.html"))
    checked = subprocess.run(
        ["java", "-jar", str(NU), "--errors-only", "--format", "json", "--stdout", "--exit-zero-always", *pages],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(checked.stdout)["messages"]
    return sorted({f"{message['url'].partition(str(site))[2]}:{message.get('lastLine', 0)}: {message['message']}" for message in messages}), len(pages)


def axe_violations(address: str, width: int, paths: list[str]) -> tuple[set[str], int]:
    """What axe-core finds on these pages at a width, and in how many views of them: every page as it comes, and every third
    one (at another width, the others) also with its folds open, in the dark and in forced colours."""
    found: set[str] = set()
    views = 0
    with chromium() as browser:
        for place, path in enumerate(paths, WIDTHS.index(width)):
            page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
            page.goto(address + path)
            _, opened, query = path.partition(OPENED)
            if opened:
                page.keyboard.press("/")
                page.locator("dialog[open] input").fill(unquote(query))
            if "search" in path and path[-1] != "/":
                page.locator(".panel .hit mark").first.wait_for()
            page.add_script_tag(path=str(AXE))
            closely = place % 3 == 0
            for colours, asked in SEEN if closely else SEEN[:1]:
                _recolour(page, colours)
                for folds in ("folded", "open") if closely else ("folded",):
                    page.evaluate(FOLDS, folds == "open")
                    where = f"/{path} at {width}, {folds}, {colours}"
                    found.update(f"{where}: {fault}" for violation in page.evaluate(ASK, asked)["violations"] for fault in _described(violation))
                    views += 1
            page.close()
    return found, views


def _recolour(page: Page, colours: str) -> None:
    """Shows a page that was in the light in other colours."""
    if colours == "dark":
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(DARK)
    elif colours == "forced colours":
        page.emulate_media(color_scheme="dark", forced_colors="active")
        page.evaluate(FORCED)


def _described(violation: dict[str, Any]) -> list[str]:
    """A line for each place where a rule is broken."""
    return [f"{violation['id']}: {' '.join(node['target'])}: {node['failureSummary'].splitlines()[-1].strip()}" for node in violation["nodes"]]


if __name__ == "__main__":
    main()
