"""Stages of a career with what each asks, and layers of the organisation."""
from __future__ import annotations

from typing import Literal

from macros.model.figures import FiguredItem
from macros.model.reasons import Explaining
from macros.model.record import Id, LevelId
from macros.words.texts import Text


class NamedItem(FiguredItem):
    """A sentence with a short name: a core task, an ability."""

    id: Id | None = None
    name: Text


class Signal(FiguredItem):
    """A sign that someone is ready for the next stage."""

    id: Id


class Stage(Explaining[Literal["level", "positioning"]]):
    """A step of the career, with the level of competence it asks for."""

    posts: Text
    level: LevelId
    positioning: Text
    core_tasks: tuple[NamedItem, ...]
    abilities: tuple[NamedItem, ...]
    promotion_signals: tuple[Signal, ...]


class Layer(Explaining[Literal["summary"]]):
    """A layer of the organisation chart."""

    summary: Text
