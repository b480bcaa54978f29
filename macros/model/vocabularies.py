"""The closed lists a department writes its records in: levels, groups, units, currencies and occasions, in the order of the files."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Model, Word
from macros.words.texts import Text


class Entry(Model):
    """One value of a list, under its id, with what pages call it."""

    id: str
    file: str
    name: Text


class Level(Entry):
    """A level of competence; `about` says in a few words how far it reaches."""

    about: Text


class Group(Entry):
    """What some competencies, KPIs, practices or cases have in common; indexes have a heading for each."""


class GroupOfPractices(Group):
    """With `helps_growth` its practices prepare people for another role, and the plan of a way there offers them."""

    helps_growth: bool = False


class After(Text):
    """What stands after a number: 3小时, 1 hour; `plural` is the English word after any number but 1."""

    plural: Word


class Unit(Entry):
    """What figures are counted in. `name` heads a measure; a number is followed by `sign`, by `after`, or by nothing.

    `counts` says how a person reads it: time is kept within, things are fewer, a multiple is so many times what it is measured against."""

    sign: Word | None = None
    after: After | None = None
    counts: Literal["time", "things", "multiple"] | None = None

    @model_validator(mode="after")
    def one_thing_follows(self) -> Unit:
        if self.sign is not None and self.after is not None:
            raise PydanticCustomError("unit_form", "sign or after")
        return self


class Currency(Entry):
    """Money, under its ISO 4217 code. `name` heads a measure; Chinese writes it after a sum, English the code before it."""


class Occasion(Entry):
    """Per what a figure counts or how often it is taken, where that is no stretch of time: per case, per campaign."""


# How often an indicator is taken in any department; other answers are occasions of the data.
CALENDAR = ("live", "day", "week", "month", "quarter", "half-year", "year")


@dataclass(frozen=True)
class Choice:
    """What may stand in a field: the ids of some lists, and words that mean the same in every handbook."""

    lists: tuple[str, ...]
    words: tuple[str, ...] = ()


CHOICES = {
    "units_or_currencies": Choice(("units", "currencies"), ("not-stated",)),
    "occasions": Choice(("occasions",)),
    "cadences": Choice(("occasions",), (*CALENDAR, "not-stated")),
}
