"""What is said of a record that is no longer used: since when, and what has taken its place or that of each of its parts."""
from __future__ import annotations

from dataclasses import replace

from macros.model.competencies import Competency
from macros.model.record import Record
from macros.model.retirement import parts_of
from macros.views import formatting
from macros.views.page import View
from macros.views.reader import ANCHORED, Link, Reader


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


def took_over(reader: Reader, kind: str, record: Record) -> View | None:
    """What a record has taken the place of, for its page; None where that is nothing that it is not called itself, as after another id."""
    own = {reader.text(name) for name in (record.name, *getattr(record, "aliases", ()))}
    earlier = reader.handbook.earlier_by_record.get((kind, record.id), ())
    links = [_earlier(reader, kind, one) for one in earlier if reader.text(one.name) not in own]
    return {"lead": reader.say("Has taken the place of "), "links": links, "comma": reader.say(", ")} if links else None


def _earlier(reader: Reader, kind: str, record: Record) -> Link:
    """A record out of use, seen from one that followed it."""
    several = record.retired is not None and len(record.retired.replaced_by) > 1
    return replace(reader.link(kind, record.id), mark=reader.say("in part") if several else None)


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
