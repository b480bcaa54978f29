"""Makes the whole site in one loop: a page is made, framed, looked through, written and forgotten before the next one."""
from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from macros.exporting.markdown import has_markdown, markdown
from macros.search.full_text import FullText
from macros.search.records import is_by_title
from macros.views.file import Export
from macros.views.page import Page
from macros.website import sitemap
from macros.website.dead_links import Links
from macros.website.files import exports
from macros.website.frames import Site, framed, in_full_text
from macros.words.languages import Language


def publish(site: Site, folder: Path) -> Links:
    """Write every page and every file beside the pages; returns what was noted of their links."""
    links, text = Links(site.base), FullText()
    said: dict[str, str] = {}
    for page, html in finished(site):
        file = f"{page.outline.address}index.html"
        links.note(file, html)
        _write(folder / file, html.encode())
        if has_markdown(page.outline):
            beside = markdown(page.outline.reader(site.handbook), page.outline, page.content.body, site.url)
            _write(folder / beside.path, beside.content)
        if is_by_title(page.outline):
            said[page.outline.address] = page.content.description
        if in_full_text(page.outline):
            for one in text.add(page.outline.language, page.outline.path, page.outline.title, page.content.body):
                _write(folder / one.path, one.content)
    for one in chain(*exports(site, lambda outline: said[outline.address]).values(), text.files()):
        if one.path.endswith(".html"):
            links.note(one.path, one.text)
        _write(folder / one.path, one.content)
    _write(folder / "robots.txt", sitemap.robots(site).encode())
    if site.url:  # over MkDocs' own, which knows only what is written by hand
        _write(folder / sitemap.NAME, sitemap.sitemap(site).encode())
        _write(folder / f"{sitemap.NAME}.gz", sitemap.packed(site))
    return links


def full_text(site: Site, language: Language) -> Iterator[Export]:
    """The full text of one language, its pages made for it alone."""
    text = FullText()
    for outline in site.outlines:
        if outline.language == language and in_full_text(outline):
            yield from text.add(language, outline.path, outline.title, outline.made(site.handbook).content.body)
    yield from text.files()


def finished(site: Site) -> Iterator[tuple[Page, str]]:
    """Every page with its finished HTML, made when it is asked for; none is kept."""
    for outline in site.outlines:
        page = outline.made(site.handbook)
        yield page, framed(site, page)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except FileNotFoundError:  # the first file of its folder
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
