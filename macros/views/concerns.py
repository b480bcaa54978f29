"""What practices and cases touch, and which practices touch a record."""
from __future__ import annotations

from macros.model.record import Concerns
from macros.views.page import View
from macros.views.reader import Reader


def concerns(reader: Reader, found: Concerns) -> list[View]:
    """The records a practice or case touches, by kind."""
    kinds = ("roles", "stages", "competencies", "kpis", "moves")
    return [{"name": reader.word("kind-heading", kind), "links": reader.links(kind, getattr(found, kind))} for kind in kinds if getattr(found, kind)]


def practices_of(reader: Reader, kind: str, id: str) -> list[View]:
    """The practices that touch a record, for that record's own page."""
    return [
        {"link": reader.link("practices", one.id), "summary": reader.text(one.summary)}
        for one in reader.handbook.practices_by_record.get((kind, id), ())
    ]
