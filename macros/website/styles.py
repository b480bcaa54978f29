"""The stylesheets of the site from the many that people edit: one for every page, and some that only a few pages need."""
from __future__ import annotations

import re
from pathlib import Path

from macros.website.css import printed, rules
from macros.website.theme_styles import used, words

SHEET = "handbook.css"
PANEL = "search/panel.css"
IMPORT = re.compile(r'@import "([^"]+)";')
LICENCE = "/*! Parts of this are from Material for MkDocs, https://squidfunk.github.io/mkdocs-material/, MIT licence. */"


def sheets(assets: Path, theme: Path, templates: Path) -> dict[str, str]:
    """Every stylesheet by its path below `assets`, as small as it can be: those that stand there, each import replaced by the part that
    it names, and before the one of every page what the `templates` and scripts use of the theme's."""
    whole = {file.name: _whole(file) for file in sorted(assets.glob("*.css"))}
    whole[PANEL] = (assets / PANEL).read_text(encoding="utf-8")
    small = {path: printed(rules(sheet)) for path, sheet in whole.items()}
    return {**small, SHEET: LICENCE + printed(used(theirs(theme), known(assets, templates), whole[SHEET])) + small[SHEET]}


def theirs(theme: Path) -> str:
    """The theme's own stylesheet."""
    return "".join(file.read_text(encoding="utf-8") for file in sorted((theme / "assets/stylesheets").glob("*.css")))


def known(assets: Path, templates: Path) -> frozenset[str]:
    """Every word of the templates and scripts."""
    return words(file.read_text(encoding="utf-8") for folder, kind in ((templates, "*.html"), (assets, "*.js")) for file in folder.rglob(kind))


def _whole(sheet: Path) -> str:
    """A stylesheet with its parts in their places; parts are not published by themselves."""
    return IMPORT.sub(lambda found: (sheet.parent / found[1]).read_text(encoding="utf-8"), sheet.read_text(encoding="utf-8"))
