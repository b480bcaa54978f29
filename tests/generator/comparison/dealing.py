"""A handbook dealt anew by lot: roles, tracks, practices and rotations of every shape, so that all that can be said of a way is said."""
from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import get_args

from macros.model.handbook import Handbook
from macros.model.moves import Move
from macros.model.practices import Practice
from macros.model.record import Basis, Concerns, Party
from macros.model.roles import Need, Requirement, Role
from macros.model.tracks import Rung


def dealt(handbook: Handbook, other: Handbook, offers: int) -> Handbook:
    """The first handbook with its cards dealt anew; the practices that may help have the words of one of the other."""
    dealer = Dealer(Random(offers), handbook)
    practice = next(iter(other.practices.values()))
    rotation = next(move for move in handbook.moves.values() if move.kind == "rotation")
    return replace(
        handbook,
        roles=dealer.roles(),
        tracks={id: one.model_copy(update={"rungs": dealer.rungs()}) for id, one in handbook.tracks.items()},
        practice_groups={practice.kind: other.practice_groups[practice.kind].model_copy(update={"helps_growth": True})},
        practices={id: dealer.practice(practice, id) for id in (f"help-{n}" for n in range(offers))},
        moves={**handbook.moves, **{id: dealer.rotation(rotation, id) for id in (f"turn-{n}" for n in range(offers // 4))}},
    )


@dataclass(frozen=True)
class Dealer:
    """Deals what a handbook has; `some` of it may be nothing."""

    lot: Random
    handbook: Handbook

    def some(self, kind: str, most: int) -> tuple[str, ...]:
        ids = [record.id for record in self.handbook.used(kind)]
        return tuple(self.lot.sample(ids, self.lot.randint(0, min(most, len(ids)))))

    def roles(self) -> dict[str, Role]:
        """Every role in use anew; six of them, at one stage, ask for two things or for one, the same or more of it."""
        found = {id: self.role(one) for id, one in self.handbook.roles.items()}
        ids, low, high = [role.id for role in self.handbook.ordered_roles], *list(self.handbook.levels)[:2]
        things = [one.id for one in self.handbook.used("competencies")]
        for id, (n, level) in zip(ids, [(2, low), (2, low), (2, high), (1, low), (1, low), (1, high)]):
            asked = tuple(Requirement(competency=one, level=level, need="useful", **{"for": ("x",)}) for one in things[:n])
            found[id] = found[id].model_copy(update={"competencies": asked, "stage": found[ids[0]].stage})
        return found

    def role(self, role: Role) -> Role:
        level, basis = list(self.handbook.levels), self.lot.choice(get_args(Basis))
        asked = (
            Requirement(competency=one, level=self.lot.choice(level), need=self.lot.choice(get_args(Need)), **{"for": ("x",)})
            for one in self.some("competencies", 7)
        )
        measured = [line for one in self.handbook.ordered_roles for line in one.kpis]
        return role.model_copy(update={
            "stage": self.lot.choice(self.handbook.used("stages")[:3]).id,
            "competencies": tuple(asked),
            "competencies_basis": role.competencies_basis.model_copy(update={"basis": basis}),
            "kpis": tuple(self.lot.sample(measured, self.lot.randint(0, 4))),
            "gaps": self.lot.choice([one.gaps for one in self.handbook.ordered_roles]),
            "growth_signals": role.growth_signals[: self.lot.randint(0, 2)],
        })

    def rungs(self) -> tuple[Rung, ...]:
        ids = [role.id for role in self.handbook.ordered_roles]
        self.lot.shuffle(ids)
        return tuple(Rung(roles=tuple(ids[n : n + 2])) for n in range(0, 6, 2))

    def practice(self, practice: Practice, id: str) -> Practice:
        """As a whole, or with groups of sentences that say what they build; for certain people, stages and moves, or for anyone."""
        groups = {
            key: group.model_copy(update={
                "for_": self.lot.choice([(), self.parties()]),
                "items": tuple(item.model_copy(update={"competencies": self.some("competencies", 3)}) for item in group.items),
            })
            for key, group in practice.groups.items()
        }
        concerns = {kind: self.some(kind, 2) for kind in ("roles", "stages", "competencies", "moves")}
        return practice.model_copy(update={
            "id": id,
            "groups": self.lot.choice([{}, groups]),
            "applies_to": self.lot.choice([None, practice.applies_to]),
            "concerns": Concerns(**{kind: self.lot.choice([(), ids]) for kind, ids in concerns.items()}),
        })

    def rotation(self, move: Move, id: str) -> Move:
        return move.model_copy(update={"id": id, "from_": self.parties(), "to_learn": self.some("competencies", 2)})

    def parties(self) -> tuple[Party, ...]:
        roles, stages = self.some("roles", 2), self.some("stages", 1)
        outside = Party(outside=self.handbook.about.title)
        return tuple(self.lot.choice([[*(Party(role=one) for one in roles), *(Party(stage=one) for one in stages), outside], [outside, Party(any=True)]]))
