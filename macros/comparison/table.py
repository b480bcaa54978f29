"""Sheets of the same kind side by side, as one table."""
from __future__ import annotations

from collections.abc import Sequence

from macros.comparison.rows import Row
from macros.comparison.sheet import Group, Sheet
from macros.views.page import View
from macros.views.reader import Reader


def side_by_side(reader: Reader, sheets: Sequence[Sheet]) -> View:
    """Sheets of the same kind as one table: rows of the first sheet, then what the others add; equal rows can fold."""
    groups = [_laid(reader, sheets, [sheet.groups[number] for sheet in sheets]) for number in range(len(sheets[0].groups))]
    folded = sum(len(group["same"]) for group in groups)
    return {
        "columns": [{"id": sheet.id, "link": sheet.link, "about": sheet.about} for sheet in sheets],
        "groups": [{**group, "same": _same(reader, group["same"])} for group in groups],
        "folded": reader.say_n("{n} row folded", "{n} rows folded", folded) if folded else "",
        "file": "-".join(["compare", *(sheet.id for sheet in sheets)]),
    }


def _same(reader: Reader, names: Sequence[str]) -> str:
    """The line for folded rows; empty where none is equal."""
    return same_line(reader).replace("{names}", reader.listed([reader.inside(name) for name in names])) if names else ""


def same_line(reader: Reader) -> str:
    """What stands in place of folded rows, with a place for their names."""
    return reader.pattern("The same for all: {names}")


def _laid(reader: Reader, sheets: Sequence[Sheet], groups: Sequence[Group]) -> View:
    own = [{row.key: row for row in group.rows} for group in groups]
    first: dict[str, Row] = {}
    for key, row in (pair for rows in own for pair in rows.items()):
        first.setdefault(key, row)
    rows = [_row(reader, sheets, [group.absent for group in groups], row, [found.get(key) for found in own]) for key, row in first.items()]
    return {"id": groups[0].id, "title": groups[0].title, "rows": rows, "same": [row["name"] for row in rows if row["same"]]}


def _row(reader: Reader, sheets: Sequence[Sheet], absent: Sequence[str], row: Row, cells: Sequence[Row | None]) -> View:
    first = reader.inside(sheets[0].link.name)
    return {
        "name": row.name, "href": row.href, "small": row.small, "long": row.long,
        "same": all(cells) and len({cell.same for cell in cells if cell}) == 1,
        "cells": [
            {
                "of": sheet.link.name,
                "cell": cell.cell if cell else {"open": word},
                "diff": _difference(reader, cells[0], cell, first),
                "raised": _rise(cells[0], cell) > 0,
            }
            for sheet, word, cell in zip(sheets, absent, cells)
        ],
    }


def _rise(first: Row | None, cell: Row | None) -> int:
    """By how many levels a cell asks more than the first column."""
    return cell.step - first.step if first and cell else 0


def _difference(reader: Reader, first: Row | None, cell: Row | None, name: str) -> str:
    return differences(reader).get(str(_rise(first, cell)), "").replace("{name}", name)


def differences(reader: Reader) -> dict[str, str]:
    """How it is said that a cell asks for so many levels more, or fewer, than the first column, with a place for its name."""
    steps = range(1, len(reader.handbook.levels))
    more = {str(n): reader.say_n("{n} level above the {name}", "{n} levels above the {name}", n, name="{name}") for n in steps}
    return {**more, **{str(-n): reader.say_n("{n} level below the {name}", "{n} levels below the {name}", n, name="{name}") for n in steps}}
