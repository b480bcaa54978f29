"""Files beside the pages, made from the same records: what scripts read in the browser, and what people download."""
from __future__ import annotations

from collections.abc import Iterator

from macros.exports.comparison import comparison_files
from macros.exports.export import Export
from macros.exports.records import search_records
from macros.model.handbook import Handbook


def exports(handbook: Handbook) -> Iterator[Export]:
    """Every file beside the pages, in both languages."""
    for make in MAKERS:
        yield from make(handbook)


MAKERS = (comparison_files, search_records)
