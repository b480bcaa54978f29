"""The files beside the page of what there is to see to: the same as a table, and the review days of each team as a calendar to subscribe to."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import groupby
from operator import attrgetter
from urllib.parse import urljoin
from uuid import NAMESPACE_OID, uuid5

from icalendar import Calendar, Event

from macros.model.record import Record
from macros.pages.health import calendar_path
from macros.pages.health_rows import as_table, rows
from macros.views.file import Export
from macros.views.reader import Reader
from macros.website.frames import Site
from macros.words.languages import Language

NAMED = 30  # records that a day names; the others are counted


def health_files(site: Site, language: Language) -> Iterator[Export]:
    """The table in one language, and a calendar for each team that looks after anything."""
    reader = Reader(site.handbook, language, "")
    yield Export(f"{language}/health/health.csv", as_table([reader], rows(site.handbook)))
    owned = sorted((one for _, one in site.handbook.records() if not one.retired), key=attrgetter("owner", "review_by"))
    for owner, records in groupby(owned, key=attrgetter("owner")):
        yield Export(f"{language}/{calendar_path(owner)}", calendar(reader, site.url, owner, list(records)))


def calendar(reader: Reader, url: str, owner: str, records: Sequence[Record]) -> str:
    """The review days of one team, the oldest first. A day is one event, however many records it has, for defaults give hundreds the same day."""
    about, team = reader.handbook.about, reader.link("teams", owner).name
    name = reader.say("{handbook}: reviews of {team}", handbook=reader.text(about.title), team=team)
    page = urljoin(url, f"{reader.language}/health/?owner={owner}") if url else ""
    found = Calendar()
    found.add("version", "2.0")
    found.add("prodid", f"-//{about.title.en}//Reviews//{reader.language.upper()}")
    found.add("name", name)
    found.add("x-wr-calname", name)  # by which those call it that do not know the other
    for day, of_day in groupby(records, key=attrgetter("review_by")):
        found.add_component(_event(reader, owner, page, day, list(of_day)))
    written: bytes = found.to_ical()
    return written.decode()


def _event(reader: Reader, owner: str, page: str, day: date, records: Sequence[Record]) -> Event:
    """A whole day on which nobody is taken for busy. Its id and stamp come from the data alone, so that no calendar shows it twice."""
    title = reader.handbook.about.title
    names = [reader.text(one.name) for one in records[:NAMED]]
    more = len(records) - len(names)
    found = Event()
    found.add("uid", uuid5(NAMESPACE_OID, f"{title.en}/{reader.language}/reviews/{owner}/{day}").urn)
    found.add("dtstamp", datetime.combine(max(one.reviewed_on for one in records), time(), UTC))
    found.add("dtstart", day)
    found.add("transp", "TRANSPARENT")
    found.add("summary", reader.say_n("{handbook}: {n} record to review", "{handbook}: {n} records to review", len(records), handbook=reader.text(title)))
    found.add("description", "\n".join([*names, *([reader.say_n("and {n} more", "and {n} more", more)] if more else []), *([page] if page else [])]))
    if page:
        found.add("url", page)
    return found
