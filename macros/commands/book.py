"""`handbook book`: the handbook as PDF, one book per language and one per role, kept in a folder that the site copies."""
from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import ROOT, data_folder, data_option
from macros.commands.edition import edition_option, of_this_edition
from macros.commands.refusing import told
from macros.commands.source_date import set_day
from macros.loading.contents import contents, state_of
from macros.words.languages import LANGUAGES, Language
from macros.words.refused import Refused

if TYPE_CHECKING:
    from macros.book.printing import Press
    from macros.model.handbook import Handbook
    from macros.website.books import Books, Said

NAMED_BY = "HANDBOOK_BOOKS"
MISSING = ("印书要另装几个包：pip install --require-hashes -r requirements-book.txt",
           "Books need a few packages more: pip install --require-hashes -r requirements-book.txt")


def shelf(handbook: Handbook) -> Path:
    """Where the books of this edition are kept: those for staff and those for everyone lie apart, so that neither is taken for the other."""
    return Path(os.environ.get(NAMED_BY) or ROOT / "books") / handbook.audience


def on_the_shelf(handbook: Handbook) -> Books:
    """The books that a site of this edition offers."""
    from macros.website.books import books

    return books(shelf(handbook), handbook.about.edition, state_of(contents(data_folder())))


@click.command()
@data_option
@edition_option
@click.option("--language", "languages", type=click.Choice(LANGUAGES), multiple=True, help="Only the books in this language.")
@click.option("--role", "roles", metavar="ID", multiple=True, help="Only the book of this role; may be said several times.")
@click.option("--whole", is_flag=True, help="Only the whole handbook.")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), help=f"Where books are kept; else {NAMED_BY} or books.")
@click.option("--again", is_flag=True, help="Also make those anew that have not changed.")
def book(languages: tuple[Language, ...], roles: tuple[str, ...], whole: bool, folder: Path | None, again: bool) -> None:
    """Make PDFs: one book per language, and one per role; needs a Chromium or Chrome."""
    with told():
        handbook = _sound()
        try:
            from macros.book.made import styles
            from macros.book.printing import press
        except ModuleNotFoundError as missing:
            raise Refused(f"{MISSING[0]}（缺{missing.name}）", f"{MISSING[1]} ({missing.name} is missing)") from None
        place = folder / handbook.audience if folder else shelf(handbook)
        wanted = list(_wanted(handbook, languages or LANGUAGES, roles, whole))
        with press() as open_press:
            _make(handbook, wanted, place, again, open_press, styles(handbook))


def _sound() -> Handbook:
    from macros.checks import OF_PAGES
    from macros.loading.folder import ensure_sound, read_all
    from macros.loading.opening import ensure_handbook

    ensure_handbook(data_folder())
    loaded = read_all(data_folder())
    set_day(loaded)
    ensure_sound(loaded, OF_PAGES)
    return of_this_edition(loaded.handbook)


def _wanted(handbook: Handbook, languages: tuple[Language, ...], roles: tuple[str, ...], whole: bool) -> Iterator[tuple[Language, str]]:
    """The books that are asked for. Raises Refused for a role that has none."""
    from macros.book.chapters import WHOLE_NAME, names

    known = list(names(handbook))
    unknown = next((id for id in roles if f"roles/{id}" not in known), None)
    if unknown:
        raise Refused(f"没有“{unknown}”这个岗位，或者已经停用；编号见data/roles", f"There is no role “{unknown}” in use; data/roles has the ids")
    asked = [*([WHOLE_NAME] if whole else []), *(f"roles/{id}" for id in roles)] or known
    return ((language, name) for language in languages for name in asked)


def _make(handbook: Handbook, wanted: list[tuple[Language, str]], place: Path, again: bool, press: Press, styles: str) -> None:
    """Print what is asked for, and note each book as soon as it is there; what has not changed stays."""
    from macros.book.chapters import book as book_of
    from macros.book.chapters import names
    from macros.book.document import document
    from macros.book.made import made

    known, state = set(names(handbook)), state_of(contents(data_folder()))
    said = {key: one for key, one in _noted(place, handbook).items() if key.partition("/")[2] in known}
    for language, name in wanted:
        started = time.monotonic()
        key = f"{language}/{name}"
        found = document(handbook, book_of(handbook, language, name), styles)
        of = hashlib.sha256(f"{press.version}{found.html}".encode()).hexdigest()[:16]
        if not again and key in said and said[key]["of"] == of:
            said[key]["data"] = state
            _keep(place / "books.json", _list(handbook, press.version, said))
            click.echo(f"{key}.pdf没有变 · has not changed")
            continue
        done = made(press, found)
        said[key] = {"pages": done.pages, "bytes": len(done.raw), "sha256": hashlib.sha256(done.raw).hexdigest(), "of": of,
                     "data": state, "fonts": list(done.fonts)}
        _keep(place / f"{key}.pdf", done.raw)
        _keep(place / "books.json", _list(handbook, press.version, said))
        click.echo(f"{key}.pdf：{done.pages}页，{len(done.raw) / 1_000_000:.1f} MB，{time.monotonic() - started:.0f}秒 · "
                   f"{done.pages} pages, {len(done.raw) / 1_000_000:.1f} MB, {time.monotonic() - started:.0f} s")
    click.echo(f"书在{place}，下次生成网站时一起放上去。\nThe books are in {place}; the next build of the site takes them along.")


def _noted(place: Path, handbook: Handbook) -> dict[str, Said]:
    """What is said of the books that are there, where they are of this edition."""
    from macros.website.books import books

    return dict(books(place, handbook.about.edition, "").said or {})


def _list(handbook: Handbook, browser: str, said: dict[str, Said]) -> bytes:
    found = {"edition": handbook.about.edition, "for": handbook.audience, "browser": f"Chromium {browser}", "books": dict(sorted(said.items()))}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _keep(file: Path, raw: bytes) -> None:
    """A file in its place. Raises Refused where it cannot be written."""
    from macros.editing.placing import put, why_not

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        put(file, raw)
    except OSError as error:
        zh, en = why_not(error)
        raise Refused(f"写不了“{file}”；{zh}", f"“{file}” cannot be written; {en}") from None
