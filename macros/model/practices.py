"""Practices: how things are done. Cycles, procedures, programmes, rules and mechanisms, with steps, figures and roles."""
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from macros.model.figures import FiguredItem, Span, Times
from macros.model.reasons import Explaining
from macros.model.record import (
    Audience,
    BasedText,
    Basis,
    Concerns,
    Id,
    KpiId,
    Model,
    NewTo,
    Note,
    Party,
    PracticeId,
    Record,
    Ref,
    SourceId,
    TermId,
)
from macros.model.resources import Resource
from macros.words.texts import Text


class Actor(Party):
    """Who takes a step: a role, post, team, someone outside, or one of these three who differ from case to case."""

    person: Literal["self", "manager", "mentor"] | None = None


def _stated(value: object) -> object:
    return None if value == "not-stated" else value


Actors = Annotated[tuple[Actor, ...] | None, BeforeValidator(_stated, json_schema_input_type=tuple[Actor, ...] | Literal["not-stated"])]
StatedSpan = Annotated[Span | None, BeforeValidator(_stated, json_schema_input_type=Span | Literal["not-stated"])]


class Action(FiguredItem):
    """One thing done in a step, with a deadline of its own where it has one."""

    deadline: StatedSpan = None


class Measured(Model):
    """The KPI, and the measure of it, that a step is timed by."""

    kpi: KpiId
    measure: Id | None = None


class PracticeStep(Model):
    """A step of a procedure. `actors` is None where no document names anyone."""

    name: Text
    actors: Actors
    does: tuple[Action, ...] = Field(min_length=1)
    deadline: StatedSpan = None
    frequency: Times | None = None
    outputs: tuple[TermId, ...] = ()
    measure: Measured | None = None
    basis: Basis = "stated"
    audience: Audience = "public"
    note: Note | None = None
    sources: tuple[SourceId, ...] = ()


class PracticeGroup(Model):
    """Rules or parts of a practice under one heading: a grade, a level, a dimension, a structure."""

    name: Text
    for_: tuple[Party, ...] = Field(default=(), alias="for")  # whom it is meant for, where that is fewer than the practice concerns
    items: tuple[FiguredItem, ...] = Field(min_length=1)
    outputs: tuple[TermId, ...] = ()  # what is handed in by these rules, where no step says so
    new_to: NewTo | None = None
    elsewhere: bool = False  # how another organisation does it, which a document tells as an example
    basis: Basis = "stated"
    audience: Audience = "public"
    note: Note | None = None
    sources: tuple[SourceId, ...] = ()


class Summary(BasedText):
    """The sentence a practice opens with, which other pages repeat: where the editors word it, of what the page says below."""


class Practice(Explaining[Literal["kind", "summary"]]):
    """How one thing is done: steps in order, groups of rules, or both."""

    SAYS_WHAT_IS_MISSING = ("steps",)

    kind: Annotated[str, Ref("practice_groups")]
    summary: Summary
    for_: tuple[Party, ...] = Field(default=(), alias="for")  # whom it is written for, where that is fewer than everyone
    new_to: NewTo | None = None
    applies_to: FiguredItem | None = None
    steps: dict[Id, PracticeStep] = {}
    groups: dict[Id, PracticeGroup] = {}
    concerns: Concerns = Concerns()
    related: tuple[PracticeId, ...] = ()
    links: tuple[Resource, ...] = ()


class Case(Record):
    """A short illustrative case, clearly an example: what was done, and what came of it."""

    kind: Annotated[str, Ref("case_groups")] | None = None
    story: FiguredItem
    point: Text
    concerns: Concerns = Concerns()
    practices: tuple[PracticeId, ...] = ()
