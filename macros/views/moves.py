"""Moves: the index by kind, a page for each, and the ways in and out of a role."""
from __future__ import annotations

from macros import formatting
from macros.model.items import Party
from macros.model.moves import MOVE_KINDS, Move
from macros.model.roles import Role
from macros.model.structure import FiguredItem
from macros.model.transitions import transition
from macros.views import parts
from macros.views.parts import Section
from macros.views.practices import practices_of
from macros.views.reader import Link, Reader


def move(reader: Reader, id: str) -> dict[str, object]:
    """Everything a move's page shows."""
    found = reader.handbook.moves[id]
    conditions = found.conditions or found.conditions_any_of
    sections = [Section("conditions", reader.say("Conditions"))]
    if found.results:
        sections.append(Section("results", reader.say("What follows")))
    if found.support:
        sections.append(Section("support", reader.say("Support")))
    if found.carries_over or found.to_learn:
        sections.append(Section("learning", reader.say("What carries over and what to learn")))
    if found.gaps or found.differs:
        sections.append(Section("open-points", reader.say("What the documents leave open")))
    practices = practices_of(reader, "moves", id)
    if practices:
        sections.insert(-1 if found.gaps or found.differs else len(sections), Section("practices", reader.say("How we work")))
    sections.append(Section("sources", reader.say("Sources")))
    return {
        **parts.common(reader, "moves", found, sections),
        "practices": practices,
        "essence": reader.text(found.summary),
        "kind": found.kind,
        "kind_name": reader.word("move", found.kind),
        "from": [reader.party(party) for party in found.from_],
        "to": [reader.party(party) for party in found.to],
        "track": reader.link("tracks", found.track) if found.track else None,
        "duration": parts.figure(reader, found.duration) if found.duration else None,
        "returns": None if found.returns is None else reader.say("returns afterwards") if found.returns else reader.say("does not return"),
        "marks": parts.marks(reader, found.basis, found.audience),
        "conditions": parts.items(reader, conditions),
        "any_of": bool(found.conditions_any_of),
        "preferred": parts.items(reader, found.preferred),
        "results": parts.items(reader, found.results),
        "support": parts.items(reader, found.support),
        "carries_over": parts.items(reader, found.carries_over),
        "to_learn": reader.links("competencies", found.to_learn),
    }


def move_index(reader: Reader) -> dict[str, object]:
    """Moves by kind, each with its conditions in short."""
    moves = reader.handbook.used("moves")
    groups = [
        {
            "id": kind,
            "section": Section(kind, reader.word("move", kind), str(sum(1 for one in moves if one.kind == kind))),
            "about": reader.word("move-about", kind),
            "moves": [_entry(reader, one) for one in moves if one.kind == kind],
        }
        for kind in MOVE_KINDS
        if any(one.kind == kind for one in moves)
    ]
    return {
        "title": reader.say("Moves"),
        "essence": reader.say("Where you can go from here, what it takes and what it brings. Steps up a ladder stand on the tracks."),
        "groups": groups,
        "sections": {group["id"]: group["section"] for group in groups},
    }


def _entry(reader: Reader, found: Move) -> dict[str, object]:
    conditions: tuple[FiguredItem, ...] = found.conditions or found.conditions_any_of
    return {
        "link": reader.link("moves", found.id),
        "kind": found.kind,
        "from": [reader.party(party) for party in found.from_],
        "to": [reader.party(party) for party in found.to],
        "summary": reader.text(found.summary),
        "conditions": parts.items(reader, conditions),
        "any_of": bool(found.conditions_any_of),
        "preferred": parts.items(reader, found.preferred),
        "duration": formatting.figure(found.duration, reader.language) if found.duration else None,
    }


def neighbours(reader: Reader, role: Role) -> dict[str, list[dict[str, object]]]:
    """Where people come from and where they can go: moves stored once and read both ways, and the ladders' steps."""
    found: dict[str, list[dict[str, object]]] = {"from": [], "to": []}
    for track in reader.handbook.used("tracks"):
        for step in reader.handbook.steps(track):
            if role.id in step.upper.roles:
                found["from"] += [_step(reader, role, track.id, "roles", one, upwards=False) for one in step.lower.roles]
                found["from"] += [_step(reader, role, track.id, "posts", one, upwards=False) for one in step.lower.posts]
            if role.id in step.lower.roles:
                found["to"] += [_step(reader, role, track.id, "roles", one, upwards=True) for one in step.upper.roles]
                found["to"] += [_step(reader, role, track.id, "posts", one, upwards=True) for one in step.upper.posts]
    for move in reader.handbook.used("moves"):
        if _includes(role, move.to):
            found["from"].append(_move(reader, move, move.from_))
        if _includes(role, move.from_):
            found["to"].append(_move(reader, move, move.to))
    return found


def _includes(role: Role, parties: tuple[Party, ...]) -> bool:
    """Whether a move's end takes in this role: by name, by its stage, or because it is open to anyone."""
    return any(party.role == role.id or party.stage == role.stage or party.any for party in parties)


def _step(reader: Reader, role: Role, track_id: str, kind: str, id: str, upwards: bool) -> dict[str, object]:
    other = reader.handbook.roles.get(id) if kind == "roles" else None
    lower, upper = (role, other) if upwards else (other, role)
    gap = reader.say("only the name is documented")
    if lower and upper:
        change = transition(lower, upper)
        gap = reader.say("{new} to learn, {raised} to raise", new=len(change.to_learn), raised=len(change.to_raise))
    return {"kind": "promotion", "kind_name": reader.word("move", "promotion"), "who": [reader.link(kind, id)], "way": reader.link("tracks", track_id), "gap": gap}


def _move(reader: Reader, move: Move, ends: tuple[Party, ...]) -> dict[str, object]:
    who: list[Link] = [reader.party(party) for party in ends]
    return {"kind": move.kind, "kind_name": reader.word("move", move.kind), "who": who, "way": reader.link("moves", move.id), "gap": ""}
