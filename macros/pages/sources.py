"""The documents that the handbook rests on: a page for all of them, and one for each that tells what was taken from each of its sections."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from macros.model.record import Record
from macros.model.sources import SourceDocument, numbered
from macros.views import parts, resources, sizes
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.words.texts import Text


def source_index(reader: Reader) -> View:
    """All documents: how much of each is cited, and what of it was not at hand."""
    return {
        "essence": reader.say("The documents this handbook was made from, and what of them was at hand."),
        "documents": [
            {
                "id": f"source-{document.id}",
                "link": Link(reader.text(document.title), reader.href(f"sources/{document.id}/")),
                "cited": cited(reader, document),
                "called": _called(reader, document),
                "truncated": reader.text(document.truncated),
            }
            for document in reader.handbook.documents.values()
        ],
        "sections": {},
    }


def cited(reader: Reader, document: SourceDocument) -> str:
    """How many sections of a document are cited, and of how many; of one that was not at hand in full, of those whose number is known."""
    citations, sections = reader.handbook.citations, _counted(reader, document)
    pattern = reader.pattern("{cited} of the {all} known sections are cited") if document.truncated else reader.pattern("{cited} of {all} sections cited")
    return pattern.format(cited=sum(f"{document.id}#{number}" in citations for number in sections), all=len(sections))


def _counted(reader: Reader, document: SourceDocument) -> dict[str, Text]:
    """The sections of a document. What stands before the first chapter is one where something there is cited; else it is the title alone."""
    return {number: heading for number, heading in document.sections.items() if number != "0" or f"{document.id}#0" in reader.handbook.citations}


def _called(reader: Reader, document: SourceDocument) -> str:
    """What notes and sentences call the document, where that is not its title."""
    return reader.say("Called “{name}” on these pages.", name=reader.text(document.short)) if document.short and document.short != document.title else ""


def source_page(reader: Reader, id: str) -> View:
    """One source document, section by section, with the records that cite it."""
    document = reader.handbook.documents[id]
    citations = reader.handbook.citations
    rows = [
        {
            "id": f"section-{number.replace('.', '-')}",
            "number": numbered(number),
            "heading": reader.text(heading),
            "records": parts.first(reader, _citing(reader, citations.get(f"{id}#{number}", ())), sizes.CITED),
        }
        for number, heading in _counted(reader, document).items()
    ]
    used, others = [row for row in rows if row["records"]], [row for row in rows if not row["records"]]
    uncited = [Section("uncited", reader.say("Sections not cited"), str(len(others)))] if others else []
    by_section = Section("sections", reader.say("Section by section"), cited(reader, document))
    sections = [by_section, *uncited, *resources.section(reader.say("On the web"), document.links)]
    return {
        "name": reader.text(document.title),
        "essence": reader.say("Which roles, competencies, policies and others rest on each section of the document; some only point out what it leaves open."),
        "called": _called(reader, document),
        "truncated": reader.text(document.truncated),
        "rows": used,
        "uncited": others,
        "resources": resources.links(reader, document.links),
        "sections": {section.id: section for section in sections},
    }


def _citing(reader: Reader, found: Sequence[tuple[str, Record]]) -> list[Link]:
    """Links to what cites a section; a term called as another record that cites it is told from that, with a capital or without."""
    links = [(kind, reader.link(kind, record.id)) for kind, record in found]
    others = {link.name.casefold() for kind, link in links if kind != "terms"}
    return [replace(link, mark=reader.say("term")) if kind == "terms" and link.name.casefold() in others else link for kind, link in links]
