"""JSON Schemas of what is exported, made from the model as it is written out. They say what is there; what is not named may be added one day."""
from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from macros.loading.homes import FILES, FOLDERS
from macros.model.records import RECORD_KINDS
from macros.words.languages import LANGUAGES

SCHEMAS = "schemas/"
MODELS: dict[str, type[BaseModel]] = FOLDERS | {kind: model for kinds in FILES.values() for kind, model in kinds.items()}
LISTS = tuple(kind for kind in MODELS if kind not in RECORD_KINDS)  # what records name by id and is no record: levels, groups, units, documents, editions
DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOR_STAFF = ("owner",)  # what records of the public edition do not have

Schema = dict[str, Any]


@cache
def schemas() -> dict[str, Schema]:
    """Every schema by its name: of each kind of record, `roles`, of the whole, `handbook`, and of the list of files, `index`."""
    made = models_json_schema([(model, "serialization") for model in MODELS.values()], by_alias=True)[1]["$defs"]
    defined = {name: _published(schema) for name, schema in made.items()}
    names = {kind: model.__name__ for kind, model in MODELS.items()}
    pages = _object({language: {"type": "string", "format": "uri"} for language in LANGUAGES}, LANGUAGES)
    for kind in RECORD_KINDS:
        defined[names[kind]]["properties"]["url"] = {**pages, "description": "The addresses of its page in each language."}
    about = _object({"edition": {"type": "string"}, "effective_on": {"type": "string", "format": "date"}, "issued_by": {"type": "string"},
                     "audience": {"enum": ["internal", "public"]}, **{name: _at("Text") for name in ("title", "short_title", "department", "summary")}})
    head = {"version": {"const": 1}, "about": about}
    listed = {"id": {"type": "string"}, "name": _at("Text"), "file": {"type": "string"}}
    entry = _object({**listed, "replaced_by": {"type": "array", "items": {"type": "string"}}}, tuple(listed))
    roots = {
        **{kind: _at(names[kind]) for kind in RECORD_KINDS},
        "handbook": _object({**head, **{kind: {"type": "array", "items": _at(name)} for kind, name in names.items()}}),
        "index": _object({**head, "records": _object({kind: {"type": "array", "items": entry} for kind in RECORD_KINDS})}),
    }
    return {name: {"$schema": DIALECT, **root, "$defs": {key: defined[key] for key in sorted(_needed(root, defined))}} for name, root in roots.items()}


def _object(properties: Schema, required: tuple[str, ...] | None = None) -> Schema:
    return {"type": "object", "properties": properties, "required": [*(properties if required is None else required)]}


def _at(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _published(node: Any) -> Any:
    """A part of pydantic's schema for those who read the data: what holds nothing is left out and not null, and a new field breaks nobody's check."""
    if isinstance(node, list):
        return [_published(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "ids" in node:
        return {"type": "string", "description": f"An id of {node['ids'].replace('_', ' ')}."}
    made = {key: {name: _published(inner) for name, inner in value.items()} if key == "properties" else _published(value)
            for key, value in node.items() if key not in ("title", "default") and (key, value) != ("additionalProperties", False)}
    if "anyOf" in made:
        found = [one for one in made["anyOf"] if one != {"type": "null"}]
        made = found[0] if len(found) == 1 else {**made, "anyOf": found}
    if "properties" in made and made.get("type") == "object":
        made["properties"].pop("file", None)
        made["required"] = [key for key in made["properties"] if key not in FOR_STAFF and not _may_be_null(node, key)]
    if isinstance(said := made.get("description"), str):
        made["description"] = " ".join(said.split("\n\n")[0].split())
    return made


def _may_be_null(node: Schema, key: str) -> bool:
    return {"type": "null"} in node["properties"][key].get("anyOf", ())


def _needed(node: Any, defined: dict[str, Schema], found: frozenset[str] = frozenset()) -> frozenset[str]:
    """The definitions that a part of a schema leads to."""
    for name in _pointed_at(node):
        if name not in found:
            found = _needed(defined[name], defined, found | {name})
    return found


def _pointed_at(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rpartition("/")[2]
        for inner in node.values():
            yield from _pointed_at(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _pointed_at(inner)
