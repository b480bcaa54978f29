"""Moves: the index by kind, a page for each, and the ways in and out of a role."""
from __future__ import annotations

from macros.comparison.gap import gap
from macros.comparison.plan import lead
from macros.comparison.transition import ways_by_move
from macros.model.figures import FiguredItem
from macros.model.moves import MOVE_KINDS, Move
from macros.views import figure_phrases, parts
from macros.views.concerns import practices_of
from macros.views.page import Section, View
from macros.views.reader import Reader


def move(reader: Reader, id: str) -> View:
    """Everything a move's page shows."""
    found = reader.handbook.moves[id]
    conditions = found.conditions or found.conditions_any_of
    sections = [Section("conditions", reader.say("Conditions"))]
    if found.results:
        sections.append(Section("results", reader.say("What follows")))
    if found.support:
        sections.append(Section("support", reader.say("Support")))
    gaps = [gap(reader, way.origin, way.target) for way in ways_by_move(reader.handbook).get(id, ())]
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


def move_index(reader: Reader) -> View:
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
        "essence": reader.say("Where you can go from here, what it takes and what it brings. Steps up a ladder stand on the tracks.")
        if reader.handbook.tracks
        else reader.say("Where you can go from here, what it takes and what it brings."),
        "groups": groups,
        "sections": {group["id"]: group["section"] for group in groups},
    }


def _entry(reader: Reader, found: Move) -> View:
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
        "duration": figure_phrases.figure(reader, found.duration) if found.duration else None,
    }

