"""The foot of a record's page: who looks after it, since when, and whom to ask."""
from __future__ import annotations

from urllib.parse import quote

from macros.model.record import Record, TeamId
from macros.model.resources import MAIL
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
    """Where a question about a record goes: to its owner, with what it is about filled in; empty where the owner has no contact."""
    return asked_of(reader, record.owner, reader.text(record.name), record.file)


def asked_of(reader: Reader, team: TeamId, title: str, where: str) -> str:
    """Where a question goes that a team answers, about what has a title and is found `where`: a mail or an issue with this, the edition and the language
    filled in, or another page of the team; empty where it has no contact. What the script adds stands at the end: the section that is being read."""
    found, about = reader.handbook.teams.get(team), reader.handbook.about
    contact = found.contact if found else None
    subject = reader.say("{handbook}, edition {edition}: {record}", handbook=reader.text(about.title), edition=about.edition, record=title)
    body = f"{where} ({reader.language})"
    if not contact or MAIL.fullmatch(contact):
        return f"mailto:{contact}?subject={quote(subject)}&body={quote(body)}" if contact else ""
    if not contact.rstrip("/").endswith("/issues/new"):
        return contact
    fields = "issue[title]", "issue[description]", "title", "body"  # as GitLab calls them, and as GitHub and Gitea do
    return f"{contact}?{'&'.join(f'{quote(field)}={quote(said)}' for field, said in zip(fields, (subject, body) * 2))}"
