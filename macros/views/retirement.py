"""What is said of a record that is no longer used: since when, and what has taken its place or that of each of its parts."""
from __future__ import annotations

from macros.model.competencies import Competency
from macros.model.record import Record
from macros.model.retirement import parts_of
from macros.views import formatting
from macros.views.page import View
from macros.views.reader import ANCHORED, Reader


def notice(reader: Reader, kind: str, record: Record) -> View | None:
    """The notice above a record that is no longer in use, and the links to its successors; None where it is in use."""
    gone = record.retired
    if not gone:
        return None
    return {
        "notice": reader.say("No longer in use since {date}. In its place:", date=formatting.date(gone.on, reader.language)),
        "links": reader.links(kind, gone.replaced_by),
        "comma": reader.say(", "),
        "went": [{"name": _part(reader, record, part), "link": reader.link(kind, successor)} for part, successor in gone.went.items()],
    }


def gone(reader: Reader, *kinds: str) -> list[View]:
    """Records out of use that never had a page: their place on a page stays, with what has taken theirs."""
    return [
        {"id": ANCHORED[kind][1] + record.id, "name": reader.text(record.name), **said}
        for kind in kinds
        for record in reader.handbook.of_kind(kind).values()
        if (said := notice(reader, kind, record))
    ]


def _part(reader: Reader, record: Record, part: str) -> str:
    if isinstance(record, Competency):
        return reader.text(reader.handbook.levels[part].name)
    return reader.text(parts_of(record)[part].name)  # type: ignore[attr-defined]  # duty groups and measures have one
