"""Which pages a handbook has: a kind without records has none, nor has what is made of such kinds. Pure, from what is counted."""
from __future__ import annotations

from collections.abc import Mapping

# Kinds that stand on pages of others, which pages written by hand may speak of.
WITHIN = ("layers", "posts", "titles", "documents", "currencies")
LISTED = ("roles", "competencies", "kpis", "moves", "practices", "terms", "cases")  # each on a page of its name
MADE = (  # made of one kind or several
    "stages", "tracks", "map", "compare", "path", "matrix", "interviews", "methods", "open-points", "health", "sources", "changes", "writing",
)
KNOWN = (*LISTED, *MADE, *WITHIN)


def present_pages(
    every: Mapping[str, int], used: Mapping[str, int], asked: bool, applied: bool, left_open: bool, sourced: bool, told: bool, edited: bool,
) -> frozenset[str]:
    """The names of the pages with something to show; home, search and the pages about the handbook are always there.

    `every` counts the records of each kind, `used` those in use; `asked` says whether there are interview questions for any role, `applied` whether any
    term is worked with, `left_open` whether any record has gaps or differences, `sourced` whether documents are named, `told` whether readers are told all
    that editions changed, and `edited` whether they may edit it: then readers are staff, and have a plan of their own."""
    made = {
        "stages": every["stages"] or every["layers"],
        "tracks": every["tracks"] or every["posts"] or every["titles"],
        "map": used["tracks"] or used["moves"],
        "compare": used["roles"] > 1 or used["stages"] > 1,
        "path": edited and used["roles"],
        "matrix": used["roles"] and used["competencies"],
        "interviews": asked,
        "methods": applied,
        "open-points": left_open,
        "health": edited,
        "sources": sourced,
        "changes": told,
        "writing": edited,
    }
    return frozenset(["", "search", "about", *(kind for kind in LISTED if every[kind]), *(name for name, holds in made.items() if holds)])
