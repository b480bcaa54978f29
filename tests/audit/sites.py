"""The sites that are audited, each with pages in it that every checker must find fault with, so that nobody need believe that they looked."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.model.record import Audience
from tests.building import build
from tests.places import BAKERIES, DATA

# One page breaks the rules of HTML and of accessibility, has a link to nowhere and asks another host for something; the other breaks its own policy.
PLANTED = {
    "planted.html": '<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1><img src="assets/favicon.svg">'
                    '<a href="nowhere/">Nowhere</a><link rel="stylesheet" href="http://outside.invalid/planted.css"></main>',
    "planted-policy.html": '<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>Planted</title>'
                           '<main><h1 style="color: red">Planted</h1></main>',
}


@dataclass(frozen=True)
class Site:
    """A site that is looked at: its name, of which handbook and for whom it is, and at how many pages of each kind axe-core looks."""

    name: str
    data: Path
    audience: Audience
    each: int

    def made(self, top: Path) -> None:
        """Builds it in a folder of its name, and plants the faults."""
        build(self.data, top / self.name, HANDBOOK_EDITION=self.audience)
        for name, page in PLANTED.items():
            (top / self.name / name).write_text(page, encoding="utf-8")


SITES = (Site("handbook", DATA, "internal", 3), Site("bakeries", BAKERIES, "internal", 1), Site("public", DATA, "public", 1))


def unplanted(who: str, faults: set[str], planted: str, sites: tuple[Site, ...] = SITES) -> tuple[str, ...]:
    """The faults a checker found on pages that are not planted, sorted, and that it has not found the planted one where it has not. A fault begins with
    the page, as `/handbook/zh/index.html`."""
    missed = [f"{who} has not found what is planted in {site.name}" for site in sites if not any(one.startswith(f"/{site.name}/{planted}") for one in faults)]
    return *sorted(one for one in faults if not any(f"/{page}" in one for page in PLANTED)), *missed
