"""A handbook in which two roles share a destination."""
from __future__ import annotations

from dataclasses import replace

from macros.model.handbook import Handbook
from macros.model.record import Party


def sharing(tiny: Handbook) -> Handbook:
    """The tiny handbook, its own bakery a place that both roles can go to."""
    ends = tuple(Party(role=id) for id in ("oven-hand", "crust-brander"))
    move = tiny.moves["own-bakery"].model_copy(update={"kind": "cross-department", "from_": ends})
    return replace(tiny, moves={**tiny.moves, move.id: move})
