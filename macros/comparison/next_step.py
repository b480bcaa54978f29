"""One step up from a role: what a step or a move leads to or, failing that, what follows from its manager, its layer or its stage. Pure."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from macros.comparison.transition import climb, ways_by_role
from macros.model.handbook import Handbook
from macros.model.roles import Role

# On what ground a role is one step up: a step or a move leads there, it manages the role, it stands in the layer above, at the next stage.
Ground = Literal["way", "manager", "layer", "stage"]


@dataclass(frozen=True)
class NextStep:
    """Who is one step up, and on what ground; in a layer or at a stage there may be several of them."""

    ground: Ground
    roles: tuple[Role, ...]

    @property
    def role(self) -> Role | None:
        """The one role that is meant, or None where it may be one of several."""
        return self.roles[0] if len(self.roles) == 1 else None


def next_step(handbook: Handbook, role: Role) -> NextStep | None:
    """The first ground on which somebody is one step up. It is always a described role in use; an honorary title is none."""
    if role.retired:
        return None
    grounds: tuple[tuple[Ground, Iterable[Role]], ...] = (  # none is followed before it is its turn
        ("way", _led_to(handbook, role)),
        ("manager", _manager(handbook, role)),
        ("layer", _layer_above(handbook, role)),
        ("stage", _next_stage(handbook, role)),
    )
    return next((NextStep(ground, roles) for ground, found in grounds if (roles := tuple(found))), None)


def _led_to(handbook: Handbook, role: Role) -> Iterable[Role]:
    """Where the steps and promotions of the role lead: to one role, that of its manager where several are open, else the first."""
    found = [
        way.target for way in ways_by_role(handbook).get(role.id, ())
        if way.origin.id == role.id and not way.target.retired and (way.steps or any(move.kind == "promotion" for move in way.moves))
    ]
    managing = role.reports_to.role if role.reports_to else None
    return sorted(found, key=lambda one: one.id != managing)[:1]


def _manager(handbook: Handbook, role: Role) -> Iterable[Role]:
    manager = handbook.roles[role.reports_to.role] if role.reports_to and role.reports_to.role else None
    return [manager] if manager and not manager.retired and manager.id != role.id else []


def _layer_above(handbook: Handbook, role: Role) -> Iterable[Role]:
    """The roles in the layer above that stand at a higher stage: a layer of support stands below another and yet beside it."""
    order = list(handbook.layers)
    above = order[order.index(role.layer) - 1] if role.layer and order.index(role.layer) else None
    return (one for one in handbook.ordered_roles if above and one.layer == above and climb(handbook, role, one).stages > 0)


def _next_stage(handbook: Handbook, role: Role) -> Iterable[Role]:
    order = list(handbook.stages)
    above = order[order.index(role.stage) + 1:][:1]
    return (one for one in handbook.ordered_roles if one.stage in above)
