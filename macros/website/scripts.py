"""The scripts of the site from the many that people edit: one for every page, one in the page itself, and modules that are loaded where needed."""
from __future__ import annotations

import re
from pathlib import Path

import rjsmin  # type: ignore[import-untyped]

SCRIPT = "handbook.js"
PARTS = "site/"
FIRST_PAINT = f"{PARTS}first-paint.js"  # stands in every page
WORKER = f"{PARTS}worker.js"  # no part of any other
PART = re.compile(r'^import "\./([^"]+)";\n', re.M)
ABOVE = re.compile(r'(?<=")\.\./(?=[^"]+\.(?:js|css)")')  # what a part names counts from its own folder, the script stands above it
LIBRARY = "search/minisearch.js"
SOURCE = "node_modules/minisearch/dist/es/index.js"
LICENCE = "/*! MiniSearch, https://github.com/lucaong/minisearch, MIT licence. */\n"


class NoLibrary(Exception):
    """A library that the scripts need is not installed; the message says so in both languages."""


def scripts(assets: Path, root: Path) -> dict[str, str]:
    """Every script by its path below `assets`, without comments and spaces; the library of the search comes from the packages of the project in `root`."""
    library = root / SOURCE
    if not library.is_file():
        raise NoLibrary(f"找不到{SOURCE}，请先运行make setup。\n{SOURCE} is missing; run make setup first.")
    found = {file.relative_to(assets).as_posix(): file.read_text(encoding="utf-8") for file in sorted(assets.rglob("*.js"))}
    parts = {path: found.pop(path) for path in list(found) if path.startswith(PARTS) and path not in (FIRST_PAINT, WORKER)}
    found[SCRIPT] = bundled(found[SCRIPT], parts)
    small = {path: rjsmin.jsmin(script) for path, script in {**found, LIBRARY: library.read_text(encoding="utf-8")}.items()}
    return {**small, LIBRARY: LICENCE + small[LIBRARY]}


def bundled(script: str, parts: dict[str, str]) -> str:
    """The script with each import replaced by the part that it names, in a block, so that no part knows the names of another."""
    def part(found: re.Match[str]) -> str:
        return f"{{\n{ABOVE.sub('./', parts[found[1]])}}}\n"

    return '"use strict";\n' + PART.sub(part, script)
