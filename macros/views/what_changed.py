"""A change of the data as people read it: of what, where in it, and how it was and is; and which roles it concerns."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from macros.changes.change import Change
from macros.changes.compared import Records
from macros.model.figures import Figure, Span, Times
from macros.model.handbook import Handbook
from macros.model.kpis import Measure
from macros.model.moves import takes_in
from macros.model.record import RoleId
from macros.views import figure_phrases
from macros.views.figures import frequency
from macros.views.reader import Reader
from macros.words.problems import Path
from macros.words.texts import Text

# The part of a page that a field of a record belongs to; any other is a detail.
PARTS = {
    "name": "name", "aliases": "name", "essence": "purpose", "purpose": "purpose", "positioning": "purpose", "summary": "purpose", "posts": "purpose",
    "stage": "stage", "layer": "stage", "reports_to": "manager", "escalates_to": "manager", "manages": "place", "works_with": "place",
    "duties": "duties", "core_tasks": "duties", "competencies": "competencies", "abilities": "competencies", "levels": "levels", "level": "levels",
    "kpis": "kpis", "kpis_summary": "kpis", "thresholds": "thresholds", "rewards": "rewards", "tools": "tools", "methods": "tools",
    "qualifications": "qualifications", "authority": "authority", "authority_limits": "authority",
    "growth_signals": "signals", "promotion_signals": "signals", "definition": "definition", "measures": "definition", "cadence": "definition",
    "data_source": "definition", "caution": "definition", "cautions": "definition",
    "always": "conditions", "conditions": "conditions", "conditions_any_of": "conditions", "preferred": "preferred", "needed": "conditions",
    "decides": "decides", "proposes": "proposes", "needs_approval": "needs-approval", "must_not": "must-not",
    "results": "results", "support": "support", "duration": "details", "steps": "steps", "groups": "rules", "applies_to": "for-whom", "for": "for-whom",
    "gaps": "open-points", "differs": "open-points", "note": "notes", "sources": "notes", "basis": "notes", "basis_of": "notes", "competencies_basis": "notes",
}
BESIDE = ("note", "sources", "basis", "basis_of")
BEGINNING = 40  # letters of a sentence that stand for it
PARTY = {"role", "post", "title", "team", "stage", "person"}  # who is meant, where a part says nothing else
NAMED_IN = {"kpi": "kpis", "competency": "competencies"}  # parts that are called what they point at


@dataclass(frozen=True)
class Told:
    """A change in one language: the part of the page, what within it, and how it was and is; empty where nothing stood or stands, or words say nothing."""

    part: str
    within: tuple[str, ...]
    before: str
    after: str


def told(reader: Reader, change: Change, before: Records, after: Records) -> Told:
    """A change as `reader` reads it; the two editions say what the parts on the way are called."""
    record = (after if change.after is not None else before).get((change.kind, change.id))
    measure = _measure(reader, record, change)
    return Told(part_of(reader, change.path), tuple(_names(reader, record, change)), *(_said(reader, one, measure) for one in (change.before, change.after)))


def _measure(reader: Reader, record: object, change: Change) -> Measure | None:
    """By what a figure counts, where it belongs to an indicator: the unit has the name that its measure gives it."""
    here: Any = record
    found = {"kpi": change.id} if change.kind == "kpis" else {}
    for step in (*change.path, None):
        if isinstance(here, dict):
            found |= {key: here[key] for key in ("kpi", "measure") if isinstance(here.get(key), str)}
        if step is not None:
            here = here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else here.get(step) if isinstance(here, dict) else None
    measures = getattr(reader.handbook.kpis.get(found.get("kpi", "")), "measures", {})
    return measures.get(found.get("measure") or next(iter(measures), ""))


def part_of(reader: Reader, path: Path) -> str:
    """What the part of a page is called that a path leads to; nothing of the record as a whole."""
    beside = next((PARTS[step] for step in path if step in BESIDE), "")
    inner = PARTS.get(str(path[1]), "authority") if path[:1] == ("authority",) and len(path) > 1 else ""
    return reader.word("changed-in", beside or inner or PARTS.get(str(path[0]), "details")) if path else ""


def title(reader: Reader, change: Change, before: Records) -> str:
    """What the record is called; as it was where it is gone."""
    found = getattr(reader.handbook, change.kind, {}).get(change.id) or before.get((change.kind, change.id))
    name = found.get("name") if isinstance(found, dict) else getattr(found, "name", None)
    if isinstance(name, dict):
        return str(name.get(reader.language, change.id))
    return reader.text(name) if isinstance(name, Text) else change.id


def concerned(handbook: Handbook, change: Change) -> list[RoleId]:
    """The roles that a change is about."""
    return roles_of(handbook, change.kind, change.id)


def roles_of(handbook: Handbook, kind: str, id: str) -> list[RoleId]:
    """The roles that a record is about: those that have the competency, the indicator, are in the stage, go the way, or are named; of a practice for all,
    all."""
    roles = handbook.roles.values()
    match kind:
        case "roles":
            return [id]
        case "competencies":
            return [role.id for role in roles if any(one.competency == id for one in role.competencies)]
        case "kpis":
            return [role.id for role in roles if any(one.kpi == id for one in role.kpis)]
        case "stages":
            return [role.id for role in roles if role.stage == id]
        case "moves":
            move = handbook.moves.get(id)
            return [role.id for role in roles if move and takes_in((*move.from_, *move.to), role)]
        case "practices":
            practice = handbook.practices.get(id)
            named = {*practice.concerns.roles} if practice else set()
            some = practice.for_ if practice else ()
            return [role.id for role in roles if role.id in named or takes_in(some, role) or not named and not some]
    return []


def _names(reader: Reader, record: object, change: Change) -> Iterator[str]:
    """What the parts between the record and the change are called."""
    here: Any = record
    for number, step in enumerate(change.path):
        found = here[step] if isinstance(here, list) and isinstance(step, int) and step < len(here) else here.get(step) if isinstance(here, dict) else None
        if change.path[number - 1] == "levels" and number:
            yield _of(reader, "levels", str(step))
        elif isinstance(found, dict) and number:
            yield from _called(reader, found, number + 1 < len(change.path))
        here = found


def _called(reader: Reader, part: dict[str, Any], passed: bool) -> Iterator[str]:
    """What a part is called; one that is a sentence by how it begins, where the change is to something inside it."""
    if passed and isinstance(part.get("zh"), str):
        yield _shortened(str(part.get(reader.language, "")))
    for key, kind in NAMED_IN.items():
        if key in part:
            yield _of(reader, kind, str(part[key]))
            measures = getattr(reader.handbook.kpis.get(str(part[key])), "measures", {}) if kind == "kpis" else {}
            if len(measures) > 1 and part.get("measure") in measures:
                yield reader.text(measures[part["measure"]].name)
    for key in ("name", "scope") if "condition" in part else ("name",):
        if isinstance(part.get(key), dict):
            yield str(part[key].get(reader.language, ""))


def _shortened(sentence: str) -> str:
    whole = sentence[:BEGINNING].rpartition(" ")[0] if " " in sentence[:BEGINNING] else sentence[:BEGINNING]
    return sentence if len(sentence) <= BEGINNING else f"{whole.rstrip(',;，；、')}…"


def _of(reader: Reader, kind: str, id: str) -> str:
    record = getattr(reader.handbook, kind).get(id)
    return reader.text(record.name) if record else id


def _said(reader: Reader, value: object, measure: Measure | None = None) -> str:
    """A value in words: a sentence, a figure as its phrase, a choice as what it is called."""
    if value in (None, "not-stated"):
        return reader.say("not stated") if value else ""
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str):
            return str(value.get(reader.language, ""))
        if phrase := _figure(reader, value, measure):
            return phrase
        if len(value) == 1 and value.keys() <= PARTY and isinstance(one := next(iter(value.values())), str):
            return _choice(reader, one)
        if "competency" in value and "level" in value:
            return reader.say(", ").join(_choice(reader, str(value[key])) for key in ("level", "need") if key in value)
        if value.get("serves") == "reference" and value.get("target") == "not-stated":
            return reader.say("for reference only")
        return _said(reader, value["target"], measure) if "target" in value else "; ".join(said for one in value.values() if (said := _sentences(reader, one)))
    if isinstance(value, list):
        return reader.say("; ").join(said for one in value if (said := _choice(reader, one) if isinstance(one, str) else _said(reader, one)))
    return _choice(reader, str(value))


def _figure(reader: Reader, value: dict[str, Any], measure: Measure | None) -> str:
    """A figure, a time limit or how often, as its phrase; nothing where it is none of them."""
    with suppress(ValidationError):
        return str(figure_phrases.figure(reader, Figure.model_validate(value), measure))
    with suppress(ValidationError):
        return str(figure_phrases.deadline(reader, Span.model_validate(value)))
    with suppress(ValidationError):
        return frequency(reader, Times.model_validate(value))
    return ""


def _sentences(reader: Reader, value: object) -> str:
    """What is written in words inside a value, and nothing else."""
    if isinstance(value, dict) and isinstance(value.get("zh"), str):
        return str(value.get(reader.language, ""))
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return "; ".join(said for one in inner if (said := _sentences(reader, one)))


def _choice(reader: Reader, value: str) -> str:
    for context in ("serves", "need", "qualification", "basis", "person"):
        with suppress(KeyError):
            return reader.word(context, value)
    for kind in ("levels", "stages", "layers", "roles", "posts", "titles", "teams", "terms", "competencies", "kpis", "moves", "practices"):
        record = getattr(reader.handbook, kind).get(value)
        if record:
            return reader.text(record.name)
    return value
