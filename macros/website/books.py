"""The books that have been made: where they are kept, and how pages offer them. The site copies them; it makes none."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

from macros.views import formatting
from macros.views.file import Export
from macros.views.page import Outline
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import Language

LIST = "books.json"  # what is said of the books beside them
WHOLE = "handbook"
FOLDER = "books/"


class Said(TypedDict):
    """What the list says of a book: how many pages and bytes it has, what its bytes are, what it was made from, how the data stood
    when it was last known to say what they say, and whose letters it has."""

    pages: int
    bytes: int
    sha256: str
    of: str
    data: str
    fonts: list[str]


@dataclass(frozen=True)
class Books:
    """The books of one edition, by language and name: `zh/handbook`, `en/roles/brand-manager`."""

    folder: Path
    edition: str = ""
    said: Mapping[str, Said] | None = None
    data: str = ""  # how the data stand today

    def of(self, language: Language, name: str) -> Said | None:
        """What is said of a book; None where it has not been made."""
        return (self.said or {}).get(f"{language}/{name}")

    def raw(self, language: Language, name: str) -> bytes:
        """The PDF."""
        return (self.folder / f"{language}/{name}.pdf").read_bytes()


def books(folder: Path, edition: str, data: str) -> Books:
    """The books in a folder, where they are of this edition; none where nothing has been made, or for another one. `data` names how the data stand."""
    try:
        found = json.loads((folder / LIST).read_text(encoding="utf-8"))
        said = {name: one for name, one in found["books"].items() if (folder / f"{name}.pdf").stat().st_size == one["bytes"]}
    except (OSError, ValueError, KeyError, TypeError):
        return Books(folder)
    return Books(folder, found["edition"], said if found["edition"] == edition else None, data)


def address(name: str) -> str:
    """Where a book stands among the pages of its language."""
    return f"{FOLDER}{name.removeprefix('roles/')}.pdf"


def offered(books: Books, reader: Reader, outline: Outline) -> str:
    """The line at the end of a page that has a book: that of a role, and the one on the handbook; empty where none has been made."""
    name = WHOLE if outline.section == "about" else outline.path.rstrip("/") if outline.section == "roles" else ""
    said = books.of(outline.language, name) if name else None
    if not said:
        return ""
    title = reader.say("The handbook as a book") if name == WHOLE else reader.say("This role as a book, with its competencies, KPIs and policies")
    size = formatting.number(max(Decimal(said["bytes"]) / 1_000_000, Decimal("0.1")).quantize(Decimal("0.1")), reader.language)
    about = reader.say_n("PDF, {n} page, {size} MB", "PDF, {n} pages, {size} MB", said["pages"], size=size)
    older = "" if said.get("data") == books.data else reader.say(", made before the latest changes to the data")
    return printed("website/slots.html", "book", reader.href(address(name)), title, f"{about}{older}")


def copies(books: Books, language: Language) -> Iterator[Export]:
    """The books of a language as files of the site."""
    for key in books.said or {}:
        of, _, name = key.partition("/")
        if of == language:
            yield Export(f"{language}/{address(name)}", "", books.raw(language, name))
