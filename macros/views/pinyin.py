"""How Chinese names are read. What was found once is kept, whatever the handbook: the dictionaries take long to open, and only a new name needs them."""
from __future__ import annotations

import atexit
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from types import ModuleType

from macros.loading import kept
from macros.loading.kept import Kept, stamp
from macros.views.phrases import ALONE, PHRASES
from macros.words.languages import HAN

TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def syllables(name: str, style: str) -> list[str]:
    """What the dictionary says of each Chinese character of a name, in one of its styles; of one that it does not know, the character itself."""

    def find() -> list[str]:
        found = _dictionary().pinyin(name, style=getattr(_dictionary().Style, style), errors=list)
        return [readings[0] for sign, readings in zip(name, found, strict=True) if HAN.match(sign)]

    return once(style, name, find)


def spelled(name: str) -> str:
    """A name as it stands in an index: its characters as syllables with the number of their tone, and what else it holds as it is."""
    return " ".join(once("spelled", name, lambda: list(_dictionary().lazy_pinyin(name, style=_dictionary().Style.TONE3))))


def told(name: str, reading: str) -> str:
    """A name as `spelled` gives it, its characters read as the data say."""
    syllables = iter(reading.split())
    parts = [numbered(next(syllables, part)) if HAN.match(part) else part for part in re.findall(f"{HAN.pattern}|(?:(?!{HAN.pattern}).)+", name)]
    return " ".join(parts)


def numbered(syllable: str) -> str:
    """A syllable with the number of its tone in place of the sign."""
    letters = unicodedata.normalize("NFD", syllable)
    tone = next((number for sign, number in TONES.items() if sign in letters), "")
    return unicodedata.normalize("NFC", "".join(one for one in letters if one not in TONES)).replace("ü", "v") + tone


def once(what: str, name: str, find: Callable[[], list[str]]) -> list[str]:
    """What is found out of a name, or what was kept of it."""
    key = stamp(what.encode(), name.encode())
    found = _table().get(key)
    if not isinstance(found, list):
        found = find()
        _table().put(key, found)
    return found


@cache
def _dictionary() -> ModuleType:
    """The library with its dictionaries, opened once: each change to them makes it learn all phrases anew."""
    import pypinyin

    pypinyin.load_single_dict({ord(one): read for one, read in ALONE.items()})
    pypinyin.load_phrases_dict({word: [[syllable] for syllable in read.split()] for word, read in PHRASES.items()})
    return pypinyin


@cache
def _table() -> Kept:
    """What is kept; written when all is done."""
    table = Kept(kept.FOLDER / "readings", growing=True)
    atexit.register(table.save)
    return table
