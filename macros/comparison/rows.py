"""Rows of a comparison, and how those of texts, levels, sentences and links are made."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.model.record import Item, LevelId
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader

Cell = View


@dataclass(frozen=True)
class Row:
    """One row of a sheet. Rows of several sheets with the same key stand beside each other; cells are equal when `same` is.

    `step` is the level a cell asks for, counted from 1; `means` tells what that level means and on what that rests, `below` what the levels before it do.
    A KPI is `figured` when a document gives a figure for it, and `informs` where it is no measure of the role; `aside` is what it is
    taken by and `marks` what it rests on where its name stands alone."""

    key: str
    name: str
    cell: Cell
    same: str
    href: str | None = None
    step: int = 0
    figured: bool = False
    informs: bool = False
    aside: str = ""
    marks: tuple[View, ...] = ()
    long: bool = False
    means: View | None = None
    below: tuple[View, ...] = ()


def text_row(key: str, name: str, text: str, why: View | None = None) -> Row:
    """A row with a text and the mark of what it rests on."""
    return Row(key, name, {"text": text, "why": why}, f"{text} {why['said'] if why else ''}".rstrip())


def level_row(reader: Reader, key: str, name: str, level: LevelId, why: View | None = None) -> Row:
    """A row with a level, and the mark of what it rests on."""
    shown = reader.level(level)
    return Row(key, name, {"level": shown, "need": "", "why": why}, shown.name, step=shown.step)


def sentences(reader: Reader, items: Sequence[Item]) -> list[dict[str, str]]:
    """Sentences with their marks, each after its short name where it has one."""
    return [{**line, "name": reader.text(getattr(item, "name", None))} for line, item in zip(parts.items(reader, items), items)]


def lines_row(reader: Reader, key: str, name: str, items: Sequence[Item], note: View | None = None, always: Sequence[Item] = ()) -> Row:
    """A row of sentences, with what must be known of all of them; those that are `always` required say so."""
    lines = [{**line, "name": reader.say("Always required:")} if item in always else line for line, item in zip(sentences(reader, items), items)]
    return Row(key, name, {"lines": lines, "note": note}, "; ".join(f"{line['name']} {line['text']}" for line in lines), long=True)


def links_row(key: str, name: str, links: Sequence[tuple[Link, str, Sequence[View]]], href: str | None = None) -> Row:
    """A row of links, each with a remark or none and the marks of what it rests on."""
    cell = {"links": [{"link": link, "soft": soft, "marks": marks} for link, soft, marks in links]}
    return Row(key, name, cell, "; ".join(f"{link.name} {soft}" for link, soft, _ in links), href)


def ways_row(reader: Reader, key: str, name: str, kinds: Mapping[str, Sequence[Link]], href: str | None = None) -> Row:
    """A row of ways to one place, each kind of move on one line with all that tell of it; of whom to look at for reference nothing else tells."""
    ways = [{"kind": kind + reader.say(": ") if links else kind, "links": links, "between": reader.say(", ")} for kind, links in kinds.items()]
    return Row(key, name, {"ways": ways}, "; ".join(f"{kind} {' '.join(link.name for link in links)}" for kind, links in kinds.items()), href)
