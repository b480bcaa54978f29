"""What hand-written pages say of the handbook inside a sentence: names, numbers and examples from the data, as plain text."""
from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from macros.search.readings import initials
from macros.views import figures, formatting
from macros.views.reader import Reader


def document_count(reader: Reader) -> str:
    """How many source documents there are: 5 documents."""
    return reader.say_n("{n} document", "{n} documents", len(reader.handbook.documents))


def stage_names(reader: Reader) -> str:
    """The stages in order, as a list in running text."""
    return reader.listed([reader.inside(reader.text(one.name)) for one in reader.handbook.used("stages")])


def layer_names(reader: Reader) -> str:
    """The layers in order, likewise."""
    return reader.listed([reader.inside(reader.text(one.name)) for one in reader.handbook.used("layers")])


def level_meanings(reader: Reader) -> str:
    """The levels from the lowest, each with its meaning: execute (does as agreed)."""
    around = "（{}）" if reader.language == "zh" else " ({})"
    return reader.listed([reader.inside(reader.text(one.name)) + around.format(reader.text(one.about)) for one in reader.handbook.levels.values()])


def example_role(reader: Reader) -> str:
    """The role that the handbook takes as its example."""
    return reader.inside(reader.text(reader.handbook.roles[reader.handbook.about.example_role].name))


def example_initials(reader: Reader) -> str:
    """What finds the example role when one types the initials of its pinyin."""
    return initials(reader.handbook.roles[reader.handbook.about.example_role].name.zh)


def sum_of_money(reader: Reader, amount: str) -> str:
    """An amount in the first currency of the handbook: 5万元, CNY 5 million."""
    currency = next(iter(reader.handbook.currencies.values()))
    return figures.money(reader, formatting.large(Decimal(amount), reader.language), currency)


PHRASES: dict[str, Callable[..., str]] = {
    one.__name__: one for one in (document_count, stage_names, layer_names, level_meanings, example_role, example_initials, sum_of_money)
}
