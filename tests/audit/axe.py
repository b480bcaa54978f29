"""axe-core looks at pages of every kind in both languages, wide and narrow: of the handbook's own at three of each, every third one with all folds
open, in the dark and in forced colours too, and at My development plan with nothing in it, with a role, with gaps and a plan, and as the manager's
sheet, each in the light and in the dark; of the public edition, which leaves out much and adds little, at one of each, in the light and in the dark."""
from __future__ import annotations

import gzip
import os
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from playwright.sync_api import Page

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.public import public
from macros.model.roles import Role
from macros.path.saved import Item, Plan, Rating, Review, Saved
from macros.words.languages import LANGUAGES
from tests import examples
from tests.audit.row import Row
from tests.audit.sites import SITES, Site, unplanted
from tests.browser import chromium, serving, until
from tests.places import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
OUTSIDE = ("?choose", "404.html")  # the pages outside both languages
OPENED = "?search="  # here the search is opened and looked at with answers in it
PLANS = {"mine": ".plan-item", "judge": ".judging-sheet .both"}  # whose a plan in the address is said to be, and what is there then
WIDTHS, LOT = (1280, 390), 12  # how wide; how many pages one browser sees
PLANTED = "planted.html"
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


def looked_at(top: Path) -> Row:
    """The sites below a folder, by axe-core."""
    lots = []
    with ExitStack() as served, ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as workers:
        for site in SITES:
            address, paths = served.enter_context(serving(top / site.name)), _paths(site, top / site.name)
            lots += [(site, address, width, paths[start:start + LOT]) for width in WIDTHS for start in range(0, len(paths), LOT)]
        found = [*workers.map(violations, *zip(*lots, strict=True))]
    faults = unplanted("axe-core", set().union(*(broken for broken, _ in found)), PLANTED)
    return Row("accessibility", f"{len(faults)} violations in {sum(views for _, views in found):,} views, by axe-core", faults)


def _paths(site: Site, folder: Path) -> list[str]:
    """The pages axe-core looks at."""
    whole = load(site.data, RULES)
    handbook = public(whole) if site.audience == "public" else whole
    inside = (f"{language}/{path}" for language in LANGUAGES for path in _kinds(handbook, folder, language, site.each))
    return [*inside, *OUTSIDE, PLANTED]


def _views(site: Site, place: int, path: str) -> Iterator[tuple[str, str]]:
    """How the page at a place among them is looked at: in which colours, and with its folds as they come or open."""
    closely = place % 3 == 0
    if path == PLANTED:
        yield "light", "folded"
    elif site.each > 1 and "/path/" in path:
        yield from (("light", "open"), ("dark", "open"))
    elif site.audience == "public":
        yield from (("light", "folded"), ("dark", "folded"))
    else:
        yield from ((colours, folds) for colours, _ in (SEEN if closely else SEEN[:1]) for folds in (("folded", "open") if closely else ("folded",)))


def _kinds(handbook: Handbook, site: Path, language: str, each: int) -> list[str]:
    """The pages of a language: of every kind the longest and, of more, the shortest and those between; one with code, and those that an address fills."""
    first, second = examples.roles(handbook, 2)
    low, high = [stage.id for stage in handbook.used("stages")][:2]
    kind, query = handbook.used("competencies")[0].kind, quote(first.name[language])
    filled = (
        "api/", f"competencies/?kind={kind}&level={first.competencies[0].level}&role=nobody", f"kpis/?role={first.id}",
        f"compare/?roles={first.id},{second.id}", f"compare/?stages={low},{high}", f"search/?q={query}", f"roles/{OPENED}{query}",
    )
    plans = (f"?role={first.id}", *(f"?{whose}#s={_plan(handbook, first, second)}" for whose in PLANS))
    return [*examples.paths(handbook, site, each), *filled, *(f"path/{plan}" for plan in plans if each > 1)]


def _plan(handbook: Handbook, role: Role, goal: Role) -> str:
    """Somebody who has nothing yet of three competencies and plans them, and whom their manager sees higher, as a link brings it along."""
    day, lowest = "2026-11-30", next(iter(handbook.levels))
    has = {one.competency: Rating(level=one.level if place > 2 else "none", evidence="…", on=day) for place, one in enumerate(role.competencies)}
    items = tuple(Item(competency=one.competency, to=lowest, how="…", by=day, who="", sign="") for one in role.competencies[:3])
    judged = {one.competency: Rating(level=one.level, evidence="…", on=day) for one in role.competencies}
    plan = Saved(
        format="career-path", version=1, handbook=handbook.about.title.zh, edition=handbook.about.edition, saved=day, role=role.id, goal=goal.id, ratings=has,
        signals=(), plan=Plan(items=items, reviews=(Review(on=day, note=""),), talk="…"), finished=(), evidence={}, judged=judged,
    )
    return urlsafe_b64encode(gzip.compress(plan.model_dump_json().encode(), mtime=0)).decode().rstrip("=")


def violations(site: Site, address: str, width: int, paths: list[str]) -> tuple[set[str], int]:
    """What axe-core finds on these pages of a site at a width, and in how many views of them."""
    found: set[str] = set()
    views = 0
    with chromium() as browser:
        for place, path in enumerate(paths, WIDTHS.index(width)):
            page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce", bypass_csp=True)  # axe-core is no script of the site
            page.goto(address + path)
            _, opened, query = path.partition(OPENED)
            if opened:
                page.keyboard.press("/")
                page.locator("dialog[open] input").fill(unquote(query))
            if "search" in path and path[-1] != "/":
                page.locator(".panel .hit mark").first.wait_for()
            path, _, plan = path.partition("#s=")
            if plan:
                whose = path.partition("?")[2]
                page.locator(f"[data-answer={whose}]").click()
                page.locator(PLANS[whose]).first.wait_for(state="attached")
            elif "path/?role=" in path:
                page.locator(".rate").first.wait_for(state="attached")
            page.add_script_tag(path=str(AXE))
            colours_now = "light"
            for colours, folds in _views(site, place, path):
                if colours != colours_now:
                    _recolour(page, colours)
                    colours_now = colours
                page.evaluate(FOLDS, folds == "open")
                page.evaluate("scrollTo(0, 0)")  # or the head that stays lies over links, which axe-core would call too small
                where = f"/{site.name}/{path} at {width}, {folds}, {colours}"
                asked = dict(SEEN)[colours]
                found.update(f"{where}: {fault}" for violation in page.evaluate(ASK, asked)["violations"] for fault in _described(violation))
                views += 1
            page.close()
    return found, views


def _recolour(page: Page, colours: str) -> None:
    """Shows a page that was in the light in other colours."""
    if colours == "dark":
        page.emulate_media(color_scheme="dark")
        until(page, DARK)
    elif colours == "forced colours":
        page.emulate_media(color_scheme="dark", forced_colors="active")
        page.evaluate(FORCED)


def _described(violation: dict[str, Any]) -> list[str]:
    """A line for each place where a rule is broken."""
    return [f"{violation['id']}: {' '.join(node['target'])}: {node['failureSummary'].splitlines()[-1].strip()}" for node in violation["nodes"]]

