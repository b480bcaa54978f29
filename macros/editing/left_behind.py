"""What is said of a record where it is used, and need not hold of what follows it: remarks and sources, which people have to look at."""
from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.editing.change import Change
from macros.editing.pointers import is_line_of_a_kpi, pointers
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, field_name

OF_THE_WHOLE = ("competencies", "owner")  # fields of a part whose remark and sources speak of the part and not of the record named there


@dataclass(frozen=True)
class Remark:
    """A part that names a record and speaks of it, by a remark or sources, or those of its record; `dropped` where these stay behind once another is named."""

    name: str  # of the file
    line: int
    field: str
    sources: tuple[str, ...]
    note: Mapping[str, str]
    dropped: bool


def remarks(loaded: Loaded, kind: str, id: str) -> Iterator[Remark]:
    """Every line by which a role is measured by the record, and every other part that names it and has a remark or sources of its own."""
    for pointer in pointers(loaded, kind, id, also_retired=False):
        if pointer.of not in loaded.homes or any(part in OF_THE_WHOLE for part in pointer.path[-2:]):
            continue
        document, prefix = loaded.homes[pointer.of]
        dropped = is_line_of_a_kpi(pointer)
        found = pointer.path[:-1] if dropped else _speaking(document, pointer.path, len(prefix))
        if found is None:
            continue
        part: Any = document.at(found)
        if dropped and part.get("basis") == "editorial" and not part.keys() & {"note", "sources"}:
            continue  # there is nothing to hand on
        line = document.problem(found, "", "").line
        yield Remark(document.file.removeprefix(f"{loaded.handbook.folder}/"), line, field_name(found), tuple(part.get("sources", ())),
                     part.get("note", {}), dropped)


def _speaking(document: Document, path: Path, least: int) -> Path | None:
    """The nearest part around a place that has a remark or sources; None where only the whole record has."""
    for length in range(len(path) - 1, least, -1):
        part = document.at(path[:length])
        if isinstance(part, dict) and part.keys() & {"note", "sources"}:
            return path[:length]
    return None


def to_look_at(before: Loaded, change: Change, kind: str, id: str, anew: bool) -> Iterator[str]:
    """Lists them for people, by file and line as they are after a change; `anew` where what follows is another thing, to which no remark was handed on."""
    found = list(remarks(before, kind, id))
    dropped = [one for one in found if anew and one.dropped]
    kept = [one for one in found if one not in dropped]
    if dropped:
        yield (f"有{len(dropped)}处依据的是文件对“{id}”的说法，没有带给接替的：附注和出处去掉，标成basis: editorial；"
               "看看目标还合不合适，文件也写了接替的，就补上出处：\n"
               f"Places that rest on what documents say of “{id}”, which was not handed on: remark and sources are gone, and the line is basis: editorial; "
               f"see whether the target still fits, and add sources where a document names what follows: {len(dropped)}")
        yield from (line for one in dropped for line in _shown(one, change))
    if kept:
        yield (f"有{len(kept)}处引的出处或写的附注说的是“{id}”，现在指向接替的；逐处看一看，对不上的改：\n"
               f"Places whose sources or remark speak of “{id}” and which now name what follows; look at each, and mend what does not hold: {len(kept)}")
        yield from (line for one in kept for line in _shown(one, change))


def _shown(one: Remark, change: Change) -> Iterator[str]:
    yield "  ".join(["", f"{change.folder}/{one.name}:{_line_now(change, one)}", one.field, ", ".join(one.sources)]).rstrip()
    yield from (f"    {one.note[language]}" for language in LANGUAGES if language in one.note)


def _line_now(change: Change, one: Remark) -> int:
    """Where a line of before stands after the change, or stood."""
    was, now = ((raw or b"").decode().splitlines() for raw in (change.before[one.name], change.after.get(one.name, change.before[one.name])))
    for _, first, last, new, end in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if first < one.line <= last:
            return min(new + one.line - first, max(end, new + 1))
    return one.line
