"""What the documents leave open: every gap and every difference, gathered from the records."""
from __future__ import annotations

from collections.abc import Iterator

from macros.views import parts
from macros.views.page import Section, View
from macros.views.reader import Reader


def open_points(reader: Reader) -> View:
    """Every gap and every difference between documents, by kind and record; derived from the records."""
    left = list(left_open(reader))
    groups: list[View] = []
    for kind in dict.fromkeys(kind for kind, _ in left):
        records = [one for of, one in left if of == kind]
        groups.append({"section": Section(kind, reader.word("kind-heading", kind), counted_points(reader, records)), "records": records})
    return {
        "essence": reader.say(
            "{counted}. Each stands on the page it concerns; here they are together.", counted=counted_points(reader, [one for _, one in left]),
        ),
        "groups": groups,
        "sections": {group["section"].id: group["section"] for group in groups},
    }


def left_open(reader: Reader) -> Iterator[tuple[str, View]]:
    """Records with gaps or differences, with their kind."""
    for kind, record in reader.handbook.records():
        if not record.retired and (record.gaps or record.differs):
            yield kind, {"link": reader.link(kind, record.id), **parts.open_points(reader, record.gaps, record.differs)}


def counted_points(reader: Reader, records: list[View]) -> str:
    gaps, differs = (sum(len(one[field]) for one in records) for field in ("gaps", "differs"))
    return reader.listed([reader.say_n("{n} gap", "{n} gaps", gaps), reader.say_n("{n} difference", "{n} differences", differs)])
