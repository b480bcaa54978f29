"""One file of the handbook as read: what it says, and where each of its values stands."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from macros.loading.characters import decoded
from macros.loading.kept import stamp
from macros.loading.yaml_reader import Place, Reader
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problem, field_name

FORMS = {"keywords", "allow", "avoid", "exempt", "longest"}  # words and limits by language, not sentences


@dataclass
class Document:
    """One file as read: `data` holds dicts, lists and strings; `values` and `keys` tell where each path stands.

    Places take twice the room of the data and are asked for only where something is wrong; then the file is read again."""

    file: str
    data: object = None
    raw: bytes = b""

    @cached_property
    def stamp(self) -> str:
        """Tells what stands in which file."""
        return stamp(self.file.encode(), self.raw)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, also of one that cannot be read."""
        return self.raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")

    @property
    def values(self) -> Mapping[Path, Place]:
        """Where the value at a path begins."""
        return _places(self.raw)[0] if self.data is not None else {}

    @property
    def keys(self) -> Mapping[Path, Place]:
        """Where the key of a path begins."""
        return _places(self.raw)[1] if self.data is not None else {}

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

    def pairs(self) -> Iterator[tuple[Path, dict[str, str]]]:
        """Every place that has texts, with what it says in each language."""
        return _pairs(self.data, ())

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


def _pairs(value: object, path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    if isinstance(value, dict):
        pair = {key: inner for key, inner in value.items() if key in LANGUAGES and isinstance(inner, str)}
        if pair:
            yield path, pair
        for key, inner in value.items():
            if key not in FORMS and isinstance(inner, (dict, list)):
                yield from _pairs(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if isinstance(inner, (dict, list)):
                yield from _pairs(inner, (*path, number))


def read(raw: bytes, file: str) -> Document:
    """The document in `raw`; raises Problems when it is not the plain YAML the handbook takes."""
    return Document(file, Reader(file, decoded(raw, file)).run(), raw)


@lru_cache(maxsize=64)
def _places(raw: bytes) -> tuple[Mapping[Path, Place], Mapping[Path, Place]]:
    """Where the values and the keys stand of a file that can be read."""
    reader = Reader("", decoded(raw, ""))
    reader.run()
    return reader.values, reader.keys
