"""The one mark of a statement. What a document simply states has none; anything else a raised word that opens a note in place."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from macros.model.record import Audience, Basis, Note, SourceId
from macros.model.sources import numbered
from macros.views.page import View
from macros.views.reader import Reader
from macros.words.languages import Text

Kind = Literal["example", "inferred", "editorial", "internal", "note"]
Meaning = Literal["example", "inferred", "editorial", "touched-on", "internal", "note"]
SAYS_SO = {"zh": ("例如", "比如", "譬如"), "en": ("for example", "for instance")}  # a sentence with these words is its own mark of an example


def why(
    reader: Reader, basis: Basis, audience: Audience = "public", note: Note | Text | None = None, sources: Sequence[SourceId] = (), id: str = "",
) -> View | None:
    """The mark of a statement and what it opens: what kind of statement it is, the reason or a remark, and where it is from."""
    kinds = _kinds(basis, audience, note)
    if not kinds:
        return None
    meanings = [reader.word("meaning", _meaning(kind, sources)) for kind in kinds if kind != "note" and not (note and kind == basis)]
    between = "" if reader.language == "zh" else " "
    name = " · ".join(reader.word("basis", one) for one in (*kinds, *_own(note, basis)))
    return {
        "id": id,
        "mark": ("·" if reader.language == "zh" else " ").join(reader.word("mark", kind) for kind in kinds),
        "name": name[:1].upper() + name[1:],
        "said": between.join(([reader.text(note)] if note else []) + meanings),
        "cited": cited(reader, dict.fromkeys((*getattr(note, "sources", ()), *sources))),
        "means": not note,
    }


def _meaning(kind: Kind, sources: Sequence[SourceId]) -> Meaning:
    """What the editors add of their own is another thing where a document has the subject."""
    return "touched-on" if kind == "editorial" and sources else kind


def _kinds(basis: Basis, audience: Audience, note: Text | None) -> list[Kind]:
    found: list[Kind] = [] if basis == "stated" else [basis]
    if "internal" in (audience, getattr(note, "audience", "public")):
        found.append("internal")
    return found or (["note"] if note else [])


def _own(note: Note | Text | None, basis: Basis) -> list[Basis]:
    """What a remark itself rests on, where that is another thing than the statement does."""
    return [note.basis] if isinstance(note, Note) and note.basis not in ("stated", basis) else []


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


def says_so(reader: Reader, text: str) -> bool:
    """Whether a sentence itself says that it gives an example."""
    return any(word in text.lower() for word in SAYS_SO[reader.language])


def said_once(lines: Sequence[View]) -> View:
    """The lines of a list, and the mark that all of them have, for its heading: then none stands on a line."""
    first = lines[0]["why"] if len(lines) > 1 else None
    alike = first is not None and all(line["why"] == first for line in lines)
    return {"why": first, "lines": [{**line, "why": None} for line in lines]} if alike else {"why": None, "lines": list(lines)}
