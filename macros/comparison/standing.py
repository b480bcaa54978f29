"""Where a way leads: up, down or sideways, how far, what its lists leave out, and the signs of readiness."""
from __future__ import annotations

from collections.abc import Iterator

from macros.comparison.transition import Climb, Transition, climb
from macros.model.roles import Role
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader


def direction(reader: Reader, origin: Role, target: Role) -> str:
    """Whether the way leads up, down or sideways, by stages first and by the rungs of a shared track within one stage."""
    step = climb(reader.handbook, origin, target)
    names = [_called(reader, role.stage) for role in (origin, target)]
    return _across(reader, step, *names) if step.stages else _within(reader, step, names[1])


def _called(reader: Reader, stage: str) -> str:
    """A stage inside a sentence: English says “the entry stage”, but “Grade 5” and “Learning the craft” by their names alone."""
    name = reader.text(reader.handbook.stages[stage].name)
    return f"the {reader.inside(name)}" if name.endswith(" stage") else name


def _across(reader: Reader, step: Climb, lower: str, upper: str) -> str:
    places = {"from": lower, "to": upper, "n": abs(step.stages)}
    if step.stages > 1:
        return reader.say("{n} stages up: from {from} to {to}. That is not one step.", **places)
    if step.stages < -1:
        return reader.say("{n} stages down: from {from} to {to}.", **places)
    return reader.say("Up a stage: from {from} to {to}.", **places) if step.stages > 0 else reader.say("Down a stage: from {from} to {to}.", **places)


def _within(reader: Reader, step: Climb, stage: str) -> str:
    if step.rungs > 0:
        return reader.say_n("One rung up, at the same stage: {stage}.", "{n} rungs up, at the same stage: {stage}.", step.rungs, stage=stage)
    if step.rungs < 0:
        return reader.say_n("One rung down, at the same stage: {stage}.", "{n} rungs down, at the same stage: {stage}.", -step.rungs, stage=stage)
    return reader.say("Sideways: both stand at {stage}, and no track leads from one to the other.", stage=stage)


def note(reader: Reader, change: Transition) -> View | None:
    """What to bear in mind where the documents list little for the new role, with the way to what they leave open."""
    lines = list(_missing(reader, change))
    open_points = Link(reader.say("What the documents leave open"), f"{reader.address('roles', change.target.id)}#open-points")
    return {"lines": lines, "link": open_points if change.target.gaps else None} if lines else None


def _missing(reader: Reader, change: Transition) -> Iterator[str]:
    """A list that shrinks on the way up says more of the documents than of the role; one that is inferred says so."""
    origin, target = change.origin, change.target
    rises = climb(reader.handbook, origin, target).rises
    names = {"origin": reader.inside(reader.text(origin.name)), "target": reader.inside(reader.text(target.name))}
    had, asked = len(origin.competencies), len(target.competencies)
    measured, expected = (len({(one.kpi, one.measure) for one in role.kpis}) for role in (origin, target))
    if rises and asked < had and target.competencies_basis.basis != "stated":
        yield reader.say(
            "The list of competencies for the {target} is inferred and shorter than that for the {origin}: {asked} against {had}. "
            "What is not on it may still be needed.",
            **names, asked=asked, had=had,
        )
    if not target.kpis:
        yield reader.say("No document names KPIs for the {target}.", **names)
    elif rises and expected < measured:
        yield reader.say(
            "The documents list fewer KPIs for the {target} than for the {origin}: {asked} against {had}. What is not listed may still be measured.",
            **names, asked=expected, had=measured,
        )


def left(reader: Reader, target: Role) -> str:
    """What the competencies of the present role are called that the new one does not list; only documents can rule one out."""
    stated = target.competencies_basis.basis == "stated"
    return reader.say("No longer asked for") if stated else reader.say("Not listed for the new role")


def signs(reader: Reader, origin: Role, target: Role) -> list[View]:
    """Signs of readiness for a way up: those of the role itself, and on leaving the stage those that everyone there shares."""
    step = climb(reader.handbook, origin, target)
    if not step.rises:
        return []
    stage = reader.handbook.stages[origin.stage]
    own = (reader.say("Signs in the role: "), reader.link("roles", origin.id), origin.growth_signals)
    shared = (reader.say("The signs every role at this stage shares: "), reader.link("stages", stage.id), stage.promotion_signals if step.stages > 0 else ())
    return [{"lead": lead, "link": link, "lines": parts.items(reader, items)} for lead, link, items in (own, shared) if items]
