"""All sheets of a handbook, and what a workbook remembers of them: every cell as it was exported, so that an import knows what has changed since."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.editing.sheets.lists import lists
from macros.editing.sheets.matrix import matrix
from macros.editing.sheets.table import Column, Sheet
from macros.editing.sheets.targets import targets
from macros.loading.folder import Loaded

MEMORY = "handbook-export"  # the sheet that remembers
VERSION = "1"
COLUMN, CELL = "column", "cell"


def sheets_of(loaded: Loaded) -> tuple[Sheet, ...]:
    """The sheets of a handbook, in their order."""
    first = [sheet for sheet in (matrix(loaded), targets(loaded)) if sheet.rows]
    return (*first, *lists(loaded))


@dataclass(frozen=True)
class Exported:
    """One sheet as it was exported: the headings of its columns by their keys, and the cells by the keys of their rows and columns."""

    headings: Mapping[str, str]
    rows: Mapping[str, Mapping[str, str]]


def remembered(sheets: Iterable[Sheet]) -> Iterator[tuple[str, ...]]:
    """The lines of the sheet that remembers: its version, then each column, then each cell that holds something, and the first of every row."""
    yield (MEMORY, VERSION)
    for sheet in sheets:
        for column in sheet.columns:
            yield COLUMN, sheet.title, column.key, column.heading
        for row in sheet.rows:
            yield from (
                (CELL, sheet.title, row.key, column.key, text)
                for number, column in enumerate(sheet.columns) if (text := row.cells[column.key]) or number == 0
            )


def recalled(lines: Iterable[tuple[str, ...]]) -> Mapping[str, Exported]:
    """The sheets as they were exported, by title. Raises ValueError where the lines are not those of a workbook that this version writes."""
    found: dict[str, tuple[dict[str, str], dict[str, dict[str, str]]]] = {}
    first, *rest = lines or [()]
    if tuple(first[:2]) != (MEMORY, VERSION):
        raise ValueError("version")
    for kind, title, *line in rest:
        headings, rows = found.setdefault(title, ({}, {}))
        if kind == COLUMN:
            headings[line[0]] = line[1]
        else:
            rows.setdefault(line[0], {})[line[1]] = line[2]
    return {title: Exported(headings, rows) for title, (headings, rows) in found.items()}


def editable(column: Column) -> bool:
    """Whether the cells of a column may be changed."""
    return column.path is not None
