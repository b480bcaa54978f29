"""The glossary, and a page for each source document that tells what was taken from each of its sections."""
from __future__ import annotations

from macros.model.sources import TERM_KINDS, Term
from macros.views.competencies import sort_key
from macros.views.parts import Section
from macros.views.reader import Link, Reader


def term_index(reader: Reader) -> dict[str, object]:
    """Every term by kind, in the order of the language's alphabet, each under its own address."""
    used = sorted(reader.handbook.used("terms"), key=lambda one: sort_key(reader.text(one.name), reader.language))
    groups = [
        {
            "section": Section(kind, reader.word("term", kind), str(sum(1 for one in used if one.kind == kind))),
            "terms": [term(reader, one) for one in used if one.kind == kind],
        }
        for kind in TERM_KINDS
        if any(one.kind == kind for one in used)
    ]
    return {
        "title": reader.say("Terms"),
        "essence": reader.say("{n} terms, methods, tools and documents in plain words, each with one name in either language.", n=len(used)),
        "methods": Link(reader.say("Methods and tools, and who works with them"), reader.href("methods/")),
        "groups": groups,
        "sections": {group["section"].id: group["section"] for group in groups},
    }


def term(reader: Reader, found: Term) -> dict[str, object]:
    """One term: both names, its definition and where that comes from, and where it stands who works with it."""
    name = reader.text(found.name)
    if found.short and found.short not in name:
        name += f"（{found.short}）" if reader.language == "zh" else f" ({found.short})"
    return {
        "id": found.id,
        "name": name,
        "other_name": reader.other_name(found),
        "definition": reader.text(found.definition),
        "mark": reader.word("defined-by", found.defined_by) if found.defined_by else "",
        "applied": reader.href(f"methods/#term-{found.id}") if reader.handbook.is_applied(found) else "",
    }


def source_page(reader: Reader, id: str) -> dict[str, object]:
    """One source document, section by section, with the records that cite it."""
    document = reader.handbook.documents[id]
    citations = reader.handbook.citations
    rows = [
        {
            "id": f"section-{number.replace('.', '-')}",
            "number": number,
            "heading": reader.text(heading),
            "records": [reader.link(kind, record.id) for kind, record in citations.get(f"{id}#{number}", ())],
        }
        for number, heading in document.sections.items()
    ]
    cited = sum(1 for row in rows if row["records"])
    sections = [Section("sections", reader.say("Section by section"), reader.say("{cited} of {all} sections cited", cited=cited, all=len(rows)))]
    return {
        "name": reader.text(document.title),
        "essence": reader.say("What this handbook takes from each section of the document."),
        "truncated": reader.text(document.truncated),
        "rows": rows,
        "sections": {section.id: section for section in sections},
    }
