"""Roles: what is asked, how it is judged, where one can go."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.model.figures import Condition, StatedTarget
from macros.model.reasons import Explaining
from macros.model.record import (
    Audience,
    BasedText,
    Basis,
    CompetencyId,
    Id,
    Item,
    KpiId,
    LayerId,
    LevelId,
    Model,
    Note,
    Party,
    PostId,
    Reason,
    RoleId,
    SourceId,
    StageId,
    TeamId,
    TermId,
)
from macros.words.texts import Text


class Alias(Text):
    """Another name for the same thing, as documents or old job posts use it."""

    sources: tuple[SourceId, ...] = ()
    note: Note | None = None
    basis: Basis = "stated"


class Partner(Model):
    """Who a role works with, and on what."""

    roles: tuple[RoleId, ...] = ()
    posts: tuple[PostId, ...] = ()
    teams: tuple[TeamId, ...] = ()
    outside: Text | None = None
    on: Text
    basis: Basis = "stated"
    sources: tuple[SourceId, ...] = ()


class Escalation(Model):
    """Whom a role takes something to beyond its manager, and what."""

    to: Party
    on: Text
    sources: tuple[SourceId, ...] = ()


class DutyGroup(Model):
    """Duties under one heading; the group's key is its address (#duty-…) for ever."""

    name: Text
    sources: tuple[SourceId, ...] = ()
    items: tuple[Item, ...] = Field(min_length=1)


Need = Literal["essential", "useful"]


class Requirement(Model):
    """A competency the role needs, at a level, for some of its duties."""

    competency: CompetencyId
    level: LevelId
    need: Need
    for_: tuple[Id, ...] = Field(alias="for", min_length=1)


class RoleTarget(Model):
    """An indicator the role is measured by, or only works with (`serves: reference`). `scope` is what the target covers.

    `target` is None where no document gives a figure."""

    kpi: KpiId
    measure: Id | None = None
    target: StatedTarget
    scope: Text | None = None
    serves: Literal["appraisal", "reference"] = "appraisal"
    basis: Basis = "stated"
    audience: Audience | None = None  # `public` lets everyone see the figure; `internal` says more than nothing: that it is no figure for job posts
    note: Note | None = None
    sources: tuple[SourceId, ...] = ()


class Qualification(Item):
    """What an applicant must, or would better, bring."""

    need: Literal["required", "preferred"]


class Authority(Model):
    """What the role may settle, propose, must ask about and must leave alone."""

    decides: tuple[Item, ...] = ()
    proposes: tuple[Item, ...] = ()
    needs_approval: tuple[Item, ...] = ()
    must_not: tuple[Item, ...] = ()


class Limit(Model):
    """A limit of authority, as a figure."""

    id: Id
    name: Text
    limit: Condition
    basis: Basis = "stated"
    why: Text | None = None
    audience: Audience = "internal"
    sources: tuple[SourceId, ...] = ()


class Summary(BasedText):
    """A summary that a document gives as a whole."""

    audience: Audience = "public"
    note: Note | None = None


def _stated(value: object) -> object:
    return None if value == "not-stated" else value


# `not-stated` in the file is None in the model: no document says it.
StatedParty = Annotated[Party | None, BeforeValidator(_stated, json_schema_input_type=Party | Literal["not-stated"])]


class Role(Explaining[Literal["name", "stage", "layer", "reports_to", "escalates_to", "works_with", "tools", "essence", "purpose"]]):
    """A role with a page of its own. Its tracks are derived from the ladders it stands on."""

    SAYS_WHAT_IS_MISSING = ("kpis",)

    aliases: tuple[Alias, ...] = ()
    essence: Text
    purpose: Text
    stage: StageId
    layer: LayerId | None = None
    reports_to: StatedParty
    escalates_to: Escalation | None = None
    manages: tuple[Item, ...] = ()
    works_with: tuple[Partner, ...]
    duties: dict[Id, DutyGroup] = Field(min_length=1)
    competencies: tuple[Requirement, ...] = Field(min_length=1)
    competencies_basis: Reason
    kpis_summary: Summary | None = None
    kpis: tuple[RoleTarget, ...]
    tools: tuple[TermId, ...] = ()
    qualifications: tuple[Qualification, ...]
    authority: Authority
    authority_limits: tuple[Limit, ...] = ()
    growth_signals: tuple[Item, ...] = Field(min_length=1)
    hiring: Literal["open", "closed"] = "open"  # whether anyone is looked for

    @property
    def required(self) -> tuple[Qualification, ...]:
        """What an applicant must bring: only what a document states."""
        return tuple(one for one in self.qualifications if one.need == "required" and one.basis == "stated")

    @property
    def expected(self) -> tuple[Qualification, ...]:
        """What an applicant should bring as far as anyone can tell: no document states it, so it is no condition, and stands apart, marked."""
        return tuple(one for one in self.qualifications if one.need == "required" and one.basis != "stated")

    @property
    def preferred(self) -> tuple[Qualification, ...]:
        """What an applicant would better bring."""
        return tuple(one for one in self.qualifications if one.need == "preferred")


def indicators(lines: Iterable[RoleTarget]) -> int:
    """How many indicators these targets name: one with several measures, or several targets, counts once."""
    return len({line.kpi for line in lines})


def with_figures(lines: Iterable[RoleTarget]) -> int:
    """How many of these indicators have a target in figures: “at least the industry average” alone is none."""
    return indicators(line for line in lines if line.target and line.target.numbers())
