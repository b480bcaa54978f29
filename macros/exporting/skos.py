"""Competencies and terms as a vocabulary in the words of SKOS, written as JSON-LD, for taxonomies, catalogues and search engines.

What goes one way in the data, “related”, goes both ways here, as SKOS says of it. Records out of use are not in it."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.model.competencies import Competency
from macros.model.handbook import Handbook
from macros.model.sources import Term
from macros.views.reader import Reader
from macros.views.short_address import short_address
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

NAME = "skos.json"
BY_LANGUAGE = {"@container": "@language"}
CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    **{name: {"@id": f"skos:{name}", **BY_LANGUAGE} for name in ("prefLabel", "altLabel", "definition")},
    **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in ("inScheme", "topConceptOf", "broader", "narrower", "related")},
    "notation": "skos:notation",
}

Thing = dict[str, Any]


def vocabulary(handbook: Handbook, url: str) -> Thing:
    """The whole vocabulary; without the address of the site, what it names stands in relation to the file itself."""
    root = url or "../../"
    competencies: list[Competency] = handbook.used("competencies")
    terms: list[Term] = handbook.used("terms")
    at = {("competencies", one.id): root + short_address("competencies", one.id) for one in competencies}
    at |= {("terms", one.id): f"{root}api/v1/terms/{one.id}.json" for one in terms}
    related = _both_ways((at["competencies", one.id], at.get(place)) for one in competencies for place in _beside(one))
    schemes = {kind: f"{root}api/v1/{NAME}#{kind}" for kind in ("competencies", "terms")}
    groups = {id: f"{schemes['competencies']}-{id}" for id in handbook.competency_groups}
    readers = [Reader(handbook, language, "") for language in LANGUAGES]
    graph: list[Thing] = [
        {"@id": schemes[kind], "@type": "skos:ConceptScheme", "prefLabel": {reader.language: reader.say(name) for reader in readers}}
        for kind, name in (("competencies", "Competencies"), ("terms", "Glossary"))
    ]
    for id, group in handbook.competency_groups.items():
        graph.append({**_concept(groups[id], id, group.name, (), schemes["competencies"]), "topConceptOf": schemes["competencies"],
                      "narrower": [at["competencies", one.id] for one in competencies if one.kind == id]})
    for one in competencies:
        place = at["competencies", one.id]
        graph.append({**_concept(place, one.id, one.name, one.aliases, schemes["competencies"]), "definition": _words(one.summary), "broader": groups[one.kind],
                      **_if("related", related.get(place))})
    for term in terms:
        place = at["terms", term.id]
        graph.append({**_concept(place, term.id, term.name, _other_names(term), schemes["terms"]), "topConceptOf": schemes["terms"],
                      **_if("definition", _words(term.definition) if term.definition else None), **_if("related", related.get(place))})
    return {"@context": CONTEXT, "@graph": graph}


def _beside(one: Competency) -> Iterator[tuple[str, str]]:
    """What a competency is named together with: others, and the methods and tools that it works with."""
    yield from (("competencies", id) for id in one.related)
    yield from (("terms", id) for id in (*one.methods, *one.tools))


def _both_ways(pairs: Iterable[tuple[str, str | None]]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = {}
    for one, other in pairs:
        if other:
            found.setdefault(one, {})[other] = None
            found.setdefault(other, {})[one] = None
    return {place: [*others] for place, others in found.items()}


def _other_names(term: Term) -> Sequence[Text]:
    return (Text(zh=term.short, en=term.short),) if term.short else ()


def _concept(place: str, id: str, name: Text, others: Iterable[Text], scheme: str) -> Thing:
    """What every concept says of itself; another name is none where it is the name in that language."""
    alternatives = {language: [*dict.fromkeys(one[language] for one in others if one[language] != name[language])] for language in LANGUAGES}
    return {"@id": place, "@type": "skos:Concept", "notation": id, "prefLabel": _words(name), "inScheme": scheme,
            **_if("altLabel", {language: names for language, names in alternatives.items() if names})}


def _words(text: Text) -> dict[str, str]:
    return {language: text[language] for language in LANGUAGES}


def _if(name: str, value: object) -> Thing:
    return {name: value} if value else {}
