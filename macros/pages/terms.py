"""The glossary, and a page for each source document that tells what was taken from each of its sections."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from macros.model.record import Record
from macros.model.sources import TERM_KINDS, Term
from macros.views import parts, resources, retirement, sizes
from macros.views.alphabet import by_name, sort_key
from macros.views.explaining import showing_by_term
from macros.views.page import Section, View
from macros.views.reader import Link, Reader


def term_index(reader: Reader) -> View:
    """Every term by kind, in the order of the language's alphabet, each under its own address."""
    showing = showing_by_term(reader)
    used = sorted(reader.handbook.used("terms"), key=lambda one: sort_key(reader.text(one.name), reader.language, one.reading))
    groups: list[View] = [
        {
            "section": Section(kind, reader.word("term", kind), str(sum(1 for one in used if one.kind == kind))),
            "terms": [_term(reader, one, showing) for one in used if one.kind == kind],
        }
        for kind in TERM_KINDS
        if any(one.kind == kind for one in used)
    ]
    return {
        "essence": reader.say_n(
            "{n} term, method, tool or document in plain words, kept to one name in each language as far as possible.",
            "{n} terms, methods, tools and documents in plain words, each kept to one name in each language as far as possible.", len(used),
        ),
        "defined": defined(reader),
        "methods": Link(reader.say("Methods and tools, and who works with them"), reader.href("methods/")),
        "groups": groups,
        "gone": retirement.gone(reader, "terms"),
        "sections": {group["section"].id: group["section"] for group in groups},
    }


def defined(reader: Reader) -> str:
    """Whose words the meanings are, said once for all of them."""
    return reader.say("The meanings are our own words or sum up how the documents use a term. Where a document defines it, the source is named.")


def _term(reader: Reader, term: Term, showing: Mapping[str, Sequence[tuple[str, Record]]]) -> View:
    """A term and the pages that explain it; an everyday word is explained by none."""
    using = showing.get(term.id, ())
    kinds, most = dict.fromkeys(kind for kind, _ in using), sizes.most_users(showing)
    return {
        **parts.term(reader, term),
        "reasons": parts.reasons(reader, term, term.id),
        "note": parts.remark(reader, term),
        "resources": resources.links(reader, term.links),
        "uses": reader.say_n("Explained on {n} page", "Explained on {n} pages", len(using)),
        "used": [
            {"name": reader.word("kind-heading", kind), "links": parts.first(reader, reader.links(kind, ids), most, _searched(reader, term))}
            for kind in kinds
            if (ids := [record.id for record in _in_order(reader, kind, [record for of, record in using if of == kind])])
        ],
    }


def _in_order(reader: Reader, kind: str, found: Sequence[Record]) -> Sequence[Record]:
    """Where a term is used: what follows each other as it does, all else by name."""
    return found if kind in ("roles", "stages", "tracks", "layers") else by_name(found, reader.language)


def _searched(reader: Reader, term: Term) -> str:
    """Where the search tells of a term."""
    return reader.href(f"search/?q={quote(reader.text(term.name))}")
