"""What practices and cases touch, and which practices touch a record."""
from __future__ import annotations

from macros.model.practices import Practice, PracticeGroup
from macros.model.record import Concerns
from macros.views.alphabet import by_name
from macros.views.page import View
from macros.views.reader import Reader


def concerns(reader: Reader, found: Concerns) -> list[View]:
    """The records a practice or case touches, by kind."""
    kinds = ("roles", "stages", "competencies", "kpis", "moves")
    return [{"name": reader.word("kind-heading", kind), "links": reader.links(kind, getattr(found, kind))} for kind in kinds if getattr(found, kind)]


def practices_of(reader: Reader, kind: str, id: str) -> list[View]:
    """The practices that touch a record, for that record's own page, by their titles: these, and whom each is written for."""
    return [
        {"link": reader.link("practices", one.id), "whom": whom(reader, one)}
        for one in by_name(reader.handbook.practices_by_record.get((kind, id), ()), reader.language)
    ]


def whom(reader: Reader, part: Practice | PracticeGroup) -> str:
    """Whom a practice, or one part of it, is written for, where that is fewer than everyone."""
    return reader.say(", ").join(reader.party(one).name for one in part.for_ if not one.any)
