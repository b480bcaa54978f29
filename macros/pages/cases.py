"""Cases: short examples, all on one page and beside the practices they illustrate."""
from __future__ import annotations

from macros.model.practices import Case
from macros.views import parts
from macros.views.concerns import concerns
from macros.views.page import Section
from macros.views.reader import Reader


def case_index(reader: Reader) -> dict[str, object]:
    """All cases on one page, each under its own address."""
    cases = [case_entry(reader, case) for case in reader.handbook.used("cases")]
    sections = [Section("all-cases", reader.say("Cases"), str(len(cases)))]
    return {
        "title": reader.say("Cases"),
        "essence": reader.say("Short examples from the documents. They illustrate; they set no rule and no target."),
        "cases": cases,
        "gone": parts.gone(reader, "cases"),
        "sections": {section.id: section for section in sections},
    }


def case_entry(reader: Reader, case: Case) -> dict[str, object]:
    return {
        "id": case.id,
        "name": reader.text(case.name),
        "story": parts.items(reader, [case.story])[0],
        "point": reader.text(case.point),
        "links": [*reader.links("practices", case.practices), *(link for group in concerns(reader, case.concerns) for link in group["links"])],
        "sources": [f"{document['document']} {section['section']}" for document in parts.sources(reader, "cases", case) for section in document["sections"]],
    }
