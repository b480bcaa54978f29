"""What each edition changed for people, the newest first; and what the last ones changed of one record."""
from __future__ import annotations

from macros.model.editions import MEANINGS, Edition, Told
from macros.views import formatting
from macros.views.editions import anchor
from macros.views.page import Section, View
from macros.views.reader import Reader


def whats_new(reader: Reader) -> View:
    """Every edition with what it changed, by what that means."""
    editions = [_edition(reader, one) for one in reader.handbook.editions.values()]
    return {
        "essence": reader.say("What each edition asks more of you, asks less, adds or makes clearer; the newest comes first."),
        "editions": editions,
        "feed": reader.href("changes/feed.xml"),
        "sections": {one["section"].id: one["section"] for one in editions},
    }


def _edition(reader: Reader, edition: Edition) -> View:
    told = [(meaning, [one for one in edition.changes if one.meaning == meaning]) for meaning in MEANINGS]
    return {
        "section": Section(anchor(edition), reader.say("Edition {edition}", edition=edition.id)),
        "from": formatting.date(edition.effective_on, reader.language),
        "summary": reader.text(edition.summary),
        "changes": [{"meaning": reader.word("what-changed", meaning), "lines": [_line(reader, one) for one in ones]} for meaning, ones in told if ones],
    }


def _line(reader: Reader, told: Told) -> View:
    return {"text": reader.text(told), "links": [link for kind in type(told.about).model_fields for link in reader.links(kind, getattr(told.about, kind))]}
