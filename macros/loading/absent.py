"""What the records point at and the files do not hold: the one cause of much that would otherwise be said of others."""
from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain

from pydantic import BaseModel

from macros.loading.document import Document
from macros.loading.homes import DRAWN_FROM, FILES, FOLDERS, HOMES, files_missing
from macros.model.record import Retired
from macros.model.references import references, references_as_written
from macros.model.vocabularies import CHOICES
from macros.words.problems import RESTORE, Path, Problem, anything_in, field_name


@dataclass(frozen=True)
class Absent:
    """An id that nothing in the files has, and every place that points at it."""

    kind: str
    id: str
    places: tuple[tuple[Document, Path], ...]

    def problem(self, zh: str, en: str) -> Problem:
        """A problem at the first of the places, which names the others."""
        first, *others = sorted(document.problem(path, zh, en, at_key=path[-1] == self.id) for document, path in self.places)
        if not others:
            return first
        shown = [f"{one.file}:{one.line}" for one in others[:3]]
        more = len(others) - len(shown)
        more_zh, more_en = (f"等{len(others)}处", f" and {more} more") if more else ("", "")
        return Problem(first.file, first.line, first.column, first.field, f"{zh}。这个编号还出现在{'、'.join(shown)}{more_zh}",
                       f"{en}. It also stands at {', '.join(shown)}{more_en}")


Held = tuple[str, BaseModel, Document, Path]  # a record, or the handbook as a publication, with its kind and where it stands
Misfit = tuple[type[BaseModel], Document, Path]  # the model that something written does not fit, and where it stands
Pointing = tuple[Document, Path, str, str]  # where an id stands, the kind it points at, and the id
POINTER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(#[0-9]+(\.[0-9]+)*)?")  # an id, or a section of a document
Homes = Mapping[tuple[str, str], tuple[Document, Path]]  # where each record stands, by kind and id
Known = Mapping[str, Set[str]]


def known_ids(homes: Homes) -> Known:
    """Every id that stands in the files, by kind and in their order, whether or not its record fits; every section, as `document#section`; every choice."""
    known: dict[str, dict[str, None]] = {kind: {} for kind in (*FOLDERS, *HOMES)}
    for (kind, id), home in homes.items():
        known[kind][id] = None
        if kind == "documents":
            known["sections"].update((f"{id}#{section}", None) for section in _sections(*home) or {})
    for pointed, choice in CHOICES.items():
        known[pointed] = dict.fromkeys([*(id for kind in choice.lists for id in known[kind]), *choice.words])
    return {kind: ids.keys() for kind, ids in known.items()}


def _sections(document: Document, path: Path) -> Mapping[str, object] | None:
    data = document.at(path)
    sections = data.get("sections") if isinstance(data, dict) else None
    return sections if isinstance(sections, dict) else None


def unread_kinds(documents: Mapping[str, Document], homes: Homes) -> Set[str]:
    """The kinds of which nobody can tell what stands in the file: it cannot be read, or the key is misspelt or holds no records."""
    unread = {kind for name in FILES if name in documents for kind in _unread(documents[name].data, FILES[name])}
    unread |= {pointed for pointed, held_in in DRAWN_FROM.items() if unread & set(held_in)}
    lists = [_sections(*home) for (kind, _), home in homes.items() if kind == "documents"]
    return unread | {"sections"} if None in lists else unread


def _unread(data: object, kinds: Collection[str]) -> Iterator[str]:
    if not isinstance(data, dict):
        yield from kinds
        return
    misspelt = any(key not in kinds for key in data)
    yield from (kind for kind in kinds if (misspelt if kind not in data else not isinstance(data[kind], dict)))


def absent(
    held: Collection[Held], written: Iterable[Pointing], known: Known, unread: Set[str], documents: Mapping[str, Document],
) -> tuple[frozenset[str], list[Absent]]:
    """The kinds nobody can tell of, with those whose file is pointed into and is not there; and every id that is pointed at and not known.

    Sections of a document that is not there have one cause and count as one."""
    found: dict[tuple[str, str], list[tuple[Document, Path, str]]] = {}
    for document, path, kind, id in chain(_pointing(held), written):
        if kind not in unread and id not in known[kind]:
            found.setdefault((kind, _cause(kind, id, known)), []).append((document, path, id))
    every = [Absent(kind, places[0][2], tuple((document, path) for document, path, _ in places)) for (kind, _), places in found.items()]
    missing = set(files_missing((one.kind for one in every), documents).values())
    return frozenset(unread | {kind for kind, file in HOMES.items() if file in missing} | _missing_folders(every, known)), every


def _missing_folders(found: Collection[Absent], known: Known) -> set[str]:
    """The folders that hold nothing, though more than one of their records is pointed at: one alone is a record that is not there."""
    return {kind for kind in FOLDERS if not known[kind] and sum(one.kind == kind for one in found) > 1}


def missing_files(found: Collection[Absent], known: Known, documents: Mapping[str, Document], folder: str) -> Iterator[Problem]:
    """Each file and folder that is not there although something points into it, once."""
    needed: dict[str, list[Problem]] = {}
    missing = files_missing((one.kind for one in found), documents)
    for one in found:
        if one.kind in missing:
            needed.setdefault(missing[one.kind], []).extend(document.problem(path, "", "") for document, path in one.places)
    for kind in _missing_folders(found, known):
        places = [document.problem(path, "", "") for one in found if one.kind == kind for document, path in one.places]
        first = f"{min(places).file}:{min(places).line}"
        yield Problem(f"{folder}/{kind}", 1, 1, "",
                      f"这个文件夹里没有记录，却有{len(places)}处用到，第一处在{first}；误删的就{RESTORE[0]}，不然删掉用到它们的地方",
                      f"There are no records in this folder, yet {len(places)} places point at some, the first at {first}; "
                      f"{RESTORE[1]} if they were deleted by mistake, or else take out what points at them",
                      ).following(anything_in(f"{folder}/{kind}"))  # that it is a link, say
    for name, places in needed.items():
        first = f"{min(places).file}:{min(places).line}"
        yield Problem(
            f"{folder}/{name}", 1, 1, "",
            f"缺少这个文件，有{len(places)}处用到它，第一处在{first}；误删的就{RESTORE[0]}，新做的手册从samples里复制一份",
            f"This file is missing and needed in {len(places)} place{'s' * (len(places) > 1)}, the first at {first}; "
            f"{RESTORE[1]} if it was deleted by mistake, or copy it from samples/ for a new handbook",
        )


def _pointing(held: Collection[Held]) -> Iterator[Pointing]:
    for of, record, document, prefix in held:
        if gone := getattr(record, "retired", None):
            yield from ((document, (*prefix, *path), of, id) for path, id in successors(gone, document, prefix))
        for path, kind, id in references(record):
            if path == ("owner",) and not document.has((*prefix, *path)):
                continue  # comes from the defaults, where it is looked at
            yield document, (*prefix, *path), kind, id


def pointing_as_written(misfits: Iterable[Misfit], problems: Iterable[Problem]) -> Iterator[Pointing]:
    """What records point at of which something does not fit, but for what stands in a place that does not: of that it is said."""
    told = {(one.file, one.field) for one in problems}
    for model, document, prefix in misfits:
        for inner, kind, id in references_as_written(model, document.at(prefix)):
            path = (*prefix, *inner)
            if POINTER.fullmatch(id) and not any((document.file, field_name(path[:end])) in told for end in range(len(prefix) + 1, len(path) + 1)):
                yield document, path, kind, id


def successors(gone: Retired, document: Document, prefix: Path) -> Iterator[tuple[Path, str]]:
    """Every id that a retired record names for its successor, with its path: one may stand without the brackets of a list."""
    listed = isinstance(document.at((*prefix, "retired", "replaced_by")), list)
    for number, id in enumerate(gone.replaced_by):
        yield ("retired", "replaced_by", number) if listed else ("retired", "replaced_by"), id


def _cause(kind: str, id: str, known: Known) -> str:
    document = id.partition("#")[0]
    return document if kind == "sections" and document not in known["documents"] else id
