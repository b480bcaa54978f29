"""The names that fields have: what stands before a colon in a file of the handbook, but for ids."""
from __future__ import annotations

import typing
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from macros.loading.homes import FILES, IN_FOLDERS
from macros.model.about import About
from macros.model.house_style import HouseStyle
from macros.words.languages import LANGUAGES

IN_CHINESE = {"中文": "zh", "汉语": "zh", "英文": "en", "英语": "en"}  # what is written for the name of a language
# What may stand before a colon: quoted, or without the signs that mean something to YAML or would be a slip.
NAME = r"""(?:"[^"]*"|'[^']*'|<<|[^\s:：﹕︰∶,，;；=＝\[\]{}#&*!|>'"%@`\-][^\s:：﹕︰∶,，;；=＝\[\]{}#]*)"""


@cache
def names() -> frozenset[str]:
    """Every name that a field of some record has, the languages, and the kinds."""
    kinds = {kind for file in FILES.values() for kind in file}
    models = (About, HouseStyle, *IN_FOLDERS.values(), *(model for file in FILES.values() for model in file.values()))
    return frozenset((*LANGUAGES, *kinds, *(name for model in models for name in _names(model, set()))))


def _names(annotation: object, seen: set[object]) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen:
            return
        seen.add(annotation)
        for name, info in annotation.model_fields.items():
            yield info.alias or name
            yield from _names(info.annotation, seen)
    for inner in typing.get_args(annotation):
        yield from _names(inner, seen)
