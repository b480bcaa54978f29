"""Workbooks as people hand them back: what was exported, with cells changed and sheets spoilt."""
from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from macros.commands.command_line import main


@dataclass(frozen=True)
class Formula:
    """A cell that is worked out."""

    text: str


Cell = str | float | bool | datetime.date | datetime.time | Formula


@dataclass
class Book:
    """The cells of a workbook, sheet by sheet, which of them are merged, and cells far from all others."""

    sheets: dict[str, list[list[Cell]]]
    merged: list[tuple[str, str]] = field(default_factory=list)
    stray: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, raw: bytes) -> Book:
        """What stands in a workbook."""
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        return cls({name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names})

    def place(self, sheet: str, row: str, heading: str) -> tuple[int, int]:
        """Where a cell is, counted from 0: by the ids its row begins with and the beginning of its heading."""
        rows = self.sheets[sheet]
        ids = row.split("/")
        return (next(number for number, cells in enumerate(rows) if cells[:len(ids)] == ids),
                next(number for number, cell in enumerate(rows[0]) if str(cell).startswith(heading)))

    def put(self, sheet: str, row: str, heading: str, value: Cell) -> Book:
        """Writes into a cell."""
        down, across = self.place(sheet, row, heading)
        self.sheets[sheet][down][across] = value
        return self

    def get(self, sheet: str, row: str, heading: str) -> Cell:
        """What stands in a cell."""
        down, across = self.place(sheet, row, heading)
        return self.sheets[sheet][down][across]

    def add(self, sheet: str, *cells: str, **more: Cell) -> Book:
        """A row below all others, with its first cells, and others by the beginnings of their headings."""
        head = self.sheets[sheet][0]
        row: list[Cell] = [*cells, *[""] * (len(head) - len(cells))]
        for heading, value in more.items():
            row[next(number for number, cell in enumerate(head) if str(cell).startswith(heading))] = value
        self.sheets[sheet].append(row)
        return self

    def save(self, file: Path) -> Path:
        """The workbook as a file."""
        book = Workbook(str(file), {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False})
        forms = {datetime.time: book.add_format({"num_format": "h:mm"}), datetime.date: book.add_format({"num_format": "yyyy-mm-dd"})}
        for name, rows in self.sheets.items():
            page = book.add_worksheet(name)
            for down, cells in enumerate(rows):
                for across, cell in enumerate(cells):
                    if isinstance(cell, Formula):
                        page.write_formula(down, across, cell.text)
                    elif isinstance(cell, (datetime.date, datetime.time)):
                        page.write_datetime(down, across, cell, forms[type(cell)])
                    elif isinstance(cell, bool):
                        page.write_boolean(down, across, cell)
                    elif isinstance(cell, float):
                        page.write_number(down, across, cell)
                    else:
                        page.write_string(down, across, cell)
            for place in (place for sheet, place in self.stray if sheet == name):
                page.write_string(place, "x")
            for sheet, cells in self.merged:
                if sheet == name:
                    page.merge_range(cells, "")
        book.close()
        return file


Spoil = Callable[[Book], object]


def brought(book: Book, folder: Path, *options: str) -> Result:
    """What the import of a workbook says and how it ends."""
    return CliRunner().invoke(main, ["import", "xlsx", str(book.save(folder / "back.xlsx")), *options])


def written(data: Path) -> dict[str, str]:
    """What stands in the files of a handbook."""
    return {file.relative_to(data).as_posix(): file.read_text(encoding="utf-8") for file in data.rglob("*.yml")}
