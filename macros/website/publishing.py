"""Makes the whole site in one loop: a page is made, framed, looked through, written and forgotten before the next one."""
from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from macros.exporting.markdown import has_markdown, markdown
from macros.search.full_text import FullText
from macros.search.records import is_by_title
from macros.views.file import Export
from macros.views.page import Outline, Page
from macros.website import sitemap
from macros.website.dead_links import Links
from macros.website.files import exports
from macros.website.frames import Site, framed
from macros.website.offline import worker
from macros.website.page_list import KINDS
from macros.words.languages import LANGUAGES, Language


def publish(site: Site, folder: Path) -> Links:
    """Write every page and every file beside the pages; returns what was noted of their links."""
    links, text = Links(site.base), FullText()
    said: dict[str, str] = {}
    whole = hashlib.sha256()
    replaced = {sitemap.NAME, f"{sitemap.NAME}.gz"}  # they name the day of the build
    for copied in sorted(one for one in folder.rglob("*") if one.is_file()):  # by MkDocs
        if (name := copied.relative_to(folder).as_posix()) not in replaced:
            _noted(whole, name, copied.read_bytes())

    def write(path: str, content: bytes) -> None:
        _noted(whole, path, content)
        _write(folder / path, content)

    for page, html in finished(site):
        file = f"{page.outline.address}index.html"
        links.note(file, html)
        write(file, html.encode())
        if has_markdown(page.outline):
            beside = markdown(page.outline.reader(site.handbook), page.outline, page.content.body, site.url)
            write(beside.path, beside.content)
        if is_by_title(page.outline):
            said[page.outline.address] = page.content.description
        if in_full_text(page.outline):
            for one in text.add(page.outline.language, page.outline.path, page.outline.title, page.content.body):
                write(one.path, one.content)
    beside_pages = exports(site, lambda outline: said[outline.address])
    search = {language: list(beside_pages.pop(f"{language}/search/")) for language in LANGUAGES}
    for one in chain(*beside_pages.values(), *search.values(), text.files()):
        if one.path.endswith(".html"):
            links.note(one.path, one.text)
        write(one.path, one.content)
    write("robots.txt", sitemap.robots(site).encode())
    if site.url:  # over MkDocs' own, which knows only what is written by hand
        write(sitemap.NAME, sitemap.sitemap(site).encode())
        write(f"{sitemap.NAME}.gz", sitemap.packed(site))
    needed = {language: [one.path for one in files] for language, files in search.items()}
    for one in worker(site.handbook, site.assets, site.keeps, whole.hexdigest()[:16], needed):
        _write(folder / one.path, one.content)
    return links


def full_text(site: Site, language: Language) -> Iterator[Export]:
    """The full text of one language, its pages made for it alone."""
    text = FullText()
    for outline in site.outlines:
        if outline.language == language and in_full_text(outline):
            yield from text.add(language, outline.path, outline.title, outline.made(site.handbook).content.body)
    yield from text.files()


def in_full_text(outline: Outline) -> bool:
    """Whether the full text holds a page: those of records in use, and those written by hand."""
    is_record = outline.section in KINDS and outline.path != f"{outline.section}/" and not outline.retired
    return is_record or outline.by_hand


def finished(site: Site) -> Iterator[tuple[Page, str]]:
    """Every page with its finished HTML, made when it is asked for; none is kept."""
    for outline in site.outlines:
        page = outline.made(site.handbook)
        yield page, framed(site, page)


def _noted(whole: hashlib._Hash, path: str, content: bytes) -> None:
    """A file told to the hash of all."""
    whole.update(f"{path}\0{len(content)}\0".encode())
    whole.update(content)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except FileNotFoundError:  # the first file of its folder
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
