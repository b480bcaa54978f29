"""Tracks: a page for each with its ladder and what changes at every step, and the index with the positions that are only named."""
from __future__ import annotations

from collections.abc import Sequence

from macros.comparison.gap import gap
from macros.comparison.transition import transition
from macros.model.handbook import Step
from macros.model.posts import Post, Title
from macros.model.tracks import Rung
from macros.pages.matrix import of_track
from macros.pages.moves import move_entry, named_only
from macros.views import parts, retirement
from macros.views.marks import in_words
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.stairs import shade


def track(reader: Reader, id: str) -> View:
    """Everything a track's page shows: its ladder and what changes at every step."""
    found = reader.handbook.tracks[id]
    steps = reader.handbook.steps(found)
    moves = [move for move in reader.handbook.used("moves") if move.track == id]
    matrix = of_track(reader, id)
    sections = [
        *([Section("ladder", reader.say("Steps"), str(len(found.rungs)))] if found.rungs else []),
        *([Section("steps", reader.say("What changes from step to step"))] if steps else []),
        *([Section("matrix", reader.say("Competencies and levels"))] if matrix["table"] or matrix["whole"] else []),
        *([Section("moves", reader.say("Moves on this track"), str(len(moves)))] if moves else []),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "tracks", found, sections),
        "essence": reader.text(found.summary),
        "marks": parts.marks(reader, found.basis),
        "suits": parts.based(reader, found.suits) if found.suits else None,
        "ladder": ladder(reader, id),
        "steps": [_step(reader, step) for step in steps],
        "level_marks": _level_marks(reader, [rung.stage for rung in found.rungs if rung.stage]) if steps else [],
        "matrix": matrix,
        "moves": [move_entry(reader, move) for move in moves],
    }


def ladder(reader: Reader, id: str) -> list[View]:
    """The rungs of a track from the lowest to the highest."""
    rungs = reader.handbook.tracks[id].rungs
    return [
        {
            "place": reader.say("step {number} of {all}", number=number, all=len(rungs)),
            "step": shade(number, len(rungs)),
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


def _level_marks(reader: Reader, stages: Sequence[str]) -> list[View]:
    """What the levels of these stages rest on, each mark once, for the heading over all of them."""
    found = (parts.reason(reader, reader.handbook.stages[one], "level", prefix=one) for one in stages)
    return list({(mark["mark"], mark["said"]): mark for mark in found if mark}.values())


def _step(reader: Reader, step: Step) -> View:
    """One step: competencies that are new or must rise, when both ends are described; else what is known."""
    handbook = reader.handbook
    changes, gaps = [], []
    for lower in step.lower.roles:
        for upper in step.upper.roles:
            change = transition(handbook, handbook.roles[lower], handbook.roles[upper])
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
        "signals": parts.listed(reader, signals) if signals and not changes else None,
        "level": [reader.level(handbook.stages[one].level) for one in (step.lower.stage, step.upper.stage) if one],
        "named": named_only(reader, (*step.lower.posts, *step.upper.posts)) if not gaps else "",
    }


def track_index(reader: Reader) -> View:
    """Every ladder in one view, and the positions and titles the documents only name."""
    handbook = reader.handbook
    tracks = [
        {
            "link": in_words(reader, reader.link("tracks", one.id), [one.basis]),
            "other_name": reader.other_name(one),
            "summary": reader.text(one.summary),
            "why": parts.reason(reader, one, "summary"),
            "rungs": [[in_words(reader, link, [rung.basis]) for link in _who(reader, rung)] for rung in one.rungs],
        }
        for one in handbook.used("tracks")
    ]
    named = [_named(reader, "post", "posts", one) for one in handbook.used("posts")]
    titles = [_named(reader, "title", "titles", one) for one in handbook.used("titles")]
    sections = [
        *([Section("ladders", reader.say("At a glance"))] if tracks else []),
        *([Section("named-only", reader.say("Positions without a page"), str(len(named)))] if named else []),
        *([Section("honorary-titles", reader.say("Honorary titles"), str(len(titles)))] if titles else []),
    ]
    return {
        "essence": _essence(reader),
        "tracks": tracks,
        "named": named,
        "titles": titles,
        "gone": retirement.gone(reader, "posts", "titles"),
        "sections": {section.id: section for section in sections},
    }


def _essence(reader: Reader) -> str:
    """How many tracks there are; where all roles rise through stages as well, that ladder is told apart from them."""
    tracks = reader.handbook.used("tracks")
    n = sum(not one.is_of_stages for one in tracks)
    if n and n < len(tracks):
        return reader.say_n(
            "{n} track through the department, and the stages that all roles are at. Each page shows what changes from step to step.",
            "{n} tracks through the department, and the stages that all roles are at. Each page shows what changes from step to step.", n,
        )
    return reader.say_n(
        "{n} track through the department. Its page shows what changes from step to step.",
        "{n} tracks through the department. Each page shows what changes from step to step.", len(tracks),
    )


def _named(reader: Reader, prefix: str, kind: str, one: Post | Title) -> View:
    """A position or an honorary title, under its own address on the index."""
    id = f"{prefix}-{one.id}"
    reasons = parts.reasons(reader, one, id)
    placed = [(field, kind, of) for field, kind in (("stage", "stages"), ("layer", "layers")) if (of := getattr(one, field, None))]
    return {
        "id": id,
        "reasons": reasons,
        "placed": [{"link": reader.link(kind, of), "why": reasons[field]} for field, kind, of in placed],
        "name": reader.text(one.name),
        "other_name": reader.other_name(one),
        "known": reader.text(one.known),
        "note": parts.remark(reader, one),
        "sources": parts.sources(reader, kind, one),
    }
