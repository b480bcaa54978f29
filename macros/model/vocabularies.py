"""The closed lists a department writes its records in: levels, groups, units, currencies and occasions, in the order of the files."""
from __future__ import annotations

from macros.model.items import Model
from macros.words.languages import Text


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

    plural: str


class Unit(Entry):
    """What figures are counted in. `name` heads a measure; a number is followed by `sign`, by `after`, or by nothing."""

    sign: str | None = None
    after: After | None = None


class Currency(Entry):
    """Money, under its ISO 4217 code. Chinese writes `name` after a sum, English the code before it."""


class Occasion(Entry):
    """Per what a figure counts or how often it is taken, where that is no stretch of time: per case, per campaign."""
