"""The stylesheets of the site from the many that people edit: one for every page, and some that only a few pages need."""
from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from macros.loading import kept
from macros.loading.kept import Kept, stamp
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
    return _small(whole, theirs(theme), known(assets, templates))


def _small(whole: Mapping[str, str], theme: str, known: frozenset[str]) -> dict[str, str]:
    """The sheets as they are published; kept, because reading styles takes long and they seldom change."""
    table = Kept(kept.FOLDER / "styles")
    key = stamp(*(part.encode() for part in (*chain(*whole.items()), theme, *sorted(known))))
    found = table.get(key)
    if isinstance(found, dict):
        return found
    small = {path: printed(rules(sheet)) for path, sheet in whole.items()}
    small[SHEET] = LICENCE + printed(used(theme, known, whole[SHEET])) + small[SHEET]
    table.put(key, small)
    table.save()
    return small


def theirs(theme: Path) -> str:
    """The theme's own stylesheet."""
    return "".join(file.read_text(encoding="utf-8") for file in sorted((theme / "assets/stylesheets").glob("*.css")))


def known(assets: Path, templates: Path) -> frozenset[str]:
    """Every word of the templates and scripts."""
    return words(file.read_text(encoding="utf-8") for folder, kind in ((templates, "*.html"), (assets, "*.js")) for file in folder.rglob(kind))


def _whole(sheet: Path) -> str:
    """A stylesheet with its parts in their places; parts are not published by themselves."""
    return IMPORT.sub(lambda found: (sheet.parent / found[1]).read_text(encoding="utf-8"), sheet.read_text(encoding="utf-8"))
