"""What helps someone from one role to another: programmes for growth and rotations, by the competency they build. Pure.

The same few rules stand in `docs/assets/comparison/way.js`, for any two roles; a test holds both against each other."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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

    ends: Literal["origin", "either", "both"]
    roles: tuple[RoleId, ...] = ()
    stages: tuple[StageId, ...] = ()
    anyone: bool = False

    def takes_in(self, role: Role) -> bool:
        return self.anyone or role.id in self.roles or role.stage in self.stages

    def meets(self, change: Transition) -> bool:
        origin, target = self.takes_in(change.origin), self.takes_in(change.target)
        return {"origin": origin, "either": origin or target, "both": origin and target}[self.ends]


@dataclass(frozen=True)
class Lesson:
    """The part of a practice that builds a competency, with the sentences that say so."""

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


@dataclass(frozen=True)
class Help:
    """Offers by the competencies of the gap, in their order; what goes along with the whole way."""

    offers: dict[CompetencyId, list[Offer]]
    along: list[Offer]


def helping(handbook: Handbook, change: Transition, moves: Sequence[Move]) -> Help:
    """Only what is meant for someone in the origin or the target, and builds what they lack or belongs to the way itself."""
    building = _building(handbook)
    lacking = [*(one.competency for _, one in change.to_raise), *(one.competency for one in change.to_learn)]
    found = {competency: [one for one in building.get(competency, ()) if _meant(one.fits, change)] for competency in lacking}
    shown = {one.name for of in found.values() for one in of}
    way = {move.id for move in moves}
    return Help(
        {competency: of for competency, of in found.items() if of},
        along=[one for one in offers(handbook) if one.name not in shown and (_meant(one.along, change) or way & set(one.moves))],
    )


def _meant(audiences: Sequence[Audience], change: Transition) -> bool:
    return any(one.meets(change) for one in audiences)


@lru_cache(maxsize=1)  # for the handbook in hand
def _building(handbook: Handbook) -> Mapping[CompetencyId, list[Offer]]:
    """Competency to the offers that build it."""
    found: dict[CompetencyId, list[Offer]] = {}
    for one in offers(handbook):
        for competency in one.builds:
            found.setdefault(competency, []).append(one)
    return found


@lru_cache(maxsize=1)
def offers(handbook: Handbook) -> tuple[Offer, ...]:
    """Everything that can help on some way: lessons, then practices as a whole, then rotations."""
    growing = [one for one in handbook.used("practices") if handbook.practice_groups[one.kind].helps_growth]
    rotations = [one for one in handbook.used("moves") if one.kind == "rotation"]
    return (*(lesson for one in growing for lesson in _lessons(one)), *map(_whole, growing), *map(_rotation, rotations))


def _lessons(practice: Practice) -> Iterator[Offer]:
    for key, group in _ours(practice):
        for competency in dict.fromkeys(id for item in group.items for id in item.competencies):
            items = tuple(item for item in group.items if competency in item.competencies)
            yield Offer(_name(practice), Lesson(practice, key, items), (competency,), (_for(practice, group),))


def _ours(practice: Practice) -> list[tuple[str, PracticeGroup]]:
    """Its groups, without those that tell how another organisation does it: that is offered to nobody here."""
    return [(key, group) for key, group in practice.groups.items() if not group.elsewhere]


def _name(record: Practice | Move) -> str:
    return f"{'moves' if isinstance(record, Move) else 'practices'}/{record.id}"


def _for(practice: Practice, group: PracticeGroup) -> Audience:
    """A group that says whom it is meant for is believed; else it is for whom the practice is for."""
    return _parties("either", group.for_) if group.for_ else _fitting(practice)


def _fitting(practice: Practice) -> Audience:
    """Practices for certain stages must hold both; those for certain people only, one of the roles; the others are open to all."""
    if practice.concerns.stages:
        return Audience("both", stages=practice.concerns.stages)
    return Audience("either", roles=practice.concerns.roles) if practice.applies_to else Audience("either", anyone=True)


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
    """A rotation helps by what is learnt on it; where no document says what, it goes along with every way from the roles it names."""
    if move.to_learn:
        return Offer(_name(move), move, move.to_learn, (_parties("origin", move.from_),))
    return Offer(_name(move), move, along=(Audience("origin", roles=_parties("origin", move.from_).roles),))


def _parties(ends: Literal["origin", "either"], parties: Sequence[Party]) -> Audience:
    roles, stages = tuple(one.role for one in parties if one.role), tuple(one.stage for one in parties if one.stage)
    return Audience(ends, roles, stages, anyone=any(one.any for one in parties))
