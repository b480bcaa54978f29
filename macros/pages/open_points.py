"""What the documents leave open: every gap and every difference, gathered from the records."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.model.record import Record
from macros.views import parts, sizes
from macros.views.page import Section, View
from macros.views.reader import PAGED, Link, Reader


def open_points(reader: Reader) -> View:
    """Every gap and every difference between documents, by kind and record; derived from the records."""
    left = list(left_open(reader))
    entry = _entry if len(left) <= sizes.OPEN else _counted
    groups: list[View] = []
    for kind in dict.fromkeys(kind for kind, _ in left):
        records = [one for of, one in left if of == kind]
        groups.append({
            "section": Section(kind, reader.word("kind-heading", kind), counted_points(reader, records)),
            "records": [entry(reader, kind, one) for one in records],
        })
    return {
        "essence": reader.say(
            "{counted}. Each stands on the page it concerns; here they are together.", counted=counted_points(reader, [one for _, one in left]),
        ),
        "groups": groups,
        "sections": {group["section"].id: group["section"] for group in groups},
    }


def left_open(reader: Reader) -> Iterator[tuple[str, Record]]:
    """Records with gaps or differences, with their kind."""
    for kind, record in reader.handbook.records():
        if not record.retired and (record.gaps or record.differs):
            yield kind, record


def counted_points(reader: Reader, records: Sequence[Record]) -> str:
    """How many gaps and differences these records have."""
    gaps, differs = sum(len(one.gaps) for one in records), sum(len(one.differs) for one in records)
    return reader.listed([reader.say_n("{n} gap", "{n} gaps", gaps), reader.say_n("{n} difference", "{n} differences", differs)])


def _entry(reader: Reader, kind: str, record: Record) -> View:
    return {
        "link": reader.link(kind, record.id), "counted": "", "gaps": [reader.text(gap.missing) for gap in record.gaps],
        "differs": [parts.differ(reader, one) for one in record.differs],
    }


def _counted(reader: Reader, kind: str, record: Record) -> View:
    """How many points a record leaves open, with the way to its page, where all of them would be too much for one."""
    link = reader.link(kind, record.id)
    there = Link(link.name, f"{link.href}#open-points") if kind in PAGED else link
    return {"link": there, "counted": counted_points(reader, [record]), "gaps": [], "differs": []}
