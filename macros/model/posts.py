"""Those the documents only name: posts and honorary titles; and the teams that records belong to or work with."""
from __future__ import annotations

from typing import Literal

from macros.model.reasons import Explaining
from macros.model.record import LayerId, Record, StageId
from macros.model.resources import Contact
from macros.words.texts import Text


class Post(Explaining[Literal["stage", "layer", "known"]]):
    """A position the documents only name: it stands on ladders and moves and has no page."""

    known: Text
    stage: StageId | None = None
    layer: LayerId | None = None


class Title(Explaining[Literal["known"]]):
    """An honorary title."""

    known: Text


class Team(Record):
    """A team or body that records belong to or work with; `contact` is where to ask about what it looks after, an address of mail or of the web."""

    contact: Contact | None = None
