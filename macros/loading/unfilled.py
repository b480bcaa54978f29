"""The mark that stands in a new record wherever something is to be filled in."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.loading.document import Document
from macros.words.problems import Path

TO_FILL = "…"


def unfilled(document: Document, prefix: Path) -> list[Path]:
    """Every place of a record, seen from it, that is to be filled in: a key or a value."""
    if document.data is None or TO_FILL.encode() not in document.raw:
        return []
    return list(_unfilled(document.at(prefix), ()))


def _unfilled(value: Any, path: Path) -> Iterator[Path]:
    if value == TO_FILL:
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == TO_FILL:
                yield (*path, key)
            yield from _unfilled(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unfilled(inner, (*path, number))
