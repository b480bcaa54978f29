"""Which slot and lane each place of a chart gets: columns and rows of cells, each cell as many slots and lanes as it needs."""
from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from macros.career_map.layout import Id, Spot

_DEEP = 3  # how many stand below each other before a cell grows sideways


@dataclass(frozen=True)
class Cell:
    """In which cell someone stands. Ranks stand side by side, equal ones below each other. Those of a loose row stand
    near whoever leads to them, or near their column."""

    id: Id
    row: int
    column: int | None
    rank: int | None = None
    near: Id | None = None


@dataclass(frozen=True)
class Grid:
    """Everyone's spot, the first slot of each column and the first lane of each row, each with the end."""

    spots: Mapping[Id, Spot]
    columns: tuple[int, ...]
    rows: tuple[int, ...]


def grid(cells: Sequence[Cell], columns: int, rows: int, loose: Collection[int] = ()) -> Grid:
    """Put everyone in a slot and a lane; rows and columns are counted from 0, and loose rows come last."""
    groups: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        if cell.row not in loose and cell.column is not None:
            groups.setdefault((cell.row, cell.column), []).append(cell)
    across = [max((_slots(group) for (_, at), group in groups.items() if at == column), default=1) for column in range(columns)]
    within = {key: _within(group, across[key[1]]) for key, group in groups.items()}
    starts = (0, *accumulate(across))
    lanes = [1 + max((spot.lane for (at, _), spots in within.items() if at == row for spot in spots.values()), default=0) for row in range(rows)]
    tops = (0, *accumulate(lanes))
    spots = {
        id: Spot(starts[column] + spot.slot, tops[row] + spot.lane) for (row, column), inside in within.items() for id, spot in inside.items()
    }
    for row in sorted(loose):
        spots |= _loosely([cell for cell in cells if cell.row == row], spots, starts, tops[row])
        tops = (*tops[: row + 1], 1 + max(spot.lane for spot in spots.values()), *tops[row + 2 :])
    return Grid(spots, starts, tops)


def _slots(group: Sequence[Cell]) -> int:
    return len({cell.rank for cell in group}) if group[0].rank is not None else ceil(len(group) / _DEEP)


def _within(group: Sequence[Cell], across: int) -> dict[Id, Spot]:
    """Slots and lanes inside one cell that has this many slots."""
    ranks = sorted({cell.rank for cell in group if cell.rank is not None})
    if not ranks:
        return {cell.id: Spot(number % across, number // across) for number, cell in enumerate(group)}
    return {
        cell.id: Spot(ranks.index(cell.rank), [one.id for one in group if one.rank == cell.rank].index(cell.id))
        for cell in group if cell.rank is not None
    }


def _loosely(cells: Sequence[Cell], fixed: Mapping[Id, Spot], starts: Sequence[int], top: int) -> dict[Id, Spot]:
    """One after the other, as near as can be to the right of whoever leads there, without going far down."""
    spots: dict[Id, Spot] = {}
    free = [Spot(slot, lane) for lane in range(top, top + len(cells)) for slot in range(starts[-1])]
    for cell in cells:
        before = spots.get(cell.near) or fixed.get(cell.near)
        wish = before.slot + 1 if before else starts[cell.column] if cell.column is not None else None
        lane = before.lane if before and before.lane >= top else top
        spot = min(free, key=lambda one: (3 * abs(one.lane - lane) + (abs(one.slot - wish) if wish is not None else 0), wish is not None and one.slot < wish))
        free.remove(spot)
        spots[cell.id] = spot
    return spots
