"""A book made: laid out, printed, its page numbers read back and filled in until they are those of its pages."""
from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from macros.book.document import Document
from macros.book.pdf import finished, numbers
from macros.book.printing import Press
from macros.model.appearance import Colours
from macros.model.handbook import Handbook
from macros.views.templates import ROOT, TEMPLATES
from macros.website.colours import page_colours
from macros.website.styles import SHEET, sheets
from macros.words.refused import Refused

DOCS = ROOT / "docs"
USED = (SHEET, "role.css", "kpi.css", "map.css", "matrix.css")  # the sheets of the site that its pages need on paper
FILE = re.compile(r'url\("?(fonts/[^)"]+)"?\)')
LONG = 1_500_000  # characters: above, a second untagged round is quicker than a tagged one that has to be repeated
MOST = 6  # rounds: numbers that grow by a digit may move a line, and that a page


@dataclass(frozen=True)
class Made:
    """A book as it is kept: the PDF, how many pages it has, in how many rounds it was printed, and whose letters it is set in."""

    raw: bytes
    pages: int
    rounds: int
    fonts: tuple[str, ...]


def styles(handbook: Handbook) -> str:
    """The stylesheets of the site as a book needs them, their fonts inside."""
    theme = find_spec("material")
    assert theme is not None and theme.origin is not None, "the theme is installed with the project"
    found = sheets(DOCS / "assets", Path(theme.origin).parent / "templates", TEMPLATES)
    own = (TEMPLATES / "book/book.css").read_text(encoding="utf-8")
    return FILE.sub(_inside, "".join(found[one] for one in USED)) + own + (page_colours(handbook.about.colours) if handbook.about.colours != Colours() else "")


def _inside(found: re.Match[str]) -> str:
    raw = (DOCS / "assets" / found[1]).read_bytes()
    return f'url("data:font/woff2;base64,{base64.b64encode(raw).decode()}")'


def made(press: Press, found: Document) -> Made:
    """A book, printed until the numbers it names are those of its pages. Raises Refused where they never are."""
    press.lay_out(found.html)
    known: dict[str, int] = {}
    for round in range(1, MOST + 1):
        raw = press.print(tagged=round > (1 if len(found.html) < LONG else 2))
        places, pages = numbers(raw)
        if places == known:
            return Made(finished(raw, found), pages, round, tuple(press.fonts()))
        known = places
        press.fill(known)
    raise Refused(f"《{found.title}》的页码印了{MOST}遍还在变，没有写出",
                  f"The page numbers of “{found.title}” still change after {MOST} rounds; it was not written")
