"""Rows that only their number tells apart, once an import has taken some of them away: those below have moved up."""
from __future__ import annotations

from collections.abc import Mapping
from itertools import count, takewhile

from macros.editing.sheets.cells import in_words
from macros.editing.sheets.matching import Line
from macros.editing.sheets.table import Row, Sheet
from macros.editing.sheets.wording import RETIRED


def as_they_stand(sheet: Sheet, exported: Mapping[str, Mapping[str, str]], brought: Mapping[str, Line]) -> Mapping[str, Row]:
    """The row that stands now for each that was exported: by its key, or the one it moved to when the same workbook took away others before it."""
    now = {row.key: row for row in sheet.rows}
    column = sheet.column("retired")
    if column is None or sheet.kind:
        return now
    alike: dict[str, list[str]] = {}
    for key in exported:
        alike.setdefault(key.rpartition("/")[0], []).append(key)
    found = dict(now)
    for first, keys in alike.items():
        kept = [key for key in keys if key not in brought or in_words(brought[key][1].get("retired", ""), column) != RETIRED]
        stand = [now[key] for key in takewhile(now.__contains__, (f"{first}/{number}" for number in count(1)))]
        if len(kept) < len(keys) and len(stand) == len(kept) and all(
            _is(sheet, row, exported[key], brought[key][1] if key in brought else {}) for key, row in zip(kept, stand, strict=True)
        ):
            found = {key: row for key, row in found.items() if key not in keys} | dict(zip(kept, stand, strict=True))
    return found


def _is(sheet: Sheet, row: Row, was: Mapping[str, str], brought: Mapping[str, str]) -> bool:
    """Whether a row says what was exported, or what the workbook has made of it."""
    return all(
        row.cells[column.key] in (was.get(column.key, ""), in_words(brought.get(column.key, ""), column))
        for column in sheet.columns if column.path is not None and column.key != "retired"
    )
