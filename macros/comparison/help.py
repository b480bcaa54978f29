"""What helps someone from one role to another: programmes for growth and rotations, each once, with all it builds. Pure.

The same few rules stand in `docs/assets/comparison/way.js`, for any two roles; a test holds both against each other."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import Literal

from macros.comparison.transition import Transition
from macros.model.figures import FiguredItem
from macros.model.handbook import Handbook
from macros.model.moves import Move
from macros.model.practices import Practice, PracticeGroup
from macros.model.record import CompetencyId, MoveId, Party, RoleId, StageId
from macros.model.roles import Role


@dataclass(frozen=True)
class Audience:
    """Whom something is meant for: these roles, whoever is at these stages, or anyone. `ends` says which ends of a way must be among them."""

    ends: Literal["origin", "target", "either", "both"]
    roles: tuple[RoleId, ...] = ()
    stages: tuple[StageId, ...] = ()
    anyone: bool = False

    def takes_in(self, role: Role) -> bool:
        return self.anyone or role.id in self.roles or role.stage in self.stages

    def meets(self, change: Transition) -> bool:
        origin, target = self.takes_in(change.origin), self.takes_in(change.target)
        return {"origin": origin, "target": target, "either": origin or target, "both": origin and target}[self.ends]

    def meets_before(self, change: Transition) -> bool:
        """Whether it is open to someone who is still on the way: what is for the role or the stage one goes to comes only there."""
        return self.meets(change) and self.ends != "target" and self.takes_in(change.origin)


@dataclass(frozen=True)
class Lesson:
    """The part of a practice that builds competencies, with the sentences that say so."""

    practice: Practice
    group: str
    items: tuple[FiguredItem, ...]


@dataclass(frozen=True)
class Offer:
    """Something that helps: on ways that lack what it `builds`, for those it `fits`; or along the whole way, for those it
    accompanies and on the `moves` it belongs to. What is offered under one `name` goes along only where it builds nothing."""

    name: str
    of: Lesson | Practice | Move
    builds: tuple[CompetencyId, ...] = ()
    fits: tuple[Audience, ...] = ()
    along: tuple[Audience, ...] = ()
    moves: tuple[MoveId, ...] = ()

    def lines(self, lacking: Sequence[CompetencyId]) -> tuple[FiguredItem, ...]:
        """Of a lesson the sentences that build something of what is lacking."""
        return tuple(item for item in self.of.items if set(item.competencies) & set(lacking)) if isinstance(self.of, Lesson) else ()


Built = tuple[Offer, tuple[CompetencyId, ...]]  # with what it builds of what is lacking


@dataclass(frozen=True)
class Help:
    """Offers with what they build of the gap, in its order: those open to someone on the way, and those that come only once they are there;
    and what goes along with the whole way."""

    offers: tuple[Built, ...]
    later: tuple[Built, ...]
    along: tuple[Offer, ...]


def helping(handbook: Handbook, change: Transition, moves: Sequence[Move]) -> Help:
    """Only what is meant for someone in the origin or the target, and builds what they lack or belongs to the way itself."""
    lacking = [*(one.competency for _, one in change.to_raise), *(one.competency for one in change.to_learn)]
    found = [(one, tuple(id for id in lacking if id in one.builds)) for one in offers(handbook) if _meant(one.fits, change)]
    built = sorted(((one, builds) for one, builds in found if builds), key=lambda pair: lacking.index(pair[1][0]))
    shown, way = {one.name for one, _ in built}, {move.id for move in moves}
    along = (one for one in offers(handbook) if one.name not in shown and (_meant(one.along, change) or way & set(one.moves)))
    now = [any(audience.meets_before(change) for audience in one.fits) for one, _ in built]
    return Help(tuple(compress(built, now)), tuple(pair for pair, open in zip(built, now) if not open), tuple(along))


def _meant(audiences: Sequence[Audience], change: Transition) -> bool:
    return any(one.meets(change) for one in audiences)


@lru_cache(maxsize=1)  # for the handbook in hand
def offers(handbook: Handbook) -> tuple[Offer, ...]:
    """Everything that can help on some way: lessons, then practices as a whole, then rotations. Who is new to the company goes no way yet."""
    growing = [one for one in handbook.used("practices") if handbook.practice_groups[one.kind].helps_growth and one.new_to != "company"]
    rotations = [one for one in handbook.used("moves") if one.kind == "rotation" and one.new_to != "company"]
    return (*(lesson for one in growing for lesson in _lessons(one)), *map(_whole, growing), *map(_rotation, rotations))


def _lessons(practice: Practice) -> Iterator[Offer]:
    for key, group in _ours(practice):
        items = tuple(item for item in group.items if item.competencies)
        if items and group.new_to != "company":
            builds = tuple(dict.fromkeys(id for item in items for id in item.competencies))
            yield Offer(_name(practice), Lesson(practice, key, items), builds, (_for(practice, group),))


def _ours(practice: Practice) -> list[tuple[str, PracticeGroup]]:
    """Its groups, without those that tell how another organisation does it: that is offered to nobody here."""
    return [(key, group) for key, group in practice.groups.items() if not group.elsewhere]


def _name(record: Practice | Move) -> str:
    return f"{'moves' if isinstance(record, Move) else 'practices'}/{record.id}"


def _for(practice: Practice, group: PracticeGroup) -> Audience:
    """A group that says whom it is meant for is believed; else it is for whom the practice is for.

    What is for certain posts or stages is there at both ends of a way; what is for those new to a post, only for who comes to it."""
    if not group.for_:
        return _fitting(practice)
    return _parties("target" if group.new_to == "post" else "either", group.for_)


def _fitting(practice: Practice) -> Audience:
    """Practices for certain stages must hold both; those for certain people only, either role or the present one; the others are open to all."""
    if practice.concerns.stages:
        return Audience("both", stages=practice.concerns.stages)
    if practice.for_:
        return _parties("either", practice.for_)
    return Audience("origin", roles=practice.concerns.roles) if practice.applies_to else Audience("either", anyone=True)


def _whole(practice: Practice) -> Offer:
    """A practice builds what it concerns as a whole only where no sentence of it says which competency it builds.

    Then it accompanies people at its stages, or in the present role, whatever they learn."""
    concerns = practice.concerns
    if not concerns.competencies or any(item.competencies for _, group in _ours(practice) for item in group.items):
        return Offer(_name(practice), practice, moves=concerns.moves)
    there = (Audience("both", stages=concerns.stages),) if concerns.stages else ()
    named = (Audience("origin", roles=concerns.roles),) if practice.applies_to and concerns.roles else ()
    return Offer(_name(practice), practice, concerns.competencies, (_fitting(practice),), (*there, *named), concerns.moves)


def _rotation(move: Move) -> Offer:
    """A rotation helps by what is learnt on it, in either role; where no document says what, it goes along with every way from the roles it names."""
    if move.to_learn:
        return Offer(_name(move), move, move.to_learn, (_parties("either", move.from_),))
    return Offer(_name(move), move, along=(Audience("origin", roles=_parties("either", move.from_).roles),))


def _parties(ends: Literal["target", "either"], parties: Sequence[Party]) -> Audience:
    roles, stages = tuple(one.role for one in parties if one.role), tuple(one.stage for one in parties if one.stage)
    return Audience(ends, roles, stages, anyone=any(one.any for one in parties))
