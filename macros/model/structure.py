"""The skeleton of the department: stages, layers, tracks with their rungs, and those a record only names."""
from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.figures import Figure
from macros.model.items import (
    Basis,
    CompetencyId,
    Id,
    Item,
    LayerId,
    LevelId,
    Model,
    Note,
    PostId,
    Record,
    RoleId,
    SourceId,
    StageId,
)
from macros.words.languages import Text


class FiguredItem(Item):
    """A sentence whose figures are also data, for comparison and export."""

    figures: tuple[Figure, ...] = ()
    competencies: tuple[CompetencyId, ...] = ()


class NamedItem(FiguredItem):
    """A sentence with a short name: a core task, an ability."""

    id: Id | None = None
    name: Text


class Signal(FiguredItem):
    """A sign that someone is ready for the next stage."""

    id: Id


class Stage(Record):
    """A step of the career, with the level of competence it asks for."""

    posts: Text
    level: LevelId
    positioning: Text
    core_tasks: tuple[NamedItem, ...]
    abilities: tuple[NamedItem, ...]
    promotion_signals: tuple[Signal, ...]


class Layer(Record):
    """A layer of the organisation chart."""

    summary: Text


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


class Track(Record):
    """A ladder: rungs from the lowest to the highest. What changes at each step is derived."""

    summary: Item
    suits: Item | None = None
    rungs: tuple[Rung, ...]


class Post(Record):
    """A position the documents only name: it stands on ladders and moves and has no page."""

    known: Text
    stage: StageId | None = None
    layer: LayerId | None = None


class Title(Record):
    """An honorary title."""

    known: Text


class Team(Record):
    """A team or body that records belong to or work with."""
