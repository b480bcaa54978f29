"""What there is to see to in the handbook, for those who look after it: what is late first; and the calendars of reviews."""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from macros.model.health import Row, next_review
from macros.pages.health_rows import as_of, rows, share, to_see_to, what
from macros.views import filters, formatting, sizes
from macros.views.page import Section, View
from macros.views.reader import PAGED, Link, Reader

OPEN = 12  # as many reviews are read at once; a longer list is folded
REVIEWS = ("overdue", "soon")


def health(reader: Reader) -> View:
    """Everything to see to by matter, under filters, then what the statements rest on, and a calendar for each team."""
    every = rows(reader.handbook)
    groups = [_group(reader, matter, list(of_matter)) for matter, of_matter in groupby(to_see_to(every), key=lambda row: row.matter)]
    bases = [row for row in every if row.matter == "basis"]
    calendars = _calendars(reader)
    sections = [
        *(group["section"] for group in groups),
        *([Section("bases", reader.word("matter", "basis"))] if bases else []),
        Section("calendars", reader.say("Calendars of reviews"), str(len(calendars))),
    ]
    return {
        "essence": as_of(reader, every),
        "owners": _owners(reader, [row for row in every if row.matter in REVIEWS]),
        "filters": _filters(reader, [row for group in groups for row in group["rows"]], groups) if groups else None,
        "beside": [Link(reader.say("Open points"), reader.href("open-points/"))] if reader.has("open-points") else [],
        "table": Link(reader.say("As a table (CSV)"), reader.href("health/health.csv")),
        "groups": groups,
        "bases": [{"name": what(reader, row), "said": _share(reader, row)} for row in bases],
        "calendars": calendars,
        "sections": {section.id: section for section in sections},
    }


def _owners(reader: Reader, reviews: Sequence[Row]) -> list[View]:
    """How many reviews each team has, late or soon, the most first, with the address that shows them."""
    n = Counter((row.owner, row.matter) for row in reviews)
    every = Counter(row.owner for row in reviews)
    found = []
    for owner, _ in every.most_common():
        late, soon = n[owner, "overdue"], n[owner, "soon"]
        said = [reader.say_n("{n} overdue", "{n} overdue", late) if late else "", reader.say_n("{n} due soon", "{n} due soon", soon) if soon else ""]
        found.append({"link": Link(reader.link("teams", owner).name, f"?owner={owner}"), "said": reader.say(", ").join(one for one in said if one)})
    return found


def _group(reader: Reader, matter: str, of_matter: Sequence[Row]) -> View:
    """The lines of one matter; of very many it has the first, and says where all are. What has no day to be done by is folded, unless it is a few counts."""
    shown = of_matter[:sizes.SEEN_TO]
    counted = of_matter[0].count is not None
    mixed = len({row.kind for row in of_matter}) > 1
    return {
        "section": Section(matter, reader.word("matter", matter), "" if counted else str(len(of_matter))),
        "rows": [{**_row(reader, row), "kind": reader.word("kind-heading", row.kind) if mixed else ""} for row in shown],
        "folded": not counted and (matter not in REVIEWS or len(of_matter) > OPEN),
        "dated": matter in REVIEWS,
        "counted": counted,
        "more": reader.say_n("{n} more stands in the table.", "{n} more stand in the table.", len(of_matter) - len(shown)) if shown != of_matter else "",
    }


def _row(reader: Reader, row: Row) -> View:
    assert row.record is not None, "only a basis has none"
    link = reader.link(row.kind, row.record.id)
    if row.matter == "open":
        link = Link(link.name, reader.href(f"open-points/?status=open&owner={row.owner}"))
    return {
        "facts": filters.facts({"matter": [row.matter], "owner": [row.owner], "kind": [row.kind] if row.kind in PAGED else []}, []),
        "what": link,
        "owner": reader.link("teams", row.owner).name,
        "day": row.record.review_by.isoformat(),
        "due": formatting.date(row.record.review_by, reader.language),
        "count": _counted(reader, row) if row.count is not None else "",
    }


def _counted(reader: Reader, row: Row) -> str:
    n = row.count or 0
    return reader.say_n("{n} still open", "{n} still open", n) if row.matter == "open" else reader.say_n("{n} record", "{n} records", n)


def _share(reader: Reader, row: Row) -> str:
    return reader.say("{share} ({n})", share=share(row), n=formatting.number(row.count or 0, reader.language))


def _filters(reader: Reader, shown: Sequence[View], groups: Sequence[View]) -> View:
    kinds = [(kind, reader.word("kind-heading", kind)) for kind in PAGED]
    return filters.form(
        reader,
        [
            filters.records(reader, "owner", reader.say("Owner"), "teams"),
            filters.choices("matter", reader.say("Matter"), [(group["section"].id, group["section"].title) for group in groups]),
            filters.choices("kind", reader.say("Kind"), kinds),
        ],
        shown,
        note=reader.say("A line is listed only if it matches every filter."),
        shown=reader.say_n("{n} line in all", "{n} lines in all", len(shown)),
        some=reader.say("{n} of {all} lines", n="{n}", all=len(shown)),
        none=reader.say("No line matches these filters."),
    )


def _calendars(reader: Reader) -> list[View]:
    """The teams that look after records, those with the most first: what is to be reviewed next, and where the calendar is."""
    owned = Counter(record.owner for _, record in reader.handbook.records() if not record.retired)
    found = []
    for owner, count in owned.most_common():
        day = next_review(reader.handbook, owner)
        found.append({
            "owner": reader.link("teams", owner).name, "records": reader.say_n("{n} record", "{n} records", count),
            "day": day.isoformat(), "due": formatting.date(day, reader.language), "href": reader.href(calendar_path(owner)),
        })
    return found


def calendar_path(owner: str) -> str:
    """Where the calendar of a team lies, in the folder of each language."""
    return f"health/{owner}.ics"
