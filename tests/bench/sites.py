"""How much a finished site holds, and how much of it a browser asks for."""
from __future__ import annotations

import gzip
import statistics
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES, Language
from tests.browser import WIDE, chromium, serving
from tests.generator.search.asking import asked

KINDS = {".html": "HTML", "": "HTML", ".css": "CSS", ".js": "JS", ".woff2": "font"}
REST = "other"


class Size(NamedTuple):
    """A finished site: its pages, its bytes, and the bytes of its largest page as sent."""

    pages: int
    bytes: int
    largest: int


class View(NamedTuple):
    """What a browser asks for, as bytes sent by kind of file: at the first view of a page, at the first query typed there, at another one after it."""

    first: dict[str, int]
    query: int
    another: int


def size(site: Path) -> Size:
    """Measure a finished site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    longest = sorted(pages, key=lambda path: path.stat().st_size)[-20:]
    return Size(len(pages), sum(path.stat().st_size for path in files), max((sent(path) for path in longest), default=0))


def sent(file: Path) -> int:
    """Bytes of a file as a server sends them that packs with gzip what gets smaller by it."""
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 6)))


def median_page(site: Path, kind: str) -> int:
    """Bytes, as sent, of the median page of a kind of record."""
    return int(statistics.median(sent(path) for path in site.glob(f"*/{kind}/*/index.html")))


def views(site: Path, handbook: Handbook) -> dict[Language, View]:
    """What the page of the example role costs a reader who comes for the first time, and what searching from there costs."""
    role = handbook.roles[handbook.about.example_role]
    with serving(site) as address, chromium() as browser:
        found: dict[Language, View] = {}
        for language in LANGUAGES:
            page = browser.new_context(viewport=WIDE).new_page()
            requests: list[str] = []
            page.on("request", lambda request, requests=requests: requests.append(request.url))
            page.goto(f"{address}{language}/roles/{role.id}/", wait_until="networkidle")
            at_rest = len(requests)
            asked(page, role.name[language])
            queried = len(requests)
            asked(page, handbook.used("competencies")[-1].name[language])
            first = by_kind(site, address, requests[:at_rest])
            query, another = (sum(by_kind(site, address, part).values()) for part in (requests[at_rest:queried], requests[queried:]))
            found[language] = View(first, query, another)
            page.context.close()
        return found


def by_kind(site: Path, address: str, requests: Iterable[str]) -> dict[str, int]:
    """Bytes sent for these addresses, by kind of file."""
    found: Counter[str] = Counter()
    for url in requests:
        if url.startswith(address):
            path = site / urlsplit(url).path.lstrip("/")
            file = path / "index.html" if path.is_dir() else path
            found[KINDS.get(file.suffix, REST)] += sent(file) if file.is_file() else 0
    return dict(found)
