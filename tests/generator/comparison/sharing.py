"""The tiny handbook as several tests want it: two roles that share a destination, and what a role may ask."""
from __future__ import annotations

from dataclasses import replace

from macros.model.handbook import Handbook
from macros.model.record import Party
from macros.model.roles import Requirement


def sharing(tiny: Handbook) -> Handbook:
    """The tiny handbook, its own bakery a place that both roles can go to."""
    ends = tuple(Party(role=id) for id in ("oven-hand", "crust-brander"))
    move = tiny.moves["own-bakery"].model_copy(update={"kind": "cross-department", "from_": ends})
    return replace(tiny, moves={**tiny.moves, move.id: move})


def asked(*names: str) -> tuple[Requirement, ...]:
    """These competencies at the first level, each essential."""
    return tuple(Requirement(competency=one, level="execute", need="essential", **{"for": ("x",)}) for one in names)
