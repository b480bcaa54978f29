"""Whom to ask about a page: where its owner has a contact, a mail with what it is about filled in, or a page of the owner's."""
from __future__ import annotations

from urllib.parse import quote

from macros.model.record import Record
from macros.views.reader import Reader


def asking(reader: Reader, record: Record) -> str:
    """Where a question about a record goes; empty where its owner has no contact."""
    team, about = reader.handbook.teams.get(record.owner), reader.handbook.about
    contact = team.contact if team else None
    if not contact or "@" not in contact or contact.startswith("http"):
        return contact or ""
    subject = reader.say("{handbook}, edition {edition}: {record}", handbook=reader.text(about.title), edition=about.edition, record=reader.text(record.name))
    return f"mailto:{contact}?subject={quote(subject)}&body={quote(f'{record.file} ({reader.language})')}"
