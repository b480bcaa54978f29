"""Files beside the pages, made from the same records: what scripts read in the browser, what people download."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from macros.comparison.browser_files import comparison_files
from macros.exporting.files import api_files
from macros.exporting.llms import guide
from macros.exporting.records import FOLDER, versions
from macros.pages.since import since_file
from macros.path.browser_files import path_files
from macros.search.panel import dialog
from macros.search.records import search_records
from macros.views.file import Export
from macros.views.page import Outline
from macros.website.books import copies
from macros.website.calendars import health_files
from macros.website.cards import cards
from macros.website.feed import feed
from macros.website.frames import Site
from macros.website.front_door import front_door
from macros.website.job_posts import job_posts
from macros.website.moved import moved_pages
from macros.website.offline import app
from macros.website.short_links import short_links
from macros.words.languages import LANGUAGES


def exports(site: Site, describe: Callable[[Outline], str]) -> dict[str, Iterator[Export]]:
    """Every file beside the pages by the folder it lies in, or below; each is made when its turn comes. `describe` knows what
    the pages say of themselves that are found by their titles."""
    front = chain(front_door(site.handbook, site.base), app(site.handbook))
    apart = {"": front, **short_links(site.handbook, site.url), **moved_pages(site.moved, site.handbook, site.titles, site.url)}
    found: dict[str, Iterator[Export]] = {folder: _named(site, files) for folder, files in apart.items()}
    found[""] = chain(found[""], guide(site.handbook, site.url), versions())
    found[FOLDER] = api_files(site.handbook, site.url)
    for language in LANGUAGES:
        if site.books:
            found[f"{language}/books/"] = copies(site.books, language)
        found[f"{language}/compare/"] = comparison_files(site.handbook, language)
        found[f"{language}/path/"] = path_files(site.handbook, language)
        found[f"{language}/changes/"] = chain(feed(site, language), since_file(site.handbook, language))
        found[f"{language}/roles/"] = chain(job_posts(site, language), cards(site.handbook, language, site.url))
        if "health" in site.handbook.present:
            found[f"{language}/health/"] = health_files(site, language)
        found[f"{language}/search/"] = chain(dialog(site.handbook, language), search_records(site.handbook, language, site.outlines, describe))
    return found


def _named(site: Site, files: Iterator[Export]) -> Iterator[Export]:
    """Pages outside the frame, which name what they ask for as people edit it."""
    return (replace(one, text=site.assets.named(one.text)) for one in files)
