"""What is meant by a word that does not fit: a choice as pages call it, records by their names, and a list without its brackets."""
from __future__ import annotations

import datetime
import re
import typing
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from macros.loading.homes import HOMES
from macros.loading.in_full import Documents, InFull, named, records_as_written
from macros.model.called import section_called
from macros.model.record import ID, Concerns, Ref
from macros.model.references import model_in
from macros.words.problems import Path

ROUND_A_LIST = "[]【】［］「」（）() "
BETWEEN = re.compile(r"\s*[、，,;；]\s*")
SECTION = "sections"
DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?")


def choice(given: str, choices: Iterable[str]) -> InFull | None:
    """What to say of a choice that somebody gave in the words of the pages; None where that is none of them, or where several go by it."""
    from macros.words.catalog import values_called  # needed only where something is wrong

    found = values_called(given.strip("“”‘’「」 "), choices)
    return InFull(f"“{given}”在这里写成{found[0]}", f"Write “{given}” as {found[0]} here", found[0]) if len(found) == 1 else None


def a_list(annotation: object, key: str, given: str, duties: object, documents: Documents) -> InFull | None:
    """What to say of words where a list of words or ids is wanted; None where its items are no words."""
    item = next((typing.get_args(one)[0] for one in (annotation, *typing.get_args(annotation)) if typing.get_origin(one) is tuple), None)
    if item is None or model_in(item):
        return None
    kind = next((one.kind for one in getattr(item, "__metadata__", ()) if isinstance(one, Ref)), None)
    said = [one for one in BETWEEN.split(given.strip(ROUND_A_LIST)) if one]
    if not said:
        return None
    ids = [_group(one, duties) if key == "for" else _id(one, kind, documents) if kind else one for one in said]
    known = [one for one in ids if one]
    if len(known) < len(ids):
        zh, en = ("文件编号#章节", "document#section") if kind == SECTION else ("编号", "id")
        return InFull(f"这里要一个列表，外面用半角方括号，里面写编号：{key}: [{zh}]", f"A list of ids in square brackets is needed here: {key}: [{en}]")
    right = f"[{', '.join(known)}]"
    return InFull(f"这里要一个列表，外面用半角方括号：{key}: {right}", f"A list in square brackets is needed here: {key}: {right}", right)


def duty_group(given: str, duties: object) -> InFull | None:
    """What to say of a word that is no id where the duty groups of a role are wanted."""
    if found := _group(given, duties):
        return InFull(f"“{given}”是名称，这里写编号：{found}", f"“{given}” is a name; write the id here: {found}", found)
    groups = [str(one) for one in duties] if isinstance(duties, dict) else []
    said = f"这个岗位没有职责组“{given}”；已有：{'、'.join(groups)}", f"The role has no duty group “{given}”; it has: {', '.join(groups)}"
    return InFull(*said) if groups else None


def places(wanted: type[Concerns], key: str, given: object, documents: Documents) -> InFull:
    """What to say where records are named without their kind, as `about: baker` is."""
    said = [one for one in (given if isinstance(given, list) else [given]) if isinstance(one, str)]
    found: dict[str, list[str]] = {}
    for one in said:
        for kind in wanted.model_fields:
            if id := _id(one, kind, documents, known=True):
                found.setdefault(kind, []).append(id)
    whole = "{" + ", ".join(f"{kind}: [{', '.join(ids)}]" for kind, ids in found.items()) + "}"
    if found and sum(map(len, found.values())) == len(said):
        right = whole if isinstance(given, str) else None
        return InFull(f"这里先写是哪一类，再写编号：{key}: {whole}", f"Say what kind it is, then its id: {key}: {whole}", right)
    kinds = list(wanted.model_fields)
    return InFull(f"这里先写是哪一类，再写编号，例如{key}: {{roles: [编号]}}；可写的类别：{'、'.join(kinds)}",
                  f"Say what kind it is, then its id, such as {key}: {{roles: [id]}}; kinds: {', '.join(kinds)}")


def day(given: str) -> InFull | None:
    """What to say of a day that people write as 2026/12/1; None where it is none."""
    right = day_called(given)
    return InFull(f"日期写成{right}", f"Write the date as {right}", right) if right else None


def day_called(given: str) -> str | None:
    """A day as the files have it, of one in any of the ways in which people write it."""
    found = DAY.fullmatch(given.strip("“”\"' "))
    with suppress(ValueError):
        return datetime.date(*map(int, found.groups())).isoformat() if found else None
    return None


def duties_around(data: object, path: Path) -> object:
    """The duties of the role in whose file a requirement of a competency stands."""
    return data.get("duties") if isinstance(data, dict) and path[:1] == ("competencies",) else None


def _group(said: str, duties: object) -> str | None:
    groups = {str(id): one for id, one in duties.items() if isinstance(one, dict)} if isinstance(duties, dict) else {}
    return said if said in groups else _only(id for id, one in groups.items() if said in named(one))


def _id(said: str, kind: str, documents: Documents, known: bool = False) -> str | None:
    """The id of what is called so, or what is an id already; with `known` only one that stands in the files."""
    if kind == SECTION:
        return said if re.fullmatch(r"[a-z0-9-]+#[0-9.]+", said) else section_called(said, _documents(documents))
    records = dict(records_as_written(documents, kind))
    if said in records or (not known and re.fullmatch(ID, said)):
        return said
    return _only(id for id, one in records.items() if said.casefold() in map(str.casefold, named(one)))


def _documents(documents: Documents) -> Iterator[tuple[str, list[str], Iterable[str]]]:
    source = documents.get(HOMES["documents"])
    listed: Any = source.data.get("documents") if source and isinstance(source.data, dict) else None
    for id, one in listed.items() if isinstance(listed, dict) else ():
        if isinstance(one, dict) and isinstance(one.get("sections"), Mapping):
            titles = [one.get("title"), one.get("short")]
            yield str(id), [word for title in titles if isinstance(title, dict) for word in title.values() if isinstance(word, str)], one["sections"]


def _only(found: Iterable[str]) -> str | None:
    every = list(dict.fromkeys(found))
    return every[0] if len(every) == 1 else None
