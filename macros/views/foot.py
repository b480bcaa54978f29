"""The foot of a record's page: who looks after it, since when, and whom to ask."""
from __future__ import annotations

from urllib.parse import quote

from macros.model.record import Record
from macros.views import formatting
from macros.views.reader import Reader


def foot(reader: Reader, record: Record) -> dict[str, str]:
    """Owner and review dates, and whether this language may be behind the other, where the publisher wants that said."""
    return {
        "owner": reader.link("teams", record.owner).name,
        "ask": asking(reader, record),
        "reviewed": formatting.date(record.reviewed_on, reader.language),
        "review_by": formatting.date(record.review_by, reader.language),
        "id": record.id,
        "behind": reader.say("Part of this page may not yet follow its Chinese version.") if reader.language in reader.handbook.behind.get(record, ()) else "",
    }


def asking(reader: Reader, record: Record) -> str:
    """Where a question about a record goes: a mail with what it is about filled in, or a page of the owner's; empty where the owner has no contact."""
    team, about = reader.handbook.teams.get(record.owner), reader.handbook.about
    contact = team.contact if team else None
    if not contact or "@" not in contact or contact.startswith("http"):
        return contact or ""
    subject = reader.say("{handbook}, edition {edition}: {record}", handbook=reader.text(about.title), edition=about.edition, record=reader.text(record.name))
    return f"mailto:{contact}?subject={quote(subject)}&body={quote(f'{record.file} ({reader.language})')}"
