"""Whether anyone may be told of a change: the public edition shows what changed, as it was and as it is.

The records are YAML values, which may not fit today's model; whatever it does not know is taken to be for staff."""
from __future__ import annotations

import typing
from collections.abc import Sequence
from types import UnionType
from typing import Any

from pydantic import BaseModel

from macros.changes.change import Change
from macros.changes.compared import Records
from macros.changes.pairing import pairs
from macros.changes.renamed import MODELS
from macros.model.public import GUESSED, SHOWN, VALUES, is_for_all
from macros.model.record import Places, Record
from macros.model.records import RECORD_KINDS
from macros.model.references import ids_in, references_as_written
from macros.model.roles import Role, RoleTarget
from macros.words.problems import Path

SILENT = ("sources", "basis", "figures")  # what a part may hold that no sentence on a change repeats
Values = Sequence[Any]  # what stands at a place: before, and now, or the one that there is


def shows(change: Change, before: Records, after: Records) -> bool:
    """Whether the public edition shows a change of a record that has a page, in words that say nothing else."""
    records = [found for one in (before, after) if (found := one.get((change.kind, change.id))) is not None]
    known: Records = {**before, **after}
    if change.kind not in Places.model_fields or not all(_for_all(change.kind, one) for one in records):
        return False
    model = MODELS[change.kind]
    if not change.path:
        return _points_at_public(change.kind, [_heirs(change.after)], known)
    if change.moved_from:
        return all(_shows(model, [record], path, known) for record, path in zip(records, (change.moved_from, change.path)))
    return _shows(model, records, change.path, known, gone=change.after is None)


def _for_all(kind: str, record: Any) -> bool:
    return isinstance(record, dict) and is_for_all(kind, record.get("audience"))


def _heirs(record: Any) -> Any:
    """What takes the place of a record that goes out of use."""
    gone = record.get("retired") if isinstance(record, dict) else None
    return gone.get("replaced_by") if isinstance(gone, dict) else None


def _shows(annotation: object, values: Values, path: Path, known: Records, pointing: str = "", *, gone: bool = False) -> bool:
    """Whether what stands at a path below a place shows, with all on the way; `annotation` is the type of the place, `pointing` the kind of its ids,
    and `gone` says that nothing stands at the path now."""
    held = _bare(annotation)
    if _is_model(held) and not all(_is_shown(held, one) for one in values):
        return False
    if not path:
        return _points_at_public(pointing, values, known) if pointing else all(_says_only_what_shows(held, one, known) for one in values)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        inner = _at(values, step, gone=gone and not rest)
        return bool(inner) and _shows(_arguments(held, tuple)[0], inner, rest, known, pointing, gone=gone)
    if typing.get_origin(held) is dict:
        return _shows(_arguments(held, dict)[1], _in(values, step), rest, known, gone=gone)
    name = _field(held, step)
    if name is None or not all(_shows_field(held, one, name) for one in values):
        return False
    kind = ids_in(held).get(name, "")
    return _shows(held.model_fields[name].annotation, _in(values, step), rest, known, kind if kind in RECORD_KINDS else "", gone=gone)


def _bare(annotation: object) -> Any:
    """A type without what is said beside it, and without None."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, UnionType):
        return next((_bare(one) for one in typing.get_args(annotation) if one is not type(None)), None)
    return annotation


def _is_model(held: Any) -> bool:
    return isinstance(held, type) and issubclass(held, BaseModel)


def _arguments(annotation: object, origin: type) -> tuple[object, ...]:
    return typing.get_args(annotation) if typing.get_origin(annotation) is origin else (None, None)


def _at(values: Values, place: int, *, gone: bool) -> list[Any]:
    """The part of a list that stands at a place now, with what it was before; where it is gone, what stood there."""
    if not all(isinstance(one, list) for one in values):
        return []
    if gone or len(values) == 1:
        return list(values[0][place:place + 1])
    old, new = values
    return [part for was, now in pairs(old, new) if now == place for part in (*(() if was is None else (old[was],)), new[place])]


def _in(values: Values, key: str) -> list[Any]:
    return [one[key] for one in values if isinstance(one, dict) and one.get(key) is not None]


def _field(model: Any, key: str) -> str | None:
    """The field that has a key, where the public edition shows it."""
    if not _is_model(model):
        return None
    shown = (*SHOWN.get(model, ()), *(("name",) if issubclass(model, Record) else ()))
    return next((name for name, info in model.model_fields.items() if (info.alias or name) == key and name in shown), None)


def _is_shown(model: type[BaseModel], value: Any) -> bool:
    """Whether a part of a record is not for staff as a whole."""
    default = model.model_fields["audience"].default if "audience" in model.model_fields else None
    return issubclass(model, VALUES) or model in SHOWN and (value.get("audience", default) if isinstance(value, dict) else default) != "internal"


def _shows_field(model: type[BaseModel], part: Any, name: str) -> bool:
    """Whether a field that shows in other parts does so in this one."""
    if model is RoleTarget and name == "target":
        return isinstance(part, dict) and (part.get("audience") == "public" or part.get("target") == "not-stated")
    if model is Role and name in GUESSED and isinstance(part, dict):
        reasons = part.get("basis_of")
        return not isinstance(reasons, dict) or not isinstance(why := reasons.get(name), dict) or why.get("basis") == "stated"
    return True


def _says_only_what_shows(held: Any, value: Any, known: Records) -> bool:
    """Whether nothing that a sentence would say of a part is for staff."""
    if isinstance(value, list):
        return all(_says_only_what_shows(_bare(_arguments(held, tuple)[0]), one, known) for one in value)
    if not isinstance(value, dict) or _is_model(held) and issubclass(held, VALUES):
        return True
    if typing.get_origin(held) is dict:
        return all(_says_only_what_shows(_bare(_arguments(held, dict)[1]), one, known) for one in value.values())
    if not _is_model(held) or not _is_shown(held, value):
        return False
    if "zh" in value:  # its words alone are told
        return True
    if not all(_points_at_public(kind, [id], known) for _, kind, id in references_as_written(held, value) if kind in RECORD_KINDS):
        return False
    return all(
        (name := _field(held, key)) is not None and _shows_field(held, value, name)
        and _says_only_what_shows(_bare(held.model_fields[name].annotation), one, known)
        for key, one in value.items() if key not in (*SILENT, "audience")
    )


def _points_at_public(kind: str, values: Values, known: Records) -> bool:
    """Whether every record that is named is for all to see."""
    ids = [id for one in values for id in (one if isinstance(one, list) else [one]) if id not in (None, "not-stated")]
    return all(_for_all(kind, known.get((kind, str(id)))) for id in ids)
