"""From a plan's geometry to what a template prints as SVG: boxes with their names in lines, and the lines between them."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.career_map.layout import Box, Id, Plan, Point
from macros.career_map.text_width import wrapped
from macros.model.record import Party
from macros.views.page import View
from macros.views.reader import Link, Reader

SIZE, LEADING = 12.5, 14.5  # of the type in a drawing, whose unit is a twentieth of a rem
PADDING = 2  # between the sides of a box and a name that takes all the room it is given
PLAIN = "promotion"  # the usual kind, which bears no letter
_ROUND = 7  # how far a corner is rounded


@dataclass(frozen=True)
class Face:
    """How a box looks and reads: its name in lines, where it leads, what is said of it, and its dress."""

    lines: tuple[str, ...]
    href: str | None
    spoken: str
    dress: str
    current: str = ""  # the value of aria-current
    kind: str = ""  # of the move that leads to an underlined name


def face(reader: Reader, party: Party, wide: float, *said: str, current: str = "", kind: str = "", short: str = "", belongs: Link | None = None) -> Face:
    """The face of someone or somewhere; `said` is what a listener must be told beside the name, `short` the name where
    less is shown, `belongs` where those lead who have no address."""
    link = reader.party(party)
    if not link.href and belongs:
        said = (*said, belongs.name)
    dress = "named" if party.post else "everyone" if party.stage or party.any else "outside" if not party.role else ""
    spoken = reader.say("; ").join(one for one in (link.name, *said, link.mark or "") if one)
    href = link.href or (belongs.href if belongs else None)
    lines = wrapped(short or link.name, wide - 2 * PADDING, SIZE, bold=bool(current))
    return Face(lines, href, spoken, "here" if current else dress, current, kind if dress == "outside" else "")


def height(lines: Sequence[str], around: float = 8) -> float:
    """How high a box must be for its lines, with this much around them; with one line it is half as high again."""
    return max(1.5, len(lines)) * LEADING + around


def drawn(
    reader: Reader, plan: Plan, faces: Mapping[Id, Face], badges: Mapping[tuple[Id, str], Link], left: float = 0, top: float = 0,
) -> list[View]:
    """Every box with the lines that leave it, in the order of `faces`; `badges` says where letters and rings lead."""
    return [
        {
            **_box(plan.boxes[id], one, left, top),
            "moves": [
                {"kind": kind, "lines": [line(kind, points, left, top) for points in found], **_lead((id, kind), plan, badges)}
                for kind, found in _by_kind(plan, id).items()
            ],
            "tags": [_tag(reader, kind, at, badges.get((id, kind)), left, top) for (origin, kind), at in plan.tags.items() if origin == id],
            "ring": _tag(reader, "rotation", plan.rings[id], badges.get((id, "rotation")), left, top) if id in plan.rings else None,
        }
        for id, one in faces.items()
    ]


def _by_kind(plan: Plan, id: Id) -> dict[str, list[Sequence[Point]]]:
    """The lines that leave a box, those of a kind together."""
    found: dict[str, list[Sequence[Point]]] = {}
    for wire, points in plan.wires.items():
        if wire.origin == id:
            found.setdefault(wire.kind, []).append(points)
    return found


def _lead(net: tuple[Id, str], plan: Plan, badges: Mapping[tuple[Id, str], Link]) -> dict[str, str | None]:
    """Where the lines of one kind lead that bear no letter; promotions are on the tracks, and need no way of their own."""
    link = None if net in plan.tags or net[1] == PLAIN else badges.get(net)
    return {"href": link.href if link else None, "spoken": link.name if link else None}


def set_lines(lines: Sequence[str], x: float, middle: float) -> list[dict[str, str]]:
    """Where each line of a name is set, around a middle."""
    first = middle + SIZE * 0.36 - (len(lines) - 1) * LEADING / 2
    return [
        {"x": number(x), "y": number(first + place * LEADING), "text": text + (" " if _spaced(text, after) else "")}
        for place, (text, after) in enumerate(zip(lines, (*lines[1:], "")))
    ]


def _spaced(line: str, after: str) -> bool:
    """Whether a line broke at a space, as between English words; Chinese has none, nor has a word cut after its hyphen."""
    return bool(after) and line[-1].isascii() and after[0].isascii() and line[-1] != "-"


def _box(box: Box, one: Face, left: float, top: float) -> View:
    x, y = left + box.x, top + box.y
    return {
        "x": number(x), "y": number(y), "width": number(box.width), "height": number(box.height),
        "round": number(min(18, box.height / 2) if one.dress == "everyone" else 4),
        "dress": one.dress, "href": one.href, "spoken": one.spoken, "current": one.current, "kind": one.kind,
        "under": f"M{number(x + 10)} {number(y + box.height)}h{number(box.width - 20)}" if one.dress == "outside" else "",
        "lines": set_lines(one.lines, x + box.width / 2, y + box.height / 2),
    }


def line(kind: str, points: Sequence[Point], left: float = 0, top: float = 0) -> View:
    """A line with its arrowhead, or two where people come back; a broad line with a core is a double one."""
    moved = [(left + x, top + y) for x, y in points]
    if kind != "rotation":
        return {"path": rounded(moved), "arrow": _arrow(moved[-2], moved[-1]), "core": False}
    ends = _arrow(moved[-2], moved[-1]) + _arrow(moved[1], moved[0])
    moved[0], moved[-1] = _towards(moved[0], moved[1], 7), _towards(moved[-1], moved[-2], 7)      # a double line stops at its heads
    return {"path": rounded(moved), "arrow": ends, "core": True}


def rounded(points: Sequence[Point]) -> str:
    """A path through the points, its corners rounded."""
    path = f"M{number(points[0][0])} {number(points[0][1])}"
    for before, corner, after in zip(points, points[1:], points[2:]):
        near = min(_ROUND, *(max(abs(corner[0] - other[0]), abs(corner[1] - other[1])) / 2 for other in (before, after)))
        (ax, ay), (bx, by) = (_towards(corner, other, near) for other in (before, after))
        path += f"L{number(ax)} {number(ay)}Q{number(corner[0])} {number(corner[1])} {number(bx)} {number(by)}"
    return f"{path}L{number(points[-1][0])} {number(points[-1][1])}"


def _towards(start: Point, end: Point, far: float) -> Point:
    """The point that lies this far from the start on the way to the end, along one axis."""
    return start[0] + far * ((end[0] > start[0]) - (end[0] < start[0])), start[1] + far * ((end[1] > start[1]) - (end[1] < start[1]))


def _arrow(before: Point, tip: Point) -> str:
    """A head that points along a level line."""
    back = tip[0] - 9 if tip[0] > before[0] else tip[0] + 9
    return f"M{number(back)} {number(tip[1] - 4.5)}L{number(tip[0])} {number(tip[1])}L{number(back)} {number(tip[1] + 4.5)}z"


def _tag(reader: Reader, kind: str, at: Point, link: Link | None, left: float, top: float) -> dict[str, str | None]:
    return {
        "kind": kind, "x": number(left + at[0]), "y": number(top + at[1]), "baseline": number(top + at[1] + 3.8), "letter": reader.word("move-letter", kind),
        "href": link.href if link else None, "spoken": link.name if link else reader.word("move", kind),
    }


def number(value: float) -> str:
    """A number as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")
