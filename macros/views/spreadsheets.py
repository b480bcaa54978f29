"""Tables that spreadsheets open and compute nothing of."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

COMPUTED = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")  # what a spreadsheet would take for the beginning of a formula


def as_csv(heading: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """The text of a table, with the mark by which spreadsheets know UTF-8."""
    into = io.StringIO()
    writer = csv.writer(into)
    writer.writerow(heading)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + into.getvalue()


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(COMPUTED) else cell
