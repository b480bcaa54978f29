"""Stages with their layers, and tracks with their ladders and the positions that are only named."""
from __future__ import annotations

from macros.model.handbook import Step
from macros.model.structure import NamedItem, Rung
from macros.model.transitions import transition
from macros.views import parts
from macros.views.gaps import gap
from macros.views.matrix import of_stage, of_track
from macros.views.parts import Section
from macros.views.practices import practices_of
from macros.views.reader import Link, Reader


def stage(reader: Reader, id: str) -> dict[str, object]:
    """Everything a stage's page shows."""
    found = reader.handbook.stages[id]
    roles = [role for role in reader.handbook.ordered_roles if role.stage == id]
    practices = practices_of(reader, "stages", id)
    sections = [
        Section("core-tasks", reader.say("Core tasks"), str(len(found.core_tasks))),
        Section("abilities", reader.say("Abilities"), str(len(found.abilities))),
        Section("promotion-signals", reader.say("Signs of readiness for the next stage"), str(len(found.promotion_signals))),
        Section("roles", reader.say("Roles at this stage"), str(len(roles))),
        *([Section("matrix", reader.say("Competencies and levels"))] if roles else []),
        *([Section("practices", reader.say("How we work"))] if practices else []),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "stages", found, sections),
        "practices": practices,
        "essence": reader.text(found.positioning),
        "stages": [
            {"link": reader.link("stages", one.id), "posts": reader.text(one.posts), "here": one.id == id} for one in reader.handbook.used("stages")
        ],
        "level": reader.level(found.level),
        "core_tasks": [_named(reader, one) for one in found.core_tasks],
        "abilities": [_named(reader, one) for one in found.abilities],
        "signals": parts.items(reader, found.promotion_signals),
        "roles": [{"link": reader.link("roles", role.id), "essence": reader.text(role.essence)} for role in roles],
        "matrix": of_stage(reader, id),
    }


def _named(reader: Reader, item: NamedItem) -> dict[str, object]:
    return {"name": reader.text(item.name), **parts.items(reader, [item])[0], "competencies": reader.links("competencies", item.competencies)}


def stage_index(reader: Reader) -> dict[str, object]:
    """The four stages as a stair, and the four layers of the organisation beside them."""
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
            "roles": reader.links("roles", [role.id for role in handbook.ordered_roles if role.layer == one.id]),
            "sources": parts.sources(reader, "layers", one),
        }
        for one in handbook.used("layers")
    ]
    sections = [Section("stages", reader.say("The four stages")), Section("layers", reader.say("The four layers"))]
    return {
        "title": reader.say("Stages"),
        "essence": reader.say("Stages say how far someone has come; layers say where a role stands in the organisation. They are two different things."),
        "stages": stages,
        "layers": layers,
        "sections": {section.id: section for section in sections},
    }


def track(reader: Reader, id: str) -> dict[str, object]:
    """Everything a track's page shows: its ladder and what changes at every step."""
    found = reader.handbook.tracks[id]
    steps = reader.handbook.steps(found)
    moves = [move for move in reader.handbook.used("moves") if move.track == id]
    sections = [
        Section("ladder", reader.say("The ladder"), reader.say_n("{n} rung", "{n} rungs", len(found.rungs))),
        Section("steps", reader.say("What changes at every step")),
        Section("matrix", reader.say("Competencies and levels")),
        *([Section("moves", reader.say("Conditions the documents give"))] if moves else []),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "tracks", found, sections),
        "essence": reader.text(found.summary),
        "suits": parts.based(reader, found.suits) if found.suits else None,
        "ladder": ladder(reader, id),
        "steps": [_step(reader, step) for step in steps],
        "matrix": of_track(reader, id),
        "moves": [
            {"link": reader.link("moves", move.id), "summary": reader.text(move.summary), "conditions": parts.items(reader, move.conditions or move.conditions_any_of)}
            for move in moves
        ],
    }


def ladder(reader: Reader, id: str) -> list[dict[str, object]]:
    """The rungs of a track from the lowest to the highest."""
    rungs = reader.handbook.tracks[id].rungs
    return [
        {
            "number": number,
            "step": 1 + round(3 * (number - 1) / max(1, len(rungs) - 1)),
            "who": _who(reader, rung),
            "as": reader.text(rung.as_) if rung.as_ else "",
            "gives": reader.text(rung.gives) if rung.gives else "",
            **parts.marks(reader, rung.basis, note=rung.note),
        }
        for number, rung in enumerate(rungs, 1)
    ]


def _who(reader: Reader, rung: Rung) -> list[Link]:
    stage = [reader.link("stages", rung.stage)] if rung.stage else []
    return [*stage, *reader.links("roles", rung.roles), *reader.links("posts", rung.posts)]


def _step(reader: Reader, step: Step) -> dict[str, object]:
    """One step: competencies that are new or must rise, when both ends are described; else what is known."""
    handbook = reader.handbook
    changes, gaps = [], []
    for lower in step.lower.roles:
        for upper in step.upper.roles:
            change = transition(handbook.roles[lower], handbook.roles[upper])
            gaps.append(gap(reader, change.origin, change.target))
            for own, asked in (*((None, one) for one in change.to_learn), *change.to_raise):
                changes.append({
                    "link": reader.link("competencies", asked.competency),
                    "before": reader.level(own.level) if own else None,
                    "after": reader.level(asked.level),
                })
    signals = handbook.stages[step.lower.stage].promotion_signals if step.lower.stage else ()
    return {
        "id": f"step-{step.number}",
        "from": _who(reader, step.lower),
        "to": _who(reader, step.upper),
        "gaps": gaps,
        "changes": changes,
        "signals": parts.items(reader, signals),
        "level": [reader.level(handbook.stages[one].level) for one in (step.lower.stage, step.upper.stage) if one],
        "known": bool(step.lower.roles and step.upper.roles) or bool(step.lower.stage),
    }


def track_index(reader: Reader) -> dict[str, object]:
    """Every ladder in one view, and the positions and titles the documents only name."""
    handbook = reader.handbook
    tracks = [
        {
            "link": reader.link("tracks", one.id),
            "other_name": reader.other_name(one),
            "summary": reader.text(one.summary),
            "rungs": [_who(reader, rung) for rung in one.rungs],
        }
        for one in handbook.used("tracks")
    ]
    named = [
        {"id": f"{prefix}-{one.id}", "name": reader.text(one.name), "other_name": reader.other_name(one), "known": reader.text(one.known), "sources": parts.sources(reader, kind, one)}
        for prefix, kind in (("post", "posts"), ("title", "titles"))
        for one in handbook.used(kind)
    ]
    sections = [
        Section("ladders", reader.say("Ladders"), str(len(tracks))),
        Section("named-only", reader.say("Positions that are only named"), str(len(named))),
    ]
    return {
        "title": reader.say("Tracks"),
        "essence": reader.say("{n} ladders through the department. Each page shows what changes at every step.", n=len(tracks)),
        "tracks": tracks,
        "named": named,
        "sections": {section.id: section for section in sections},
    }
