"""The whole handbook: every record by kind, and what follows from reading references backwards."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, overload

from macros.model.about import About
from macros.model.appearance import Logo
from macros.model.competencies import Competency
from macros.model.house_style import HouseStyle
from macros.model.kpis import Kpi
from macros.model.moves import Move
from macros.model.posts import Post, Team, Title
from macros.model.practices import Case, Practice
from macros.model.presence import WITHIN, present_pages
from macros.model.record import Differ, Record
from macros.model.references import references
from macros.model.roles import Requirement, Role, RoleTarget
from macros.model.sources import SourceDocument, Term
from macros.model.stages import Layer, Stage
from macros.model.term_use import terms_of
from macros.model.tracks import Rung, Track
from macros.model.vocabularies import Currency, Group, GroupOfPractices, Level, Occasion, Unit


@dataclass(frozen=True)
class Step:
    """From one rung of a track to the next. `number` counts from 1."""

    track: Track
    number: int
    lower: Rung
    upper: Rung


@dataclass(frozen=True)
class Handbook:
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

    @cached_property
    def present(self) -> frozenset[str]:
        """The names of the pages that this handbook has."""
        return present_pages(
            {kind: len(self.of_kind(kind)) for kind in RECORD_KINDS},
            {kind: len(self.used(kind)) for kind in RECORD_KINDS},
            applied=any(map(self.is_applied, self.terms.values())),
            left_open=any(record.gaps or record.differs for _, record in self.records() if not record.retired),
        )

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The pages there are, and the kinds that have records on pages of others."""
        return self.present | {kind for kind in WITHIN if self.of_kind(kind)}

    @cached_property
    def roles_by_competency(self) -> Mapping[str, tuple[tuple[Role, Requirement], ...]]:
        """Competency id to the roles that require it, lowest stage first."""
        found: dict[str, list[tuple[Role, Requirement]]] = {}
        for role in self.ordered_roles:
            for requirement in role.competencies:
                found.setdefault(requirement.competency, []).append((role, requirement))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def roles_by_kpi(self) -> Mapping[str, tuple[tuple[Role, RoleTarget], ...]]:
        """KPI id to the roles it measures, with their targets."""
        found: dict[str, list[tuple[Role, RoleTarget]]] = {}
        for role in self.ordered_roles:
            for target in role.kpis:
                found.setdefault(target.kpi, []).append((role, target))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def ordered_roles(self) -> tuple[Role, ...]:
        """Roles in use, by stage and then by id."""
        order = {stage: number for number, stage in enumerate(self.stages)}
        return tuple(sorted(self.used("roles"), key=lambda role: (order[role.stage], role.id)))

    @cached_property
    def practices_by_record(self) -> Mapping[tuple[str, str], tuple[Practice, ...]]:
        """(kind, id) of a role, stage, competency, KPI or move to the practices that touch it."""
        found: dict[tuple[str, str], list[Practice]] = {}
        for practice in self.used("practices"):
            for _, kind, id in references(practice):
                if kind in ("roles", "stages", "competencies", "kpis", "moves") and practice not in found.setdefault((kind, id), []):
                    found[kind, id].append(practice)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def differs_by_record(self) -> Mapping[tuple[str, str], tuple[Differ, ...]]:
        """(kind, id) of a record to the differences its page shows: its own, and those of other records that name it."""
        found: dict[tuple[str, str], list[Differ]] = {}
        for kind, record in self.records():
            if record.differs and not record.retired:
                found.setdefault((kind, record.id), [])[:0] = record.differs
                for differ in record.differs:
                    for _, place, id in references(differ.also):
                        found.setdefault((place, id), []).append(differ)
        return {key: tuple(value) for key, value in found.items()}

    def cited(self, kind: str, record: Record) -> set[str]:
        """The source sections that the page of a record rests on."""
        shown = self.differs_by_record.get((kind, record.id), ())
        return {id for part in (record, *shown) for _, target, id in references(part) if target == "sections"}

    @cached_property
    def users_of_terms(self) -> Mapping[str, tuple[tuple[str, Record], ...]]:
        """Term id to the roles and competencies that work with it and the practices that hand it in, with their kinds."""
        found: dict[str, list[tuple[str, Record]]] = {}
        for kind, records in (("roles", self.ordered_roles), ("competencies", self.used("competencies")), ("practices", self.used("practices"))):
            for record in records:
                for term in dict.fromkeys(id for _, target, id in references(record) if target == "terms"):
                    found.setdefault(term, []).append((kind, record))
        return {key: tuple(value) for key, value in found.items()}

    def is_applied(self, term: Term) -> bool:
        """Whether a term is a method or a tool, or is worked with or handed in like one."""
        return not term.retired and (term.kind in ("method", "tool") or term.id in self.users_of_terms)

    @cached_property
    def citations(self) -> Mapping[str, tuple[tuple[str, Record], ...]]:
        """Source section to the records that cite it, with their kinds."""
        found: dict[str, list[tuple[str, Record]]] = {}
        for kind, record in self.records():
            for section in sorted(self.cited(kind, record)):
                found.setdefault(section, []).append((kind, record))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def terms_by_record(self) -> Mapping[tuple[str, str], tuple[Term, ...]]:
        """(kind, id) of a record with a page or an anchor to the terms it uses."""
        terms = self.used("terms")
        return {(kind, record.id): terms_of(record, terms) for kind in USING for record in self.used(kind)}

    @cached_property
    def records_by_term(self) -> Mapping[str, tuple[tuple[str, Record], ...]]:
        """Term id to the records that use it, with their kinds."""
        found: dict[str, list[tuple[str, Record]]] = {}
        for (kind, id), terms in self.terms_by_record.items():
            for term in terms:
                found.setdefault(term.id, []).append((kind, self.of_kind(kind)[id]))
        return {key: tuple(value) for key, value in found.items()}

    def tracks_of(self, role_id: str) -> tuple[tuple[Track, int], ...]:
        """The ladders a role stands on, with its rung counted from 1."""
        return tuple(
            (track, number) for track in self.used("tracks") for number, rung in enumerate(track.rungs, 1) if role_id in rung.roles
        )

    def steps(self, track: Track) -> tuple[Step, ...]:
        """The steps between the rungs of a track."""
        return tuple(Step(track, number, lower, upper) for number, (lower, upper) in enumerate(zip(track.rungs, track.rungs[1:]), 1))

    def related_roles(self, role: Role) -> tuple[tuple[Role, tuple[str, ...]], ...]:
        """Other roles that share competencies with this one, most shared first, with the shared ids."""
        own = [requirement.competency for requirement in role.competencies]
        found = []
        for other in self.ordered_roles:
            theirs = {requirement.competency for requirement in other.competencies}
            shared = tuple(one for one in own if one in theirs)
            if other.id != role.id and shared:
                found.append((other, shared))
        return tuple(sorted(found, key=lambda pair: (-len(pair[1]), pair[0].id)))


# Where the groups of a kind are kept.
GROUPS = {"competencies": "competency_groups", "kpis": "kpi_groups", "practices": "practice_groups", "cases": "case_groups"}
# The kinds whose records use terms in running text.
USING = ("roles", "stages", "tracks", "competencies", "kpis", "moves", "practices", "cases")
RECORD_KINDS = (
    "stages", "layers", "tracks", "roles", "competencies", "kpis", "moves", "practices", "cases", "posts", "titles", "teams", "terms",
)
