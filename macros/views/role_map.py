"""The small map on a role's page: where people come from, the role, where they can go."""
from __future__ import annotations

from collections.abc import Iterable

from macros.layout import Id, Spot, Wire, planned
from macros.model.chart import Line, lines
from macros.model.items import Party
from macros.model.moves import MOVE_KINDS, MoveKind
from macros.model.roles import Role
from macros.views.drawing import PLAIN, drawn, face, height, number
from macros.views.reader import Reader

WIDE, APART = 176, 72
TAGGED = tuple(kind for kind in MOVE_KINDS if kind != PLAIN)
Ends = dict[Party, dict[MoveKind, None]]


def role_map(reader: Reader, role: Role) -> dict[str, object] | None:
    """The map, or None where no step or move names the role or its stage. What is open to anyone stands in the lists alone."""
    here = Party(role=role.id)
    before, after = _neighbours(here, Party(stage=role.stage), lines(reader.handbook))
    if not before and not after:
        return None
    deep = max(len(before), len(after))
    middle = 1 if before else 0
    spots: dict[Id, Spot] = {here: Spot(middle, (deep - 1) // 2)}
    faces = {here: face(reader, here, WIDE, current="page")}
    for slot, ends in ((0, before), (middle + 1, after)):
        for lane, (party, kinds) in enumerate(ends.items()):
            spots[slot, party] = Spot(slot, (deep - len(ends)) // 2 + lane)
            faces[slot, party] = face(reader, party, WIDE, *(reader.word("move", kind) for kind in kinds), kind=next(iter(kinds)))
    sizes = {id: height(one.lines) for id, one in faces.items()}
    lanes = [max(size for id, size in sizes.items() if spots[id].lane == lane) for lane in range(deep)]
    wires = [Wire((0, party), here, kind) for party, kinds in before.items() for kind in kinds]
    wires += [Wire(here, (middle + 1, party), kind) for party, kinds in after.items() for kind in kinds]
    plan = planned(spots, sizes, lanes, wires, WIDE, TAGGED, apart=APART)
    in_order = dict(sorted(faces.items(), key=lambda one: (spots[one[0]].slot, spots[one[0]].lane)))
    return {
        "width": number(plan.across[-1]),
        "height": number(plan.down[-1]),
        "rems": f"{plan.across[-1] / 20:.3f}rem",
        "places": drawn(reader, plan, in_order),
        "href": reader.href("map/"),
    }


def _neighbours(here: Party, stage: Party, found: Iterable[Line]) -> tuple[Ends, Ends]:
    """Who leads to a role or its stage, and where these lead, each with the kinds of move."""
    before: Ends = {}
    after: Ends = {}
    for line in found:
        for near, far, ends in ((line.targets, line.origins, before), (line.origins, line.targets, after)):
            if here in near or (line.move and stage in near):
                for party in far:
                    ends.setdefault(party, {})[line.kind] = None
    return before, after
