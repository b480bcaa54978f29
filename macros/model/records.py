"""Every record of the handbook by kind, as the files have them."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, overload

from macros.model.about import About
from macros.model.appearance import Logo
from macros.model.competencies import Competency
from macros.model.editions import Edition, Told
from macros.model.house_style import HouseStyle
from macros.model.kpis import Kpi
from macros.model.moves import Move
from macros.model.posts import Post, Team, Title
from macros.model.practices import Case, Practice
from macros.model.record import Audience, Places, Record
from macros.model.roles import Role
from macros.model.sources import SourceDocument, Term
from macros.model.stages import Layer, Stage
from macros.model.tracks import Track
from macros.model.vocabularies import Currency, Group, GroupOfPractices, Level, Occasion, Unit
from macros.words.languages import Language

# Where the groups of a kind are kept.
GROUPS = {"competencies": "competency_groups", "kpis": "kpi_groups", "practices": "practice_groups", "cases": "case_groups"}
RECORD_KINDS = (
    "stages", "layers", "tracks", "roles", "competencies", "kpis", "moves", "practices", "cases", "posts", "titles", "teams", "terms",
)


@dataclass(frozen=True, eq=False)
class Records:
    """Every record, in the order of the files; all maps go from id to record."""

    about: About
    levels: Mapping[str, Level]
    competency_groups: Mapping[str, Group]
    kpi_groups: Mapping[str, Group]
    practice_groups: Mapping[str, GroupOfPractices]
    case_groups: Mapping[str, Group]
    units: Mapping[str, Unit]
    currencies: Mapping[str, Currency]
    occasions: Mapping[str, Occasion]
    documents: Mapping[str, SourceDocument]
    editions: Mapping[str, Edition]
    stages: Mapping[str, Stage]
    layers: Mapping[str, Layer]
    tracks: Mapping[str, Track]
    roles: Mapping[str, Role]
    competencies: Mapping[str, Competency]
    kpis: Mapping[str, Kpi]
    moves: Mapping[str, Move]
    practices: Mapping[str, Practice]
    cases: Mapping[str, Case]
    posts: Mapping[str, Post]
    titles: Mapping[str, Title]
    teams: Mapping[str, Team]
    terms: Mapping[str, Term]
    folder: str  # where the files are, as messages and the links for editing name it
    logo: Logo | None = None
    style: HouseStyle = HouseStyle()
    audience: Audience = "internal"  # whom this edition is for
    behind: Mapping[Record, Set[Language]] = field(default_factory=dict)  # where a half was not confirmed since the other changed; only if pages may say so
    given_day: date | None = None  # the day it is, where somebody said so; no clock is ever asked

    @cached_property
    def day(self) -> date:
        """The day as of which reviews are late or due: the one that was given, or else the newest of the edition and of all reviews."""
        return self.given_day or max(self.about.effective_on, *(one.reviewed_on for _, one in self.records()))

    def of_kind(self, kind: str) -> Mapping[str, Record]:
        """The records of one kind, by the name of its folder or file."""
        found: Mapping[str, Record] = getattr(self, kind)
        return found

    @overload
    def used(self, kind: Literal["stages"]) -> list[Stage]: ...
    @overload
    def used(self, kind: Literal["layers"]) -> list[Layer]: ...
    @overload
    def used(self, kind: Literal["tracks"]) -> list[Track]: ...
    @overload
    def used(self, kind: Literal["roles"]) -> list[Role]: ...
    @overload
    def used(self, kind: Literal["competencies"]) -> list[Competency]: ...
    @overload
    def used(self, kind: Literal["kpis"]) -> list[Kpi]: ...
    @overload
    def used(self, kind: Literal["moves"]) -> list[Move]: ...
    @overload
    def used(self, kind: Literal["practices"]) -> list[Practice]: ...
    @overload
    def used(self, kind: Literal["cases"]) -> list[Case]: ...
    @overload
    def used(self, kind: Literal["posts"]) -> list[Post]: ...
    @overload
    def used(self, kind: Literal["titles"]) -> list[Title]: ...
    @overload
    def used(self, kind: Literal["terms"]) -> list[Term]: ...
    @overload
    def used(self, kind: str) -> Sequence[Record]: ...
    def used(self, kind: str) -> Sequence[Record]:
        """The records of one kind that are in use, in the order of the files."""
        return [record for record in self.of_kind(kind).values() if not record.retired]

    @cached_property
    def earlier_by_record(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        """(kind, id) of a record to those out of use whose place it has taken, or part of it."""
        found: dict[tuple[str, str], list[Record]] = {}
        for kind, record in self.records():
            for id in dict.fromkeys(record.retired.replaced_by) if record.retired else ():
                found.setdefault((kind, id), []).append(record)
        return {key: tuple(value) for key, value in found.items()}

    def another_id(self, kind: str, record: Record) -> str | None:
        """The id of today of a record out of use to which nothing has happened but that it has another."""
        heirs = record.retired.replaced_by if record.retired else ()
        return heirs[0] if [self.of_kind(kind)[id].name for id in heirs] == [record.name] else None

    @cached_property
    def told_by_record(self) -> Mapping[tuple[str, str], tuple[tuple[Edition, Told], ...]]:
        """(kind, id) of a record to what editions say that they changed of it, the newest first."""
        found: dict[tuple[str, str], list[tuple[Edition, Told]]] = {}
        for edition in self.editions.values():
            for told in edition.changes:
                for kind in Places.model_fields:
                    for id in getattr(told.about, kind):
                        found.setdefault((kind, id), []).append((edition, told))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many records of each kind readers are told of; a move between industries is an example, and no move that anyone can make here,
        and the ladder of stages is no track beside them."""
        counts = {kind: len(self.used(kind)) for kind in RECORD_KINDS}
        ladders = [track for track in self.used("tracks") if not track.is_of_stages] or self.used("tracks")
        return counts | {"moves": sum(move.kind != "cross-industry" for move in self.used("moves")), "tracks": len(ladders)}

    def groups(self, kind: str) -> Mapping[str, Group]:
        """The groups of a kind whose records name one in their field `kind`, in the order of the file."""
        groups: Mapping[str, Group] = getattr(self, GROUPS[kind])
        return groups

    @cached_property
    def steps_of_levels(self) -> Mapping[str, int]:
        """Level id to its place from the lowest, counted from 1."""
        return {level: step for step, level in enumerate(self.levels, 1)}

    def records(self) -> Iterator[tuple[str, Record]]:
        """Every record with its kind."""
        for kind in RECORD_KINDS:
            for record in self.of_kind(kind).values():
                yield kind, record
