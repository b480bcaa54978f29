"""The order of names in each language: pinyin or A to Z."""
from __future__ import annotations

from functools import cache

from macros.views.pinyin import spelled
from macros.words.languages import Language


@cache
def sort_key(name: str, language: Language) -> str:
    """The key that puts names in the order of the language's index: pinyin or A–Z."""
    return spelled(name).lower() if language == "zh" else name.lower()


def initial(name: str, language: Language) -> str:
    """The letter a name stands under."""
    return sort_key(name, language)[0].upper()
