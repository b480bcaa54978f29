"""Finds what is inside a record by the types of the model: every id, or everything of a kind."""
from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from macros.model.record import Record, Ref
from macros.words.problems import Path

Kind = TypeVar("Kind")
Reference = tuple[Path, str, str]
_FOUND: WeakKeyDictionary[Record, tuple[Reference, ...]] = WeakKeyDictionary()
_PATHS: dict[Path, Path] = {}  # records of a kind have the same paths, which are kept once


def references(value: object) -> Iterable[Reference]:
    """Every id inside a record, or a part of one, as (path, kind it points at, id). Those of a record are asked for again and again, and kept with it."""
    found = _FOUND.get(value) if isinstance(value, Record) else None
    if found is None:
        gathered: list[Reference] = []
        _gather(value, (), gathered)
        found = tuple([(_PATHS.setdefault(path, path), kind, id) for path, kind, id in gathered])
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
def ids_in(model: type[BaseModel]) -> dict[str, str]:
    """The fields of a model that hold an id or several, with the kind these point at."""
    return {name: kind for name, _, kind, _ in _fields(model) if kind}


def references_as_written(model: type[BaseModel], data: object) -> Iterator[Reference]:
    """The ids inside what was written for a model that does not fit it: those that stand where an id belongs."""
    if not isinstance(data, dict):
        return
    for name, key, kind, keyed in _fields(model):
        inner, annotation = data.get(key), model.model_fields[name].annotation
        words, held = _written_for(model, name)
        if keyed and isinstance(inner, dict):
            yield from (((key, one), keyed, one) for one in inner)
        if kind and isinstance(inner, str) and inner not in words:
            yield (key,), kind, inner
        elif kind and isinstance(inner, list):
            yield from (((key, number), kind, one) for number, one in enumerate(inner) if isinstance(one, str) and one not in words)
        elif not kind and held:
            parts = [((), inner), *(((part,), one) for part, one in _parts(inner) if typing.get_origin(annotation) is not None)]
            yield from (((key, *path, *place), of, id) for path, one in parts for place, of, id in references_as_written(held, one))


def _parts(value: object) -> Iterator[tuple[str | int, object]]:
    yield from value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def model_in(annotation: object) -> type[BaseModel] | None:
    """The first model among the types that a value may have; None where it has no fields of its own."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in typing.get_args(annotation) if (found := model_in(inner))), None)


@cache
def _written_for(model: type[BaseModel], name: str) -> tuple[set[object], type[BaseModel] | None]:
    """What may be written for a field beside ids: words, and a part with fields of its own."""
    annotation = model.model_fields[name].annotation
    return _words_in(annotation), model_in(annotation)


def _words_in(annotation: object) -> set[object]:
    """The words that may stand where a value is wanted, and are no ids."""
    if typing.get_origin(annotation) is typing.Literal:
        return set(typing.get_args(annotation))
    return {word for inner in typing.get_args(annotation) for word in _words_in(inner)}


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
