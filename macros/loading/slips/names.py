"""The names that fields have: what stands before a colon in a file of the handbook, but for ids."""
from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Union

from pydantic import BaseModel

from macros.loading.homes import FILES, IN_FOLDERS
from macros.model.about import About
from macros.model.house_style import HouseStyle
from macros.words.languages import LANGUAGES

IN_CHINESE = {"中文": "zh", "汉语": "zh", "英文": "en", "英语": "en"}  # what is written for the name of a language
# What may stand before a colon: quoted, or without the signs that mean something to YAML or would be a slip.
NAME = r"""(?:"[^"]*"|'[^']*'|<<|[^\s:：﹕︰∶,，;；=＝\[\]{}#&*!|>'"%@`\-][^\s:：﹕︰∶,，;；=＝\[\]{}#]*)"""

HELD_BY = {"meaning": "changes", "competency": "competencies", "missing": "gaps"}  # what begins the items of one list only, and what holds that list
ITEM = re.compile(r" *- +\{?([a-z_]+): ")


def holder_of(line: str) -> str | None:
    """The name of the list that a line is an item of, where what it begins with stands in no other."""
    found = ITEM.match(line)
    return HELD_BY.get(found[1]) if found else None


@cache
def names() -> frozenset[str]:
    """Every name that a field of some record has, the languages, and the kinds."""
    return frozenset((*LANGUAGES, *_kinds(), *(name for name, _ in _fields())))


@cache
def holders() -> frozenset[str]:
    """The names whose value is never a word or a number of its own, but always fields or a list."""
    return frozenset((*_kinds(), *(name for name, _ in _fields()))) - {name for name, annotation in _fields() if _may_be_a_word(annotation)}


def _kinds() -> list[str]:
    return [kind for file in FILES.values() for kind in file]


@cache
def _fields() -> tuple[tuple[str, object], ...]:
    """Every field of every model by its name, with what it may hold."""
    models = (About, HouseStyle, *IN_FOLDERS.values(), *(model for file in FILES.values() for model in file.values()))
    return tuple(field for model in models for field in _inside(model, set()))


def _inside(annotation: object, seen: set[object]) -> Iterator[tuple[str, object]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation in seen:
            return
        seen.add(annotation)
        for name, info in annotation.model_fields.items():
            yield info.alias or name, info.annotation
            yield from _inside(info.annotation, seen)
    for inner in typing.get_args(annotation):
        yield from _inside(inner, seen)


def _may_be_a_word(annotation: object) -> bool:
    origin = typing.get_origin(annotation)
    if origin in (Union, UnionType):
        return any(map(_may_be_a_word, typing.get_args(annotation)))
    if origin is Annotated:
        return _may_be_a_word(typing.get_args(annotation)[0])
    held = origin or annotation
    return held is not NoneType and not (isinstance(held, type) and issubclass(held, (BaseModel, dict, tuple)))
