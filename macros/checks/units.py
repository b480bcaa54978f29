"""Rules on units.yml: currencies have the codes of the world, and no id takes a word that means the same in every handbook."""
from __future__ import annotations

from collections.abc import Iterator

from babel.numbers import list_currencies

from macros.loading.folder import Loaded
from macros.model.vocabularies import CHOICES
from macros.words.problems import Problem


def currencies_are_iso_codes(loaded: Loaded) -> Iterator[Problem]:
    """A currency goes by its ISO 4217 code."""
    for id in loaded.known["currencies"]:
        if id not in list_currencies():
            yield loaded.problem("currencies", id, (), f"“{id}”不是ISO 4217的货币代码；写三个大写字母的代码，例如EUR",
                                 f"“{id}” is no ISO 4217 currency code; write one of three capitals, such as EUR", at_key=True)


def stands_miswritten(loaded: Loaded, id: str) -> bool:
    """Whether a currency that fields name may be the one that stands in the list under no code: then the list alone is told of."""
    return id in list_currencies() and any(one not in list_currencies() for one in loaded.known["currencies"])


def ids_leave_common_words_alone(loaded: Loaded) -> Iterator[Problem]:
    """No unit, currency or occasion is called what a field may say without it, such as not-stated or, of an occasion, day."""
    taken = {(kind, word) for choice in CHOICES.values() for kind in choice.lists for word in choice.words}
    for kind, word in sorted(taken):
        if word in loaded.known[kind]:
            yield loaded.problem(kind, word, (), f"“{word}”本来就可以写，在每本手册里意思都一样；换一个编号",
                                 f"“{word}” may be written anyway and means the same in every handbook; choose another id", at_key=True)
