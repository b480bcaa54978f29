"""Stairs of any number of steps, from stages, levels or rungs: the mark of a level, and how deep a step is coloured."""
from __future__ import annotations

from dataclasses import dataclass
from functools import cache

WIDTH, HEIGHT = 26.5, 16.0  # of the drawing, for any number of levels, so that marks line up
SHADES = 4  # in the styles
CELL = 28  # of a row of cells, with the space after it


@dataclass(frozen=True)
class Level:
    """A level as pages show it: the step it is `of` so many, counted from 1, as it stands before its name, the name, what is heard after it, and its mark.

    The mark is the outlines of the bars up to the level (`done`) and of those above it (`rest`), as SVG paths."""

    step: int
    of: int
    lead: str
    name: str
    ears: str
    done: str
    rest: str


def shade(step: int, of: int) -> int:
    """The shade of a step, from the lightest, 1: the first step has the lightest and the last the deepest."""
    return 1 + round((SHADES - 1) * (step - 1) / max(1, of - 1))


@cache
def bars(step: int, of: int) -> tuple[str, str]:
    """The bars up to a level and those above it."""
    gap = 1.5 if of < 6 else 1.0
    wide = (WIDTH - gap * (of - 1)) / of
    places = [(number * (wide + gap), HEIGHT * (number + 1) / of) for number in range(of)]
    done, rest = ("".join(_bar(left, HEIGHT - high, wide, high) for left, high in part) for part in (places[:step], places[step:]))
    return done, rest


def cells(step: int, other: int, of: int) -> dict[str, str]:
    """A level as a row of cells: those up to it, those that another level has beyond it, and the ground of the rest."""
    reached, beyond = ([CELL * place for place in places] for places in (range(step), range(step, max(step, other))))
    return {
        "done": "".join(f"M{x} 1h26v10h-26z" for x in reached),
        "ghost": "".join(f"M{x}.6 1.6h24.8v8.8h-24.8z" for x in beyond),
        "rest": "".join(f"M{CELL * place} 11h26" for place in range(max(step, other), of)),
    }


def _bar(left: float, top: float, wide: float, high: float) -> str:
    """One bar in as few characters as will do, since a table has hundreds."""
    x, y, w, h = map(_number, (left, top, wide, high))
    start = f"{x}{y}" if y.startswith(".") and "." in x else f"{x} {y}"
    return f"M{start}h{w}v{h}{min(f'h-{w}', f'H{x}', key=len)}z"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").removeprefix("0") or "0"
