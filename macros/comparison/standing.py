"""Where a way leads: up, down or neither, how far, by which documented steps and moves, and the signs of readiness for it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from macros.comparison.transition import Climb, Way, climb, reached
from macros.model.handbook import Handbook, Step
from macros.model.moves import Move
from macros.model.record import Basis, Gap, Item, RoleId
from macros.model.roles import Role
from macros.views import parts
from macros.views.marks import in_words, of_move, of_step
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.words.texts import Text


def direction(reader: Reader, origin: Role, target: Role) -> str:
    """How many stages a way leads up or down, or how many steps of a shared track within a stage; else only that the stage is the same."""
    step = climb(reader.handbook, origin, target)
    form = _form(sentences(reader), step)
    return form.format(n=abs(step.stages or step.rungs), track=on_track(reader, step.track), **{"from": where(reader, origin), "to": where(reader, target)})


def _form(words: View, step: Climb) -> str:
    kind = "stages" if step.stages else "rungs" if step.rungs else "same"
    if kind == "same":
        return str(words[kind])
    n = step.stages or step.rungs
    return str(words[kind]["up" if n > 0 else "down"]["one" if abs(n) == 1 else "other"])


def where(reader: Reader, role: Role) -> str:
    """A role's stage inside a sentence."""
    return _with_article(reader, reader.handbook.stages[role.stage].name, " stage")


def on_track(reader: Reader, id: str | None) -> str:
    """A track inside a sentence; empty where there is none."""
    return _with_article(reader, reader.handbook.tracks[id].name, " track") if id else ""


def _with_article(reader: Reader, name: Text, noun: str) -> str:
    """English says “the entry stage”, but “Grade 5” and “Learning the craft” by their names alone."""
    said = reader.text(name)
    return f"the {reader.inside(said)}" if said.endswith(noun) else said


def sentences(reader: Reader) -> View:
    """What can be said of a way, here and in the browser; {names} are filled in."""
    return {
        "stages": {
            "up": reader.say_forms("{n} stage up: from {from} to {to}.", "{n} stages up: from {from} to {to}."),
            "down": reader.say_forms(
                "{n} stage apart: one role is at {from}, the other at {to}.", "{n} stages apart: one role is at {from}, the other at {to}.",
            ),
        },
        "rungs": {
            "up": reader.say_forms("{n} step up {track}; both roles are at {to}.", "{n} steps up {track}; both roles are at {to}."),
            "down": reader.say_forms("{n} step apart on {track}; both roles are at {to}.", "{n} steps apart on {track}; both roles are at {to}."),
        },
        "same": reader.pattern("Both roles are at {to}."),
    }


def ways_of(reader: Reader, way: Way) -> list[Link]:
    """The tracks and moves by which documents lead from one role to the other, each with what it rests on."""
    steps = {step.track.id: step for step in way.steps}
    return [*(by_step(reader, step) for step in steps.values()), *(by_move(reader, move) for move in way.moves)]


def by_step(reader: Reader, step: Step) -> Link:
    """The track of a step, with what that step rests on."""
    return in_words(reader, reader.link("tracks", step.track.id), of_step(step.track, step.lower, step.upper))


def by_move(reader: Reader, move: Move) -> Link:
    """A move, with what it rests on."""
    return in_words(reader, reader.link("moves", move.id), of_move(move))


def unwritten(reader: Reader) -> str:
    """That no document leads from one role to the other."""
    return reader.say("No document describes this move; this page compares what the two roles list.")


def staged(reader: Reader) -> str:
    """That documents lead up the stages and not from one role to the other; empty where they do not give the order of the stages."""
    ladders = ({rung.stage for rung in track.rungs} for track in reader.handbook.used("tracks") if track.is_of_stages)
    if not any({stage.id for stage in reader.handbook.used("stages")} <= stages for stages in ladders):
        return ""
    return reader.say("The documents give the order of the stages but name no move from one role to the other; this page compares what the two roles list.")


@lru_cache(maxsize=1)
def in_doubt(handbook: Handbook, origin: Role) -> Mapping[RoleId, Gap]:
    """The roles that tracks lead up to of which documents leave something open that concerns this role, though it is not on them; each with
    what they leave open of the first such track."""
    found: dict[RoleId, Gap] = {}
    for track in handbook.used("tracks"):
        gap = next((one for one in track.gaps if origin.id in one.also.roles), None)
        if gap and not any(origin.id in rung.roles for rung in track.rungs):
            for rung in track.rungs[1:]:
                for id in rung.roles:
                    found.setdefault(id, gap)
    return found


def no_way(reader: Reader, origin: Role, target: Role) -> str:
    """What is said where no step or move leads straight from one role to the other: the order of a track that holds both, or that there is none."""
    found = reached(reader.handbook, origin).get(target.id)
    if not found:
        if gap := in_doubt(reader.handbook, origin).get(target.id):
            return reader.say("No document says {missing}. This page compares what the two roles list.", missing=reader.text(gap.missing))
        return (climb(reader.handbook, origin, target).stages > 0 and staged(reader)) or unwritten(reader)
    track, rungs = found
    over = [" / ".join(link.name for link in (*reader.links("roles", rung.roles), *reader.links("posts", rung.posts))) for rung in rungs]
    order = " → ".join([reader.text(origin.name), *over, reader.text(target.name)])
    bases = of_step(track, *(rung for rung in track.rungs if rung in rungs or target.id in rung.roles))
    return reader.say(
        "On {track}, the order is {order}. This page compares what the first and the last of these roles list.",
        track=on_track(reader, track.id), order=order + _in_brackets(reader, bases),
    )


def _in_brackets(reader: Reader, bases: Sequence[Basis]) -> str:
    """What something rests on, in words after it; nothing where documents state it."""
    words = [reader.word("basis", one) for one in dict.fromkeys(bases) if one != "stated"]
    return reader.say(" ({aside})", aside=" · ".join(words).lower()) if words else ""


def signs(reader: Reader, origin: Role, target: Role) -> list[View]:
    """Signs of readiness for a way up: those of the role itself, and on leaving the stage the examples given for all of it."""
    step = climb(reader.handbook, origin, target)
    if not step.rises:
        return []
    return [*signs_of_role(reader, origin), *(signs_of_stage(reader, origin) if step.stages > 0 else [])]


def signs_of_role(reader: Reader, role: Role) -> list[View]:
    """The signs of a role itself, which are for the next step up however far the way leads; empty where there are none."""
    return _signs(reader, reader.say("For the next step up from this role: "), reader.link("roles", role.id), role.growth_signals)


def signs_of_stage(reader: Reader, role: Role) -> list[View]:
    """The examples that are given for the whole stage of this role; empty where there are none."""
    shared = reader.handbook.stages[role.stage].promotion_signals
    lead = reader.say("Examples for the whole stage, which may not fit this role: ")
    return _signs(reader, lead, reader.link("stages", role.stage), shared)


def _signs(reader: Reader, lead: str, link: Link, found: Sequence[Item]) -> list[View]:
    return [{"lead": lead, "link": link, "lines": parts.items(reader, found)}] if found else []
