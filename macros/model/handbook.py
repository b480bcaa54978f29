"""The whole handbook: every record by kind, and what follows from reading references backwards."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.model.interviews import asked_in_interviews
from macros.model.moves import Move, by_party
from macros.model.practices import Practice
from macros.model.presence import WITHIN, present_pages
from macros.model.record import Differ, Gap, Party, Record
from macros.model.records import RECORD_KINDS, Records
from macros.model.references import references
from macros.model.roles import Partner, Requirement, Role, RoleTarget
from macros.model.sources import Term
from macros.model.term_use import Glossary
from macros.model.tracks import Rung, Track

# The kinds whose records use terms in running text.
USING = ("roles", "stages", "tracks", "competencies", "kpis", "moves", "practices", "cases")


@dataclass(frozen=True)
class Step:
    """From one rung of a track to the next. `number` counts from 1."""

    track: Track
    number: int
    lower: Rung
    upper: Rung


@dataclass(frozen=True, eq=False)
class Handbook(Records):
    """The records with what they say of each other. Two handbooks are never equal, so that what is found out of one can be kept for it."""

    @cached_property
    def present(self) -> frozenset[str]:
        """The names of the pages that this handbook has."""
        return present_pages(
            {kind: len(self.of_kind(kind)) for kind in RECORD_KINDS},
            {kind: len(self.used(kind)) for kind in RECORD_KINDS},
            asked=any(asked_in_interviews(role, self.competencies) for role in self.roles.values()),
            applied=any(map(self.is_applied, self.terms.values())),
            left_open=any(record.gaps or record.differs for _, record in self.records() if not record.retired),
            sourced=bool(self.documents),
            told=bool(self.editions) and self.audience == "internal",
            edited=self.audience == "internal",
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
        """Roles in use, by stage and then by their English names, as lists in English are read."""
        order = {stage: number for number, stage in enumerate(self.stages)}
        return tuple(sorted(self.used("roles"), key=lambda role: (order[role.stage], role.name.en.lower(), role.id)))

    @cached_property
    def reports_by_role(self) -> Mapping[str, tuple[Role, ...]]:
        """Role id to the roles that report to it, lowest stage first."""
        found: dict[str, list[Role]] = {}
        for role in self.ordered_roles:
            if role.reports_to and role.reports_to.role:
                found.setdefault(role.reports_to.role, []).append(role)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def partners_by_role(self) -> Mapping[str, tuple[tuple[Role, Partner], ...]]:
        """Role id to the roles that name it as a partner, each with what it says of that."""
        found: dict[str, list[tuple[Role, Partner]]] = {}
        for role in self.ordered_roles:
            for partner in role.works_with:
                for id in dict.fromkeys(partner.roles):
                    found.setdefault(id, []).append((role, partner))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def practices_by_record(self) -> Mapping[tuple[str, str], tuple[Practice, ...]]:
        """(kind, id) of a role, stage, competency, KPI or move to the practices that touch it."""
        found: dict[tuple[str, str], list[Practice]] = {}
        for practice in self.used("practices"):
            for kind, id in dict.fromkeys((kind, id) for _, kind, id in references(practice)):
                if kind in ("roles", "stages", "competencies", "kpis", "moves"):
                    found.setdefault((kind, id), []).append(practice)
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

    @cached_property
    def gaps_by_record(self) -> Mapping[Record, tuple[Gap, ...]]:
        """A record to the gaps its page shows: its own, and those of other records that name it."""
        found: dict[Record, list[Gap]] = {}
        for _, record in self.records():
            if record.gaps and not record.retired:
                found.setdefault(record, [])[:0] = record.gaps
                for gap in record.gaps:
                    for other in dict.fromkeys(self.of_kind(place)[id] for _, place, id in references(gap.also)):
                        if other is not record:
                            found.setdefault(other, []).append(gap)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def cited(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """(kind, id) of a record to the source sections that its page rests on."""
        return {
            (kind, record.id): frozenset(
                id for part in (record, *self.differs_by_record.get((kind, record.id), ())) for _, target, id in references(part) if target == "sections"
            )
            for kind, record in self.records()
        }

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
            for section in sorted(self.cited[kind, record.id]):
                found.setdefault(section, []).append((kind, record))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary(self.used("terms"))

    @cached_property
    def _terms_of(self) -> dict[tuple[str, str], tuple[Term, ...]]:
        return {}

    def terms_of(self, kind: str, id: str) -> tuple[Term, ...]:
        """The terms that a record with a page or an anchor uses; one page asks for those of one record."""
        if (kind, id) not in self._terms_of:
            record = self.of_kind(kind)[id]
            self._terms_of[kind, id] = () if record.retired else self._glossary.used_by(record)
        return self._terms_of[kind, id]

    def terms_in(self, text: str) -> frozenset[str]:
        """The ids of the terms that a text in the first language names."""
        return self._glossary.named_in(text)

    @cached_property
    def records_by_term(self) -> Mapping[str, tuple[tuple[str, Record], ...]]:
        """Term id to the records that use it, with their kinds."""
        found: dict[str, list[tuple[str, Record]]] = {}
        for kind, record in ((kind, record) for kind in USING for record in self.used(kind)):
            for term in self.terms_of(kind, record.id):
                found.setdefault(term.id, []).append((kind, record))
        return {key: tuple(value) for key, value in found.items()}

    def tracks_of(self, role_id: str) -> tuple[tuple[Track, int], ...]:
        """The ladders a role stands on, with its rung counted from 1."""
        return self._rungs.get(role_id, ())

    @cached_property
    def _rungs(self) -> Mapping[str, tuple[tuple[Track, int], ...]]:
        found: dict[str, list[tuple[Track, int]]] = {}
        for track in self.used("tracks"):
            for number, rung in enumerate(track.rungs, 1):
                for role in dict.fromkeys(rung.roles):
                    found.setdefault(role, []).append((track, number))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def tracks_by_role(self) -> Mapping[str, tuple[str, ...]]:
        """Role id to the tracks it stands on, rung by rung or by its whole stage."""
        ends = [(track.id, {id for rung in track.rungs for id in rung.roles}, {rung.stage for rung in track.rungs}) for track in self.used("tracks")]
        return {role.id: tuple(id for id, roles, stages in ends if role.id in roles or role.stage in stages) for role in self.roles.values()}

    def steps(self, track: Track) -> tuple[Step, ...]:
        """The steps between the rungs of a track."""
        return tuple(Step(track, number, lower, upper) for number, (lower, upper) in enumerate(zip(track.rungs, track.rungs[1:]), 1))

    @cached_property
    def steps_by_role(self) -> Mapping[str, tuple[Step, ...]]:
        """Role id to the steps of tracks that begin or end on its rungs."""
        found: dict[str, list[Step]] = {}
        for track in self.used("tracks"):
            for step in self.steps(track):
                for id in dict.fromkeys((*step.lower.roles, *step.upper.roles)):
                    found.setdefault(id, []).append(step)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def moves_by_party(self) -> Mapping[Party, Mapping[int, Move]]:
        """Everyone whom a way names at either end to these moves."""
        return by_party((move, (*move.from_, *move.destinations)) for move in self.used("moves") if move.is_way)

    @cached_property
    def moves_for_everyone(self) -> tuple[Move, ...]:
        """The moves that anyone in the department can make; what documents tell of other employers is none."""
        return tuple(move for move in self.used("moves") if move.for_everyone and move.kind != "cross-industry")

    @cached_property
    def _promotions(self) -> Mapping[str, tuple[Move, ...]]:
        found: dict[str, list[Move]] = {}
        for move in self.used("moves"):
            if move.kind == "promotion" and move.asks:
                for id in dict.fromkeys(party.role for party in move.destinations if party.role):
                    found.setdefault(id, []).append(move)
        return {key: tuple(value) for key, value in found.items()}

    def promotions_to(self, role: Role) -> tuple[Move, ...]:
        """The promotions that lead to a role by name and ask for something."""
        return self._promotions.get(role.id, ())

    def related_roles(self, role: Role) -> tuple[tuple[Role, tuple[str, ...]], ...]:
        """Other roles that share competencies with this one, most shared first, with the shared ids."""
        shared: dict[str, list[str]] = {}
        for requirement in role.competencies:
            for other, _ in self.roles_by_competency.get(requirement.competency, ()):
                shared.setdefault(other.id, []).append(requirement.competency)
        return tuple(
            (self.roles[id], tuple(competencies))
            for id, competencies in sorted(shared.items(), key=lambda pair: (-len(pair[1]), pair[0])) if id != role.id
        )
