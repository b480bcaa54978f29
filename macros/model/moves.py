"""Moves: who can become what, stored once and read both ways."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from pydantic import Field

from macros.model.figures import Figure, FiguredItem
from macros.model.record import Audience, CompetencyId, Party, Record, TrackId
from macros.model.roles import Role
from macros.words.languages import Text

MoveKind = Literal["promotion", "lateral", "cross-department", "cross-industry", "rotation", "special-channel"]
MOVE_KINDS: tuple[MoveKind, ...] = ("promotion", "lateral", "cross-department", "cross-industry", "rotation", "special-channel")


Thing = TypeVar("Thing")


class Move(Record):
    """A way from somewhere to somewhere, with what it asks and what it brings."""

    kind: MoveKind
    from_: tuple[Party, ...] = Field(alias="from", min_length=1)
    to: tuple[Party, ...] = Field(min_length=1)
    track: TrackId | None = None
    summary: Text
    conditions: tuple[FiguredItem, ...] = ()
    conditions_any_of: tuple[FiguredItem, ...] = ()
    preferred: tuple[FiguredItem, ...] = ()
    results: tuple[FiguredItem, ...] = ()
    duration: Figure | None = None
    support: tuple[FiguredItem, ...] = ()
    carries_over: tuple[FiguredItem, ...] = ()
    to_learn: tuple[CompetencyId, ...] = ()
    returns: bool | None = None
    audience: Audience = "public"


def takes_in(parties: tuple[Party, ...], role: Role) -> bool:
    """Whether a move's end takes in this role: by name, by its stage, or because it is open to anyone."""
    return any(party.role == role.id or party.stage == role.stage or party.any for party in parties)


def ends_of(role: Role) -> tuple[Party, Party, Party]:
    """As whom a move's end may take a role in."""
    return Party(role=role.id), Party(stage=role.stage), Party(any=True)


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
