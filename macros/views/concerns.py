"""What practices and cases touch, and which practices touch a record."""
from __future__ import annotations

from macros.model.practices import Case, Practice, PracticeGroup
from macros.model.references import references
from macros.views.alphabet import by_name
from macros.views.page import View
from macros.views.reader import Reader


def concerns(reader: Reader, found: Practice | Case) -> list[View]:
    """The records a practice or case touches, by kind: those it lists, then those that only its steps, rules or open points name.
    Their own pages lead here as well, so neither direction tells less than the other."""
    named = references(found)
    touched = {
        kind: dict.fromkeys([*getattr(found.concerns, kind), *(id for _, of, id in named if of == kind)])
        for kind in ("roles", "stages", "competencies", "kpis", "moves")
    }
    return [{"name": reader.word("kind-heading", kind), "links": reader.links(kind, ids)} for kind, ids in touched.items() if ids]


def practices_of(reader: Reader, kind: str, id: str) -> list[View]:
    """The practices that touch a record, for that record's own page, by their titles: these, and whom each is written for."""
    return [
        {"link": reader.link("practices", one.id), "whom": whom(reader, one)}
        for one in by_name(reader.handbook.practices_by_record.get((kind, id), ()), reader.language)
    ]


def whom(reader: Reader, part: Practice | PracticeGroup) -> str:
    """Whom a practice, or one part of it, is written for, where that is fewer than everyone."""
    return reader.say(", ").join(reader.party(one).name for one in part.for_ if not one.any)
