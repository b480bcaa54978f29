"""A workbook from sheets. The same handbook gives the same bytes; every cell is text, so that no program takes 1:5 for a time or 010 for ten."""
from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from macros.editing.sheets.table import Sheet
from macros.editing.sheets.wording import READ_ME, RETIRED
from macros.editing.sheets.workbook import MEMORY, editable, remembered

CHOICES = "handbook-choices"
CREATED = datetime.datetime(2026, 1, 1)
NARROWEST, WIDEST = 6, 48  # characters of a column; what is longer goes on below
TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
MAY = {"autofilter": True, "format_columns": True, "format_rows": True, "select_locked_cells": True}
EMPTY = 20  # rows at the end of a sheet, for what is new
RULES = (
    ("白底的格子可以改，灰底的只供查看；表头和编号用来对上手册里的位置，不要改。",
     "White cells may be changed and grey ones are for reading; headings and ids say where in the handbook a cell belongs and stay as they are."),
    ("不插行，不删行，不合并单元格，不写公式；可以筛选。新的内容写在末尾的空行里。",
     "Do not insert, delete or merge, and write no formulas; filtering is fine. What is new goes into the empty rows at the end."),
    (f"清空一格不等于删除：要去掉一项，写“{RETIRED}”。", f"An emptied cell deletes nothing: to take something away, write “{RETIRED}”."),
    ("改好以后交回维护手册的人，由他运行“handbook import xlsx 文件名”；先列出要改什么，确认以后才写入。"
     "导出以后手册里另外改过的格子，会说明是哪一格，不会被盖掉。",
     "Hand it back to whoever keeps the handbook, who runs “handbook import xlsx FILE”: it first shows what would change and writes once that is confirmed. "
     "A cell that has been changed in the handbook meanwhile is named, and not overwritten."),
)


class Formats:
    """How cells look: what may be changed is white and open, the rest grey and locked."""

    def __init__(self, book: Workbook) -> None:
        self.heading: Format = book.add_format({"bold": True, "bg_color": "#E7E5E0", "text_wrap": True, "valign": "top", "num_format": "@",
                                                "border": 1, "border_color": "#C9C6BF"})
        self.locked: Format = book.add_format({"bg_color": "#F2F1EE", "valign": "top", "num_format": "@", "text_wrap": True, "font_color": "#444444"})
        self.open: Format = book.add_format({"locked": False, "valign": "top", "num_format": "@", "text_wrap": True})
        self.plain: Format = book.add_format({"valign": "top", "num_format": "@", "text_wrap": True})


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a workbook with these sheets, behind one that says what may be changed."""
    into = io.BytesIO()
    book = Workbook(into, TEXT)
    book.set_properties({"created": CREATED})
    formats = Formats(book)
    _read_me(book.add_worksheet(READ_ME), sheets, formats)
    pages = [(book.add_worksheet(sheet.title), sheet) for sheet in sheets]
    lists = _choices(book, sheets)
    for page, sheet in pages:
        _fill(page, sheet, formats, lists)
    memory = book.add_worksheet(MEMORY)
    _lines(memory, remembered(sheets))
    memory.very_hidden()
    memory.protect()
    book.close()
    return into.getvalue()


def _read_me(page: Worksheet, sheets: Sequence[Sheet], formats: Formats) -> None:
    lines = [*RULES, *((f"“{sheet.title}”：{sheet.about[0]}", f"“{sheet.title}”: {sheet.about[1]}") for sheet in sheets if not sheet.kind)]
    listing = [sheet for sheet in sheets if sheet.kind]
    if listing:
        names = "、".join(f"“{sheet.title}”" for sheet in listing)
        lines.append((f"{names}：{listing[0].about[0]}", f"{names}: {listing[0].about[1]}"))
    page.set_column(0, 1, 70)
    for row, (zh, en) in enumerate(lines):
        page.write_string(row, 0, zh, formats.plain)
        page.write_string(row, 1, en, formats.plain)
    page.protect("", MAY)


def _choices(book: Workbook, sheets: Iterable[Sheet]) -> dict[tuple[str, ...], str]:
    """Every list of choices once, with where it stands: a list in the cell itself holds no more than 255 characters."""
    page = book.add_worksheet(CHOICES)
    found: dict[tuple[str, ...], str] = {}
    for sheet in sheets:
        for column in sheet.columns:
            words = _offered(column.choices, column.optional)
            if words and words not in found:
                number = len(found)
                for row, text in enumerate(words):
                    page.write_string(row, number, text)
                name = xl_col_to_name(number, True)
                found[words] = f"='{CHOICES}'!{name}$1:{name}${len(words)}"
    page.very_hidden()
    page.protect()
    return found


def _offered(choices: Iterable[str], optional: bool) -> tuple[str, ...]:
    words = tuple(choices)
    return (*words, RETIRED) if words and optional and RETIRED not in words else words


def _fill(page: Worksheet, sheet: Sheet, formats: Formats, lists: dict[tuple[str, ...], str]) -> None:
    last = len(sheet.rows) + EMPTY * (sheet.begin is not None)
    fixed = next((number for number, column in enumerate(sheet.columns) if editable(column)), sheet.ids)
    for number, column in enumerate(sheet.columns):
        cells = [row.cells[column.key] for row in sheet.rows]
        page.set_column(number, number, min(WIDEST, max(NARROWEST, *(_width(text) for text in (*column.heading.split(" · "), *cells)))) + 2)
        page.write_string(0, number, column.heading, formats.heading)
        for row, text in enumerate(cells, 1):
            page.write_string(row, number, text, formats.open if editable(column) else formats.locked)
        for row in range(len(cells) + 1, last + 1):
            page.write_blank(row, number, None, formats.open if editable(column) or number < sheet.ids else formats.locked)
        if words := _offered(column.choices, column.optional):
            page.data_validation(1, number, last, number, {
                "validate": "list", "source": lists[words], "ignore_blank": True, "error_type": "warning" if sheet.extended else "stop",
                "error_title": "选一项 Choose", "error_message": "从下拉列表里选一项。Take one from the list.",
            })
    page.freeze_panes(1, fixed)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)
    page.protect("", MAY)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def _lines(page: Worksheet, lines: Iterable[tuple[str, ...]]) -> None:
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            page.write_string(row, column, text)
