"""Records that go out of use: one follows another, several become one, one becomes several."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from macros.checks.references import KIND_NAMES
from macros.editing.change import Wanted
from macros.editing.edits import Add, CannotEdit, Edit, Insert, Put, Remove, edited
from macros.editing.kinds import ensure_free, home_of, record_of
from macros.editing.pointers import led_on, pointers
from macros.editing.written import Value, named
from macros.loading.folder import Loaded
from macros.model.retirement import parts_of
from macros.words.languages import LANGUAGES

Step = Callable[[Loaded], Wanted]
Name = Mapping[str, str]  # by language
OWN = ("aliases", "short", "keywords", "reading", "gaps", "differs", "retired")  # what one of several that follow a record does not have from it


def retiring(kind: str, old: str, new: Sequence[str], went: Mapping[str, str], on: str, anew: bool) -> Step:
    """A record goes out of use, and what pointed at it points at what follows it, which is `anew` where it is not the same under another name or in parts.

    Raises CannotEdit where it is not said what becomes of its parts."""

    def step(loaded: Loaded) -> Wanted:
        record = record_of(loaded, kind, old)
        for one in new:
            record_of(loaded, kind, one)
        if old in new:
            raise CannotEdit(f"“{old}”不能由自己接替", f"“{old}” cannot follow itself")
        _ensure_parts(kind, list(parts_of(record)), new, went)
        edits = led_on(pointers(loaded, kind, old, also_retired=False), kind, old, new, went, loaded, anew)
        name, _ = home_of(loaded, kind, old)
        gone: dict[str, Value] = {"on": on, "replaced_by": new[0] if len(new) == 1 else list(new)}
        if went:
            gone["went"] = dict(went)
        edits.setdefault(name, []).append(Add(loaded.homes[kind, old][1], "retired", gone))
        return Wanted(edits)

    return step


def _ensure_parts(kind: str, parts: Sequence[str], new: Sequence[str], went: Mapping[str, str]) -> None:
    zh, en = KIND_NAMES[kind]
    for part, one in went.items():
        if part not in parts:
            raise CannotEdit(f"这条{zh}没有“{part}”这一部分；可写：{'、'.join(parts)}", f"This {en} has no part “{part}”; there are: {', '.join(parts)}")
        if one not in new:
            raise CannotEdit(f"“{part}”归了“{one}”，它却不接替这条{zh}；可写：{'、'.join(new)}",
                             f"“{part}” went to “{one}”, which does not follow this {en}; there are: {', '.join(new)}")
    unsaid = [part for part in parts if part not in went] if len(new) > 1 else []
    if unsaid:
        shown = " ".join(f"--went {part}=…" for part in unsaid)
        raise CannotEdit(f"由几条接替，要写明每一部分归了谁；还缺：{shown}", f"With several to follow, say which of them has each part; still missing: {shown}")


def taking_over(kind: str, old: str, new: str) -> Step:
    """Before one record is merged into another, that one takes over its name, to be found by, and what a role does and needs that the other lacks."""

    def step(loaded: Loaded) -> Wanted:
        record, _ = record_of(loaded, kind, old), record_of(loaded, kind, new)
        document, prefix = loaded.homes[kind, new]
        data: Any = document.at(prefix)
        edits = also_called({language: record.name[language] for language in LANGUAGES}, prefix, data, hasattr(record, "aliases"))
        if kind == "roles":
            theirs: Any = loaded.homes[kind, old][0].at(loaded.homes[kind, old][1])
            duties = {group: value for group, value in theirs["duties"].items() if group not in data["duties"]}
            has = {line["competency"] for line in data["competencies"]}
            edits += [Add((*prefix, "duties"), group, value) for group, value in duties.items()]
            for line in theirs["competencies"]:
                kept = [group for group in line["for"] if group in duties or group in data["duties"]]
                if line["competency"] not in has and kept:
                    edits.append(Insert((*prefix, "competencies"), {**line, "for": kept}))
        return Wanted({home_of(loaded, kind, new)[0]: edits})

    return step


def also_called(old: Name, prefix: tuple[str | int, ...], data: Mapping[str, Any], has_aliases: bool) -> list[Edit]:
    """Edits by which a record is also found by another name: among its aliases, or its keywords where its kind has none or only one language changes."""
    if has_aliases and len(old) > 1:
        alias: dict[str, Value] = {**old, "basis": "editorial"}
        if any(all(one.get(language) == name for language, name in old.items()) for one in data.get("aliases", ())):
            return []
        return [Insert((*prefix, "aliases"), alias) if "aliases" in data else Add(prefix, "aliases", [alias], "name")]
    if "keywords" not in data:
        return [Add(prefix, "keywords", {language: [name] for language, name in old.items()}, "name")]
    edits: list[Edit] = []
    for language, name in old.items():
        held = data["keywords"].get(language)
        if held is None:
            edits.append(Add((*prefix, "keywords"), language, [name]))
        elif name not in held:
            edits.append(Insert((*prefix, "keywords", language), name))
    return edits


def called_anew(old: Name, new: Name, prefix: tuple[str | int, ...], data: Mapping[str, Any], has_aliases: bool) -> list[Edit]:
    """Edits by which a record with a new name is found by its old one, unless only capitals or signs differ, and is not called by the new one besides.

    How the old Chinese name is read goes with it: of the new one it would be wrong, or hold by chance."""
    gone = {language: name for language, name in old.items() if bare(name) != bare(new[language])}
    edits = also_called(gone, prefix, data, has_aliases) if gone else []
    if LANGUAGES[0] in gone and "reading" in data:
        edits.append(Remove((*prefix, "reading")))
    aliases = data.get("aliases", ())
    same = [number for number, one in enumerate(aliases) if len(new) > 1 and not one.get("sources") and all(one.get(key) == name for key, name in new.items())]
    if same and len(same) == len(aliases) and not edits:
        return [Remove((*prefix, "aliases"))]
    return [*edits, *(Remove((*prefix, "aliases", number)) for number in reversed(same))]


def bare(name: str) -> str:
    """A name without what tells it from another spelling of it."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()


def splitting(kind: str, old: str, new: Mapping[str, Name], went: Mapping[str, str]) -> Step:
    """Several new records, each as the old one is, with its own name and of the duties or measures only those that went to it."""

    def step(loaded: Loaded) -> Wanted:
        record = record_of(loaded, kind, old)
        for id in new:
            ensure_free(loaded, kind, id)
        _ensure_parts(kind, list(parts_of(record)), list(new), went)
        document, prefix = loaded.homes[kind, old]
        name, alone = home_of(loaded, kind, old)
        if not alone:
            data: Any = document.at(prefix)
            common = {key: value for key, value in data.items() if key not in OWN}
            return Wanted({name: [Add((kind,), id, {**common, "name": {**data["name"], **called}}) for id, called in new.items()]})
        texts = {}
        for id, called in new.items():
            mine = [part for part, one in went.items() if one == id]
            if not mine and went:
                raise CannotEdit(f"“{id}”什么也没有接；至少归给它一部分", f"Nothing went to “{id}”; let it have a part at least")
            texts[f"{kind}/{id}.yml"] = edited(document.raw.decode(), _less(document.data, kind, called, mine), document.file)
        return Wanted({}, texts)

    return step


def _less(data: Any, kind: str, called: Name, mine: Sequence[str]) -> list[Edit]:
    """Edits that make a copy of a record into one of those that follow it."""
    edits: list[Edit] = [Put(("name",), {**data["name"], **called}), *(Remove((field,)) for field in OWN if field in data)]
    field = {"roles": "duties", "kpis": "measures"}.get(kind)
    if field:
        edits += [Remove((field, part)) for part in data[field] if part not in mine]
    if kind == "roles":
        for number in range(len(data["competencies"]) - 1, -1, -1):
            groups = data["competencies"][number]["for"]
            gone = [place for place, group in enumerate(groups) if group not in mine]
            if len(gone) == len(groups):
                edits.append(Remove(("competencies", number)))
            else:
                edits += [Remove(("competencies", number, "for", place)) for place in reversed(gone)]
    return edits


def lines_of(record: Mapping[str, Value], newline: str) -> str:
    """A record as the text of a file."""
    return "".join(f"{line}{newline}" for key, value in record.items() for line in named(key, value))
