"""What those who look after a handbook have to see to, beside its mistakes: one row each, found in the records alone, as of the day of the handbook."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel

from macros.model.due import due
from macros.model.handbook import Handbook
from macros.model.record import Basis, Item, Record
from macros.model.references import references

# In the order in which they are seen to; `basis` is for information and waits for nobody.
Matter = Literal["overdue", "soon", "behind", "without-contact", "open", "without-signs", "unused", "unnamed", "basis"]
MATTERS: tuple[Matter, ...] = ("overdue", "soon", "behind", "without-contact", "open", "without-signs", "unused", "unnamed", "basis")
AHEAD = 30  # days within which a review is soon
OF_ROLES = ("competencies", "kpis")  # kinds that are there for roles
NAMED_BY_OTHERS = ("stages", "layers", "posts", "titles", "teams", "terms")  # kinds that are there for others to point at


@dataclass(frozen=True)
class Row:
    """One thing to see to: a record, or a `place` in the files, and who looks after it; or how many `of` how many rest on a basis, or are a team’s."""

    matter: Matter
    kind: str = ""
    record: Record | None = None
    owner: str = ""
    count: int | None = None
    of: int | None = None
    basis: Basis | None = None
    place: str = ""


def found(handbook: Handbook, days: int) -> Iterator[Row]:
    """Every row but those of open points, matter by matter."""
    yield from _reviews(handbook, days)
    yield from (Row("behind", kind, one, one.owner) for kind, one in handbook.records() if one in handbook.behind)
    yield from _without_contact(handbook)
    yield from (Row("without-signs", "roles", one, one.owner) for one in handbook.ordered_roles if not _documented(one.growth_signals))
    yield from _unused(handbook)
    yield from _bases(handbook)


def next_review(handbook: Handbook, owner: str = "") -> date:
    """The day of the review that comes next, or is late the longest: of all, or of what one team looks after."""
    return min(one.review_by for _, one in handbook.records() if not one.retired and owner in ("", one.owner))


def _documented(signs: Sequence[Item]) -> bool:
    """Whether a document gives any of the signs of readiness; a role always has some."""
    return any(sign.basis in ("stated", "example") for sign in signs)


def _reviews(handbook: Handbook, days: int) -> Iterator[Row]:
    """What is late, then what comes up soon, by team and the oldest first."""
    kinds = {record: kind for kind, record in handbook.records()}
    waiting = due(handbook, handbook.day, days)
    for owner, of_team in waiting.items():
        yield from (Row("overdue", kinds[one], one, owner) for one in of_team.late)
    for owner, of_team in waiting.items():
        yield from (Row("soon", kinds[one], one, owner) for one in of_team.soon)


def _without_contact(handbook: Handbook) -> Iterator[Row]:
    """The teams that look after something and cannot be asked, with how many records each has."""
    owned = Counter(record.owner for _, record in handbook.records() if not record.retired)
    yield from (Row("without-contact", "teams", handbook.teams[owner], owner, count) for owner, count in owned.most_common()
                if owner in handbook.teams and not handbook.teams[owner].contact)


def _unused(handbook: Handbook) -> Iterator[Row]:
    """Competencies and KPIs that no role has, and records of other kinds that are there to be pointed at and are not."""
    asked = {"competencies": handbook.roles_by_competency.keys(), "kpis": handbook.roles_by_kpi.keys()}
    yield from (Row("unused", kind, one, one.owner) for kind in OF_ROLES for one in handbook.used(kind) if one.id not in asked[kind])
    pointed = {(kind, id) for _, record in handbook.records() if not record.retired for _, kind, id in references(record)}
    pointed |= {("teams", one.owner) for _, one in handbook.records()} | {("terms", id) for id in handbook.records_by_term}
    yield from (Row("unnamed", kind, one, one.owner) for kind in NAMED_BY_OTHERS for one in handbook.used(kind) if (kind, one.id) not in pointed)


def _bases(handbook: Handbook) -> Iterator[Row]:
    """How many statements rest on what, the most frequent first."""
    counted = Counter(basis for _, record in handbook.records() if not record.retired for basis in _within(record))
    yield from (Row("basis", basis=basis, count=count, of=counted.total()) for basis, count in counted.most_common())


def _within(value: object) -> Iterator[Basis]:
    if isinstance(value, BaseModel):
        if (basis := getattr(value, "basis", None)) and not isinstance(value, Record):
            yield basis
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one)
