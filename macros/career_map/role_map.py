"""The small map on a role's page: where people come from, the role, where they can go."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from macros.career_map.chart import Line, lines
from macros.career_map.drawing import PLAIN, Face, drawn, face, height, number
from macros.career_map.layout import Id, Plan, Spot, Wire, planned
from macros.career_map.links import by_kind, moves_of, to_moves
from macros.career_map.rows import path_of
from macros.model.handbook import Handbook
from macros.model.moves import WAY_KINDS, by_party, naming
from macros.model.record import Party
from macros.model.roles import Role
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.sizes import shared_moves

WIDE, APART = 176, 72
TAGGED = tuple(kind for kind in WAY_KINDS if kind != PLAIN)
EVERY = "#moves"  # where the page lists all moves of the role
Ends = dict[Party, list[Line]]


def role_map(reader: Reader, role: Role) -> View | None:
    """The map as shapes, or None where no step or move names the role or its stage."""
    plotted = plotted_around(reader, role)
    if not plotted:
        return None
    faces, plan = plotted
    before, after = _around(reader, role)
    here = Party(role=role.id)
    arriving = (((0, party), line, EVERY) for party, found in before.items() for line in found)
    leaving = [*arriving, *((here, line, EVERY) for found in after.values() for line in found)]
    return {
        "width": number(plan.across[-1]),
        "height": number(plan.down[-1]),
        "ems": f"{plan.across[-1] / 20:.3f}em",
        "places": drawn(reader, plan, faces, by_kind(reader, leaving)),
        "href": reader.href(path_of(reader.handbook, here)),
    }


def plotted_around(reader: Reader, role: Role) -> tuple[dict[Id, Face], Plan] | None:
    """How each box looks, in reading order, and where it stands; the role is in the middle of its column."""
    here = Party(role=role.id)
    before, after = _around(reader, role)
    deep = max(len(before), len(after))
    if not deep:
        return None
    middle = 1 if before else 0
    faces: dict[Id, Face] = {}
    spots: dict[Id, Spot] = {}
    wires: list[Wire] = []
    for slot, ends in ((0, before), (middle, {here: []}), (middle + 1, after)):
        for lane, (party, found) in enumerate(ends.items()):
            id = here if slot == middle else (slot, party)
            spots[id] = Spot(slot, (deep - len(ends)) // 2 + lane)
            kinds = list(dict.fromkeys(line.kind for line in found))
            said = [reader.word("move", kind) for kind in kinds]
            moves = moves_of(found)
            belongs = to_moves(reader, moves, EVERY) if moves else None
            faces[id] = face(reader, party, WIDE, *said, current="page" if id == here else "", kind=next(iter(kinds), ""), belongs=belongs)
            wires += [Wire(id, here, kind) if slot < middle else Wire(here, id, kind) for kind in kinds]
    sizes = {id: height(one.lines) for id, one in faces.items()}
    lanes = [max(size for id, size in sizes.items() if spots[id].lane == lane) for lane in range(deep)]
    return faces, planned(spots, sizes, lanes, wires, WIDE, TAGGED, apart=APART)


def _around(reader: Reader, role: Role) -> tuple[Ends, Ends]:
    """Who leads to a role or its stage, and where these lead, each with the steps and moves."""
    here, stage = Party(role=role.id), Party(stage=role.stage)
    named = (here,) if shared_moves(reader.handbook, role.stage) else (here, stage)
    return _neighbours(here, stage, naming(_lines_by_party(reader.handbook), *named))


@lru_cache(maxsize=1)
def _lines_by_party(handbook: Handbook) -> Mapping[Party, Mapping[int, Line]]:
    """Everyone whom a step or a move names at either end, with its line."""
    return by_party((line, (*line.origins, *line.targets)) for line in lines(handbook))


def _neighbours(here: Party, stage: Party, found: Iterable[Line]) -> tuple[Ends, Ends]:
    before: Ends = {}
    after: Ends = {}
    for line in found:
        for near, far, ends in ((line.targets, line.origins, before), (line.origins, line.targets, after)):
            if here in near or (line.move and stage in near):
                for party in far:
                    ends.setdefault(party, []).append(line)
    return before, after
