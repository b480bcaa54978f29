"""What the documents leave open, for those who settle it: every gap and every difference once, with who decides it."""
from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from macros.model.handbook import Handbook
from macros.model.record import Differ, Gap, Record
from macros.model.references import references
from macros.views import filters, formatting, parts, sizes
from macros.views.alphabet import by_name
from macros.views.page import Section, View
from macros.views.reader import PAGED, Link, Reader
from macros.views.silence import Silence, silences
from macros.words.languages import Language

IN_SEQUENCE = ("stages", "layers", "tracks")  # kinds whose records follow each other


@dataclass(frozen=True)
class Point:
    """One thing that is open, or was: a gap or a difference, and the record it stands on."""

    of: str
    record: Record
    said: Silence | Gap | Differ
    by_subject: str | None = None  # the team that settles what the empty field is about, for every role alike

    @property
    def settled(self) -> bool:
        """Whether nobody has to decide it: a difference that can stand as it is treated. A gap always waits for someone."""
        return isinstance(self.said, Differ) and self.said.settled

    @property
    def owner(self) -> str | None:
        """The team that settles it: of a gap its own, that of its subject or that of the record; of a difference the one that must confirm it, if any."""
        if isinstance(self.said, Differ):
            return self.said.to_confirm.by if self.said.to_confirm else None
        return (self.said.owner if isinstance(self.said, Gap) else self.by_subject) or self.record.owner

    @property
    def kind(self) -> str:
        """A gap or a difference."""
        return "difference" if isinstance(self.said, Differ) else "gap"


def left_open(reader: Reader) -> Iterator[Point]:
    """Everything that is missing and every difference, by kinds, and within those by the names of the records."""
    for kind, record in _in_order(reader):
        if not record.retired:
            waiting = [one for one in silences(reader, record) if not one.elsewhere]
            said: list[Silence | Gap | Differ] = [*waiting, *record.gaps, *record.differs]
            yield from (Point(kind, record, one, _by_subject(reader.handbook, one)) for one in said)


def _by_subject(handbook: Handbook, said: Silence | Gap | Differ) -> str | None:
    return handbook.about.settled_by.get(said.subject) if isinstance(said, Silence) and said.subject else None


def _in_order(reader: Reader) -> Iterator[tuple[str, Record]]:
    """Records by kind: stages and tracks as they follow each other, all else by name."""
    for kind, held in groupby(reader.handbook.records(), key=lambda pair: pair[0]):
        found = [record for _, record in held]
        if kind not in IN_SEQUENCE:
            found = by_name(found, reader.language)
        yield from ((kind, one) for one in found)


@lru_cache(maxsize=4)  # for the handbook in hand, which every part asks for in both languages
def parts_of_points(handbook: Handbook, language: Language) -> tuple[tuple[Point, ...], ...]:
    """The points of each page of their own; none where one page holds them all. A page has points on records of one kind."""
    found = list(left_open(Reader(handbook, language, "")))
    if len(found) <= sizes.POINTS:
        return ()
    return tuple(part for kind in dict.fromkeys(one.of for one in found) for part in _apart([one for one in found if one.of == kind]))


def _apart(points: list[Point]) -> Iterator[tuple[Point, ...]]:
    """Points by the page; those of one record stay together."""
    page: list[Point] = []
    for _, held in groupby(points, key=lambda one: one.record.id):
        some = list(held)
        if page and len(page) + len(some) > sizes.POINTS:
            yield tuple(page)
            page = []
        page += some
    yield tuple(page)


def part_path(reader: Reader, number: int) -> str:
    """The address of a page of points, counted from 1."""
    every = parts_of_points(reader.handbook, reader.language)
    kind = every[number - 1][0].of
    before = sum(1 for part in every[:number - 1] if part[0].of == kind)
    return f"lists/open-points/{kind}/" + (f"{before + 1}/" if before else "")


def part_title(reader: Reader, number: int) -> str:
    """What that page is called: by the kind of its records, and by the first and the last of them where a kind has several."""
    part = parts_of_points(reader.handbook, reader.language)[number - 1]
    kind = reader.word("kind-heading", part[0].of)
    if sum(1 for one in parts_of_points(reader.handbook, reader.language) if one[0].of == part[0].of) == 1:
        return reader.say("Open points: {kind}", kind=kind)
    first, last = (reader.text(one.record.name) for one in (part[0], part[-1]))
    if part[0].record is part[-1].record:
        return reader.say("Open points: {kind}, {name}", kind=kind, name=first)
    return reader.say("Open points: {kind}, {first} to {last}", kind=kind, first=first, last=last)


def open_points(reader: Reader) -> View:
    """All of them on one page; of very many, only how many each team has to settle, and the pages they stand on."""
    every = list(left_open(reader))
    apart = parts_of_points(reader.handbook, reader.language)
    links = [Link(part_title(reader, number), reader.href(part_path(reader, number))) for number, _ in enumerate(apart, 1)]
    return {
        **_page(reader, [] if apart else every),
        "essence": _counted_open(reader, every) + _reviewed(reader, every),
        "owners": _owners(reader, every, "" if apart else "?"),
        "parts": [{"link": link, "n": len(part)} for link, part in zip(links, apart)],
    }


def _counted_open(reader: Reader, points: Sequence[Point]) -> str:
    """How many these are, and how many of them nobody has to decide."""
    counted, n = counted_points(reader, points), sum(one.settled for one in points)
    if not n:
        return reader.say("{counted}; each open one says who decides it.", counted=counted)
    return reader.say_n(
        "{counted}; {n} of the differences leaves nothing to confirm. Each open point says who decides it.",
        "{counted}; {n} of the differences leave nothing to confirm. Each open point says who decides it.", n, counted=counted,
    )


def part_of_points(reader: Reader, number: int) -> View:
    """One page of very many points."""
    points = parts_of_points(reader.handbook, reader.language)[number - 1]
    return {
        **_page(reader, points),
        "essence": reader.say("{counted}.", counted=counted_points(reader, points)),
        "owners": _owners(reader, points, "?"),
        "parts": [],
    }


def counted_points(reader: Reader, points: Sequence[Point]) -> str:
    """How many gaps and differences these are; what there is none of is left out."""
    n = Counter(one.kind for one in points)
    counted = [
        reader.say_n("{n} gap", "{n} gaps", n["gap"]) if n["gap"] else "",
        reader.say_n("{n} difference", "{n} differences", n["difference"]) if n["difference"] else "",
    ]
    return reader.listed([one for one in counted if one])


def _owners(reader: Reader, points: Sequence[Point], query: str) -> list[View]:
    """How many points each team still has to settle, most first, with the address that shows them."""
    n = Counter(one.owner for one in points if one.owner)
    return [
        {"link": Link(reader.link("teams", id).name, f"{query}status=open&owner={id}" if query else None), "n": count}
        for id, count in sorted(n.items(), key=lambda pair: -pair[1])
    ]


def _days(points: Sequence[Point]) -> set[datetime.date]:
    """The days by which the pages with something open are reviewed next."""
    return {one.record.review_by for one in points if not one.settled}


def _reviewed(reader: Reader, points: Sequence[Point]) -> str:
    """The day by which every page with something open is reviewed next, where it is one for all of them and so no column."""
    days = _days(points)
    return reader.say(" The pages they come from are next reviewed by {day}.", day=formatting.date(*days, reader.language)) if len(days) == 1 else ""


def _page(reader: Reader, points: Sequence[Point]) -> View:
    """The table of these points, by the kinds of the records they stand on, under filters."""
    rows = {kind: [_row(reader, one) for one in points if one.of == kind] for kind in dict.fromkeys(one.of for one in points)}
    sections = {kind: Section(kind, reader.word("kind-heading", kind), str(len(of_kind))) for kind, of_kind in rows.items()}
    return {
        "filters": _filters(reader, [row for of_kind in rows.values() for row in of_kind], list(rows)) if points else None,
        "groups": [{"section": sections[kind], "rows": of_kind} for kind, of_kind in rows.items()],
        "dated": len(_days(points)) > 1,
        "beside": [Link(reader.say("Upkeep"), reader.href("health/"))] if reader.has("health") else [],
        "sections": sections,
    }


def _filters(reader: Reader, rows: list[View], kinds: Sequence[str]) -> View:
    return filters.form(
        reader,
        [
            filters.choices("status", reader.say("Status"), [("open", reader.say("Still open")), ("settled", reader.say("Nothing to confirm"))]),
            filters.choices("kind", reader.say("Kind"), [("gap", reader.say("Gap")), ("difference", reader.say("Difference"))]),
            filters.records(reader, "owner", reader.say("Who decides"), "teams"),
            filters.choices("page", reader.say("Page"), [(kind, reader.word("kind-heading", kind)) for kind in kinds]),
        ],
        rows,
        note=reader.say("A point is listed only if it matches every filter."),
        shown=reader.say_n("{n} point in all", "{n} points in all", len(rows)),
        some=reader.say("{n} of {all} points", n="{n}", all=len(rows)),
        none=reader.say("No point matches these filters."),
    )


def _row(reader: Reader, point: Point) -> View:
    record, said = point.record, point.said
    page = reader.link(point.of, record.id)
    place = "open-points" if isinstance(said, Differ) else said.section or "open-points"
    where = Link(page.name, f"{page.href}#{place}") if point.of in PAGED else page
    owner = [point.owner] if point.owner else []
    also = () if isinstance(said, Silence) else references(said.also)
    return {
        "facts": filters.facts({"status": ["settled" if point.settled else "open"], "kind": [point.kind], "owner": owner, "page": [point.of]}, []),
        "where": where,
        "also": [reader.link(kind, id) for _, kind, id in also],
        "owner": "".join(reader.link("teams", id).name for id in owner),
        "due": formatting.date(record.review_by, reader.language),
        "day": record.review_by.isoformat(),
        "settled": point.settled,
        **(_differing(reader, said) if isinstance(said, Differ) else _missing(reader, said, where)),
    }


def _differing(reader: Reader, said: Differ) -> View:
    return {"missing": None, "differ": parts.differ(reader, said)}


def _missing(reader: Reader, said: Silence | Gap, where: Link) -> View:
    """What is missing with the name of its record, which links there: as the phrase has it, and before the phrase where it has not."""
    missing = parts.phrase(reader, said)
    name = reader.inside(where.name)
    before, found, after = missing["text"].partition(name)
    if not found or (reader.language == "en" and not re.match(r"\W|$", after)):
        before, name, after = "", where.name, reader.say(": ") + missing["text"]
    return {"missing": missing, "differ": None, "before": before, "named": Link(name, where.href), "after": after}
