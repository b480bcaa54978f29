"""Edition, effect, owner, and the documents that the handbook rests on."""
from __future__ import annotations

from macros.pages.open_points import counted_points, left_open
from macros.pages.sources import cited
from macros.views import formatting
from macros.views.page import Section, View
from macros.views.reader import Reader

EVERYONE = "What a role does, what it takes, what marks good work out from the rest and where it can lead, in Chinese and English."


def about(reader: Reader) -> View:
    """Edition, effect, owner, and the documents that the handbook rests on."""
    handbook = reader.handbook
    documents = [
        {
            "id": f"source-{document.id}",
            "title": reader.text(document.title),
            "href": reader.href(f"sources/{document.id}/"),
            "sections": cited(reader, document),
        }
        for document in handbook.documents.values()
    ]
    left = list(left_open(reader)) if reader.has("open-points") else []
    sections = [
        Section("edition", reader.say("About this edition")),
        *([Section("sources", reader.say("Source documents"), str(len(documents)))] if documents else []),
        *([Section("open-points", reader.say("What the documents leave open"), counted_points(reader, left))] if reader.has("open-points") else []),
        Section("teams", reader.say("Teams and bodies named here"), str(len(handbook.used("teams")))),
    ]
    about = handbook.about
    return {
        "essence": reader.say(EVERYONE) if reader.public else reader.text(about.summary),
        "facts": [
            (reader.say("Edition"), about.edition),
            (reader.say("In effect from"), formatting.date(about.effective_on, reader.language)),
            (reader.say("Issued by"), reader.link("teams", about.issued_by).name),
            (reader.say("Department"), reader.text(about.department)),
        ],
        "documents": documents,
        "open_points": reader.href("open-points/"),
        "teams": reader.listed([reader.text(team.name) for team in handbook.used("teams")]),
        "sections": {section.id: section for section in sections},
    }
