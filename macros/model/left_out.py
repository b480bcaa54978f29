"""What the public edition leaves out of a handbook, and why: place by place, for those who decide what goes out."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel

from macros.model.figures import Figure
from macros.model.handbook import Handbook
from macros.model.public import BESIDE, GUESSED, OF_ALL, SHOWN, is_public, public
from macros.model.record import Record
from macros.model.roles import Role, RoleTarget
from macros.words.problems import Path
from macros.words.texts import Text

Why = Literal["internal", "kind", "unnamed", "incomplete", "part", "guessed", "target", "gone"]


def left_out(handbook: Handbook) -> Iterator[tuple[str, Record, tuple[tuple[Path, Why], ...]]]:
    """Every record of which the public edition has not everything, with its kind and the places of what it lacks: the whole, `()`, or sentences,
    figures and managers; each with what keeps it inside."""
    shown = public(handbook)
    for kind, record in handbook.records():
        there = shown.of_kind(kind).get(record.id)
        if there is None:
            yield kind, record, (((), _why_all(kind, record)),)
            continue
        said = Counter(_said(one) for _, one in _told(there))
        gone = [path for path, one in _told(record) if not said[_said(one)] or said.subtract([_said(one)])]
        gone += [(name,) for name in GUESSED if getattr(record, name, None) and not getattr(there, name)]
        if gone:
            yield kind, record, tuple((path, _why(record, path)) for path in gone)


def _told(value: Any, path: Path = ()) -> Iterator[tuple[Path, Text | Figure]]:
    """Every sentence and figure, but for figures that a sentence says."""
    if isinstance(value, (Text, Figure)):
        yield path, value
    if isinstance(value, BaseModel) and not isinstance(value, Figure):
        for name, info in type(value).model_fields.items():
            if name != "figures":
                yield from _told(getattr(value, name), (*path, info.alias or name))
    elif isinstance(value, (tuple, dict)):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _told(one, (*path, step))


def _said(one: BaseModel) -> str:
    """What tells a sentence or figure from another one."""
    return one.zh + one.en if isinstance(one, Text) else repr(one)


def _why_all(kind: str, record: Record) -> Why:
    """What keeps a whole record inside."""
    if record.audience == "internal":
        return "internal"
    if not is_public(kind, record):
        return "kind"
    return "unnamed" if kind in BESIDE else "incomplete"


def _why(record: Record, path: Path) -> Why:
    """What keeps a part of a record inside: the first thing on the way to it that does."""
    here: Any = record
    for step in path:
        if isinstance(here, BaseModel):
            if getattr(here, "audience", None) == "internal":
                return "internal"
            name = next(name for name, info in type(here).model_fields.items() if step in (name, info.alias))
            if name not in (*SHOWN.get(type(here), ()), *(OF_ALL if isinstance(here, Record) else ())):
                return "part"
            if isinstance(here, RoleTarget) and name == "target" and here.audience != "public":
                return "target"
            if isinstance(here, Role) and name in GUESSED and name in here.basis_of and here.basis_of[name].basis != "stated":
                return "guessed"
            here = getattr(here, name)
        else:
            here = here[step]
    return "internal" if getattr(here, "audience", None) == "internal" else "gone"
