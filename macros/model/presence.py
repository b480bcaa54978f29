"""Which pages a handbook has: a kind without records has none, nor has what is made of such kinds."""
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.model.handbook import Handbook

# Kinds that stand on pages of others, which pages written by hand may speak of.
WITHIN = ("layers", "posts", "titles", "documents", "currencies")
LISTED = ("roles", "competencies", "kpis", "moves", "practices", "terms", "cases")  # each on a page of its name


MADE = ("stages", "tracks", "map", "compare", "matrix", "methods", "open-points")
KNOWN = (*LISTED, *MADE, *WITHIN)


def present_pages(handbook: Handbook) -> frozenset[str]:
    """The names of the pages with something to show; home, search and the pages about the handbook are always there."""
    open_points = any(record.gaps or record.differs for _, record in handbook.records() if not record.retired)
    made = {
        "stages": handbook.stages or handbook.layers,
        "tracks": handbook.tracks or handbook.posts or handbook.titles,
        "map": handbook.used("tracks") or handbook.used("moves"),
        "compare": len(handbook.used("roles")) > 1 or len(handbook.used("stages")) > 1,
        "matrix": handbook.used("roles") and handbook.used("competencies"),
        "methods": any(map(handbook.is_applied, handbook.terms.values())),
        "open-points": open_points,
    }
    return frozenset(["", "search", "about", *(kind for kind in LISTED if handbook.of_kind(kind)), *(name for name, holds in made.items() if holds)])


def spoken_of(handbook: Handbook) -> frozenset[str]:
    """The pages there are, and the kinds that have records on pages of others."""
    return handbook.present | {kind for kind in WITHIN if handbook.of_kind(kind)}
