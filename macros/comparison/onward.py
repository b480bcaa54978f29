"""What comes next from a role, told alike by every list: promotions that are written down, or else whom to look at for reference."""
from __future__ import annotations

from macros.comparison.neighbours import neighbours
from macros.comparison.next_step import NextStep, next_step
from macros.model.roles import Role
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.sizes import FEW


def promotions(reader: Reader, role: Role) -> list[Link]:
    """Where promotions lead from a role, each once: described roles first, then posts that are only named."""
    return list(dict.fromkeys(who for way in neighbours(reader, role)["to"] if way["kind"] == "promotion" for who in way["who"]))


def reference(reader: Reader, role: Role) -> View | None:
    """Who is one step up where no step or promotion leads to a described role, with the ground they are named on;
    several of one layer or stage are named by it, where they are listed. `names` has each of them, for a list that must do without that."""
    step = next_step(reader.handbook, role)
    if not step or step.ground == "way":
        return None
    whole = None if step.role else whole_of(reader, step)
    names = parts.first(reader, reader.links("roles", [one.id for one in step.roles]), FEW, whole.href if whole else None)
    together = [Link(reader.say("{n} roles of the {stage}", n=len(step.roles), stage=reader.inside(whole.name)), whole.href)] if whole else names
    return {"lead": reader.say("For reference: "), "links": together, "names": names, "ground": reader.say(" ({ground})", ground=ground(reader, role, step))}


def ground(reader: Reader, role: Role, step: NextStep) -> str:
    """On what ground somebody is one step up, with what that itself rests on: a manager may only be inferred."""
    reason = role.basis_of.get("reports_to") if step.ground == "manager" else None
    said = [reason.basis] if reason and reason.basis != "stated" else []
    return " · ".join([reader.word("ground", step.ground), *(reader.word("basis", one) for one in said)])


def whole_of(reader: Reader, step: NextStep) -> Link | None:
    """The layer or the stage that several are named by: the one they were found in, where all of them are in one."""
    layers, stages = ({getattr(one, field) for one in step.roles} for field in ("layer", "stage"))
    if step.ground == "layer" and len(layers) == 1:
        return reader.link("layers", next(iter(layers)))
    stage = reader.link("stages", next(iter(stages)))
    return Link(stage.name, f"{stage.href}#roles") if len(stages) == 1 else None


def lines(reader: Reader, role: Role) -> list[View]:
    """What comes next from a role, a line each."""
    led, looked_at = promotions(reader, role), reference(reader, role)
    ways = [way for way in neighbours(reader, role)["to"] if way["kind"] == "promotion"]
    marks = [mark for at, way in enumerate(ways) for mark in way["rests_on"] if mark not in [one for before in ways[:at] for one in before["rests_on"]]]
    stated = {"lead": reader.say("Promotion to: "), "links": led, "ground": "", "rests_on": marks}
    return [*([stated] if led else []), *([{**looked_at, "rests_on": []}] if looked_at else [])]
