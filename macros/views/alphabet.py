"""The order of names in each language: pinyin or A to Z."""
from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from macros.model.record import Record
from macros.views.pinyin import spelled, told
from macros.words.languages import Language

Named = TypeVar("Named", bound=Record)


def by_name(records: Iterable[Named], language: Language) -> list[Named]:
    """Records in the order of their names, where no other order means anything."""
    return sorted(records, key=lambda one: sort_key(one.name[language], language, one.reading))


@cache
def sort_key(name: str, language: Language, reading: str | None = None) -> str:
    """The key that puts names in the order of the language's index: pinyin, as the data give it or else the dictionary; or A–Z."""
    if language != "zh":
        return name.lower()
    return (told(name, reading) if reading else spelled(name)).lower()


def initial(name: str, language: Language, reading: str | None = None) -> str:
    """The letter a name stands under."""
    return sort_key(name, language, reading)[0].upper()
