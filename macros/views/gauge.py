"""Where limits and targets lie, drawn: one axis for all figures in one unit, a bar for what a line covers. Numbers alone; words stand beside it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Drawn = Literal["stop", "alert", "target", "open"]

START, END, TOP = 14.0, 334.0, 20.0  # where the axis begins and ends in a drawing of 350 by 62, and where its bars lie
CLOSE = 40.0  # numbers nearer than this to an end of the axis leave it the room
MANY = 20  # percent; where all shares are smaller, an axis up to the whole would leave them no room
NICE = tuple(map(Decimal, ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")))


@dataclass(frozen=True)
class Line:
    """A limit or a target: on which side of `value` it lies (`within` is either side of nought); without a value nobody knows where."""

    drawn: Drawn
    comparator: str
    value: Decimal | None


@dataclass(frozen=True)
class Tick:
    """A number under the axis."""

    x: float
    value: Decimal
    anchor: Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Gauge:
    """One drawing: the bar with where it starts and how wide it is, the edges of the bar that are limits, the numbers, and the result worked out above."""

    drawn: Drawn
    x: float
    width: float
    edges: tuple[float, ...]
    ticks: tuple[Tick, ...]
    here: float | None


def axis(lines: Sequence[Line], here: Decimal | None, whole: bool) -> tuple[Decimal, Decimal]:
    """From where to where the axis runs: from nought, or as far below it as above; to the whole where shares of one are measured and not all are small."""
    values = [line.value for line in lines if line.value is not None] + ([here] if here is not None else [])
    most = max(map(abs, values), default=Decimal(2))
    high = Decimal(100) if whole and MANY <= most <= 100 else nice(most * Decimal("1.25"))
    both = any(line.comparator == "within" for line in lines) or any(value < 0 for value in values)
    return (-high if both else Decimal(0)), high


def nice(value: Decimal) -> Decimal:
    """The next round number that is no smaller."""
    if value <= 0:
        return Decimal(1)
    power = Decimal(10) ** value.adjusted()
    return next(step * power for step in NICE if step * power >= value)


def gauge(line: Line, ends: tuple[Decimal, Decimal], here: Decimal | None = None) -> Gauge:
    """The drawing of one line on the axis of all."""
    low, high = ends
    if line.value is None:
        middle = (START + END) / 2
        x = START if line.comparator in ("<", "<=") else middle
        return Gauge(line.drawn, x, middle - START, (), _ticks((low, high), (), None), None)
    if line.comparator == "within":
        edges = [-line.value, line.value]
    elif line.comparator == "=":
        edges = [line.value, line.value]
    else:
        edges = [low, line.value] if line.comparator in ("<", "<=") else [line.value, high]
    limits = tuple(dict.fromkeys(edge for edge in edges if edge not in (low, high) or edge == line.value))
    left, right = (_place(edge, ends) for edge in edges)
    seen = here if here is not None and low <= here <= high else None
    drawn = tuple(_place(one, ends) for one in limits)
    return Gauge(line.drawn, left, right - left, drawn, _ticks(ends, limits, seen), None if seen is None else _place(seen, ends))


def _place(value: Decimal, ends: tuple[Decimal, Decimal]) -> float:
    low, high = ends
    return round(START + float((value - low) / (high - low)) * (END - START), 1)


def _ticks(ends: tuple[Decimal, Decimal], limits: Sequence[Decimal], here: Decimal | None) -> tuple[Tick, ...]:
    """The limits, and what has room beside them: the ends of the axis and the result worked out above."""
    found = [_tick(value, ends) for value in limits]
    for value in (*ends, *(() if here is None else (here,))):
        tick = _tick(value, ends)
        if all(abs(tick.x - other.x) >= CLOSE for other in found):
            found.append(tick)
    return tuple(sorted(found, key=lambda tick: tick.x))


def _tick(value: Decimal, ends: tuple[Decimal, Decimal]) -> Tick:
    x = _place(value, ends)
    return Tick(x, value, "start" if x <= START else "end" if x >= END else "middle")
