"""What the model's types say of a place in a record: what may stand there, and under which names."""
from __future__ import annotations

import typing

from pydantic import BaseModel

from macros.model.references import model_in
from macros.words.problems import Path


def type_at(model: type[BaseModel], path: Path) -> object:
    """The type of what stands where `path` leads, following the model's own types."""
    annotation: object = model
    for part in path:
        annotation = _inside(annotation, part)
    return annotation


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand where `path` leads."""
    found = model_in(type_at(model, path)) or model
    hidden = {"id", "file"} if "file" in found.model_fields else set()
    return [str(name) for name in _names(found) if name not in hidden]


def _inside(annotation: object, part: str | int) -> object:
    """The type of what stands at `part` in a value of this type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        name = _names(annotation).get(part)
        return annotation.model_fields[name].annotation if name else annotation
    found = typing.get_args(annotation)
    if typing.get_origin(annotation) is dict:
        return found[1]
    if typing.get_origin(annotation) is tuple:
        return found[0]
    return _inside(next(inner for inner in found if model_in(inner)), part)


def _names(model: type[BaseModel]) -> dict[str | int, str]:
    return {info.alias or name: name for name, info in model.model_fields.items()}
