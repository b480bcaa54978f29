"""Files beside the pages, made from the same records: what scripts read in the browser, what people download, what search engines read."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from macros.comparison.browser_files import comparison_files
from macros.search.panel import panels
from macros.search.records import search_records
from macros.views.file import Export
from macros.views.page import Outline
from macros.website.frames import Site
from macros.website.front_door import front_door


def exports(site: Site, describe: Callable[[Outline], str]) -> Iterator[Export]:
    """Every file beside the pages, in both languages. `describe` knows what the pages say of themselves that are found by their titles."""
    yield from (replace(one, text=site.assets.named(one.text)) for one in front_door(site.handbook, site.base))
    yield from comparison_files(site.handbook)
    yield from search_records(site.handbook, site.outlines, describe)
    yield from panels(site.handbook)
