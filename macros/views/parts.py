"""What every page of a record shows in the same way: items, bases, sources, gaps and differences, the foot."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from macros.model.figures import Figure
from macros.model.kpis import Measure
from macros.model.reasons import Explaining
from macros.model.record import Audience, BasedText, Basis, Differ, Gap, Item, Note, Record, SourceId
from macros.model.roles import Qualification, Role
from macros.model.sources import Term, numbered
from macros.views import figure_phrases, retirement
from macros.views.editions import all_changes, last_changes
from macros.views.explaining import explained_terms
from macros.views.foot import foot
from macros.views.marks import cited, said_once, says_so, why
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.silence import Silence, by_section
from macros.words.texts import Text

OPENINGS = ("essence", "summary", "positioning")  # the plain fields that pages open with
AT_ONCE = 3  # as many things that are not said are read at once


def common(reader: Reader, kind: str, record: Explaining[Any], sections: Iterable[Section]) -> View:
    """What the page of any record shows around its own matter; the last section is the sources."""
    *before, last = sections
    differs = reader.handbook.differs_by_record.get((kind, record.id), ())
    if differs:
        before.append(Section("open-points", reader.say("Where the documents differ"), str(len(differs))))
    used = explained_terms(reader, kind, record)
    if used:
        before.append(Section("terms", reader.say("Terms on this page"), str(len(used))))
    sourced = bool(reader.handbook.documents or record.basis_of and not reader.public)
    sections = [*before, *([last] if sourced else [])]
    return {
        "id": record.id,
        "name": reader.text(record.name),
        "other_name": reader.other_name(record),
        "retired": retirement.notice(reader, kind, record),
        "took_over": retirement.took_over(reader, kind, record),
        "note": remark(reader, record),
        "sections": {section.id: section for section in sections},
        "not_said": not_said(reader, record, anchored=not differs),
        "differs": [differ(reader, one) for one in differs],
        "reasons": reasons(reader, record),
        "opening": opening(reader, record),
        "terms": [term(reader, one) for one in used],
        "sources": sources(reader, kind, record),
        "changes": last_changes(reader, kind, record.id),
        "all_changes": all_changes(reader, kind, record.id),
        "foot": None if reader.public else foot(reader, record),
    }


def term(reader: Reader, found: Term) -> View:
    """A term with its meaning, as pages and the glossary show it."""
    name = reader.text(found.name)
    if found.short and found.short not in name:
        name += f"（{found.short}）" if reader.language == "zh" else f" ({found.short})"
    return {
        "id": found.id,
        "name": name,
        "href": reader.address("terms", found.id),
        "other_name": reader.other_name(found),
        "definition": reader.text(found.definition),
        "cited": cited(reader, found.sources) if found.defined_by == "source" else "",
    }


def mark(reader: Reader, basis: Basis) -> str:
    """The word for a basis. What a document states has no mark, so that the lack of one always says the same."""
    return "" if basis == "stated" else reader.word("basis", basis)


def marks(
    reader: Reader, basis: Basis, audience: Audience | None = "public", note: Note | Text | None = None, sources: Sequence[SourceId] = (),
    of: Text | None = None,
) -> View:
    """What stands beside a statement: its mark, where it is not simply stated. Where the statement `of` says that it is an example, that is no mark."""
    said = basis == "example" and of is not None and says_so(reader, reader.text(of))
    return {"why": why(reader, "stated" if said else basis, audience, note, sources, of=of)}


def based(reader: Reader, found: BasedText | Note) -> View:
    """A sentence with its mark. Those of some kinds may also be for staff only, or have a remark."""
    text = reader.text(found)
    audience: Audience = getattr(found, "audience", "public")
    return {"text": text, **marks(reader, found.basis, audience, getattr(found, "note", None), found.sources, found)}


def remark(reader: Reader, record: Record) -> View | None:
    """What a reader must know of a record, with its mark."""
    return based(reader, record.note) if record.note else None


def items(reader: Reader, found: Iterable[Item]) -> list[View]:
    """Sentences of a list with their marks."""
    return [based(reader, item) for item in found]


def listed(reader: Reader, found: Iterable[Item]) -> View:
    """A list of sentences: its lines, and the mark of all of them for its heading."""
    return said_once(items(reader, found))


def grouped(reader: Reader, found: Sequence[Item], **of_all: Any) -> View:
    """A list that as a whole may rest on something, as `marks` takes it: its lines have a mark only where they rest on something else or are
    from elsewhere."""
    whole, lines = marks(reader, **of_all), items(reader, found)
    if not whole["why"]:
        return said_once(lines)
    within = ({"stated", of_all["basis"]}, {"public", of_all.get("audience", "public")})
    heading = set(of_all.get("sources", ()))
    said = [not item.note and item.basis in within[0] and item.audience in within[1] and heading.issuperset(item.sources) for item in found]
    return {**whole, "lines": [{**line, "why": None} if once else line for line, once in zip(lines, said)]}


def related(reader: Reader, kind: str, record: Record, about: BasedText) -> View:
    """Another record of a kind, with the sentence that says what it is and the mark of that."""
    return {"link": reader.link(kind, record.id), **based(reader, about)}


def brought(reader: Reader, role: Role) -> list[tuple[str, str, tuple[Qualification, ...]]]:
    """What an applicant brings, in groups that have a key and a heading; those without a line are left out."""
    groups = (
        ("required", reader.word("qualification", "required"), role.required),
        ("expected", reader.say("Expected"), role.expected),
        ("preferred", reader.word("qualification", "preferred"), role.preferred),
    )
    return [group for group in groups if group[2]]


def figure(reader: Reader, value: Figure | None, measure: Measure | None = None) -> View:
    """A figure as its phrase; `open` when there is none to show."""
    if value is None:
        return {"open": reader.say("no target given")}
    return {"shown": figure_phrases.figure(reader, value, measure)}


def reason(reader: Reader, record: Explaining[Any], field: str, prefix: str = "") -> View | None:
    """The mark beside a plain field whose value is explained, under the address of the explanation; on a page of many records, `prefix`
    tells them apart."""
    found = record.basis_of.get(field)
    id = "-".join(filter(None, ("why", prefix, field.replace("_", "-"))))
    return why(reader, found.basis, note=found.why, sources=found.sources, id=id) if found else None


def reasons(reader: Reader, record: Explaining[Any], prefix: str = "") -> dict[str, View | None]:
    """The mark beside each plain field that the record may explain; None where it does not."""
    return {field: reason(reader, record, field, prefix) for field in record.explainable()}


def opening(reader: Reader, record: Explaining[Any]) -> list[View]:
    """The marks of the sentence that a page opens with: what it rests on itself, and why it says what it says."""
    said = getattr(record, "summary", None)
    found = [based(reader, said)["why"] if isinstance(said, BasedText) else None, *(reason(reader, record, field) for field in OPENINGS)]
    return [one for one in found if one]


def not_said(reader: Reader, record: Record, anchored: bool) -> list[View]:
    """What the documents do not say of a record: one line for its page, and one for each section that has its own.

    Where the page shows no differences, `anchored`, links to what the documents leave open lead to the first of them."""
    found = {} if reader.public else by_section(reader, record)
    lead, first = reader.say("The documents do not say: "), next(iter(found), None)
    return [
        {"section": section, "id": "open-points" if anchored and section == first else "", "lead": lead, **_line(reader, missing)}
        for section, missing in found.items()
    ]


def _line(reader: Reader, missing: Sequence[Gap | Silence]) -> View:
    """The phrases with what stands after each; of many, the later ones apart."""
    ends = [*[reader.say("; ")] * (len(missing) - 1), reader.say(".")]
    told = [{**phrase(reader, one), "after": end} for one, end in zip(missing, ends)]
    shown = AT_ONCE if len(told) > AT_ONCE + 1 else len(told)
    return {"phrases": told[:shown], "further": told[shown:], "more": reader.say("{n} more", n=len(told) - shown)}


def phrase(reader: Reader, missing: Gap | Silence) -> View:
    """Something that is missing, as it completes the line, with what else must be said of it."""
    if isinstance(missing, Silence):
        return {"text": missing.words, **marks(reader, "stated")}
    return {"text": reader.text(missing.missing), **marks(reader, missing.note.basis if missing.note else "stated", note=missing.note)}


def differ(reader: Reader, one: Differ) -> View:
    """A point on which the documents differ: what each says, and how this handbook treats it."""
    return {
        "id": f"differ-{one.id}",
        "about": reader.text(one.about),
        **marks(reader, "stated", one.audience),
        "says": [{"source": source(reader, says.source), "text": reader.text(says)} for says in one.says],
        "reading": reader.text(one.reading),
        "to_confirm": to_confirm(reader, one),
    }


def to_confirm(reader: Reader, one: Differ) -> View | None:
    """What is still to be confirmed of a difference, after the words that say by whom; None where it is settled."""
    if one.to_confirm is None:
        return None
    team = reader.link("teams", one.to_confirm.by).name
    return {"lead": reader.say("{team} to confirm: ", team=team), "question": reader.say("{question}.", question=reader.text(one.to_confirm))}


def source(reader: Reader, id: str) -> dict[str, str]:
    """A section of a source document: document, number and heading."""
    document_id, _, section = id.partition("#")
    document = reader.handbook.documents[document_id]
    return {
        "id": id,
        "document": reader.text(document.title),
        "section": numbered(section),
        "heading": reader.text(document.sections[section]),
        "href": reader.href(f"sources/{document_id}/#section-{section.replace('.', '-')}"),
    }


def sources(reader: Reader, kind: str, record: Record) -> list[View]:
    """Every section the page of a record rests on, gathered by document, in the order of the documents."""
    cited = reader.handbook.cited[kind, record.id]
    found = []
    for document in reader.handbook.documents.values():
        sections = [source(reader, f"{document.id}#{section}") for section in document.sections if f"{document.id}#{section}" in cited]
        if sections:
            found.append({"id": document.id, "document": reader.text(document.title), "href": reader.href(f"sources/{document.id}/"), "sections": sections})
    return found


def applied(reader: Reader, terms: Iterable[str]) -> list[Link]:
    """Methods and tools, linked to where it stands who else works with them."""
    every = reader.handbook.terms
    return [
        Link(reader.text(every[id].name), reader.href(f"methods/#term-{id}")) if reader.handbook.is_applied(every[id]) else reader.link("terms", id)
        for id in terms
    ]


def first(reader: Reader, links: Sequence[Link], most: int | None, rest: str | None = None) -> list[Link]:
    """The first of many links, and how many more there are, with where these are found if anywhere; with no limit, all of them."""
    more = 0 if most is None else len(links) - most
    return [*links[:most], Link(reader.say("{n} more", n=more), rest)] if more > 0 else list(links)
