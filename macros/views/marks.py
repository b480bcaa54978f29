"""The one mark of a statement. What a document simply states has none; anything else a raised word that opens a note in place."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Literal

from macros.model.moves import Move
from macros.model.practices import Summary
from macros.model.reasons import Explaining
from macros.model.record import Audience, Basis, Note, SourceId
from macros.model.roles import Alias, Role
from macros.model.sources import numbered
from macros.model.tracks import Rung, Track
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.words.texts import Text

Kind = Literal["example", "inferred", "editorial", "internal", "note"]
Meaning = Literal["example", "within", "inferred", "editorial", "touched-on", "summary", "law", "internal", "note"]
# A sentence that opens with these words is as a whole its own mark of an example; one that only has them gives an example of something.
SAYS_SO = {"zh": ("例如", "比如", "譬如"), "en": ("for example", "for instance")}
LAW = {"zh": re.compile("《[^》]*法》"), "en": re.compile(r"\b[A-Z][\w-]* Law\b")}  # what the editors say of a statute is a rule, if no document’s


def why(
    reader: Reader, basis: Basis, audience: Audience | None = "public", note: Note | Text | None = None, sources: Sequence[SourceId] = (), id: str = "",
    of: Text | None = None,
) -> View | None:
    """The mark of a statement and what it opens: what kind of statement it is, the reason or a remark, and where it is from; `of` is the statement."""
    kinds = _kinds(basis, audience, note)
    if not kinds:
        return None
    meanings = [] if reader.public else [
        reader.word("meaning", _meaning(reader, kind, sources, of)) for kind in kinds if kind != "note" and not (note and kind == basis)
    ]
    between = "" if reader.language == "zh" else " "
    name = " · ".join(reader.word("basis", one) for one in (*kinds, *_own(note, basis, kinds)))
    return {
        "id": id,
        "mark": ("·" if reader.language == "zh" else " ").join(reader.word("mark", kind) for kind in kinds),
        "name": name[:1].upper() + name[1:],
        "said": between.join(([reader.text(note)] if note else []) + meanings),
        "cited": cited(reader, dict.fromkeys((*getattr(note, "sources", ()), *sources))),
        "means": not note,
    }


def _meaning(reader: Reader, kind: Kind, sources: Sequence[SourceId], of: Text | None) -> Meaning:
    """What the editors add is another thing where a document has the subject, where a law has it, and where they sum up what documents say;
    and of a sentence that gives an example of something, the example alone is one."""
    text = reader.text(of) if of else ""
    if kind == "example" and any(word in text.lower() for word in SAYS_SO[reader.language]):
        return "within"
    if kind != "editorial":
        return kind
    if isinstance(of, Summary):
        return "summary"
    if LAW[reader.language].search(text):
        return "law"
    return "touched-on" if sources else kind


def _kinds(basis: Basis, audience: Audience | None, note: Text | None) -> list[Kind]:
    found: list[Kind] = [] if basis == "stated" else [basis]
    if "internal" in (audience, getattr(note, "audience", "public")):
        found.append("internal")
    return found or (["note"] if note else [])


def _own(note: Note | Text | None, basis: Basis, kinds: Sequence[Kind]) -> list[Basis | Kind]:
    """What a remark itself rests on, where that is another thing than the statement does. Beside the mark of the statement it is then named as the
    remark that it is, or the statement would seem to rest on that; and so beside an example, where nothing needs a reason."""
    own: list[Basis | Kind] = [note.basis] if isinstance(note, Note) and note.basis not in ("stated", basis) else []
    return ["note", *own] if note and "note" not in kinds and (own or basis == "example") else own


def cited(reader: Reader, sources: Iterable[SourceId]) -> str:
    """Where something is from: each document once, with its sections; empty where nothing is cited."""
    found: dict[str, list[str]] = {}
    for id in sources:
        document, _, section = id.partition("#")
        found.setdefault(document, []).extend(filter(None, [numbered(section)]))
    shown = [
        reader.say("{document} {sections}", document=reader.text(reader.handbook.documents[id].called), sections=reader.say(", ").join(sections)).rstrip()
        for id, sections in found.items()
    ]
    return reader.say("Source: {documents}", documents=reader.say("; ").join(shown)) if shown else ""


def of_field(reader: Reader, record: Explaining[Any], field: str) -> View | None:
    """The mark of a plain field whose value is explained, where it stands on another page than the record’s."""
    found = record.basis_of.get(field)
    return why(reader, found.basis, note=found.why, sources=found.sources) if found else None


def named_too(reader: Reader, name: Text, aliases: Sequence[Alias]) -> list[Link]:
    """What else something is called in this language, each with the mark of that name."""
    found = {reader.text(alias): why(reader, alias.basis, note=alias.note, sources=alias.sources) for alias in reversed(aliases)}
    return [Link(other, why=found[other]) for other in reader.other_names(name, aliases)]


def of_levels(reader: Reader, role: Role) -> View | None:
    """The mark of the levels that a role asks for, with the reason."""
    found = role.competencies_basis
    return why(reader, found.basis, note=found.why, sources=found.sources)


def of_all_levels(reader: Reader, roles: Sequence[Role]) -> View:
    """What the levels that roles ask for rest on: one mark for the heading where it is one thing for all of them, else the roles whose
    levels no document states (`judged`), each with its own. The reason of a role speaks of all it asks for, so its own page tells it."""
    bases = {role.competencies_basis.basis for role in roles}
    if len(bases) > 1:
        own = [(role, of_levels(reader, role)) for role in roles]
        return {"why": None, "judged": [replace(reader.link("roles", role.id), why=mark) for role, mark in own if mark]}
    whole = why(reader, bases.pop()) if bases else None
    between = "" if reader.language == "zh" else " "
    told = reader.say_n("The role’s page says why.", "The page of each role says why.", len(roles))
    return {"why": whole and {**whole, "said": whole["said"] + between + told}, "judged": []}


def says_so(reader: Reader, text: str) -> bool:
    """Whether a sentence opens by saying that all of it is an example."""
    return text.lower().startswith(SAYS_SO[reader.language])


def of_move(move: Move) -> list[Basis]:
    """What a move rests on, from one end to the other."""
    return [move.basis, *(reason.basis for end in ("from", "to") if (reason := move.basis_of.get(end)))]


def of_step(track: Track, *rungs: Rung) -> list[Basis]:
    """What a step of a track rests on."""
    return [track.basis, *(rung.basis for rung in rungs)]


def in_words(reader: Reader, link: Link, bases: Iterable[Basis]) -> Link:
    """A link with what it rests on in words, where it stands in a line that no mark can open in."""
    words = [reader.word("basis", one) for one in dict.fromkeys(bases) if one != "stated"]
    return replace(link, mark=" · ".join([*filter(None, [link.mark]), *words])) if words else link


def said_once(lines: Sequence[View]) -> View:
    """The lines of a list, and the mark that all of them have, for its heading: then none stands on a line."""
    first = lines[0]["why"] if len(lines) > 1 else None
    alike = first is not None and all(line["why"] == first for line in lines)
    return {"why": first, "lines": [{**line, "why": None} for line in lines]} if alike else {"why": None, "lines": list(lines)}
