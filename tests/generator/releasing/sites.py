"""Small sites to put somewhere: every page of one says the same word."""
from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from macros.releasing.aside import made_aside
from macros.releasing.ownership import mark
from macros.releasing.releases import publish

PAGES = 30
PAGE = "<html><head></head><body><article>{}</article></body></html>"
EDITIONS = '<h2 id="edition-1-0">1.0</h2>\n<p class="lead-in">first</p>'


def made(word: str, edition: str = "1.0", slowly: float = 0) -> Callable[[Path], str]:
    """What makes such a site, with a stylesheet whose name says what it holds."""

    def make(new: Path) -> str:
        new.mkdir(exist_ok=True)
        (new / "assets").mkdir()
        (new / "worker.js").write_text(f"/* {word} */")
        (new / f"assets/handbook.{word.encode().hex():0>10}.css").write_text(f"/* {word} */")
        for language in ("zh", "en"):
            for number in range(PAGES):
                page = new / language / str(number) / "index.html"
                page.parent.mkdir(parents=True)
                page.write_text(PAGE.format(word * 2000), encoding="utf-8")
                time.sleep(slowly)
            (new / language / "changes").mkdir()
            (new / language / "changes/index.html").write_text(PAGE.format(f"{word}{EDITIONS}"), encoding="utf-8")
        for name in ("index.html", "404.html"):
            (new / name).write_text(word, encoding="utf-8")
        return edition

    return make


def says(site: Path) -> set[str]:
    """The words that the pages of a site say; all of them."""
    pages = [*site.rglob("index.html")]
    assert len(pages) == 2 * PAGES + 3, len(pages)
    return {re.search("<article>(.)", page.read_text(encoding="utf-8"))[1] for page in pages if page.parent != site}


if __name__ == "__main__":  # as a process of its own, to be ended at any moment
    command, place, word = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    if command == "publish":
        publish(place, made(word, slowly=0.001))
    else:
        with made_aside(place) as new:
            made(word, slowly=0.001)(new)
            mark(new)
