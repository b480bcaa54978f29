"""Where a way leads: up, down or sideways, how far, what its lists leave out, and the signs of readiness."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.comparison.transition import Transition, climb
from macros.model.record import Item
from macros.model.roles import Role
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader


def direction(reader: Reader, origin: Role, target: Role) -> str:
    """Whether the way leads up, down or sideways, by stages first and by the rungs of a shared track within one stage."""
    words, step = sentences(reader), climb(reader.handbook, origin, target)
    way = "up" if (step.stages or step.rungs) > 0 else "down"
    if step.stages:
        far = words["far" if abs(step.stages) > 1 else "near"][way]
        return str(far.format(**{"from": where(reader, origin), "to": where(reader, target), "n": abs(step.stages)}))
    rungs = abs(step.rungs)
    said = words["rungs"][way]["one" if rungs == 1 else "other"] if rungs else words["sideways"]
    return str(said.format(n=rungs, stage=where(reader, target)))


def where(reader: Reader, role: Role) -> str:
    """A role's stage inside a sentence: English says “the entry stage”, but “Grade 5” and “Learning the craft” by their names alone."""
    name = reader.text(reader.handbook.stages[role.stage].name)
    return f"the {reader.inside(name)}" if name.endswith(" stage") else name


def sentences(reader: Reader) -> View:
    """What can be said of a way, here and in the browser; {names} are filled in."""
    return {
        "far": {
            "up": reader.pattern("{n} stages up: from {from} to {to}. That is not one step."),
            "down": reader.pattern("{n} stages down: from {from} to {to}."),
        },
        "near": {"up": reader.pattern("Up a stage: from {from} to {to}."), "down": reader.pattern("Down a stage: from {from} to {to}.")},
        "rungs": {
            "up": reader.say_forms("One rung up, at the same stage: {stage}.", "{n} rungs up, at the same stage: {stage}."),
            "down": reader.say_forms("One rung down, at the same stage: {stage}.", "{n} rungs down, at the same stage: {stage}."),
        },
        "sideways": reader.pattern("Sideways: both stand at {stage}, and no track leads from one to the other."),
        "shorter": reader.pattern(
            "The list of competencies for the {target} is inferred and shorter than that for the {origin}: {asked} against {had}. "
            "What is not on it may still be needed."
        ),
        "unmeasured": reader.pattern("No document names KPIs for the {target}."),
        "fewer": reader.pattern(
            "The documents list fewer KPIs for the {target} than for the {origin}: {asked} against {had}. What is not listed may still be measured."
        ),
    }


def note(reader: Reader, change: Transition) -> View | None:
    """What to bear in mind where the documents list little for the new role, with the way to what they leave open."""
    lines = list(_missing(reader, change))
    return {"lines": lines, "link": open_points(reader, change.target)} if lines else None


def open_points(reader: Reader, role: Role) -> Link | None:
    """The way to what the documents leave open about a role."""
    return Link(reader.say("What the documents leave open"), f"{reader.address('roles', role.id)}#open-points") if role.gaps else None


def _missing(reader: Reader, change: Transition) -> Iterator[str]:
    """A list that shrinks on the way up says more of the documents than of the role; one that is inferred says so."""
    words, origin, target = sentences(reader), change.origin, change.target
    rises = climb(reader.handbook, origin, target).rises
    names = {"origin": reader.inside(reader.text(origin.name)), "target": reader.inside(reader.text(target.name))}
    had, asked = len(origin.competencies), len(target.competencies)
    measured, expected = (len({(one.kpi, one.measure) for one in role.kpis}) for role in (origin, target))
    if rises and asked < had and target.competencies_basis.basis != "stated":
        yield words["shorter"].format(**names, asked=asked, had=had)
    if not expected:
        yield words["unmeasured"].format(**names)
    elif rises and expected < measured:
        yield words["fewer"].format(**names, asked=expected, had=measured)


def left(reader: Reader, target: Role) -> str:
    """What the competencies of the present role are called that the new one does not list; only documents can rule one out."""
    stated = target.competencies_basis.basis == "stated"
    return reader.say("No longer asked for") if stated else reader.say("Not listed for the new role")


def signs(reader: Reader, origin: Role, target: Role) -> list[View]:
    """Signs of readiness for a way up: those of the role itself, and on leaving the stage those that everyone there shares."""
    step = climb(reader.handbook, origin, target)
    if not step.rises:
        return []
    return [*signs_of_role(reader, origin), *(signs_of_stage(reader, origin) if step.stages > 0 else [])]


def signs_of_role(reader: Reader, role: Role) -> list[View]:
    """The signs of a role itself; empty where there are none."""
    return _signs(reader, reader.say("Signs in the role: "), reader.link("roles", role.id), role.growth_signals)


def signs_of_stage(reader: Reader, role: Role) -> list[View]:
    """The signs that every role at the stage of this one shares; empty where there are none."""
    shared = reader.handbook.stages[role.stage].promotion_signals
    return _signs(reader, reader.say("The signs every role at this stage shares: "), reader.link("stages", role.stage), shared)


def _signs(reader: Reader, lead: str, link: Link, found: Sequence[Item]) -> list[View]:
    return [{"lead": lead, "link": link, "lines": parts.items(reader, found)}] if found else []
