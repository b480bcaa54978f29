"""Accessibility and HTML of the built sites, by other people's checkers: `make audit`.

axe-core looks at a page of every kind in both languages, wide and narrow, and in the dark at what dark can change; the
Nu Html Checker reads every page: of the handbook in data/, and of the bakeries in examples/, of another shape and in colours
of their own."""
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
from urllib.parse import quote, unquote

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
# What axe-core is asked: all it knows in the light, and in the dark, which changes colours alone, what it says of colours.
EVERYTHING = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
VIEWS = [(width, scheme, asked) for width in (1280, 390) for scheme, asked in (("light", EVERYTHING), ("dark", COLOURS))]


def main() -> None:
    """Print every fault and fail on any."""
    faults, violations, pages, views = [], set(), 0, 0
    for data in (DATA, BAKERIES):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            build(data, site)
            found, read = html_faults(site)
            faults += found
            pages += read
            paths = [*(f"{language}/{kind}" for language in LANGUAGES for kind in looked_at(load(data, RULES), site, language)), *OUTSIDE]
            views += len(paths) * len(VIEWS)
            with serving(site) as address, ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as workers:
                violations.update(*workers.map(axe_violations, repeat(address), *zip(*VIEWS), repeat(paths)))
    print(f"Nu Html Checker: {len(faults)} errors on {pages} pages")
    print(f"axe-core: {len(violations)} violations on {views} views")
    for fault in [*faults, *sorted(violations)]:
        print(fault)
    print(f"{2 - bool(faults) - bool(violations)} passed, {bool(faults) + bool(violations)} failed")
    sys.exit(1 if faults or violations else 0)


def looked_at(handbook: Handbook, site: Path, language: str) -> list[str]:
    """The pages axe-core looks at: of every kind the longest and the shortest, and those that an address fills."""
    first, second = examples.roles(handbook, 2)
    low, high = [stage.id for stage in handbook.used("stages")][:2]
    kind, query = handbook.used("competencies")[0].kind, quote(first.name[language])
    filled = (
        f"competencies/?kind={kind}&level={first.competencies[0].level}&role=nobody", f"kpis/?role={first.id}", f"compare/?roles={first.id},{second.id}",
        f"compare/?stages={low},{high}", f"search/?q={query}", f"roles/{OPENED}{query}",
    )
    return [*examples.paths(handbook, site, shortest=True), *filled]


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


def axe_violations(address: str, width: int, scheme: str, asked: dict[str, object], paths: list[str]) -> set[str]:
    """What axe-core finds on these pages at a width and in a colour scheme."""
    found: set[str] = set()
    with chromium() as browser:
        page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce").new_page()
        for path in paths:
            page.goto(address + path)
            _, opened, query = path.partition(OPENED)
            if opened:
                page.keyboard.press("/")
                page.locator("dialog[open] input").fill(unquote(query))
            if "search" in path and path[-1] != "/":
                page.locator(".panel .hit mark").first.wait_for()
            page.add_script_tag(path=str(AXE))
            for violation in page.evaluate("asked => axe.run(document, { runOnly: asked, resultTypes: ['violations'] })", asked)["violations"]:
                for node in violation["nodes"]:
                    found.add(f"/{path} at {width} {scheme}: {violation['id']}: {' '.join(node['target'])}: {node['failureSummary'].splitlines()[-1].strip()}")
    return found


if __name__ == "__main__":
    main()
