"""JSON Schemas, by which an editor completes and checks the files while someone types: one for each kind of file, made from the model and the ids."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from macros.loading.fitting import NUMBER, UNKNOWN
from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT, EITHER, FILES, FOLDERS
from macros.loading.house_style import STYLE
from macros.model.about import About
from macros.model.house_style import OwnStyle
from macros.model.record import ID, Record
from macros.model.sources import SourceDocument
from macros.model.vocabularies import CHOICES

DRAFT = "http://json-schema.org/draft-07/schema#"
DEFINED = "#/definitions/"
KEYS = {"currencies": "^[A-Z]{3}$", "editions": f"^{NUMBER}$"}  # what ids of a kind look like that are not like those of others
FROM_WHERE_IT_IS = ("id", "file")  # no file says these of its records
WHOLE: dict[str, type[BaseModel]] = {ABOUT: About, STYLE: OwnStyle}

Schema = dict[str, Any]


def schemas(loaded: Loaded) -> Mapping[str, Schema]:
    """Every schema by the name of its file: `roles.json` for a role, `terms.json` for terms.yml, `terms-one.json` for a term in a file of its own."""
    models = [*FOLDERS.values(), *(model for kinds in FILES.values() for model in kinds.values()), *WHOLE.values()]
    made = models_json_schema([(model, "validation") for model in models], by_alias=True, ref_template=DEFINED + "{model}")[1]["$defs"]
    ids = _ids(loaded)
    defined = {name: _fitted(schema, ids) for name, schema in made.items()}
    del defined["Text"]["description"]  # it is the words below a key that count
    for model in models:
        _as_written(model, defined[model.__name__])
    defined |= {_named(kind): _one_of(named) for kind, named in ids.items()}
    one = {f"{kind}.json": model for kind, model in FOLDERS.items()} | {f"{kind}-one.json": model for kind, model in EITHER.items()}
    one |= {name.replace(".yml", ".json"): model for name, model in WHOLE.items()}
    roots: dict[str, Schema] = {name: _pointing(model.__name__) for name, model in one.items()}
    roots |= {name.replace(".yml", ".json"): _collection(kinds) for name, kinds in FILES.items()}
    return {name: {"$schema": DRAFT, **root, "definitions": dict(_needed(root, defined))} for name, root in sorted(roots.items())}


def _ids(loaded: Loaded) -> dict[str, dict[str, str]]:
    """What may stand where a record is pointed at, by kind, each with its name in both languages."""
    pointed = [kind for kind in loaded.known if hasattr(loaded.handbook, kind) and kind != "editions"]  # at an edition nothing points
    names = {kind: {id: _both(record) for id, record in getattr(loaded.handbook, kind).items()} for kind in pointed}
    names["sections"] = {f"{document.id}#{section}": f"{_both(heading)} ({_both(document)})"
                         for document in loaded.handbook.documents.values() for section, heading in document.sections.items()}
    for kind, choice in CHOICES.items():
        names[kind] = {id: name for held in choice.lists for id, name in names[held].items()}
    return {kind: {id: names.get(kind, {}).get(id, "") for id in known} for kind, known in sorted(loaded.known.items())}


def _both(thing: Any) -> str:
    text = thing.called if isinstance(thing, SourceDocument) else getattr(thing, "name", thing)
    return f"{text.zh} · {text.en}"


def _fitted(node: Any, ids: Mapping[str, Mapping[str, str]]) -> Any:
    """A part of pydantic's schema as files are written: no null, ids by name, no key that is not meant."""
    if isinstance(node, list):
        return [_fitted(one, ids) for one in node]
    if not isinstance(node, dict):
        return node
    if "ids" in node:
        return _pointing(_named(node["ids"]))
    if "anyOf" in node:
        found = [one for one in _fitted(node["anyOf"], ids) if one.get("type") != "null"]
        return found[0] if len(found) == 1 else {"anyOf": found}
    fitted = {key: {name: _fitted(inner, ids) for name, inner in value.items()} if key == "properties" else _fitted(value, ids)
              for key, value in node.items() if key not in ("title", "default")}
    if isinstance(node.get("description"), str):
        fitted["description"] = " ".join(node["description"].split("\n\n")[0].split())
    if "patternProperties" in node:
        fitted["additionalProperties"] = False
    if "propertyNames" in node:  # keys that are known are offered one by one
        keys = node["propertyNames"]
        known = ids[keys["ids"]] if "ids" in keys else dict.fromkeys(keys.get("enum", ()))
        inner = fitted.pop("additionalProperties")
        del fitted["propertyNames"]
        fitted |= {"properties": {key: inner for key in known}, "additionalProperties": False}
    return fitted


def _as_written(model: type[BaseModel], schema: Schema) -> None:
    """A record says neither where it is kept nor what handbook.yml may say for its kind."""
    if "file" not in model.model_fields:
        return
    for key in FROM_WHERE_IT_IS:
        schema["properties"].pop(key, None)
    spared = {*FROM_WHERE_IT_IS, *(UNKNOWN if issubclass(model, Record) else ())}
    schema["required"] = [key for key in schema["required"] if key not in spared]


def _collection(kinds: Mapping[str, type[BaseModel]]) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": {
        kind: {"type": "object", "additionalProperties": False,
               "patternProperties": {KEYS.get(kind, ID): _pointing(model.__name__)}}
        for kind, model in kinds.items()
    }}


def _one_of(named: Mapping[str, str]) -> Schema:
    """One of these ids; where there are none, nothing can be right."""
    return {"type": "string", "enum": [*named], "enumDescriptions": [*named.values()]} if named else {"not": {}}


def _pointing(name: str) -> Schema:
    return {"$ref": DEFINED + name}


def _named(kind: str) -> str:
    return f"id-{kind}"


def _needed(root: Schema, defined: Mapping[str, Schema]) -> Iterator[tuple[str, Schema]]:
    """The definitions that a schema leads to, by name."""
    found: set[str] = set()
    todo = [*_pointed_at(root)]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += _pointed_at(defined[name])
    return ((name, defined[name]) for name in sorted(found))


def _pointed_at(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].removeprefix(DEFINED)
        for inner in node.values():
            yield from _pointed_at(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _pointed_at(inner)
