"""A file of an earlier edition, which need not fit the model of today."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.characters import decoded
from macros.loading.document import Document
from macros.loading.homes import FILES, IN_FOLDERS
from macros.loading.yaml_reader import Reader
from macros.words.problems import Problems


def as_it_was(name: str, raw: bytes) -> Document | None:
    """A file as it was; None where it could not be read then, so that nothing of it was online."""
    try:
        return Document(name, Reader(name, decoded(raw, name)).run(), raw)
    except Problems:
        return None


def records_of(name: str, raw: bytes | None) -> Iterator[tuple[str, str, object]]:
    """Every record that a file had, with what stood in it where that is compared."""
    kind, _, file = name.partition("/")
    if raw is None or not (name in FILES or kind in IN_FOLDERS and name.endswith(".yml")):
        return
    document = as_it_was(name, raw)
    if document is None:
        return
    if file:
        yield kind, file.removesuffix(".yml"), document.data
        return
    for held in FILES[name]:
        records = document.data.get(held) if isinstance(document.data, dict) else None
        if isinstance(records, dict):
            yield from ((held, id, record) for id, record in records.items())
