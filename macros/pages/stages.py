"""Stages with their layers, and tracks with their ladders and the positions that are only named."""
from __future__ import annotations

from macros.comparison.onward import lines
from macros.model.stages import NamedItem
from macros.pages.matrix import of_stage
from macros.pages.moves import move_entry
from macros.views import parts, placed, retirement
from macros.views.concerns import practices_of
from macros.views.page import Section, View
from macros.views.reader import Reader
from macros.views.sizes import shared_moves


def stage(reader: Reader, id: str) -> View:
    """Everything a stage's page shows."""
    found = reader.handbook.stages[id]
    roles = [role for role in reader.handbook.ordered_roles if role.stage == id]
    moves = shared_moves(reader.handbook, id)
    practices = practices_of(reader, "stages", id)
    sections = [
        *([Section("core-tasks", reader.say("Core tasks"), str(len(found.core_tasks)))] if found.core_tasks else []),
        *([Section("abilities", reader.say("Abilities"), str(len(found.abilities)))] if found.abilities else []),
        *([Section("promotion-signals", reader.say("Signs of readiness"), reader.say("for self-assessment"))] if found.promotion_signals else []),
        *([Section("roles", reader.say("Roles at this stage"), str(len(roles)))] if roles else []),
        *([Section("matrix", reader.say("Competencies and levels"))] if roles else []),
        *([Section("moves", reader.say("Moves open to everyone here"), str(len(moves)))] if moves else []),
        *([Section("practices", reader.say("Policies and processes"), str(len(practices)))] if practices else []),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "stages", found, sections),
        "moves": [move_entry(reader, move) for move in moves],
        "practices": practices,
        "essence": reader.text(found.positioning),
        "stages": [
            {"link": reader.link("stages", one.id), "posts": reader.text(one.posts), "here": one.id == id} for one in reader.handbook.used("stages")
        ],
        "level": reader.level(found.level),
        "core_tasks": [_named(reader, one) for one in found.core_tasks],
        "abilities": [_named(reader, one) for one in found.abilities],
        "signals": parts.listed(reader, found.promotion_signals) if found.promotion_signals else None,
        "roles": [{"link": reader.link("roles", role.id), "essence": reader.text(role.essence), "onward": lines(reader, role)} for role in roles],
        "placed": placed.by_stage(reader, roles),
        "matrix": of_stage(reader, id),
    }


def _named(reader: Reader, item: NamedItem) -> View:
    return {"name": reader.text(item.name), **parts.items(reader, [item])[0], "competencies": reader.links("competencies", item.competencies)}


def stage_index(reader: Reader) -> View:
    """The stages as a stair, and the layers of the organisation beside them."""
    handbook = reader.handbook
    stages = [
        {
            "id": one.id,
            "step": step,
            "link": reader.link("stages", one.id),
            "posts": reader.text(one.posts),
            "positioning": reader.text(one.positioning),
            "level": reader.level(one.level),
            "roles": reader.links("roles", [role.id for role in handbook.ordered_roles if role.stage == one.id]),
        }
        for step, one in enumerate(handbook.used("stages"), 1)
    ]
    layers = [
        {
            "id": f"layer-{one.id}",
            "name": reader.text(one.name),
            "summary": reader.text(one.summary),
            "reasons": parts.reasons(reader, one, f"layer-{one.id}"),
            **parts.marks(reader, "stated", note=one.note),
            "roles": reader.links("roles", [role.id for role in handbook.ordered_roles if role.layer == one.id]),
            "sources": parts.sources(reader, "layers", one),
        }
        for one in handbook.used("layers")
    ]
    sections = [
        Section("stages", reader.say("Stages"), str(len(stages))),
        *([Section("layers", reader.word("kind-heading", "layers"), str(len(layers)))] if layers else []),
    ]
    return {
        "essence": reader.say("A stage shows how far along a career a role stands; a layer is its place in the organisation. The two need not match.")
        if layers
        else reader.say("A stage shows how far along a career a role stands."),
        "stages": stages,
        "layers": layers,
        "staged": placed.by_stage(reader, handbook.ordered_roles),
        "layered": placed.by_layer(reader, handbook.ordered_roles),
        "gone": retirement.gone(reader, "layers"),
        "sections": {section.id: section for section in sections},
    }

