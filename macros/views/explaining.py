"""Which terms a page explains: those of its record, and those of what it shows of other records."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from macros.model.competencies import Competency
from macros.model.handbook import USING, Handbook
from macros.model.kpis import Kpi
from macros.model.record import Record
from macros.model.references import inside, references
from macros.model.roles import Role
from macros.model.sources import Term
from macros.model.stages import Stage
from macros.model.term_use import says
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES, Language
from macros.words.texts import Text

_EXPLAINED: WeakKeyDictionary[Handbook, dict[tuple[Language, Record], list[Term]]] = WeakKeyDictionary()


def explained_terms(reader: Reader, kind: str, record: Record) -> list[Term]:
    """The terms that the page of a record explains at its foot, in the order of the glossary, but for words that its readers know.

    The page asks for them twice and the glossary once more, so they are kept with the handbook."""
    kept = _EXPLAINED.setdefault(reader.handbook, {})
    if (reader.language, record) not in kept:
        kept[reader.language, record] = _found(reader, kind, record)
    return kept[reader.language, record]


def _found(reader: Reader, kind: str, record: Record) -> list[Term]:
    handbook = reader.handbook
    met = {one.id for one in handbook.terms_of(kind, record.id)}
    lent = [] if record.retired else list(_lent(handbook, kind, record))
    met.update(*(handbook.terms_in(text[LANGUAGES[0]]) for text in lent))
    explained = [one for one in handbook.used("terms") if one.id in met and one.needs_explaining(reader.language)]
    return met_in(reader, explained, record, *lent)


def showing_by_term(reader: Reader) -> Mapping[str, Sequence[tuple[str, Record]]]:
    """Term id to the records, with their kinds, whose pages explain it, whether the word is their own or shown from another record."""
    found: dict[str, list[tuple[str, Record]]] = {}
    for kind, record in ((kind, record) for kind in USING for record in reader.handbook.used(kind)):
        for term in explained_terms(reader, kind, record):
            found.setdefault(term.id, []).append((kind, record))
    return found


def met_in(reader: Reader, terms: list[Term], record: Record, *lent: Text) -> list[Term]:
    """Those of the terms that a page uses which it names in its own language too, as a translation may do without the word."""
    if reader.language == LANGUAGES[0] or not terms:
        return terms
    named = {id for _, kind, id in references(record) if kind == "terms"}
    words = "\n".join(reader.text(text) for text in (*(text for _, text in inside(record, Text)), *lent))
    return [one for one in terms if one.id in named or says(words, one, reader.language)]


def _lent(handbook: Handbook, kind: str, record: Record) -> Iterator[Text]:
    """What the page shows of other records: what they are in a sentence, what a level asks for, a KPI’s name, and where the data of a target come from."""
    if isinstance(record, Role):
        for one in record.competencies:
            competency = handbook.competencies[one.competency]
            yield from (competency.summary, *competency.levels[one.level].can)
        for line in record.kpis:
            yield handbook.kpis[line.kpi].name
            if line.target:
                yield handbook.kpis[line.kpi].data_source
    elif isinstance(record, Competency):
        yield from (handbook.competencies[one].summary for one in record.related)
    elif isinstance(record, Kpi):
        yield from (handbook.kpis[one].definition for one in record.related)
    elif isinstance(record, Stage):
        yield from (role.essence for role in handbook.ordered_roles if role.stage == record.id)


def glossary(reader: Reader) -> dict[str, Term]:
    """Every term that needs explaining by its address in the glossary, for pages without a foot of their own."""
    return {reader.address("terms", one.id) or "": one for one in reader.handbook.used("terms") if one.needs_explaining(reader.language)}
