"""Competencies: one definition, described once at each of the four levels."""
from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.model.items import BasedText, Basis, CompetencyId, Item, Level, Model, Record, SourceId, TermId
from macros.model.roles import Alias

CompetencyKind = Literal["hard", "soft", "management", "industry"]
COMPETENCY_KINDS: tuple[CompetencyKind, ...] = ("hard", "soft", "management", "industry")


class LevelDescriptor(Model):
    """What someone at one level can be seen to do."""

    basis: Basis = "stated"
    sources: tuple[SourceId, ...] = ()
    can: tuple[Item, ...] = Field(min_length=2, max_length=4)


class Competency(Record):
    """Something people can do, at four levels of scope."""

    kind: CompetencyKind
    aliases: tuple[Alias, ...] = ()
    summary: BasedText
    levels: dict[Level, LevelDescriptor] = Field(min_length=4)
    related: tuple[CompetencyId, ...]
    methods: tuple[TermId, ...] = ()
    tools: tuple[TermId, ...] = ()
    cautions: tuple[Item, ...] = ()
