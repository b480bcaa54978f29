"""What editions changed: where each stands, and the last changes of a record at the foot of its page."""
from __future__ import annotations

from macros.model.editions import Edition
from macros.views.page import View
from macros.views.reader import Reader

LAST = 3  # changes at the foot of a page; all are on the page of changes


def anchor(edition: Edition) -> str:
    """The place of an edition on the page of changes."""
    return f"edition-{edition.id.lower().replace('.', '-')}"


def last_changes(reader: Reader, kind: str, id: str) -> list[View]:
    """What the last editions changed of a record, the newest first."""
    return [
        {
            "edition": reader.say("Edition {edition}", edition=edition.id),
            "href": reader.href(f"changes/#{anchor(edition)}"),
            "meaning": reader.word("what-changed", told.meaning),
            "text": reader.text(told),
        }
        for edition, told in reader.handbook.told_by_record.get((kind, id), ())[:LAST]
    ]
