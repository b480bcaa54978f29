"""The public edition of a handbook: the same records under the same addresses, without what is for staff.

What anyone may see is named here, kind by kind and part by part. A kind, a part or a field that is not named is for staff, so that
something new stays inside until somebody decides otherwise; and of what is named, whatever says `audience: internal` is for staff, too."""
from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.model import practices, roles
from macros.model.competencies import Competency, LevelDescriptor
from macros.model.editions import Edition, Told
from macros.model.figures import Figure, FiguredItem, Sample, Span, Times
from macros.model.formulas import Formula, Worked
from macros.model.handbook import Handbook
from macros.model.kpis import Kpi, Measure
from macros.model.moves import Move
from macros.model.posts import Post, Team, Title
from macros.model.practices import Action, Actor, Case, Practice, PracticeGroup, PracticeStep
from macros.model.record import BasedText, Concerns, Item, Names, Party, Places, Reason, Record, Retired
from macros.model.records import GROUPS, RECORD_KINDS
from macros.model.references import ids_in, references
from macros.model.resources import Resource
from macros.model.roles import Alias, Authority, DutyGroup, Escalation, Limit, Partner, Qualification, Requirement, Role, RoleTarget
from macros.model.sources import Term
from macros.model.stages import Layer, NamedItem, Signal, Stage
from macros.model.tracks import Rung, Track
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

# Kinds that are public unless a record says `audience: internal`; of any other kind a record is if it says `audience: public`.
PUBLIC = ("stages", "layers", "tracks", "roles", "competencies", "kpis", "terms", "posts", "titles", "teams")
BESIDE = ("posts", "titles", "teams", "terms")  # of these only those that something public names
SENTENCE = (*LANGUAGES, "basis")
OF_ALL = ("id", "name", "reading", "keywords", "basis", "reviewed_on", "review_by", "retired")  # of every record
SHOWN: Mapping[type[BaseModel], tuple[str, ...]] = {
    Stage: ("basis_of", "posts", "level", "positioning", "core_tasks", "abilities", "promotion_signals"),
    Layer: ("basis_of", "summary"),
    Track: ("basis_of", "summary", "suits", "rungs"),
    Rung: ("roles", "posts", "stage", "as_", "gives", "basis"),
    Role: ("basis_of", "aliases", "essence", "purpose", "stage", "layer", "reports_to", "escalates_to", "manages", "works_with", "duties", "competencies",
           "competencies_basis", "kpis", "tools", "qualifications", "authority", "authority_limits", "growth_signals", "hiring"),
    DutyGroup: ("name", "items"),
    Requirement: ("competency", "level", "need", "for_"),
    RoleTarget: ("kpi", "measure", "target", "scope", "serves", "basis"),
    Partner: ("roles", "posts", "teams", "outside", "on", "basis"),
    Escalation: ("to", "on"),
    Authority: ("decides", "proposes", "needs_approval", "must_not"),
    Limit: ("id", "name", "limit", "basis"),
    Qualification: (*SENTENCE, "need"),
    Competency: ("basis_of", "kind", "aliases", "summary", "levels", "related", "methods", "tools", "cautions", "links"),
    LevelDescriptor: ("basis", "can"),
    Kpi: ("basis_of", "kind", "short", "aliases", "definition", "measures", "cadence", "data_source", "caution", "related"),
    Measure: ("name", "formula", "unit", "unit_name", "direction", "worked"),
    Term: ("basis_of", "kind", "short", "definition", "defined_by", "links", "everyday", "household"),
    Post: ("basis_of", "known", "stage", "layer"),
    Title: ("basis_of", "known"),
    Team: (),
    Move: ("basis_of", "kind", "from_", "to", "new_to", "track", "summary", "always", "conditions", "conditions_any_of", "needed", "preferred", "results",
           "duration", "support", "carries_over", "to_learn", "returns"),
    Practice: ("basis_of", "kind", "summary", "for_", "new_to", "applies_to", "steps", "groups", "concerns", "related", "links"),
    PracticeStep: ("name", "actors", "does", "deadline", "frequency", "outputs", "basis"),
    PracticeGroup: ("name", "for_", "items", "outputs", "new_to", "elsewhere", "basis"),
    Action: (*SENTENCE, "deadline"),
    Case: ("kind", "story", "point", "concerns", "practices"),
    Concerns: tuple(Concerns.model_fields),
    Edition: ("id", "effective_on", "changes"),
    Told: (*LANGUAGES, "meaning", "about"),
    Places: tuple(Places.model_fields),
    Party: tuple(Party.model_fields),
    Actor: tuple(Actor.model_fields),
    Reason: ("basis",),
    Alias: SENTENCE,
    BasedText: SENTENCE,
    Item: SENTENCE,
    FiguredItem: SENTENCE,
    NamedItem: (*SENTENCE, "id", "name"),
    Signal: (*SENTENCE, "id"),
    Formula: SENTENCE,
    practices.Summary: SENTENCE,
    roles.Summary: SENTENCE,
    Text: LANGUAGES,
    Names: LANGUAGES,
    Retired: ("on", "replaced_by", "went"),
    Resource: tuple(Resource.model_fields),
    Worked: tuple(Worked.model_fields),
}
VALUES = (Figure, Span, Times, Sample)  # what stands as it is
GUESSED = ("reports_to", "escalates_to")  # left out where the editors concluded it
NOTHING: tuple[object, ...] = (None, (), {})
Kept = Mapping[str, Set[str]]  # the ids of each kind that stay


def public(handbook: Handbook) -> Handbook:
    """The handbook as anyone may see it. What is left points at nothing that is gone."""
    kept: Kept = {kind: {id for id, one in handbook.of_kind(kind).items() if is_public(kind, one)} for kind in RECORD_KINDS}
    shown = _with_only(handbook, kept)
    while (left := {kind: {*shown.of_kind(kind)} for kind in RECORD_KINDS}) != kept:  # a record that cannot do without one that is gone goes with it
        kept, shown = left, _with_only(handbook, left)
    named = _named(shown)
    return _with_only(handbook, {kind: ids & named.get(kind, set()) if kind in BESIDE else ids for kind, ids in kept.items()})


def is_public(kind: str, record: Record) -> bool:
    """Whether anyone may see a record."""
    return is_for_all(kind, record.audience)


def is_for_all(kind: str, audience: object) -> bool:
    """Whether anyone may see a record of a kind that says this of its audience."""
    return audience == "public" or audience is None and kind in PUBLIC


def _with_only(handbook: Handbook, kept: Kept) -> Handbook:
    """The handbook with these records alone, each with what anyone may see of it."""
    records: dict[str, Any] = {
        kind: {id: shown for id, one in handbook.of_kind(kind).items() if id in kept[kind] and (shown := _part(one, kept))} for kind in RECORD_KINDS
    }
    groups: dict[str, Any] = {field: {} for kind, field in GROUPS.items() if not records[kind]}
    about = handbook.about.model_copy(update={"settled_by": {}, "defaults": {}, "development_plan": None, "show_behind": False})
    editions: dict[str, Any] = {id: _part(one, kept) for id, one in handbook.editions.items()}
    return replace(handbook, about=about, documents={}, editions=editions, behind={}, folder="", audience="public", **records, **groups)


def _named(handbook: Handbook) -> Kept:
    """What records point at or say, by kind, and who issues the handbook."""
    found: dict[str, set[str]] = {"teams": {handbook.about.issued_by}, "terms": set(handbook.records_by_term)}
    for kind, record in handbook.records():
        for _, target, id in references(record) if kind not in BESIDE else ():
            found.setdefault(target, set()).add(id)
    return found


def _shown(value: Any, kept: Kept) -> Any:
    """What anyone may see of a value; None where that is nothing."""
    if isinstance(value, BaseModel):
        return _part(value, kept)
    if isinstance(value, tuple):
        return tuple(one for one in (_shown(each, kept) for each in value) if one is not None)
    if isinstance(value, dict):
        return {key: shown for key, each in value.items() if (shown := _shown(each, kept)) is not None}
    return value


def _part(value: BaseModel, kept: Kept) -> BaseModel | None:
    """What anyone may see of a record or a part of one; None where that is nothing, or cannot stand alone."""
    kind = type(value)
    if isinstance(value, VALUES) and kind not in SHOWN:
        return value
    if getattr(value, "audience", None) == "internal" or kind not in SHOWN:
        return None
    shown = (*OF_ALL, *SHOWN[kind]) if isinstance(value, Record) else SHOWN[kind]
    ids = ids_in(kind)
    now = {name: "public" if name == "audience" else _blank(info) for name, info in kind.model_fields.items() if name not in shown}
    now |= {name: _ids(getattr(value, name), kept.get(ids[name])) if name in ids else _shown(getattr(value, name), kept) for name in shown}
    now |= _of_its_own(value, now, kept)
    lost = {name for name in shown if getattr(value, name) not in NOTHING and now[name] in NOTHING}
    return None if lost & _needed(value, lost) else value.model_copy(update=now)


def _needed(value: BaseModel, lost: Set[str]) -> Set[str]:
    """The fields without which it says nothing, or something else."""
    match value:
        case Party() | Rung():
            return set() if any(getattr(value, name) for name in ("roles", "posts", "stage") if hasattr(value, name) and name not in lost) else lost
        case Places():
            return set() if any(getattr(value, name) for name in type(value).model_fields if name not in lost) else lost
        case Told():
            return {*LANGUAGES, "about"}  # about nothing, it would be about everything
        case LevelDescriptor():
            return set()  # every competency has every level
        case Move():
            return {"from_", "to", "track", "always", "conditions", "conditions_any_of"}  # with a condition less it would promise more
        case Record():
            return {name for name in _required(type(value)) if not isinstance(getattr(value, name), (tuple, dict))} | {"retired"}
    return _required(type(value))


@cache
def _required(kind: type[BaseModel]) -> Set[str]:
    """The fields that must be there, and cannot hold None."""
    return {name for name, info in kind.model_fields.items() if info.is_required() and type(None) not in get_args(info.annotation)}


def _of_its_own(value: BaseModel, now: Mapping[str, Any], kept: Kept) -> dict[str, Any]:
    """What some parts decide in their own way."""
    if isinstance(value, RoleTarget):
        return {"target": value.target if value.audience == "public" else None}
    if isinstance(value, Retired):
        return {"replaced_by": tuple(id for id in value.replaced_by if any(id in ids for ids in kept.values()))}
    if isinstance(value, Role):
        guessed: dict[str, Any] = {field: None for field in GUESSED if field in value.basis_of and value.basis_of[field].basis != "stated"}
        asked = tuple(one.model_copy(update={"for_": tuple(id for id in one.for_ if id in now["duties"])}) for one in now["competencies"])
        return {**guessed, "competencies": asked, "basis_of": {field: one for field, one in now["basis_of"].items() if field not in guessed}}
    return {}


def _ids(value: Any, kept: Set[str] | None) -> Any:
    """The ids of records that stay; `kept` is None for what every edition has, such as levels and units."""
    if kept is None or value is None:
        return value
    if isinstance(value, tuple):
        return tuple(id for id in value if id in kept)
    return value if value in kept else None


def _blank(info: FieldInfo) -> Any:
    """What a field that is for staff holds instead."""
    return ("" if info.annotation is str else None) if info.is_required() else info.get_default(call_default_factory=True)
