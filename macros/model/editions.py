"""What each edition of the handbook changed, as its readers are told."""
from __future__ import annotations

from typing import Literal

from macros.model.record import Audience, Day, Model, Places
from macros.words.texts import Text

Meaning = Literal["more", "less", "new", "gone", "clarified", "wording"]
MEANINGS: tuple[Meaning, ...] = ("more", "less", "new", "gone", "clarified", "wording")  # the weightiest first


class Told(Text):
    """One change in a sentence: what it means for those whom it concerns, and which records it is about."""

    meaning: Meaning
    about: Places = Places()
    audience: Audience = "internal"  # who may read it; nobody outside unless it says so, since a sentence on a change often says what was there before


class Edition(Model):
    """An edition under its number, from when it holds, and what it changed; the newest stands first in the file."""

    id: str
    file: str
    effective_on: Day
    summary: Text | None  # None in the public edition
    changes: tuple[Told, ...] = ()
