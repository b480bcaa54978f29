"""Rules on what changed since the last commit: nothing that was online goes without a trace, and nothing new passes for what a document states."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace

from macros.loading.as_it_was import as_it_was, records_of
from macros.loading.folder import Loaded
from macros.loading.homes import DRAWN_FROM
from macros.loading.house_style import STYLE
from macros.loading.translations import LOCK
from macros.model.records import RECORD_KINDS
from macros.words.problems import GUIDE, RESTORE, Path, Problem
from macros.words.spelling import nearest

ITEMS = ("items", "can", "does")  # the lists of a group of duties or rules, a level, a step
ALIKE = 0.6  # two sentences with so much in common are one that was mended
RENAMED = 0.8  # two ids with so much in common are one that was written anew
PARTS = {"roles": ("duties",), "documents": ("sections",), "kpis": ("measures",), "practices": ("steps", "groups")}  # beside lists of parts with ids
STAYS = {"duties": ("职责组", "duty group"), "sections": ("章节", "section")}  # the parts that do not go, either
WITHOUT = {  # files that a handbook can do without, but does not lose unnoticed
    STYLE: (f"上次提交时有这个文件，现在没有了，本部门自己的用词和句长都不查了；误删的就{RESTORE[0]}，不再另作规定就只留一行off: []",
            "This file stood here at the last commit and is gone, and the department’s own words and lengths are no longer checked; "
            f"{RESTORE[1]} if it was deleted by mistake, or leave the one line off: [] where nothing of your own holds any more"),
    LOCK: (f"上次提交时有这个文件，现在没有了，改了一半不再提醒另一半；误删的就{RESTORE[0]}，要从头来就运行handbook confirm --all",
           "This file stood here at the last commit and is gone, and a change of one half no longer names the other; "
           f"{RESTORE[1]} if it was deleted by mistake, or begin anew with handbook confirm --all"),
}
KEEPS = ("编号和网址定了不改，改名只改name", "Ids and addresses stay; a new name goes into name")


def nothing_goes_without_a_trace(loaded: Loaded) -> Iterator[Problem]:
    """A record, a source document, a group of duties or a section that was there at the last commit still is."""
    told = {(kind, one.id): f"{one.kind}/{one.id}" for one in loaded.absent for kind in DRAWN_FROM.get(one.kind, (one.kind,))}
    for name, raw in loaded.last_commit.items():
        if raw is not None and name in WITHOUT and _is_gone(loaded, name):
            yield Problem(f"{loaded.handbook.folder}/{name}", 1, 1, "", *WITHOUT[name])
        if (document := loaded.documents.get(name)) and document.slips:  # what seems gone may only be read as something else
            continue
        records = [*records_of(name, raw)]
        if name not in loaded.documents and len(records) > 1 and all(_is_lost(loaded, kind, id) and (kind, id) not in told for kind, id, _ in records):
            yield _all_gone(loaded, name, len(records))
            continue
        for kind, id, was in records:
            if kind in loaded.unread:
                continue
            if id in loaded.known[kind]:
                yield from _parts_gone(loaded, kind, id, was)
                continue
            renamed, stays = _renamed(loaded, kind, id, name), _stays(kind)
            if renamed and (stays or (kind, id) in told):
                said = _gone(loaded, kind, id, name, renamed) if stays else loaded.documents[name].problem((kind, renamed), *_elsewhere(id, renamed), True)
                yield replace(said, cause=told.get((kind, id), ""))
            elif stays and (kind, id) not in told:
                yield _gone(loaded, kind, id, name)


def _is_gone(loaded: Loaded, name: str) -> bool:
    """Whether a file is not there any more, and not only one that cannot be read."""
    file = f"{loaded.handbook.folder}/{name}"
    return name not in loaded.documents and (name != LOCK or loaded.lock is None) and not any(problem.file == file for problem in loaded.problems)


def _stays(kind: str) -> bool:
    """Whether records of a kind are never deleted; a list of choices may lose what nothing uses."""
    return kind in RECORD_KINDS or kind == "documents"


def _is_lost(loaded: Loaded, kind: str, id: str) -> bool:
    return _stays(kind) and kind not in loaded.unread and id not in loaded.known[kind]


def _all_gone(loaded: Loaded, name: str, count: int) -> Problem:
    return Problem(f"{loaded.handbook.folder}/{name}", 1, 1, "",
                   f"上次提交时有这个文件，里面有{count}条记录，现在没有了；{RESTORE[0]}。记录不删，停用的写retired",
                   f"This file stood here at the last commit, with {count} records, and is gone; {RESTORE[1]}. "
                   "A record is not deleted: one out of use stays, with retired")


def _renamed(loaded: Loaded, kind: str, id: str, name: str) -> str | None:
    """The id in the same file that was likely written in place of one that is gone."""
    if name not in loaded.documents or "/" in name:
        return None
    before = loaded.last_commit[name] or b""
    return nearest(id, [one for one in loaded.known[kind] if not re.search(rf"^ *{re.escape(one)}:".encode(), before, re.M)], RENAMED)


def _elsewhere(was: str, now: str) -> tuple[str, str]:
    return (f"上次提交时这里是“{was}”，现在成了“{now}”，别处还写着“{was}”；照原样写回，或把别处也改了",
            f"“{was}” stood here at the last commit and is “{now}” now, while other places still say “{was}”; put it back, or change it there, too")


def _gone(loaded: Loaded, kind: str, id: str, name: str, renamed: str | None = None) -> Problem:
    file = f"{loaded.handbook.folder}/{name}"
    if kind == "documents":
        zh, en = "依据文件不删：照原样放回", "a source document is not deleted: put it back as it was"
    else:
        zh, en = "记录不删：照原样放回，停用就写retired: {on: 日期, replaced_by: 接替的编号}", \
            "a record is not deleted: put it back, and where it is out of use write retired: {on: the date, replaced_by: the id that has its place}"
    said = (f"上次提交时这里有“{id}”（{kind}），现在没有了。{zh}。{KEEPS[0]}", f"“{id}” ({kind}) stood here at the last commit and is gone; {en}. {KEEPS[1]}")
    document = loaded.documents.get(name)
    if not document or "/" in name:
        return Problem(file, 1, 1, "", *said)
    return document.problem((kind, renamed) if renamed else (kind,), *said, at_key=True)


def _parts_gone(loaded: Loaded, kind: str, id: str, was: object) -> Iterator[Problem]:
    document, prefix = loaded.homes[kind, id]
    now = document.at(prefix) if document.data is not None else None
    if not isinstance(now, dict) or not isinstance(was, dict) or "retired" in now:
        return
    for field in (*PARTS.get(kind, ()), *(field for field, value in was.items() if isinstance(value, list))):
        old, new = _parts(_under(was, field)), _parts(_under(now, field))
        for part in old if new else ():
            renamed = nearest(part, sorted(new.keys() - old.keys()), RENAMED) if part not in new else None
            if renamed:
                problem = document.problem((*prefix, field, *new[renamed]),
                                           f"上次提交时这里是“{part}”，现在成了“{renamed}”，链接会断。照原样写回；{KEEPS[0]}",
                                           f"“{part}” stood here at the last commit and is “{renamed}” now: links would break. Put it back; {KEEPS[1]}",
                                           at_key=True)
                yield replace(problem, cause=f"sections/{id}#{part}" if field == "sections" else f"{kind}/{id}#{part}")
            elif part not in new and field in STAYS:
                zh, en = STAYS[field]
                yield document.problem((*prefix, field), f"上次提交时这里有{zh}“{part}”，现在没有了，指向它的链接会断。照原样放回；{KEEPS[0]}",
                                       f"The {en} “{part}” stood here at the last commit and is gone, and links to it would break. Put it back; {KEEPS[1]}",
                                       at_key=True)


def _parts(value: object) -> dict[str, Path]:
    """The ids of the parts that a field holds, each with the path from the field to it."""
    if isinstance(value, list):
        return {one["id"]: (number, "id") for number, one in enumerate(value) if isinstance(one, dict) and isinstance(one.get("id"), str)}
    return {part: (part,) for part in value} if isinstance(value, dict) else {}


def what_is_new_says_where_it_stands(loaded: Loaded) -> Iterator[Problem]:
    """An item added to a list that goes by the sources of its group says whether they state it, too."""
    for name, raw in loaded.last_commit.items():
        document = loaded.documents.get(name)
        if document is None or document.data is None or raw is None:
            continue
        unseen = [(path, said) for path, said in _on_the_word_of_a_group(document.data) if said.encode() not in raw]
        old = as_it_was(name, raw) if unseen else None
        if old is None:
            continue
        known = {pair.get("zh") for _, pair in old.pairs()}
        for path, said in unseen:
            before, items = _at(old.data, path[:-1]), document.at(path[:-1])
            if not isinstance(before, list) or not isinstance(items, list) or len(items) <= len(before) or said in known:
                continue
            if not difflib.get_close_matches(said, [str(_under(one, "zh")) for one in before], 1, ALIKE):
                yield document.problem(
                    path,
                    "新加的一句，没有写出处，会当成这一组的文件里写明的。文件里有，加sources: [文件#章节]；是自己写的，加basis: editorial。"
                    f"{GUIDE[0]}",
                    "A new sentence without a source of its own passes for one that the sources of its group state. "
                    f"Where one does, add sources: [document#section]; where it is our own, add basis: editorial. {GUIDE[1]}",
                )


def _on_the_word_of_a_group(data: object) -> Iterator[tuple[Path, str]]:
    """Every item that goes by the sources of its group, with its Chinese."""
    for path, group in _groups(data, ()):
        for field in ITEMS:
            items = group.get(field)
            for number, item in enumerate(items if isinstance(items, list) else ()):
                said = _under(item, "zh")
                if isinstance(said, str) and not item.keys() & {"sources", "basis"}:
                    yield (*path, field, number), said


def _groups(value: object, path: Path) -> Iterator[tuple[Path, dict[str, object]]]:
    """Everything with sources and a list that goes by them."""
    if isinstance(value, dict):
        if value.get("sources") and any(field in value for field in ITEMS):
            yield path, value
        for key, inner in value.items():
            yield from _groups(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _groups(inner, (*path, number))


def _at(value: object, path: Path) -> object:
    for part in path:
        value = _under(value, part) if isinstance(part, str) else value[part] if isinstance(value, list) and part < len(value) else None
    return value


def _under(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None
