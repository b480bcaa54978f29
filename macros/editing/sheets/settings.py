"""From changed cells that each stand for one value of a record to the edits that put those values into its file."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.editing.edits import Add, CannotEdit, Put, Remove
from macros.editing.kinds import record_of
from macros.editing.sheets.table import Asked, Column, Refused, Wanted
from macros.editing.sheets.wording import HALVES, RETIRED
from macros.editing.written import Value
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.unfilled import TO_FILL
from macros.model.called import id_called
from macros.words.languages import LANGUAGES
from macros.words.problems import Path


def home(loaded: Loaded, kind: str, id: str) -> tuple[str, Document, Path]:
    """Where a record stands: the file by its name in the folder, what was read from it, and the path inside."""
    document, prefix = loaded.homes[kind, id]
    return document.file.removeprefix(f"{loaded.handbook.folder}/"), document, prefix


def text_at(document: Document, path: Path) -> str:
    """The text at a path, or none; what waits to be filled in is none. A list of words has commas between."""
    value = document.at(path) if _stands(document, path) else ""
    if isinstance(value, list):
        return ", ".join(one for one in value if isinstance(one, str))
    return value if isinstance(value, str) and value != TO_FILL else ""


def value_of(column: Column, text: str) -> Value:
    """What stands in the file for the text of a cell."""
    if column.many:
        return [*listed(text)]
    if column.choices and text not in column.choices:
        raise Refused(column.key, *not_a_choice(text, column))
    return column.choices[text] if column.choices else text


def known_id(loaded: Loaded, kind: str, id: str, column: str) -> str:
    """The id of a record in use that a new row names. Raises Refused where it is none."""
    if id not in loaded.known[kind] and (known := id_called(loaded.handbook, kind, id)):
        raise Refused(column, f"“{id}”是名称，这里写编号：{known}", f"“{id}” is a name; write the id here: {known}")
    try:
        return record_of(loaded, kind, id).id
    except CannotEdit as refused:
        raise Refused(column, refused.zh, refused.en) from None


def listed(text: str) -> list[str]:
    """The words that stand in a cell with commas between."""
    return [one for one in re.split(r"\s*[、,，;；]\s*", text) if one]


def not_a_choice(text: str, column: Column) -> tuple[str, str]:
    """What to say of a text that is none of the choices, with the nearest, or with the first where none is near."""
    near = nearest(text, column.choices) or next(iter(column.choices), None)
    zh, en = (f"，例如“{near}”", f", such as “{near}”") if near else ("", "")
    return f"“{text}”不在可选值里；从单元格的下拉列表里选{zh}", f"“{text}” is not one of the choices; take one from the list of the cell{en}"


def meant(text: str, choices: Iterable[str]) -> str:
    """The choice of which a text is one language, where there is only one; else the text."""
    found = [one for one in choices if text and text in (one, *one.split(" · "))]
    return found[0] if len(found) == 1 else text


def nearest(text: str, choices: Iterable[str]) -> str | None:
    """The choice that a text is most like, as a whole or in one of its languages."""
    parts = {part: choice for choice in reversed(list(choices)) for part in (*choice.split("，"), *choice.split(" · "), choice)}
    near = difflib.get_close_matches(text, list(parts), 1, 0.5)
    return parts[near[0]] if near else None


def settings(loaded: Loaded, kind: str, id: str, inner: Path, columns: Mapping[str, Column], wanted: Wanted) -> Iterator[Asked]:
    """The edits that give cells of one row their new values; where a part of the record is not there yet, it is added as a whole."""
    file, document, prefix = home(loaded, kind, id)
    base = (*prefix, *inner)
    new: dict[Path, tuple[str, dict[str, Any]]] = {}  # what has to be added, by its place, with the column that first asks for it
    gone: set[Path] = set()
    for key, text in wanted.items():
        column = columns[key]
        assert column.path
        path = (*base, *column.path)
        if text == RETIRED:
            whole = path[:-1] if path[-1] in HALVES else path
            if not column.optional:
                raise Refused(key, "这一栏必须有内容，不能停用；写上内容", "This has to say something and cannot be retired; write it")
            if whole not in gone and _stands(document, whole):
                gone.add(whole)
                yield Asked(key, file, Remove(whole))
            continue
        value = value_of(column, text)
        top = _missing(document, path)
        if top is None:
            yield Asked(key, file, Put(path, value))
            continue
        _, parts = new.setdefault(top, (key, {}))
        for part in path[len(top):-1]:
            parts = parts.setdefault(str(part), {})
        parts[str(path[-1]) if len(path) > len(top) else ""] = value
    for top, (key, parts) in new.items():
        _ensure_both(key, parts)
        value = parts.get("", parts)
        yield Asked(key, file, Put(top, value) if _stands(document, top) else Add(top[:-1], str(top[-1]), value))


def _stands(document: Document, path: Path) -> bool:
    try:
        document.at(path)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _missing(document: Document, path: Path) -> Path | None:
    """The first part of a path that has to be made: it is not there, or a word stands where parts should; None where all is there."""
    for length in range(1, len(path) + 1):
        if not _stands(document, path[:length]):
            return path[:length]
        if length < len(path) and isinstance(document.at(path[:length]), str):
            return path[:length]
    return None


def _ensure_both(column: str, parts: Mapping[str, Any]) -> None:
    halves = [half for half in LANGUAGES if half in parts]
    if len(halves) == 1:
        lacking = next(half for half in LANGUAGES if half not in halves)
        zh, en = HALVES[lacking]
        field, dot, half = column.rpartition(".")
        raise Refused(f"{field}.{lacking}" if dot and half in HALVES else column, f"这里原来没有内容，中英文要一起写；还缺{zh}",
                      f"Nothing stood here, so both languages are needed; the {en} is missing")
    for inner in parts.values():
        if isinstance(inner, dict):
            _ensure_both(column, inner)
