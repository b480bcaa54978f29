"""Where every value of a YAML text stands, from its first character to its last, by the marks of PyYAML's events."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import yaml

from macros.words.problems import Path

Shape = Literal["scalar", "map", "list"]


@dataclass(frozen=True)
class Key:
    """A name in front of a value: from where to where, and in which column."""

    start: int
    end: int
    column: int


@dataclass(frozen=True)
class Span:
    """A value: `end` is just behind its last character, not where the next one begins."""

    shape: Shape
    start: int
    end: int
    column: int
    flow: bool  # in brackets or braces, or itself between them
    style: str  # of a scalar: the quotation mark, | or >; empty for a plain one
    key: Key | None

    @property
    def begins(self) -> int:
        """Where it begins with the name in front of it."""
        return self.key.start if self.key else self.start


Spans = Mapping[Path, Span]


@lru_cache(maxsize=8)
def spans(text: str) -> Spans:
    """Where everything stands in a text that the strict reader takes, by path."""
    walk = _Walk(text)
    walk.whole()
    return walk.found


def children(found: Spans, path: Path) -> list[Path]:
    """What stands directly in a map or a list, in the order of the text."""
    return sorted((one for one in found if len(one) == len(path) + 1 and one[:-1] == path), key=lambda one: found[one].begins)


class _Walk:
    """A class because every call shares its place in the stream of events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[Path, Span] = {}
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)

    def whole(self) -> None:
        next(self.events)
        next(self.events)
        self.value(next(self.events), (), None, False)

    def value(self, event: yaml.Event, path: Path, key: Key | None, flow: bool) -> int:
        """Notes where a value stands, with all in it; returns where it ends."""
        start, stop = event.start_mark, event.end_mark
        assert start is not None and stop is not None
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            end = start.index + len(self.text[start.index:stop.index].rstrip()) if style in "|>" and style else stop.index
            self.found[path] = Span("scalar", start.index, end, start.column, flow, style, key)
            return end
        assert isinstance(event, yaml.CollectionStartEvent)
        flow = flow or bool(event.flow_style)
        last = self.items(path, flow) if isinstance(event, yaml.SequenceStartEvent) else self.keys(path, flow)
        shape: Shape = "list" if isinstance(event, yaml.SequenceStartEvent) else "map"
        end = self.closed if flow else last
        self.found[path] = Span(shape, start.index, end, start.column, flow, "", key)
        return end

    def items(self, path: Path, flow: bool) -> int:
        last, number = 0, 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            last = self.value(event, (*path, number), None, flow)
            number += 1
        self.closed = _index(event)
        return last

    def keys(self, path: Path, flow: bool) -> int:
        last = 0
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            assert isinstance(event, yaml.ScalarEvent) and event.start_mark is not None and event.end_mark is not None
            key = Key(event.start_mark.index, event.end_mark.index, event.start_mark.column)
            last = self.value(next(self.events), (*path, event.value), key, flow)
        self.closed = _index(event)
        return last


def _index(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index
