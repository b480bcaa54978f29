"""Names of what stands in lists and is no record: groups, levels, units and source documents."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.editing.change import Wanted
from macros.editing.edits import CannotEdit, Edit, Put
from macros.editing.retiring import Step
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.homes import HOMES
from macros.words.problems import Path
from macros.words.texts import Text


@dataclass(frozen=True)
class Listed:
    """One entry of a list: where its name stands, and what it is called."""

    file: str  # by its name in the folder
    document: Document
    path: Path
    name: Text
    short: Text | None  # what sentences call a source document, where that is another


def listed(loaded: Loaded, keys: Sequence[str], id: str) -> Listed:
    """The entry that somebody means. Raises CannotEdit with the nearest id where there is none, and with the lists where several have it."""
    ids = {key: loaded.handbook.of_kind(key) for key in keys}
    found = [key for key in keys if id in ids[key]]
    if len(found) > 1:
        raise CannotEdit(f"“{id}”不止一处有；把类别写成{'或'.join(found)}", f"Several lists have “{id}”; as the kind write {' or '.join(found)}")
    if not found:
        near = difflib.get_close_matches(id, [one for key in keys for one in ids[key]], 1, 0.5)
        zh, en = (f"；最接近的是“{near[0]}”", f"; the nearest is “{near[0]}”") if near else ("", "")
        files = sorted({HOMES[key] for key in keys})
        raise CannotEdit(f"{'、'.join(files)}里没有编号“{id}”{zh}", f"There is no id “{id}” in {', '.join(files)}{en}")
    key = found[0]
    one, field = ids[key][id], "title" if key == "documents" else "name"
    name: Text = getattr(one, field)
    return Listed(HOMES[key], loaded.documents[HOMES[key]], (key, id, field), name, getattr(one, "short", None))


def naming(keys: Sequence[str], id: str, names: Mapping[str, str]) -> Step:
    """An entry of a list has another name; nothing is looked for by the old one."""

    def step(loaded: Loaded) -> Wanted:
        one = listed(loaded, keys, id)
        edits: list[Edit] = [Put((*one.path, language), name) for language, name in names.items() if name != getattr(one.name, language)]
        return Wanted({one.file: edits})

    return step


def still_quoting(loaded: Loaded, words: Mapping[str, str]) -> Iterator[str]:
    """Every sentence and comment that says an old name in quotation marks, as `file:line  sentence`: without them it is mostly an ordinary word.

    Titles and headings of source documents are not among them: they stand as the documents have them."""
    patterns = {language: re.compile(f"[“‘《\"]{re.escape(word)}[”’》\"]", re.I) for language, word in words.items()}
    for name, one in loaded.documents.items():
        if name == HOMES["documents"]:
            continue
        for path, language, text in one.sentences:
            if language in patterns and patterns[language].search(text):
                yield f"{one.file}:{one.values[path][0]}  {text}"
        for number, line in enumerate(one.lines, 1):
            if line.lstrip().startswith("#") and any(pattern.search(line) for pattern in patterns.values()):
                yield f"{one.file}:{number}  {line.strip()}"
