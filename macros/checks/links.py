"""Rules on what lies outside the handbook. That an address is a safe one, the model itself asks."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.resources import Resource
from macros.words.problems import Path, Problem


def in_title(path: Path) -> bool:
    """Whether a sentence is the title of something outside, whose words are not ours to mend."""
    return path[-4:-3] == ("links",) and path[-2:-1] == ("title",)


def links_differ(loaded: Loaded) -> Iterator[Problem]:
    """No record links to the same address twice."""
    handbook = loaded.handbook
    linking: list[tuple[str, str, tuple[Resource, ...]]] = [(kind, record.id, getattr(record, "links", ())) for kind, record in handbook.records()]
    linking += [("documents", document.id, document.links) for document in handbook.documents.values()]
    for kind, id, links in linking:
        first: dict[str, int] = {}
        for number, link in enumerate(links):
            before = first.setdefault(link.url.rstrip("/"), number)
            if before != number:
                yield loaded.problem(kind, id, ("links", number, "url"), f"与第{before + 1}个链接是同一个网址；删掉一个",
                                     f"Link {before + 1} has the same address; delete one")
