"""Methods and tools: what each is, which roles and competencies work with it, which practices hand it in."""
from __future__ import annotations

from collections.abc import Sequence

from macros.model.record import Record
from macros.model.sources import TERM_KINDS, Term
from macros.pages.terms import defined
from macros.views import filters, parts, sizes
from macros.views.alphabet import by_name, sort_key
from macros.views.page import Section, View
from macros.views.reader import Link, Reader

# What people work with comes first; then what else is worked with or handed in.
ORDER = ("method", "tool", *(kind for kind in TERM_KINDS if kind not in ("method", "tool")))


def method_index(reader: Reader) -> View:
    """Every method and tool by kind, and whatever else a role or competency works with or a practice hands in."""
    handbook = reader.handbook
    applied = [one for one in handbook.used("terms") if handbook.is_applied(one)]
    applied.sort(key=lambda one: sort_key(reader.text(one.name), reader.language, one.reading))
    entries = {one.id: _entry(reader, one) for one in applied}
    groups: list[View] = [
        {
            "section": Section(kind, reader.word("term", kind), str(sum(1 for one in applied if one.kind == kind))),
            "entries": [entries[one.id] for one in applied if one.kind == kind],
        }
        for kind in ORDER
        if any(one.kind == kind for one in applied)
    ]
    return {
        "essence": reader.say_n(
            "{n} method, tool, measure or document: what it is, who works with it and, for a document that a policy asks for, which policy; "
            "other measures and documents are in the glossary.",
            "{n} methods, tools, measures and documents: what each is, who works with it and, for a document that a policy asks for, which policy; "
            "other measures and documents are in the glossary.",
            len(applied),
        ),
        "filters": _filters(reader, list(entries.values())),
        "defined": defined(reader),
        "terms": Link(reader.say("All terms"), reader.href("terms/")),
        "groups": groups,
        "sections": {group["section"].id: group["section"] for group in groups},
    }


def _filters(reader: Reader, entries: list[View]) -> View:
    return filters.form(
        reader,
        [
            filters.choices("kind", reader.say("Kind"), [(kind, reader.word("term", kind)) for kind in ORDER]),
            filters.roles(reader, without=reader.say("The page of this role lists no methods and tools.")),
        ],
        entries,
        note=reader.say("All filters apply to the same entry. A role has the entries that its page lists as methods and tools."),
        shown=reader.say_n("{n} entry in all", "{n} entries in all", len(entries)),
        some=reader.say("{n} of {all} entries", n="{n}", all=len(entries)),
        none=reader.say("No method or tool matches these filters."),
    )


def _users(reader: Reader, kind: str, users: Sequence[tuple[str, Record]]) -> list[Record]:
    """Roles from the lowest stage up, all else by name."""
    found = [record for of, record in users if of == kind]
    return found if kind == "roles" else by_name(found, reader.language)


def _entry(reader: Reader, found: Term) -> View:
    users = reader.handbook.users_of_terms.get(found.id, ())
    most = sizes.most_users(reader.handbook.users_of_terms)
    by_kind = {
        kind: parts.first(reader, reader.links(kind, [one.id for one in _users(reader, kind, users)]), most)
        for kind in ("roles", "competencies", "practices")
    }
    return {
        **parts.term(reader, found),
        "id": f"term-{found.id}",
        "users": [
            {"name": name, "links": by_kind[kind]}
            for kind, name in (("roles", reader.say("Roles")), ("competencies", reader.say("Competencies")), ("practices", reader.say("Part of")))
            if by_kind[kind]
        ],
        "facts": filters.facts({"kind": [found.kind]}, [{"role": [record.id]} for of, record in users if of == "roles"]),
    }
