"""Moves: the index by kind, a page for each, and the ways in and out of a role."""
from __future__ import annotations

from macros import formatting
from macros.model.items import Party
from macros.model.moves import MOVE_KINDS, Move, takes_in
from macros.model.roles import Role
from macros.model.structure import FiguredItem
from macros.model.transitions import Way, ways
from macros.views import parts
from macros.views.gaps import gap
from macros.views.parts import Section
from macros.views.practices import practices_of
from macros.views.reader import Reader


def move(reader: Reader, id: str) -> dict[str, object]:
    """Everything a move's page shows."""
    found = reader.handbook.moves[id]
    conditions = found.conditions or found.conditions_any_of
    sections = [Section("conditions", reader.say("Conditions"))]
    if found.results:
        sections.append(Section("results", reader.say("What follows")))
    if found.support:
        sections.append(Section("support", reader.say("Support")))
    gaps = [gap(reader, way.origin, way.target) for way in ways(reader.handbook) if found in way.moves]
    named = any(party.post for party in (*found.from_, *found.to))
    if gaps or named:
        sections.append(Section("gap", reader.say("What changes")))
    if found.carries_over or found.to_learn:
        sections.append(Section("learning", reader.say("What carries over and what to learn")))
    practices = practices_of(reader, "moves", id)
    if practices:
        sections.append(Section("practices", reader.say("How we work")))
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
        # A promotion or a change of track is for good; only what ends, or may end, has a length that could be missing.
        "lasts": found.kind == "rotation" or found.duration is not None or found.returns is not None,
        "returns": None if found.returns is None else reader.say("returns afterwards") if found.returns else reader.say("does not return"),
        "marks": parts.marks(reader, found.basis, found.audience),
        "conditions": parts.items(reader, conditions),
        "lead": lead(reader, found),
        "preferred": parts.items(reader, found.preferred),
        "results": parts.items(reader, found.results),
        "support": parts.items(reader, found.support),
        "gaps": gaps,
        "carries_over": parts.items(reader, found.carries_over),
        "to_learn": reader.links("competencies", found.to_learn),
    }


def lead(reader: Reader, found: Move) -> str:
    """Whether all conditions must be met or any of them; a single one needs no such line."""
    if len(found.conditions or found.conditions_any_of) < 2:
        return ""
    return reader.say("Any one of these:") if found.conditions_any_of else reader.say("All of these:")


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
        "lead": lead(reader, found),
        "preferred": parts.items(reader, found.preferred),
        "duration": formatting.figure(found.duration, reader.language) if found.duration else None,
    }


def neighbours(reader: Reader, role: Role) -> dict[str, list[dict[str, object]]]:
    """Where people come from and where they can go, read both ways: described roles first, with the gap, then who is only named."""
    found: dict[str, list[dict[str, object]]] = {"from": [], "to": []}
    for way in ways(reader.handbook):
        if role.id == way.target.id:
            found["from"].append({**way_entry(reader, way), "who": [reader.link("roles", way.origin.id)]})
        if role.id == way.origin.id:
            found["to"].append({**way_entry(reader, way), "who": [reader.link("roles", way.target.id)]})
    for track in reader.handbook.used("tracks"):
        for step in reader.handbook.steps(track):
            if role.id in step.upper.roles:
                found["from"] += [_named(reader, track.id, post) for post in step.lower.posts]
            if role.id in step.lower.roles:
                found["to"] += [_named(reader, track.id, post) for post in step.upper.posts]
    for move in reader.handbook.used("moves"):
        if takes_in(move.to, role):
            found["from"] += _move(reader, move, move.from_, role if _by_name(move.to, role) else None)
        if takes_in(move.from_, role):
            found["to"] += _move(reader, move, move.to, role if _by_name(move.from_, role) else None)
    return found


def way_entry(reader: Reader, way: Way) -> dict[str, object]:
    """A way between two described roles as lists name it: by which step or move, and the size of the gap."""
    kind = "promotion" if way.steps else way.moves[0].kind
    tracks = reader.links("tracks", dict.fromkeys(step.track.id for step in way.steps))
    return {
        "kind": kind,
        "kind_name": reader.word("move", kind),
        "ways": [*tracks, *reader.links("moves", [move.id for move in way.moves])],
        "gap": gap(reader, way.origin, way.target),
        "known": "",
    }


def _named(reader: Reader, track_id: str, post: str) -> dict[str, object]:
    return {
        "kind": "promotion",
        "kind_name": reader.word("move", "promotion"),
        "who": [reader.link("posts", post)],
        "ways": [reader.link("tracks", track_id)],
        "gap": None,
        "known": reader.say("only the name is documented"),
    }


def _by_name(parties: tuple[Party, ...], role: Role) -> bool:
    return any(party.role == role.id for party in parties)


def _move(reader: Reader, move: Move, ends: tuple[Party, ...], role: Role | None) -> list[dict[str, object]]:
    """A move's other ends, without the roles that `role`, named by the move, has a way of its own to."""
    who = [reader.party(party) for party in ends if not (role and party.role)]
    if not who:
        return []
    return [{"kind": move.kind, "kind_name": reader.word("move", move.kind), "who": who, "ways": [reader.link("moves", move.id)], "gap": None, "known": ""}]
