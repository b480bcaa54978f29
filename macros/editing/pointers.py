"""Every place that points at a record, and the edits that make it point at others."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.editing.edits import Add, CannotEdit, Edit, Insert, Put, Remove, Rename
from macros.loading.absent import successors
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT
from macros.model.references import references
from macros.words.problems import Path


@dataclass(frozen=True)
class Pointer:
    """A place in a file whose value, or key, is the id of a record. `of` is who says so: kind and id, or the handbook itself."""

    document: Document
    path: Path
    of: tuple[str, str]

    @property
    def where(self) -> str:
        """File and line."""
        found = self.document.problem(self.path, "", "")
        return f"{found.file}:{found.line}"


def pointers(loaded: Loaded, kind: str, id: str, also_retired: bool) -> Iterator[Pointer]:
    """Every place that points at a record; in retired ones only what they are replaced by, unless all that they say is asked for."""
    if loaded.handbook.about:
        about = loaded.documents[ABOUT]
        yield from (Pointer(about, path, (ABOUT, "")) for path, target, one in references(loaded.handbook.about) if (target, one) == (kind, id))
    for of, record in loaded.handbook.records():
        document, prefix = loaded.homes[of, record.id]
        if record.retired and of == kind:
            named = [path for path, one in successors(record.retired, document, prefix) if one == id]
            named += [("retired", "went", part) for part, one in record.retired.went.items() if one == id]
            yield from (Pointer(document, (*prefix, *path), (of, record.id)) for path in named)
        if not record.retired or also_retired:
            for path, target, one in references(record):
                if (target, one) == (kind, id) and stands(document.data, (*prefix, *path)):
                    yield Pointer(document, (*prefix, *path), (of, record.id))


def stands(data: Any, path: Path) -> bool:
    """Whether something stands at a path; what comes from the defaults does not."""
    for part in path:
        if not (part in data if isinstance(data, dict) else isinstance(data, list) and part in range(len(data))):
            return False
        data = data[part]
    return True


def is_line_of_a_kpi(pointer: Pointer) -> bool:
    """Whether a place names the KPI of a line by which a role is measured, whose remark and sources speak of that KPI and of nothing else."""
    return pointer.of[0] == "roles" and len(pointer.path) > 2 and (pointer.path[-3], pointer.path[-1]) == ("kpis", "kpi")


def led_on(
    found: Iterator[Pointer], kind: str, old: str, new: Sequence[str], went: Mapping[str, str], loaded: Loaded, anew: bool = False,
) -> dict[str, list[Edit]]:
    """Edits by file that make all these places point at `new` instead; where only one of them can stand, at the one that has this part, or the first.

    `anew` where these are other things, of which what was said of the old one does not hold. Raises CannotEdit where a record would come to point at itself."""
    by_file: dict[str, list[Pointer]] = {}
    for pointer in found:
        by_file.setdefault(pointer.document.file.removeprefix(f"{loaded.handbook.folder}/"), []).append(pointer)
    edits: dict[str, list[Edit]] = {}
    for name, all_of_it in by_file.items():
        document = all_of_it[0].document
        places = {**document.values, **document.keys}
        later_first = sorted(all_of_it, key=lambda one: places[one.path], reverse=True)  # so that an item that goes moves none that is still to come
        edits[name] = [edit for pointer in later_first for edit in _led_on(pointer, kind, old, new, went, list(loaded.handbook.levels), anew)]
    return edits


def _unsaid(pointer: Pointer) -> Iterator[Edit]:
    """Takes from a line what documents say of the KPI that it named: that another stands there, they do not say."""
    line: Any = pointer.document.at(pointer.path[:-1])
    yield from (Remove((*pointer.path[:-1], field)) for field in ("note", "sources") if field in line)
    if "basis" in line:
        yield Put((*pointer.path[:-1], "basis"), "editorial")
    else:
        yield Add(pointer.path[:-1], "basis", "editorial")


def _led_on(
    pointer: Pointer, kind: str, old: str, new: Sequence[str], went: Mapping[str, str], levels: Sequence[str], anew: bool,
) -> list[Edit]:
    path, own = pointer.path, pointer.of[0] == kind
    around: Any = pointer.document.at(path[:-1])
    items: Any = pointer.document.at(path[:-2]) if len(path) > 1 else None
    if path[-1] == old and isinstance(around, dict):
        return [Rename(path, new[0])] if new[0] not in around else [Remove(path)]
    if isinstance(around, list):
        beside = {*around, *((pointer.of[1],) if own else ())}
        coming = [one for one in new if one not in beside]
        number = int(path[-1])
        if not coming:
            return [Remove(_all_that_stood_on(path, pointer.document))]
        return [Put(path, coming[0]), *(Insert(path[:-1], one, number + 1) for one in reversed(coming[1:]))]
    chosen = next((went[part] for key in ("level", "measure") if (part := around.get(key)) in went), new[0])
    field = str(path[-1])
    if isinstance(items, list) and (same := next((number for number, one in enumerate(items) if _same(one, around, field, chosen)), None)) is not None:
        return [*(_joined((*path[:-2], same), items[same], around, levels) if field == "competency" else ()), Remove(path[:-1])]
    if own and chosen == pointer.of[1]:
        raise CannotEdit(f"{pointer.where}会指向自己（{field}）；先改好这一行，再来一次",
                         f"{pointer.where} would point at itself ({field}); change this line first, then try again")
    more = [one for one in new if one != chosen] if isinstance(items, list) and set(around) == {field} else []
    unsaid = _unsaid(pointer) if anew and is_line_of_a_kpi(pointer) else ()
    return [Put(path, chosen), *(Insert(path[:-2], {field: one}, int(path[-2]) + 1) for one in reversed(more) if {field: one} not in items), *unsaid]


def _all_that_stood_on(path: Path, document: Document) -> Path:
    """The item of a list, or the line about partners of a role who would be nobody without it."""
    line: Any = document.at(path[:-2])
    alone = path[-4:-3] == ("works_with",) and len(line["roles"]) == 1 and not line.keys() & {"posts", "teams", "outside"}
    return path[:-2] if alone else path


def _joined(path: Path, one: Mapping[str, Any], gone: Mapping[str, Any], levels: Sequence[str]) -> Iterator[Edit]:
    """What one line asks of a competency, together with one that goes: the higher level, the greater need, and the duties of both."""
    if {one["level"], gone["level"]} <= set(levels) and levels.index(gone["level"]) > levels.index(one["level"]):
        yield Put((*path, "level"), gone["level"])
    if gone["need"] == "essential" != one["need"]:
        yield Put((*path, "need"), gone["need"])
    if more := [duty for duty in gone["for"] if duty not in one["for"]]:
        yield Put((*path, "for"), [*one["for"], *more])


def _same(one: object, around: Mapping[str, object], field: str, chosen: str) -> bool:
    """Whether an item of a list says of the successor what another says of the record: a party, a competency that is asked for, or a KPI without a target."""
    if not isinstance(one, dict) or one.get(field) != chosen:
        return False
    return field == "competency" or one == {**around, field: chosen} or field == "kpi" and _adds_nothing(around, one)


def _adds_nothing(line: Mapping[str, object], beside: Mapping[str, object]) -> bool:
    """Whether a line by which a role is measured says no more than that the KPI counts, which another line says."""
    alike = all(line.get(field) == beside.get(field) for field in ("measure", "scope"))
    return alike and line.get("target") == "not-stated" and beside.get("serves") in (None, line.get("serves"))
