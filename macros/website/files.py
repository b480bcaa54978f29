"""Files beside the pages, made from the same records: what scripts read in the browser, and what people download."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.comparison.browser_files import comparison_files
from macros.model.handbook import Handbook
from macros.search.records import search_records
from macros.views.file import Export
from macros.views.page import Page
from macros.website.front_door import front_door


def exports(handbook: Handbook, pages: Iterable[Page], base: str) -> Iterator[Export]:
    """Every file beside the pages, in both languages. `pages` are the generated ones, which the search finds by their titles;
    `base` is the path that the site stands under."""
    yield from front_door(handbook, base)
    yield from comparison_files(handbook)
    yield from search_records(handbook, pages)
