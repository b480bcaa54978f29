"""Walks a finished site: every link, anchor, picture, script and stylesheet must lead somewhere in it."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html as lxml_html

ATTRIBUTES = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "form": "action", "use": "href"}
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)


def dead_ends(site: Path) -> list[str]:
    """Every reference that leads nowhere, as `page: reference`, sorted."""
    ids: dict[Path, set[str]] = {}
    references: list[tuple[Path, str]] = []
    for page in sorted(site.rglob("*.html")):
        tree = lxml_html.parse(str(page), parser=lxml_html.HTMLParser(encoding="utf-8")).getroot()
        ids[page] = set(tree.xpath("//@id")) | set(tree.xpath("//a/@name"))
        references += [(page, target) for target in _targets(tree)]
    for sheet in sorted(site.rglob("*.css")):
        references += [(sheet, target) for target in re.findall(r"url\([\"']?([^\"')]+)", sheet.read_text(encoding="utf-8"))]
    return sorted({f"{page.relative_to(site)}: {target}" for page, target in references if not _arrives(site, page, target, ids)})


def _targets(tree) -> Iterator[str]:
    for tag, attribute in ATTRIBUTES.items():
        yield from tree.xpath(f"//{tag}[@{attribute}]/@{attribute}")
    for style in tree.xpath("//*[@srcset]/@srcset"):
        yield from (part.split()[0] for part in style.split(","))


def _arrives(site: Path, page: Path, target: str, ids: dict[Path, set[str]]) -> bool:
    if OUTSIDE.match(target):
        return True
    parts = urlsplit(target)
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if path.startswith("/"):
        # Only the 404 page has absolute links, since nobody knows where it will be shown.
        return page.name == "404.html"
    found = (page.parent / path).resolve() if path else page
    if found.is_dir():
        found = found / "index.html"
    if not found.is_file() or site.resolve() not in found.resolve().parents:
        return False
    return not anchor or found.suffix != ".html" or anchor in ids.get(found, ids.get(site / found.relative_to(site.resolve()), set()))
