"""The bodies of a finished site’s pages as sources for other generators: what stands inside the article, as it is."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import html

from macros.words.languages import LANGUAGES

PAGE = '---\ntitle: "{}"\n---\n\n<div>\n{}\n</div>\n'


class Body(NamedTuple):
    """One page: its folder below the site, such as `zh/roles`, its title and the HTML of its body; whether pages stand below it."""

    folder: Path
    title: str
    text: str
    has_pages_below: bool


def bodies(site: Path) -> Iterator[Body]:
    """Every page of a site in both languages."""
    for language in LANGUAGES:
        for path in sorted((site / language).rglob("index.html")):
            root = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
            article = next((found for name in ("article", "main") if (found := root.find(f".//{name}")) is not None), root)
            inner = "".join(html.tostring(part, encoding="unicode") for part in article)
            title = (root.findtext(".//title") or language).strip().replace('"', "'").replace("\\", "")
            yield Body(path.parent.relative_to(site), title, re.sub(r"\n\s*\n", "\n", inner), len(list(path.parent.rglob("index.html"))) > 1)


def write_markdown(site: Path, docs: Path) -> None:
    """Sources for generators of the MkDocs family: raw HTML in a Markdown file, which Markdown hands on."""
    for body in bodies(site):
        _write(docs / body.folder / "index.md", body)


def write_hugo(site: Path, content: Path) -> None:
    """Sources for Hugo, which calls a page with pages below it a section."""
    for body in bodies(site):
        _write(content / body.folder / ("_index.html" if body.has_pages_below else "index.html"), body)


def _write(file: Path, body: Body) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(body.title, body.text), encoding="utf-8")
