"""Edits of a YAML text: each changes what stands at one path, and not a character besides.

An edit is made to the text and to the values that were read from it; the text is read again, and both must say the same."""
from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from macros.editing.lines import apart, behind, line_start, newline, set_at, with_comments_above
from macros.editing.spans import Span, Spans, children, spans
from macros.editing.written import Value, below, fits_in_line, in_line, item, named, scalar
from macros.loading.document import read
from macros.words.problems import Path, Problems, field_name
from macros.words.refused import Refused


class CannotEdit(Refused):
    """An edit that would not give what is asked for."""


@dataclass(frozen=True)
class Put:
    """Another value in the place of one that stands there."""

    path: Path
    value: Value

    def in_values(self, data: Any) -> None:
        """The same among values."""
        _at(data, self.path[:-1])[self.path[-1]] = copy.deepcopy(self.value)

    def in_text(self, text: str) -> str:
        """The same in a text."""
        found = spans(text)
        old, name = found[self.path], self.path[-1]
        if isinstance(self.value, str) and old.shape == "scalar" and old.style not in ("|", ">"):
            new = scalar(self.value, old.flow, old.style, str(name) if isinstance(name, str) else "")
            glued = old.start == old.end and text[old.start - 1:old.start] in (":", "-", ",")
            return text[:old.start] + " " * glued + new + text[old.end:]
        if old.flow and found[self.path[:-1]].flow:
            return text[:old.start] + in_line(self.value) + text[old.end:]
        before = text[:(text.index(":", old.key.end) if old.key else text.rindex("-", 0, old.start)) + 1]
        if isinstance(self.value, str) or fits_in_line(self.value):
            new = scalar(self.value, name=str(name) if old.key else "") if isinstance(self.value, str) else in_line(self.value)
            return f"{before} {new}{text[old.end:]}"
        if old.key:
            return before + newline(text) + set_at(below(self.value), old.key.column + 2, text).rstrip("\r\n") + text[old.end:]
        column = len(before) - before.rfind("\n") - 2
        return before + set_at(item(self.value), column, text).rstrip("\r\n")[column + 1:] + text[old.end:]


@dataclass(frozen=True)
class Rename:
    """Another name in front of the same value; in its place among the others."""

    path: Path
    name: str

    def in_values(self, data: Any) -> None:
        """The same among values."""
        parent = _at(data, self.path[:-1])
        _must(self.name not in parent, f"“{self.name}”已有", f"There is a “{self.name}” already")
        items = [(self.name if key == self.path[-1] else key, value) for key, value in parent.items()]
        parent.clear()
        parent.update(items)

    def in_text(self, text: str) -> str:
        """The same in a text."""
        found = spans(text)[self.path]
        assert found.key
        return text[:found.key.start] + scalar(self.name, found.flow) + text[found.key.end:]


@dataclass(frozen=True)
class Add:
    """A name and its value, into the map at `path`: behind the name `after`, or behind all others."""

    path: Path
    name: str
    value: Value
    after: str | None = None

    def in_values(self, data: Any) -> None:
        """The same among values."""
        parent = _at(data, self.path)
        _must(self.name not in parent, f"“{self.name}”已有", f"There is a “{self.name}” already")
        later = list(parent)[list(parent).index(self.after) + 1:] if self.after is not None else []
        moved = {key: parent.pop(key) for key in later}
        parent[self.name] = copy.deepcopy(self.value)
        parent.update(moved)

    def in_text(self, text: str) -> str:
        """The same in a text."""
        found = spans(text)
        beside = children(found, self.path)
        if not beside:
            return Put(self.path, {self.name: self.value}).in_text(text)
        at = beside.index((*self.path, self.after)) if self.after is not None else len(beside) - 1
        if found[self.path].flow:
            end = found[beside[at]].end
            return f"{text[:end]}, {scalar(self.name, flow=True)}: {in_line(self.value, self.name)}{text[end:]}"
        key = found[beside[0]].key
        assert key
        return _insert(text, found, beside, at, set_at(named(self.name, self.value), key.column, text))


@dataclass(frozen=True)
class Insert:
    """An item into the list at `path`: before the one with a number, or behind all."""

    path: Path
    value: Value
    before: int | None = None
    in_block: bool = False  # its names below each other, even where they would fit into a line

    def in_values(self, data: Any) -> None:
        """The same among values."""
        items = _at(data, self.path)
        items.insert(len(items) if self.before is None else self.before, copy.deepcopy(self.value))

    def in_text(self, text: str) -> str:
        """The same in a text."""
        found = spans(text)
        beside = children(found, self.path)
        if not beside:
            return self._first(text, found[self.path])
        at = len(beside) if self.before is None else self.before
        if found[self.path].flow:
            if at == 0:
                start = found[beside[0]].start
                return f"{text[:start]}{in_line(self.value)}, {text[start:]}"
            end = found[beside[at - 1]].end
            return f"{text[:end]}, {in_line(self.value)}{text[end:]}"
        lines = set_at(item(self.value, self.in_block), found[self.path].column, text)
        if at == 0:
            start = found[self.path].start  # the first dash; what stands on its line before it stays
            return text[:start] + lines[found[self.path].column:] + " " * found[self.path].column + text[start:]
        return _insert(text, found, beside, at - 1, lines)

    def _first(self, text: str, old: Span) -> str:
        if not (self.in_block and old.key):
            return Put(self.path, [self.value]).in_text(text)
        before = text[:text.index(":", old.key.end) + 1]
        return before + newline(text) + set_at(item(self.value, True), old.key.column + 2, text).rstrip("\r\n") + text[old.end:]


@dataclass(frozen=True)
class Remove:
    """What stands at a path goes, with its name and the comments that are its own: those right above it in its column, behind it and deeper below it."""

    path: Path

    def in_values(self, data: Any) -> None:
        """The same among values."""
        del _at(data, self.path[:-1])[self.path[-1]]

    def in_text(self, text: str) -> str:
        """The same in a text."""
        found = spans(text)
        beside = children(found, self.path[:-1])
        at = beside.index(self.path)
        parent, one = found[self.path[:-1]], found[self.path]
        if parent.flow:
            if at + 1 < len(beside):
                return text[:one.begins] + text[found[beside[at + 1]].begins:]
            return text[:found[beside[at - 1]].end if at else one.begins] + text[one.end:]
        if len(beside) == 1:
            _must(bool(self.path[:-1]), "文件里只有这一项，不能删空", "It is all that stands in the file, which cannot be left empty")
            return Put(self.path[:-1], [] if parent.shape == "list" else {}).in_text(text)
        if at == 0 and text[line_start(text, one.begins):_own(text, parent, one)].strip():  # it stands behind the dash of an item, where the next moves up
            following = _own(text, parent, found[beside[1]])
            return text[:_own(text, parent, one)] + text[following:]
        start, end = line_start(text, _own(text, parent, one)), behind(text, one.end, parent.column)
        start = with_comments_above(text, start, parent.column)
        blank_above = text[:start].endswith(("\n\n", "\n\r\n"))
        if blank_above and (end == len(text) or text[end:].lstrip(" ").startswith(("\n", "\r\n"))):
            start = len(text[:start].rstrip("\r\n")) + len(newline(text))
        return text[:start] + text[end:]


Edit = Put | Rename | Add | Insert | Remove


def edited(text: str, edits: Iterable[Edit], file: str = "") -> str:
    """The text after edits, made one after the other.

    Raises CannotEdit where it would not say just what they say, or Problems where it would be no sound YAML."""
    data: Any = read(text.encode(), file).data
    for edit in edits:
        try:
            text = edit.in_text(text)
            edit.in_values(data)
        except (KeyError, IndexError, ValueError, TypeError):
            raise CannotEdit(f"{file}里没有要改的地方{field_name(edit.path)}", f"There is no {field_name(edit.path)} in {file} to be changed") from None
    again = read(text.encode(), file)
    if again.slips:
        raise Problems(again.slips)
    if again.data != data or not _same_order(again.data, data):
        raise CannotEdit(f"{file}的写法不寻常，改了会动到别的内容；请在编辑器里改",
                         f"{file} is written in an unusual way, and the edit would change more; use an editor")
    return text


def _same_order(one: object, other: object) -> bool:
    """Whether names follow each other in the same order, all the way down."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same_order(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return all(map(_same_order, one, other))
    return True


def _must(holds: bool, zh: str, en: str) -> None:
    if not holds:
        raise CannotEdit(zh, en)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _own(text: str, parent: Span, one: Span) -> int:
    """Where an entry of a block begins: its name, or its dash."""
    return one.begins if parent.shape == "map" else line_start(text, one.begins) + parent.column


def _insert(text: str, found: Spans, beside: Sequence[Path], at: int, lines: str) -> str:
    """Lines behind one of the entries of a block, with an empty line between where the entries have them."""
    parent = found[beside[0][:-1]]
    end = behind(text, found[beside[at]].end, parent.column)
    end_of_line = newline(text)
    if end == len(text) and not text.endswith("\n"):
        text, end = text + end_of_line, end + len(end_of_line)
    near = at if at + 1 < len(beside) else at - 1
    gap = near >= 0 and apart(text, found[beside[near]].end, found[beside[near + 1]].begins)
    return text[:end] + (end_of_line + lines if gap else lines) + text[end:]
