"""One file of the handbook as read: what it says, and where each of its values stands."""
from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from macros.loading.characters import decoded
from macros.loading.kept import stamp
from macros.loading.slips.finding import Found, left_empty, mended
from macros.loading.slips.finding import slips as found_slips
from macros.loading.yaml_reader import Place, Reader
from macros.words.languages import LANGUAGES
from macros.words.problems import MOST_OF_A_FILE, Path, Problem, Problems, field_name, first_of_a_file

CONFLICT = "conflict"  # how the names of slips begin that Git left
FORMS = {"keywords", "allow", "avoid", "exempt", "longest"}  # words and limits by language, not sentences


@dataclass
class Document:
    """One file as read: `data` holds dicts, lists and strings; `values` and `keys` tell where each path stands.

    Where slips could be mended in one way only, the data are those of the text with them mended: `right`.
    Places take twice the room of the data and are asked for only where something is wrong; then the file is read again."""

    file: str
    data: object = None
    raw: bytes = b""
    slips: tuple[Problem, ...] = ()
    right: str | None = None
    left_empty: frozenset[int] = frozenset()  # the lines of `right` that are to go, since the one above has taken in what they said

    @cached_property
    def stamp(self) -> str:
        """Tells what stands in which file."""
        return stamp(os.fsencode(self.file), self.raw)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, also of one that cannot be read."""
        return self.raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")

    @property
    def values(self) -> Mapping[Path, Place]:
        """Where the value at a path begins."""
        return _places(self.right or self.raw)[0] if self.data is not None else {}

    @property
    def keys(self) -> Mapping[Path, Place]:
        """Where the key of a path begins."""
        return _places(self.right or self.raw)[1] if self.data is not None else {}

    def at(self, path: Path) -> object:
        """What stands at a path."""
        value: Any = self.data
        for part in path:
            value = value[part]
        return value

    def has(self, path: Path) -> bool:
        """Whether anything stands at a path of keys."""
        value: Any = self.data
        for part in path:
            if not isinstance(value, dict) or part not in value:
                return False
            value = value[part]
        return True

    def line_with(self, path: Path, value: str) -> str | None:
        """The line on which a word stands, with another value in its place; None where the file has slips, which are mended first."""
        if self.right is not None or path not in self.values:
            return None
        number, column = self.values[path]
        line, word = self.lines[number - 1], str(self.at(path))
        before, rest = line[:column - 1], line[column - 1:]
        said = next((one for one in (word, f'"{word}"', f"'{word}'") if rest.startswith(one)), None)
        return before + value + rest[len(said):] if said and re.match(r"\s*([,\]}#]|$)", rest[len(said):]) else None

    def pairs(self, within: Path = ()) -> list[tuple[Path, dict[str, str]]]:
        """Every place in the file, or in a part of it, that has texts, with what it says in each language."""
        found: list[tuple[Path, dict[str, str]]] = []
        _pairs(self.at(within), within, found)
        return found

    @cached_property
    def sentences(self) -> tuple[tuple[Path, str, str], ...]:
        """Every text of the file as (path, language, text)."""
        return tuple(((*path, language), language, text) for path, pair in self.pairs() for language, text in pair.items())

    def problem(self, path: Path, zh: str, en: str, at_key: bool = False) -> Problem:
        """A problem at a path, or at its nearest parent that stands in the file."""
        place = self.keys.get(path) if at_key else None
        known = path
        while place is None:
            place = self.values.get(known) or (self.keys.get(known) if known else None) or (None if known else (1, 1))
            known = known[:-1]
        return Problem(self.file, *place, field_name(path), zh, en)


def _pairs(value: object, path: Path, found: list[tuple[Path, dict[str, str]]]) -> None:
    """Adds the places inside a value; a list, since to hand each up through every level takes longer."""
    if isinstance(value, dict):
        if any(language in value for language in LANGUAGES):
            pair = {key: inner for key, inner in value.items() if key in LANGUAGES and isinstance(inner, str)}
            if pair:
                found.append((path, pair))
        for key, inner in value.items():
            if isinstance(inner, (dict, list)) and key not in FORMS:
                _pairs(inner, (*path, key), found)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if isinstance(inner, (dict, list)):
                _pairs(inner, (*path, number), found)


def read(raw: bytes, file: str) -> Document:
    """The document in `raw`, with the slips in it; raises Problems when it is not the plain YAML the handbook takes.

    One slip is one problem: what YAML says of a file with slips is not said, and what the model says is, once all of them could be mended."""
    text = decoded(raw, file)
    data, wrong, reader = _run(file, text)
    slips = found_slips(text, reader.is_yaml)
    if not slips:
        if wrong:
            raise Problems(wrong)
        return Document(file, data, raw)
    if marked := [found for found in slips if found.slips and found.slips[0].name.startswith(CONFLICT)]:  # until one version is left, nothing else is known
        raise Problems(first_of_a_file([_problem(file, one, {}) for one in marked]))
    right = mended(text, slips)
    data, wrong, reader = _run(file, right)
    begins = {path: reader.keys.get(path, place) for path, place in reader.values.items()}
    problems = first_of_a_file([_problem(file, one, begins) for one in [found for found in slips if found.slips][:MOST_OF_A_FILE + 1]])
    if data is None or any(one.mended is None for one in slips):
        lines = {one.line for one in slips}
        raise Problems([*problems, *(problem for problem in wrong if reader.is_yaml and problem.line not in lines)])
    return Document(file, data, raw, tuple(problems), right, left_empty(slips))


def _run(file: str, text: str) -> tuple[object, list[Problem], Reader]:
    """What a text says, or what is wrong with it."""
    reader = Reader(file, text)
    try:
        return reader.run(), [], reader
    except Problems as found:
        return None, found.problems, reader
    except StopIteration:  # of a text that was nothing but slips, mending has left nothing
        return None, [], reader


def _problem(file: str, found: Found, begins: Mapping[Path, Place]) -> Problem:
    """The first slip of a line, which names all there are, with the field it stands in where that is known."""
    first, *others = found.slips
    zh, en = first.said()
    for other in others:
        more_zh, more_en = other.said()
        if more_zh not in zh:
            zh, en = f"{zh}；{more_zh}", f"{en}; {more_en[0].lower()}{more_en[1:]}"
    there = [path for path, place in begins.items() if place[0] == found.line]
    before = [path for path in there if begins[path][1] <= first.column + 1]
    field = field_name(max(before or there[:1], key=begins.__getitem__)) if there else ""
    return Problem(file, found.line, first.column + 1, field, zh, en, first.name,
                   mended=found.mended if found.joined is None else None, joined=found.joined)


@lru_cache(maxsize=64)
def _places(text: str | bytes) -> tuple[Mapping[Path, Place], Mapping[Path, Place]]:
    """Where the values and the keys stand of a file that can be read."""
    reader = Reader("", text if isinstance(text, str) else decoded(text, ""))
    reader.run()
    return reader.values, reader.keys
