"""Moves: who can become what, stored once and read both ways."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar, get_args

from pydantic import Field

from macros.model.figures import Figure, FiguredItem
from macros.model.reasons import Explaining
from macros.model.record import CompetencyId, Party, TrackId
from macros.model.roles import Role
from macros.words.texts import Text

MoveKind = Literal["promotion", "track-change", "lateral", "cross-department", "rotation", "special-channel", "honour", "cross-industry"]
MOVE_KINDS: tuple[MoveKind, ...] = get_args(MoveKind)
# What leads to another post: an honorary title is none, and what documents tell of other employers is no way that this company offers.
WAY_KINDS = tuple(kind for kind in MOVE_KINDS if kind not in ("honour", "cross-industry"))

Thing = TypeVar("Thing")


class Move(Explaining[Literal["from", "to", "track", "summary", "to_learn", "returns", "duration", "kind"]]):
    """A way from somewhere to somewhere, with what it asks and what it brings."""

    kind: MoveKind
    from_: tuple[Party, ...] = Field(alias="from", min_length=1)
    to: tuple[Party, ...] = Field(min_length=1)
    new_to: Literal["company"] | None = None  # only for new starters
    track: TrackId | None = None
    summary: Text
    always: tuple[FiguredItem, ...] = ()  # conditions that must be met whatever holds of the others
    conditions: tuple[FiguredItem, ...] = ()
    conditions_any_of: tuple[FiguredItem, ...] = ()
    needed: Literal["all", "not-settled", "where-they-apply"] = "all"  # whether every one of `conditions` has to be met
    preferred: tuple[FiguredItem, ...] = ()
    results: tuple[FiguredItem, ...] = ()
    duration: Figure | None = None
    support: tuple[FiguredItem, ...] = ()
    carries_over: tuple[FiguredItem, ...] = ()
    to_learn: tuple[CompetencyId, ...] = ()
    returns: bool | None = None

    @property
    def asks(self) -> tuple[FiguredItem, ...]:
        """What has to be met before it, all of it or any."""
        return (*self.always, *self.others)

    @property
    def others(self) -> tuple[FiguredItem, ...]:
        """The conditions beside those that must be met in any case."""
        return self.conditions or self.conditions_any_of

    @property
    def destinations(self) -> tuple[Party, ...]:
        """Where someone can go on to; an honorary title among the ends is none."""
        return tuple(party for party in self.to if not party.title) if self.kind in WAY_KINDS else ()

    @property
    def for_everyone(self) -> bool:
        """Whether it is open to anyone, so that it tells nobody's next step from another's."""
        return any(party.any for party in self.from_)

    @property
    def is_way(self) -> bool:
        """Whether it leads some and not everyone on: a step that a map draws and a role page lists."""
        return bool(self.destinations) and not self.for_everyone


def takes_in(parties: tuple[Party, ...], role: Role) -> bool:
    """Whether a move's end takes in this role: by name or by its stage."""
    return any(party.role == role.id or party.stage == role.stage for party in parties)


def ends_of(role: Role) -> tuple[Party, Party]:
    """As whom the end of a way may take a role in."""
    return Party(role=role.id), Party(stage=role.stage)


def by_party(things: Iterable[tuple[Thing, Iterable[Party]]]) -> Mapping[Party, Mapping[int, Thing]]:
    """Things with the parties they name, turned round: everyone to the things that name them, by their places in the order."""
    found: dict[Party, dict[int, Thing]] = {}
    for place, (thing, parties) in enumerate(things):
        for party in parties:
            found.setdefault(party, {})[place] = thing
    return found


def naming(found: Mapping[Party, Mapping[int, Thing]], *parties: Party) -> list[Thing]:
    """The things that name any of these parties, each once and in their order."""
    met = {place: thing for party in parties for place, thing in found.get(party, {}).items()}
    return [met[place] for place in sorted(met)]
