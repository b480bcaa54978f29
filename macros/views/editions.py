"""What editions changed: where each stands, and the last changes of a record at the foot of its page."""
from __future__ import annotations

from macros.model.editions import Edition, Told
from macros.model.handbook import Handbook
from macros.views import formatting
from macros.views.page import View
from macros.views.reader import Link, Reader

FEW = 3  # changes that are read at a glance, without filters
LAST = 3  # changes at the foot of a page; all are on the page of changes


def anchor(edition: Edition) -> str:
    """The place of an edition on the page of changes."""
    return f"edition-{edition.id.lower().replace('.', '-')}"


def dated(reader: Reader, edition: Edition) -> str:
    """Since when an edition holds, and its number."""
    return reader.say("{date} (edition {edition})", date=formatting.date(edition.effective_on, reader.language), edition=edition.id)


def last_changes(reader: Reader, kind: str, id: str) -> list[View]:
    """What the last editions changed of a record, the newest first."""
    return [change(reader, edition, told) for edition, told in reader.handbook.told_by_record.get((kind, id), ())[:LAST]]


def change(reader: Reader, edition: Edition, told: Told) -> View:
    """One change with the edition that made it, and what it means; it leads to the page of changes, where there is one."""
    return {
        "edition": dated(reader, edition),
        "href": reader.href(f"changes/#{anchor(edition)}") if reader.has("changes") else None,
        "meaning": reader.word("what-changed", told.meaning),
        "text": reader.text(told),
    }


def are_many(handbook: Handbook) -> bool:
    """Whether the page of changes has so many that they are filtered."""
    return sum(len(one.changes) for one in handbook.editions.values()) > FEW


def all_changes(reader: Reader, kind: str, id: str) -> Link | None:
    """Where all that concerns a role has changed, its stage, competencies and KPIs too; None where there is little to choose from, and for other records."""
    found = reader.has("changes") and kind == "roles" and (kind, id) in reader.handbook.told_by_record and are_many(reader.handbook)
    return Link(reader.say("All changes that concern this role"), reader.href(f"changes/?role={id}")) if found else None
