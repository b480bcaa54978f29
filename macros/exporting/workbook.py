"""The tables as one workbook for reading. The same handbook gives the same bytes, and no cell is a formula."""
from __future__ import annotations

import datetime
import io
from collections.abc import Iterable

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from macros.exporting.tables import Table

TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
CREATED = datetime.datetime(2026, 1, 1)  # not when it was made, so that the bytes stay
NARROW, WIDE = 14, 40  # characters of a column


def workbook(tables: Iterable[Table]) -> bytes:
    """The bytes of a workbook with a sheet for each table, its heading fixed and filters on it."""
    into = io.BytesIO()
    book = Workbook(into, TEXT)
    book.set_properties({"created": CREATED})
    bold = book.add_format({"bold": True})
    for table in tables:
        page = book.add_worksheet(table.name)
        for number, name in enumerate(table.columns):
            page.write_string(0, number, name, bold)
            page.set_column(number, number, WIDE if name.endswith(("_zh", "_en")) else NARROW)
        for place, row in enumerate(table.rows, 1):
            for number, cell in enumerate(row):
                if cell != "":
                    page.write(place, number, cell)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    return into.getvalue()
