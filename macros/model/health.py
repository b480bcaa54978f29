"""What those who look after a handbook have to see to, beside its mistakes: found in the records alone, and on a day that is given."""
from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from macros.model.due import Due, due
from macros.model.handbook import Handbook
from macros.model.record import Basis, Record
from macros.model.references import references

NAMED_BY_OTHERS = ("competencies", "kpis", "posts", "titles", "teams", "terms")  # kinds that are there for others to point at


@dataclass(frozen=True)
class Health:
    """`due` by team; how much is stated, inferred and so on; records that no role asks for, or that nothing points at, by kind; the teams that look after
    something and cannot be asked, with how many records each has."""

    due: Mapping[str, Due]
    bases: Mapping[Basis, int]
    unused: Mapping[str, tuple[Record, ...]]
    without_contact: Mapping[str, int]


def health(handbook: Handbook, on: datetime.date, days: int) -> Health:
    """What there is to see to on a day, and to review within so many days after it."""
    return Health(due(handbook, on, days), _bases(handbook), _unused(handbook), _without_contact(handbook))


def _bases(handbook: Handbook) -> dict[Basis, int]:
    """How many statements rest on what, the most frequent first."""
    found = Counter(basis for _, record in handbook.records() if not record.retired for basis in _within(record))
    return dict(found.most_common())


def _within(value: object) -> Iterator[Basis]:
    if isinstance(value, BaseModel):
        if (basis := getattr(value, "basis", None)) and not isinstance(value, Record):
            yield basis
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one)


def _unused(handbook: Handbook) -> dict[str, tuple[Record, ...]]:
    """Competencies and KPIs that no role has, and records of other kinds that are there to be pointed at and are not."""
    pointed = {(kind, id) for _, record in handbook.records() if not record.retired for _, kind, id in references(record)}
    pointed |= {("competencies", id) for id in handbook.roles_by_competency} | {("kpis", id) for id in handbook.roles_by_kpi}
    pointed |= {("teams", one.owner) for _, one in handbook.records()} | {("terms", id) for id in handbook.records_by_term}
    asked = {"competencies": handbook.roles_by_competency.keys(), "kpis": handbook.roles_by_kpi.keys()}
    found = {kind: tuple(one for one in handbook.used(kind) if one.id not in asked.get(kind, {id for of, id in pointed if of == kind}))
             for kind in NAMED_BY_OTHERS}
    return {kind: ones for kind, ones in found.items() if ones}


def _without_contact(handbook: Handbook) -> dict[str, int]:
    owned = Counter(record.owner for _, record in handbook.records() if not record.retired)
    return {owner: count for owner, count in owned.most_common() if owner in handbook.teams and not handbook.teams[owner].contact}
