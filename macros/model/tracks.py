"""Tracks: ladders of rungs, from the lowest to the highest."""
from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.reasons import Explaining
from macros.model.record import Basis, Item, Model, Note, PostId, RoleId, SourceId, StageId
from macros.words.texts import Text


class Rung(Model):
    """One rung of a ladder: the roles, posts or stage that stand on it, and what it is about."""

    roles: tuple[RoleId, ...] = ()
    posts: tuple[PostId, ...] = ()
    stage: StageId | None = None
    as_: Text | None = Field(default=None, alias="as")
    gives: Text | None = None
    basis: Basis = "stated"
    note: Note | None = None
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def holds_someone(self) -> Rung:
        if not (self.roles or self.posts or self.stage):
            raise PydanticCustomError("empty_rung", "roles, posts or stage")
        return self


class Track(Explaining[Literal["summary", "rungs"]]):
    """A ladder: rungs from the lowest to the highest. What changes at each step is derived."""

    summary: Item
    suits: Item | None = None
    rungs: tuple[Rung, ...]

    @property
    def is_of_stages(self) -> bool:
        """Whether it leads through stages alone: every role is at one of them, so it is no track that some take and others do not."""
        return bool(self.rungs) and all(rung.stage and not rung.roles and not rung.posts for rung in self.rungs)
