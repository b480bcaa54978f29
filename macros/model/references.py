"""Finds what is inside a record by the types of the model: every id, or everything of a kind."""
from __future__ import annotations

import typing
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from macros.model.record import Record, Ref
from macros.words.problems import Path

Kind = TypeVar("Kind")
Reference = tuple[Path, str, str]
_FOUND: WeakKeyDictionary[Record, tuple[Reference, ...]] = WeakKeyDictionary()


def references(value: object) -> Iterable[Reference]:
    """Every id inside a record, or a part of one, as (path, kind it points at, id). Those of a record are asked for again and again, and kept with it."""
    found = _FOUND.get(value) if isinstance(value, Record) else None
    if found is None:
        gathered: list[Reference] = []
        _gather(value, (), gathered)
        found = tuple(gathered)
        if isinstance(value, Record):
            _FOUND[value] = found
    return found


def _gather(value: object, path: Path, found: list[Reference]) -> None:
    """Adds the ids inside a value; a list, since to hand each up through every level takes several times as long."""
    if isinstance(value, BaseModel):
        for name, key, kind, keyed in _fields(type(value)):
            inner = getattr(value, name)
            if not inner:
                continue
            if keyed:
                found += [((*path, key, one), keyed, one) for one in inner]
            if kind is None:
                _gather(inner, (*path, key), found)
            elif isinstance(inner, str):
                found.append(((*path, key), kind, inner))
            elif isinstance(inner, tuple):
                found += [((*path, key, number), kind, one) for number, one in enumerate(inner)]
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            _gather(one, (*path, number), found)
    elif isinstance(value, dict):
        for key, one in value.items():
            _gather(one, (*path, key), found)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, str | None, str | None], ...]:
    """The fields worth following: (name, key in the file, kind pointed at or None for nested values, kind that the keys of a mapping point at)."""
    found = []
    for name, info in model.model_fields.items():
        kind = next((one.kind for one in info.metadata if isinstance(one, Ref)), None) or _ref_in(info.annotation)
        keyed = _ref_in(typing.get_args(info.annotation)[0]) if typing.get_origin(info.annotation) is dict else None
        if kind or keyed or _leads(info.annotation):
            found.append((name, info.alias or name, kind, keyed))
    return tuple(found)


def _ref_in(annotation: object) -> str | None:
    for inner in getattr(annotation, "__metadata__", ()):
        if isinstance(inner, Ref):
            return inner.kind
    if typing.get_origin(annotation) is dict:
        return None
    return next((kind for inner in typing.get_args(annotation) if (kind := _ref_in(inner))), None)


def _leads(annotation: object) -> bool:
    """Whether an id can stand inside what a field holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return bool(_fields(annotation))
    return any(map(_leads, typing.get_args(annotation)))


def inside(value: object, kind: type[Kind]) -> list[tuple[Path, Kind]]:
    """Everything of a kind inside a record, with its path."""
    found: list[tuple[Path, Kind]] = []
    _inside(value, kind, (), found)
    return found


def _inside(value: object, kind: type[Kind], path: Path, found: list[tuple[Path, Kind]]) -> None:
    if isinstance(value, kind):
        found.append((path, value))
    elif isinstance(value, BaseModel):
        for name, key in leading_to(kind, type(value)):  # type: ignore[arg-type]  # classes are hashable; the stub of cache does not see it
            if inner := getattr(value, name):
                _inside(inner, kind, (*path, key), found)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            _inside(one, kind, (*path, number), found)
    elif isinstance(value, dict):
        for key, one in value.items():
            _inside(one, kind, (*path, key), found)


@cache
def leading_to(kind: type[Any], model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model in which something of a kind can be: name, and key in the file."""

    def leads(annotation: object) -> bool:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return issubclass(annotation, kind) or bool(leading_to(kind, annotation))  # type: ignore[arg-type]  # classes are hashable; the stub of cache does not see it
        return any(map(leads, typing.get_args(annotation)))

    return tuple((name, info.alias or name) for name, info in model.model_fields.items() if leads(info.annotation))
