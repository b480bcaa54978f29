"""A handbook of other texts: the tiny one with some sentences replaced, and the site that is made of it."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path as Folder

import material

from macros.loading.document import Document
from macros.loading.folder import Loaded, fit_all, read_all
from macros.model.handbook import Handbook
from macros.website.assets import Assets, published
from macros.website.dead_links import Links
from macros.website.frames import Site
from macros.website.page_list import outlines
from macros.website.publishing import publish
from macros.words.problems import Path
from tests.places import BAKERY, ROOT

Texts = dict[tuple[str, Path], dict[str, str]]  # by file and place in it


@cache
def documents() -> dict[str, Document]:
    """The files of the tiny handbook."""
    return read_all(BAKERY).documents


def sentences() -> list[tuple[str, Path]]:
    """Every place where both halves of a sentence stand."""
    return [(name, path) for name, document in documents().items() for path, value in _places(document.data) if _is_sentence(value)]


def _is_sentence(value: object) -> bool:
    return isinstance(value, dict) and {*value} == {"zh", "en"} and all(isinstance(half, str) for half in value.values())


def _places(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    yield path, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _places(inner, (*path, key))


def fitted(texts: Texts) -> Loaded:
    """The handbook with these texts, and what the model says of it. Rules are not asked: what they let stand is part of this."""
    changed = dict(documents())
    for (name, path), text in texts.items():
        changed[name] = replace(changed[name], data=_with(changed[name].data, path, text))
    return fit_all(changed, [], "data")


def _with(data: object, path: Path, text: object) -> object:
    if not path:
        return text
    copy = data.copy()  # type: ignore[attr-defined]
    copy[path[0]] = _with(copy[path[0]], path[1:], text)
    return copy


@cache
def assets() -> Assets:
    return published(ROOT / "docs", Folder(material.__file__).parent / "templates", ROOT / "overrides", ROOT)


def made(handbook: Handbook, folder: Folder) -> Links:
    """The whole site but for what is written by hand and copied, in a folder."""
    return publish(Site(handbook, list(outlines(handbook)), assets(), "https://handbook.seven-ovens.net/", "", {}), folder)
