"""What helps someone from one role to another: programmes for growth and rotations, by the competency they build. Pure."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.comparison.transition import Transition
from macros.model.figures import FiguredItem
from macros.model.handbook import Handbook
from macros.model.moves import Move, takes_in
from macros.model.practices import Practice, PracticeGroup
from macros.model.record import CompetencyId


@dataclass(frozen=True)
class Lesson:
    """The part of a practice that builds a competency, with the sentences that say so."""

    practice: Practice
    group: str
    items: tuple[FiguredItem, ...]


@dataclass(frozen=True)
class Offer:
    """All that builds one competency of the gap; `practices` do so as a whole."""

    competency: CompetencyId
    lessons: tuple[Lesson, ...]
    practices: tuple[Practice, ...]
    rotations: tuple[Move, ...]


@dataclass(frozen=True)
class Help:
    """Offers in the order of the gap; what goes along with the whole way; competencies that no document offers anything for."""

    offers: tuple[Offer, ...]
    along: tuple[Practice, ...]
    rotations: tuple[Move, ...]
    without: tuple[CompetencyId, ...]


def helping(handbook: Handbook, change: Transition, moves: Sequence[Move]) -> Help:
    """Only what is meant for someone in the origin or the target, and builds what they lack or belongs to the way itself."""
    growing = [one for one in handbook.used("practices") if handbook.practice_groups[one.kind].helps_growth]
    rotations = [one for one in handbook.used("moves") if one.kind == "rotation" and takes_in(one.from_, change.origin)]
    lacking = [*(one.competency for one in change.to_learn), *(one.competency for _, one in change.to_raise)]
    found = [_offer(one, growing, rotations, change) for one in lacking]
    offers = tuple(one for one in found if one.lessons or one.practices or one.rotations)
    shown = {practice.id for one in offers for practice in (*one.practices, *(lesson.practice for lesson in one.lessons))}
    return Help(
        offers,
        along=tuple(one for one in growing if one.id not in shown and _goes_along(one, change, moves)),
        rotations=tuple(one for one in rotations if not one.to_learn and any(party.role == change.origin.id for party in one.from_)),
        without=tuple(one.competency for one in found if one not in offers),
    )


def _offer(competency: CompetencyId, growing: Sequence[Practice], rotations: Sequence[Move], change: Transition) -> Offer:
    return Offer(
        competency,
        tuple(lesson for practice in growing for lesson in _lessons(competency, practice, change)),
        tuple(one for one in growing if _is_whole(one) and competency in one.concerns.competencies and _fits(one, change)),
        tuple(one for one in rotations if competency in one.to_learn),
    )


def _lessons(competency: CompetencyId, practice: Practice, change: Transition) -> Iterator[Lesson]:
    for key, group in practice.groups.items():
        items = tuple(item for item in group.items if competency in item.competencies)
        if items and _is_for(practice, group, change):
            yield Lesson(practice, key, items)


def _is_for(practice: Practice, group: PracticeGroup, change: Transition) -> bool:
    """A group that says whom it is meant for is believed; else it is for whom the practice is for."""
    if group.for_:
        return takes_in(group.for_, change.origin) or takes_in(group.for_, change.target)
    return _fits(practice, change)


def _fits(practice: Practice, change: Transition) -> bool:
    """Practices for certain stages must hold both; those for certain people only, one of the roles; the others are open to all."""
    if practice.concerns.stages:
        return _spans(practice, change)
    return not practice.applies_to or bool({change.origin.id, change.target.id} & set(practice.concerns.roles))


def _spans(practice: Practice, change: Transition) -> bool:
    return {change.origin.stage, change.target.stage} <= set(practice.concerns.stages)


def _is_whole(practice: Practice) -> bool:
    """Whether no sentence of a practice says which competency it builds, so that only the practice as a whole does."""
    return not any(item.competencies for group in practice.groups.values() for item in group.items)


def _goes_along(practice: Practice, change: Transition, moves: Sequence[Move]) -> bool:
    """Belongs to a move of this way, or accompanies people at these stages or in the present role, whatever they learn."""
    if any(move.id in practice.concerns.moves for move in moves):
        return True
    addressed = _spans(practice, change) or (practice.applies_to and change.origin.id in practice.concerns.roles)
    return bool(_is_whole(practice) and practice.concerns.competencies and addressed)

