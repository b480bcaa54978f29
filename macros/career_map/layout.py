"""Plain geometry of a map: boxes on a grid of slots (across) and lanes (down), and lines that turn right angles between them.

Between slots run gutters and between lanes strips, and each is as wide as the lines it carries need, so that no line
crosses a box or lies on another line. Libraries that route around boxes (libavoid-js and Graphviz were tried) take the
gaps as given and press lines into them; here the gaps are ours to widen, and a track for each line is simpler and sure."""
from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Id = Hashable
Point = tuple[float, float]
TAG = 8  # half the side of a line's letter
RING = 9  # the same of a ring on a box's corner
_APART = 10  # between two lines beside each other
_BESIDE = {"gutter": 13, "strip": 10}  # between a box and the nearest line: room for an arrowhead, or half a letter
_PORTS = 10  # how far from the middle of a box lines leave it


@dataclass(frozen=True)
class Room:
    """How wide gutters and strips are with no line in them."""

    gutter: float = 14
    strip: float = 11


@dataclass(frozen=True)
class Spot:
    """Where a box stands, counted from 0."""

    slot: int
    lane: int


@dataclass(frozen=True)
class Wire:
    """What is to be joined. Wires of one kind that leave one box share their way as far as they can."""

    origin: Id
    target: Id
    kind: str


@dataclass(frozen=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Plan:
    """What can be drawn. `across` holds where the gutter before each slot begins, and the end; `down` the same for lanes.
    A letter in `tags` stands for all wires of one origin and kind, where one of another kind crosses them and there is room;
    rings stand on the boxes that asked for one."""

    boxes: Mapping[Id, Box]
    wires: Mapping[Wire, tuple[Point, ...]]
    tags: Mapping[tuple[Id, str], Point]
    rings: Mapping[Id, Point]
    across: tuple[float, ...]
    down: tuple[float, ...]


@dataclass(frozen=True)
class _Piece:
    """One straight stretch of a wire, before anything is measured: in which lane, strip or gutter, from where to where.
    Stretches count gutters and slots, or strips and lanes, alternately from 0. Pieces of one holder are one line. Where it
    has a choice, a line leans to the side that it comes from or goes to, below being 1 and above -1."""

    band: str
    number: int
    start: int
    end: int
    holder: Hashable
    lean: int = 0


def planned(
    spots: Mapping[Id, Spot], sizes: Mapping[Id, float], lanes: Sequence[float], wires: Sequence[Wire], wide: float,
    tagged: Collection[str] = (), ringed: Collection[Id] = (), apart: float = 0, room: Room = Room(), slots: int = 1,
) -> Plan:
    """Boxes of one width and of these heights in lanes of these heights, every wire between them, letters for those of the
    kinds in `tagged` that cross others. Slots are at least this many and this far apart."""
    slots = max([slots, *(1 + spot.slot for spot in spots.values())])
    taken = {(spot.slot, spot.lane) for spot in spots.values()}
    ways = {wire: tuple(_way(wire, spots[wire.origin], spots[wire.target], taken)) for wire in dict.fromkeys(wires)}
    tracks = _tracks(ways.values())
    least = {number: apart for number in range(1, slots)}
    across = _measured("gutter", room.gutter, [wide] * slots, tracks, least)
    down = _measured("strip", room.strip, lanes, tracks, {})
    boxes = {
        id: Box(across[spot.slot + 1] - wide, down[spot.lane + 1] - (lanes[spot.lane] + sizes[id]) / 2, wide, sizes[id]) for id, spot in spots.items()
    }
    routes = {wire: _route(wire, way, spots, boxes, tracks, across, down, lanes) for wire, way in ways.items()}
    rings = {id: (boxes[id].x + wide + 1, boxes[id].y + 2) for id in ringed}      # clear of the name in the box and of the box above
    return Plan(boxes, routes, _tags(routes, boxes, rings.values(), tagged), rings, tuple(across), tuple(down))


def _way(wire: Wire, origin: Spot, target: Spot, taken: set[tuple[int, int]]) -> Iterator[_Piece]:
    """Straight where the slots between are free in the lane of either end; else along the strip beside the target."""
    net = (wire.origin, wire.kind)
    out = origin.slot if target.slot < origin.slot else origin.slot + 1
    into = target.slot if target.slot > origin.slot else target.slot + 1
    free = [lane for lane in (target.lane, origin.lane) if not any((slot, lane) in taken for slot in range(min(out, into), max(out, into)))]
    strip = target.lane if origin.lane <= target.lane else target.lane + 1
    if free and origin.lane == target.lane:
        yield _Piece("lane", origin.lane, 2 * out, 2 * into, net)
        return
    lean = 1 if target.lane > origin.lane or not free and strip > origin.lane else -1
    turn = into if free and free[0] == origin.lane else out
    yield _Piece("lane", origin.lane, 2 * out, 2 * turn, net, lean)
    yield _Piece("gutter", turn, 2 * origin.lane + 1, 2 * target.lane + 1 if free else 2 * strip, net)
    if not free:
        yield _Piece("strip", strip, 2 * out, 2 * into, net)
        yield _Piece("gutter", into, 2 * strip, 2 * target.lane + 1, net)
    yield _Piece("lane", target.lane, 2 * turn if free else 2 * into, 2 * into, wire, -lean if free or origin.lane != target.lane else lean)


def _tracks(ways: Collection[Sequence[_Piece]]) -> dict[tuple[str, int, Hashable], int]:
    """For every line its track in each lane, strip and gutter it passes: the nearest to the middle of a lane, the first of
    the others, that no line has which needs the same stretch. Straight wires choose before those that turn."""
    needs: dict[tuple[str, int], dict[Hashable, tuple[bool, int, int, int]]] = {}
    for way in ways:
        for piece in way:
            held = needs.setdefault((piece.band, piece.number), {})
            low, high = sorted((piece.start, piece.end))
            turns, start, end, lean = held.get(piece.holder, (True, low, high, 0))
            held[piece.holder] = (turns and len(way) > 1, min(start, low), max(end, high), lean + piece.lean)
    found: dict[tuple[str, int, Hashable], int] = {}
    for (band, number), held in needs.items():
        done: list[tuple[int, int, int]] = []
        for holder, (_, start, end, lean) in sorted(held.items(), key=lambda one: one[1]):
            near = {track for track, a, b in done if a <= end and start <= b}
            choices = range(-len(held), len(held)) if band == "lane" else range(len(held))
            track = min((one for one in choices if one not in near), key=lambda one: (abs(one), one * lean < 0))
            done.append((track, start, end))
            found[band, number, holder] = track
    return found


def _measured(
    band: str, bare: float, sizes: Sequence[float], tracks: Mapping[tuple[str, int, Hashable], int], least: Mapping[int, float],
) -> list[float]:
    """Where each gutter (or strip) begins, the slots (or lanes) of these sizes lying between them, and the end of all."""
    starts = [0.0]
    for number in range(len(sizes) + 1):
        lines = 1 + max((track for (name, at, _), track in tracks.items() if (name, at) == (band, number)), default=-1)
        room = max(2 * _BESIDE[band] + _APART * (lines - 1) if lines else bare, least.get(number, 0))
        starts.append(starts[-1] + room + (sizes[number] if number < len(sizes) else 0))
    return starts


def _route(
    wire: Wire, way: Sequence[_Piece], spots: Mapping[Id, Spot], boxes: Mapping[Id, Box], tracks: Mapping[tuple[str, int, Hashable], int],
    across: Sequence[float], down: Sequence[float], lanes: Sequence[float],
) -> tuple[Point, ...]:
    """The corners of a wire from the side of one box to the side of the other."""

    def at(piece: _Piece) -> float:
        track = tracks[piece.band, piece.number, piece.holder]
        if piece.band == "lane":
            most = max(abs(other) for (band, number, _), other in tracks.items() if (band, number) == ("lane", piece.number))
            return down[piece.number + 1] - lanes[piece.number] / 2 + track * min(_APART, _PORTS / max(most, 1))
        return (across if piece.band == "gutter" else down)[piece.number] + _BESIDE[piece.band] + track * _APART

    origin, target = boxes[wire.origin], boxes[wire.target]
    leftward = spots[wire.target].slot < spots[wire.origin].slot
    rightward = spots[wire.target].slot > spots[wire.origin].slot
    levels = [at(piece) for piece in way]
    points = [(origin.x if leftward else origin.x + origin.width, levels[0])]
    for before, gutter, after in zip(levels[::2], levels[1::2], levels[2::2]):
        points += [(gutter, before), (gutter, after)]
    return *points, (target.x if rightward else target.x + target.width, levels[-1])


def _tags(routes: Mapping[Wire, tuple[Point, ...]], boxes: Mapping[Id, Box], rings: Collection[Point], tagged: Collection[str]) -> dict[tuple[Id, str], Point]:
    """A place for the letter of each line that one of another kind crosses: on the longest stretch where it touches no other line
    and no other letter. Where every place touches a box, its colour and its dashes must do."""
    lines: dict[tuple[Id, str], list[tuple[Point, Point]]] = {}
    for wire, points in routes.items():
        lines.setdefault((wire.origin, wire.kind), []).extend(zip(points, points[1:]))
    squares = [(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes.values()] + [_around(*ring, RING) for ring in rings]
    found: dict[tuple[Id, str], Point] = {}
    for net, stretches in lines.items():
        if net[1] not in tagged or not any(_cross(a, b) for other, more in lines.items() if other[1] != net[1] for a in stretches for b in more):
            continue
        others = [
            (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for other, more in lines.items() if other != net for a, b in more
        ]
        best, found[net] = (len(squares), 0), stretches[0][0]
        for start, end in sorted(stretches, key=lambda one: -abs(one[1][0] - one[0][0]) - abs(one[1][1] - one[0][1])):
            for part in (8, 6, 10, 4, 12, 3, 13, 2, 14):      # sixteenths, from the middle outwards
                at = start[0] + (end[0] - start[0]) * part / 16, start[1] + (end[1] - start[1]) * part / 16
                if best > (0, 0) and (touched := (_touching(at, squares), _touching(at, others))) < best:
                    best, found[net] = touched, at
        if _touching(found[net], squares):
            del found[net]
        else:
            squares.append(_around(*found[net], TAG))
    return found


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether a level stretch and an upright one cross, in either order."""
    (a, b), (c, d) = one, other
    level, upright = (one, other) if a[1] == b[1] else (other, one)
    if (a[1] == b[1]) == (c[1] == d[1]):
        return False
    x, y = upright[0][0], level[0][1]
    return min(level[0][0], level[1][0]) < x < max(level[0][0], level[1][0]) and min(upright[0][1], upright[1][1]) < y < max(upright[0][1], upright[1][1])


def _around(x: float, y: float, far: float) -> tuple[float, float, float, float]:
    return x - far, y - far, x + far, y + far


def _touching(at: Point, others: Sequence[tuple[float, float, float, float]]) -> int:
    """How many of these a letter here would touch."""
    left, top, right, bottom = _around(*at, TAG)
    return sum(left < x2 and x1 < right and top < y2 and y1 < bottom for x1, y1, x2, y2 in others)
