"""What stands in a workbook that came back, as text cell by cell, and what no cell of it may be."""
from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name  # type: ignore[import-untyped]

from macros.editing.edits import CannotEdit

LARGEST = 20 * 2**20  # bytes of a workbook
UNPACKED = 200 * 2**20
MOST_CELLS = 4_000_000  # from the first to the last that holds something
PLACE = re.compile(r"[A-Z]{1,3}[0-9]{1,7}")
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, ElementTree.ParseError, NotImplementedError, RuntimeError, EOFError, OSError)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, order=True)
class Mistake:
    """What is wrong with one cell, or with a sheet; rows and columns count from 1, and 0 is for the whole."""

    sheet: int
    title: str
    row: int
    column: int
    zh: str
    en: str

    @property
    def place(self) -> str:
        """Where it is, as a spreadsheet says it: G12."""
        return f"{xl_col_to_name(self.column - 1) if self.column else ''}{self.row or ''}"


@dataclass(frozen=True)
class Grid:
    """One sheet: its cells as text, row by row, and what is wrong with some."""

    title: str
    number: int
    rows: tuple[tuple[str, ...], ...]
    wrong: Mapping[tuple[int, int], tuple[str, str]]
    shares: frozenset[tuple[int, int]] = frozenset()  # numbers between 0 and 1 that are no text: a program shows them as it likes

    def mistake(self, row: int, column: int, zh: str, en: str) -> Mistake:
        """A mistake at a cell; both count from 1."""
        return Mistake(self.number, self.title, row, column, zh, en)


def read_workbook(file: Path) -> Mapping[str, Grid]:
    """Every sheet by its title. Raises CannotEdit where the file is no workbook that can be taken in."""
    raw = _bytes(file)
    formulas = _formulas(raw, file)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        return {name: _grid(book, name, number, formulas.get(name, [])) for number, name in enumerate(book.sheet_names)}
    except CalamineError:
        raise _no_workbook(file) from None


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise CannotEdit(f"没有“{file}”这个文件；写导出的工作簿的名称", f"There is no file “{file}”; name the workbook that was exported")
    if file.suffix.lower() != ".xlsx":
        raise CannotEdit(f"“{file.name}”不以.xlsx结尾；在表格软件里另存为Excel工作簿（.xlsx）",
                         f"“{file.name}” does not end in .xlsx; save it as an Excel workbook (.xlsx)")
    if file.stat().st_size > LARGEST:
        raise CannotEdit(f"“{file.name}”大于{LARGEST >> 20}MB；重新导出一份，只改要改的格子",
                         f"“{file.name}” is larger than {LARGEST >> 20} MB; export anew and change only what is to change")
    try:
        return file.read_bytes()
    except OSError:
        raise CannotEdit(f"打不开“{file.name}”；在表格软件里关掉它，检查权限",
                         f"“{file.name}” cannot be opened; close it in the spreadsheet program and check its permissions") from None


def _no_workbook(file: Path) -> CannotEdit:
    return CannotEdit(f"“{file.name}”不是能读的Excel工作簿，或者加了密码；去掉密码，另存为.xlsx",
                      f"“{file.name}” is no Excel workbook that can be read, or it has a password; take the password off and save it as .xlsx")


def _formulas(raw: bytes, file: Path) -> Mapping[str, list[str]]:
    """The cells with formulas, by the titles of their sheets. A formula that no program has worked out reads as an empty cell, so the XML is asked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(one.file_size for one in packed.infolist()) > UNPACKED:
                raise _no_workbook(file)
            links = {one.get("Id"): one.get("Target", "") for one in ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))}
            book = ElementTree.fromstring(packed.read("xl/workbook.xml"))
            parts = {one.get("name", ""): links.get(one.get(LINK), "") for one in book.iter(f"{MAIN}sheet")}
            return {name: list(_with_formula(packed.read(_part(target)), name)) for name, target in parts.items()}
    except BROKEN:
        raise _no_workbook(file) from None


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _with_formula(raw: bytes, sheet: str) -> Iterator[str]:
    """The cells of one sheet that hold a formula; refuses a sheet that one stray cell makes larger than memory should be asked for."""
    rows = columns = 0
    for _, cell in ElementTree.iterparse(io.BytesIO(raw)):
        if cell.tag != f"{MAIN}c" or not len(cell):
            continue
        place = cell.get("r", "A1")
        if not PLACE.fullmatch(place):
            raise ValueError(place)
        row, column = xl_cell_to_rowcol(place)
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        if rows * columns > MOST_CELLS:
            raise CannotEdit(f"工作表“{sheet}”的{place}太远了，那里不该有内容；删掉那一行或那一列",
                             f"{place} of the sheet “{sheet}” lies too far out; delete its row or column")
        if cell.find(f"{MAIN}f") is not None:
            yield place
        cell.clear()


def _grid(book: CalamineWorkbook, name: str, number: int, formulas: list[str]) -> Grid:
    sheet = book.get_sheet_by_name(name)
    wrong: dict[tuple[int, int], tuple[str, str]] = {}
    rows: list[tuple[str, ...]] = []
    shares: set[tuple[int, int]] = set()
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        line = []
        for column, value in enumerate(values, 1):
            text, said = _text(value)
            if said:
                wrong[row, column] = said
            line.append(text)
            if isinstance(value, float) and 0 < value < 1:
                shares.add((row, column))
        rows.append(tuple(line))
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        last = f"{xl_col_to_name(right)}{bottom + 1}"
        wrong[top + 1, left + 1] = (f"这里和{last}合并成了一格；取消合并，每格各写各的", f"This cell is merged up to {last}; unmerge it and write each cell")
    for place in formulas:
        row, column = xl_cell_to_rowcol(place)
        wrong[row + 1, column + 1] = ("这里是公式；改成公式算出的内容（复制，选择性粘贴为数值）",
                                      "This is a formula; put what it comes to in its place (copy, paste special, values)")
    return Grid(name, number, tuple(rows), wrong, frozenset(shares))


def _text(value: object) -> tuple[str, tuple[str, str] | None]:
    """A cell as text, and what is wrong where it is none: a program made a time of 1:5, or a date of 3-5."""
    if isinstance(value, str):
        return value, None
    if isinstance(value, bool):
        return str(value).upper(), ("这里成了逻辑值；写成文字", "This became a logical value; write it as text")
    if isinstance(value, (int, float)):
        return f"{Decimal(repr(value)).normalize():f}", None
    if isinstance(value, (datetime.time, datetime.timedelta)):
        return str(value), ("这里成了时间；先把单元格设成文本，再写一次，比值写成1:5",
                            "This became a time; set the cell to text and write it again, a ratio as 1:5")
    return str(value), ("这里成了日期；先把单元格设成文本，再写一次", "This became a date; set the cell to text and write it again")


WIDE = "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"  # a Chinese character, or a mark beside one
STRAY = re.compile(r"^\s+|\s+$|[^\S ]|  +")


def tidy(text: str) -> str:
    """A text without blanks at its ends, without blanks that only look like spaces, and on one line; nothing stands between Chinese characters."""
    return re.sub(r"\s+", " ", re.sub(rf"(?<={WIDE})\s*\n\s*(?={WIDE})", "", text)).strip()


def stray(text: str) -> tuple[str, str]:
    """What to say of a text with blanks that nobody sees, or on several lines."""
    if "\n" in text.strip():
        return f"格子里有换行；写成一行：“{tidy(text)}”", f"There is a line break in the cell; write it in one line: “{tidy(text)}”"
    return (f"有多余的空格、换行或不是普通空格的空白；写成“{tidy(text)}”",
            f"There are stray blanks, line breaks or blanks that are no plain spaces; write “{tidy(text)}”")


def is_stray(text: str) -> bool:
    """Whether blanks stand in a text that nobody sees: at its ends, several, or of another kind."""
    return bool(STRAY.search(text))
