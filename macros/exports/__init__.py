"""Files beside the pages, made from the same records: what scripts read in the browser, and what people download."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.handbook import Handbook


@dataclass(frozen=True)
class Export:
    """One file of the site: its path from the site's root, such as `zh/compare/roles.json`, and its text."""

    path: str
    text: str


def exports(handbook: Handbook) -> Iterator[Export]:
    """Every file beside the pages, in both languages."""
    for make in MAKERS:
        yield from make(handbook)


MAKERS = ()
