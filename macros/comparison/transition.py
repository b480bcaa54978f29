"""From one role to another: what to learn, what to raise, what stays, and which steps and moves lead there. Pure, from two records."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from macros.model.handbook import Handbook, Step
from macros.model.moves import Move, ends_of, naming, takes_in
from macros.model.record import Basis, RoleId, TrackId
from macros.model.roles import Requirement, Role
from macros.model.tracks import Rung, Track

Pair = tuple[Requirement, Requirement]


@dataclass(frozen=True)
class Transition:
    """What changes for someone who goes from `origin` to `target`; pairs are (as asked before, as asked after), in the order of the target."""

    origin: Role
    target: Role
    to_learn: tuple[Requirement, ...]
    to_raise: tuple[Pair, ...]
    stays: tuple[Pair, ...]  # at the same level, or one that the target asks less of

    @property
    def bases(self) -> tuple[Basis, ...]:
        """On what the levels of the two roles rest, origin first."""
        return self.origin.competencies_basis.basis, self.target.competencies_basis.basis


def transition(handbook: Handbook, origin: Role, target: Role) -> Transition:
    """Compare two roles in the direction in which someone would go."""
    had = {one.competency: one for one in origin.competencies}
    pairs = [(had[one.competency], one) for one in target.competencies if one.competency in had]
    return Transition(
        origin,
        target,
        to_learn=tuple(one for one in target.competencies if one.competency not in had),
        to_raise=tuple(pair for pair in pairs if rise(handbook, pair) > 0),
        stays=tuple(pair for pair in pairs if rise(handbook, pair) <= 0),
    )


def rise(handbook: Handbook, pair: Pair) -> int:
    """By how many levels more is asked after than before; negative where it is fewer."""
    before, after = (handbook.steps_of_levels[one.level] for one in pair)
    return after - before


@dataclass(frozen=True)
class Climb:
    """How far a way leads up: in stages, and in rungs of the `track` that holds both roles (0 where none does). Negative is down."""

    stages: int
    rungs: int
    track: TrackId | None = None

    @property
    def rises(self) -> bool:
        return (self.stages or self.rungs) > 0

    @property
    def falls(self) -> bool:
        return (self.stages or self.rungs) < 0


def climb(handbook: Handbook, origin: Role, target: Role) -> Climb:
    """The climb from one role to another; where several tracks hold both, the first one counts."""
    order = list(handbook.stages)
    here, there = ({track.id: number for track, number in handbook.tracks_of(role.id)} for role in (origin, target))
    track = next((track for track in here if track in there), None)
    return Climb(order.index(target.stage) - order.index(origin.stage), there[track] - here[track] if track else 0, track)


@dataclass(frozen=True)
class Way:
    """Two described roles that a step of a track or a move joins, with those steps and moves."""

    origin: Role
    target: Role
    steps: tuple[Step, ...]
    moves: tuple[Move, ...]


def documented(handbook: Handbook, origin: Role, target: Role) -> Way:
    """Two roles with every step and move that leads from one to the other, those open to a whole stage or to anyone among them."""
    steps = (step for step in handbook.steps_by_role.get(origin.id, ()) if origin.id in step.lower.roles and target.id in step.upper.roles)
    moves = (move for move in handbook.used("moves") if takes_in(move.from_, origin) and takes_in(move.to, target))
    return Way(origin, target, tuple(steps), tuple(moves))


@lru_cache(maxsize=1)  # a role is asked about with one other after the other
def reached(handbook: Handbook, origin: Role) -> Mapping[RoleId, tuple[Track, tuple[Rung, ...]]]:
    """The roles that tracks lead up to from this one over further rungs, each with the first such track and those rungs; a track
    is entered at the rung above the origin, or where a move of the track lets people in from there."""
    found: dict[RoleId, tuple[Track, tuple[Rung, ...]]] = {}
    moves = [move for move in naming(handbook.moves_by_party, *ends_of(origin)) if takes_in(move.from_, origin)]
    for track in handbook.used("tracks"):
        ends = [to for move in moves if move.track == track.id for to in move.to]
        entered = [
            *(at + 1 for at, rung in enumerate(track.rungs) if origin.id in rung.roles),
            *(at for at, rung in enumerate(track.rungs) if any(to.role in rung.roles or to.post in rung.posts for to in ends)),
        ]
        first = min(entered, default=len(track.rungs))
        below: set[RoleId] = {id for rung in track.rungs[:first + 1] for id in rung.roles}
        for at, rung in enumerate(track.rungs[first + 1:], first + 1):
            for id in rung.roles:
                if id not in below:
                    found.setdefault(id, (track, track.rungs[first:at]))
            below.update(rung.roles)
    return found


@lru_cache(maxsize=1)  # for the handbook in hand; while serving, another takes its place
def ways(handbook: Handbook) -> tuple[Way, ...]:
    """Every pair of described roles that some step or move joins, in the order of tracks and moves."""
    joined: dict[tuple[str, str], tuple[list[Step], list[Move]]] = {}
    for origin, target, step in _stepped(handbook):
        joined.setdefault((origin, target), ([], []))[0].append(step)
    for origin, target, move in _moved(handbook):
        joined.setdefault((origin, target), ([], []))[1].append(move)
    return tuple(Way(handbook.roles[origin], handbook.roles[target], tuple(steps), tuple(moves)) for (origin, target), (steps, moves) in joined.items())


@lru_cache(maxsize=1)
def ways_by_role(handbook: Handbook) -> Mapping[str, tuple[Way, ...]]:
    """Role id to the ways that lead to it or away from it."""
    found: dict[str, list[Way]] = {}
    for way in ways(handbook):
        for id in dict.fromkeys((way.origin.id, way.target.id)):
            found.setdefault(id, []).append(way)
    return {key: tuple(value) for key, value in found.items()}


@lru_cache(maxsize=1)
def ways_by_move(handbook: Handbook) -> Mapping[str, tuple[Way, ...]]:
    """Move id to the ways it opens between described roles."""
    found: dict[str, list[Way]] = {}
    for way in ways(handbook):
        for move in way.moves:
            found.setdefault(move.id, []).append(way)
    return {key: tuple(value) for key, value in found.items()}


def _stepped(handbook: Handbook) -> Iterator[tuple[str, str, Step]]:
    for track in handbook.used("tracks"):
        for step in handbook.steps(track):
            yield from ((lower, upper, step) for lower in step.lower.roles for upper in step.upper.roles)


def _moved(handbook: Handbook) -> Iterator[tuple[str, str, Move]]:
    for move in handbook.used("moves"):
        yield from ((one.role, other.role, move) for one in move.from_ if one.role for other in move.to if other.role)
