"""An index with more entries than one page holds: a page for each group, and one that leads to them."""
from __future__ import annotations

from collections import Counter
from functools import lru_cache

from macros.model.handbook import Handbook
from macros.views import sizes
from macros.views.page import View
from macros.views.reader import Link, Reader

SPLIT = ("competencies", "kpis")  # the indexes under filters, where every entry carries what it can be filtered by


@lru_cache(maxsize=2)  # for the kinds of the handbook in hand, which every page asks for
def groups_apart(handbook: Handbook, kind: str) -> tuple[str, ...]:
    """The groups of a kind whose entries have a page of their own; none where one page holds all."""
    if kind not in SPLIT or len(handbook.used(kind)) <= sizes.INDEXED:
        return ()
    held = {getattr(one, "kind") for one in handbook.used(kind)}
    return tuple(group for group in handbook.groups(kind) if group in held)


def group_path(kind: str, group: str) -> str:
    """The address of a group's page. It does not lie below the kind, where every id may become a page."""
    return f"lists/{kind}/{group}/"


def group_title(reader: Reader, kind: str, group: str) -> str:
    """What that page is called."""
    return reader.say("{kind}: {group}", kind=reader.word("kind-heading", kind), group=reader.group(kind, group))


def split_index(reader: Reader, kind: str) -> View:
    """The page that leads to the groups."""
    n = Counter(getattr(one, "kind") for one in reader.handbook.used(kind))
    groups = groups_apart(reader.handbook, kind)
    return {
        "id": kind,
        "essence": reader.say_n("{n} entry, on a page for each group.", "{n} entries, on a page for each group.", sum(n.values())),
        "groups": [{"id": group, "link": Link(reader.group(kind, group), reader.href(group_path(kind, group))), "n": n[group]} for group in groups],
        "matrix": Link(reader.say("Role–competency matrix"), reader.href("matrix/")) if kind == "competencies" else None,
        "sections": {},
    }
