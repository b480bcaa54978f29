"""Stylesheets and scripts as they are published: small, and named by their content, so that a browser may keep them for good."""
from __future__ import annotations

import hashlib
import os.path
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.website.scripts import FIRST_PAINT, SCRIPT, WORKER, scripts
from macros.website.styles import SHEET, sheets

FOLDER = "assets/"
# Sheets that only some pages need, and what shows in a page's text that it is one of them.
MORE = {
    "filters.css": ("assets/indexes/filters.js", 'class="points"'), "matrix.css": ('class="matrix-clip"',), "map.css": ('class="map-list"',),
    "comparison.css": ("assets/comparison/",), "path.css": ("assets/path/",), "role.css": ('class="record-head role-head"',),
    "kpi.css": ('class="formula-card"',), "interview.css": ('class="interview"',), "home.css": ('class="home of-',),
}
NAMED = re.compile(r'"(\.{1,2}/[^"]+\.(?:js|css))"')  # how one script names another, or a sheet
ASKED = re.compile(r'assets/[\w/-]+\.(?:js|css)(?=")')  # how a page does


@dataclass(frozen=True)
class Assets:
    """What is published: each text by its path in the site, the path of each by the one that people edit, both from the site's root,
    what stands in every page itself, and the worker, which has no name by its content."""

    texts: Mapping[str, str]
    paths: Mapping[str, str]
    first_paint: str
    worker: str = ""

    def named(self, html: str) -> str:
        """A page that asks for files by the names that people edit, with the names that are published."""
        return ASKED.sub(lambda found: self.paths.get(found[0], found[0]), html)

    def sheets(self, body: str) -> list[str]:
        """The stylesheets that a page of this text needs, in their order."""
        return [self.paths[FOLDER + SHEET], *(self.paths[FOLDER + sheet] for sheet, signs in MORE.items() if any(sign in body for sign in signs))]

    @property
    def script(self) -> str:
        """The script of every page."""
        return self.paths[FOLDER + SCRIPT]


def published(docs: Path, theme: Path, templates: Path, root: Path) -> Assets:
    """All of it, from the folders of the texts, of the theme and of our templates, and from the packages of the project in `root`."""
    sources = {**sheets(docs / FOLDER, theme, templates), **scripts(docs / FOLDER, root)}
    first_paint, worker = sources.pop(FIRST_PAINT), sources.pop(WORKER)
    texts: dict[str, str] = {}
    paths: dict[str, str] = {}
    for path in sources:
        _publish(path, sources, texts, paths, ())
    return Assets(texts, {FOLDER + path: FOLDER + name for path, name in paths.items()}, first_paint, worker)


def _publish(path: str, sources: Mapping[str, str], texts: dict[str, str], paths: dict[str, str], above: tuple[str, ...]) -> str:
    """The published path of a file. What it names comes first, since its own text and so its name depend on theirs."""
    if path in above:
        raise ValueError(f"scripts import each other in a circle: {' → '.join((*above, path))}")
    if path not in paths:
        folder = os.path.dirname(path)

        def name(found: re.Match[str]) -> str:
            named = os.path.normpath(os.path.join(folder, found[1]))
            if named not in sources:
                raise ValueError(f"{path} names {found[1]}, which is not there")
            return f'"./{os.path.relpath(_publish(named, sources, texts, paths, (*above, path)), folder or ".")}"'

        text = NAMED.sub(name, sources[path])
        stem = PurePosixPath(path)
        paths[path] = str(stem.with_suffix(f".{hashlib.sha256(text.encode()).hexdigest()[:10]}{stem.suffix}"))
        texts[FOLDER + paths[path]] = text
    return paths[path]
