"""Competencies: one definition, described once at each level."""
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.reasons import Explaining
from macros.model.record import BasedText, Basis, CompetencyId, Item, LevelId, Model, Ref, SourceId, TermId
from macros.model.resources import Resource
from macros.model.roles import Alias
from macros.words.texts import Text


class LevelDescriptor(Model):
    """What someone at one level can be seen to do."""

    basis: Basis = "stated"
    sources: tuple[SourceId, ...] = ()
    can: tuple[Item, ...] = Field(min_length=2, max_length=4)
    questions: tuple[Text, ...] = Field(default=(), max_length=4)  # what an interviewer may ask to hear of it; for staff


class Competency(Explaining[Literal["kind", "tools", "methods", "summary"]]):
    """Something people can do, at every level of scope."""

    kind: Annotated[str, Ref("competency_groups")]
    aliases: tuple[Alias, ...] = ()
    summary: BasedText
    levels: dict[LevelId, LevelDescriptor]
    related: tuple[CompetencyId, ...]
    methods: tuple[TermId, ...] = ()
    tools: tuple[TermId, ...] = ()
    cautions: tuple[Item, ...] = ()
    links: tuple[Resource, ...] = ()
