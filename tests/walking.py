"""Walks a finished site with a parser: every link, anchor, picture, script and stylesheet must lead somewhere in it.

Slow, and knows nothing of how pages are made; what the build notes while it makes them is held against it."""
from __future__ import annotations

import os.path
import re
from io import BytesIO
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from lxml import etree

TARGETS = etree.XPath("//@href | //@src | //@action", smart_strings=False)
PICTURES = etree.XPath("//@srcset", smart_strings=False)
IDS = etree.XPath("//@id", smart_strings=False)
OUTSIDE = re.compile(r"^[a-z][a-z0-9+.-]*:", re.I)


def dead_ends(site: Path, base: str = "/") -> list[str]:
    """Every reference that leads nowhere, as `page: reference`, sorted. `base` is the path the site will stand under."""
    return walked(site, base)[0]


def walked(site: Path, base: str = "/") -> tuple[list[str], int]:
    """The dead ends of a site, and how many references it makes in all."""
    ids: dict[str, set[str]] = {}
    references: list[tuple[str, str]] = []
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for page in sorted(name for name in files if name.endswith(".html")):
        ids[page], found = seen((site / page).read_bytes())
        references += [(page, target) for target in found]
    for sheet in sorted(name for name in files if name.endswith(".css")):
        references += [(sheet, target) for target in re.findall(r"url\([\"']?([^\"')]+)", (site / sheet).read_text(encoding="utf-8"))]
    return sorted({f"{page}: {target}" for page, target in references if not _arrives(page, target, base, files, ids)}), len(references)


def seen(page: bytes) -> tuple[set[str], set[str]]:
    """The ids of a page, and the references it makes."""
    tree = etree.parse(BytesIO(page), etree.HTMLParser(encoding="utf-8"))
    pictures = {part.split()[0] for several in _values(PICTURES, tree) for part in several.split(",")}
    return set(_values(IDS, tree)), {*_values(TARGETS, tree), *pictures}


def _values(path: etree.XPath, tree: etree._ElementTree) -> list[str]:
    """The attributes a path finds."""
    return cast(list[str], path(tree))


def _arrives(page: str, target: str, base: str, files: set[str], ids: dict[str, set[str]]) -> bool:
    if OUTSIDE.match(target):
        return True
    parts = urlsplit(target)
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if path.startswith("/") or parts.netloc:
        # Only the 404 page has absolute links, since nobody knows where it will be shown.
        if page != "404.html" or parts.netloc or not path.startswith(base):
            return False
        path = path.removeprefix(base) or "."
    found = os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page
    if path.endswith("/") or found == "." or f"{found}/index.html" in files:
        found = os.path.normpath(f"{found}/index.html")
    return found in files and (not anchor or found not in ids or anchor in ids[found])
