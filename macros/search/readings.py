"""How the characters of names are read and written elsewhere: pinyin with tones, and traditional forms.

What was found once is kept, whatever the handbook; the dictionaries take long to open, and only a new name needs them."""
from __future__ import annotations

import atexit
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import ModuleType

from macros.loading import kept
from macros.loading.kept import Kept, stamp

HAN = re.compile("[\u3400-\u9fff]")
EVERY_HAN = [chr(code) for code in range(0x3400, 0xA000)]


@cache
def reading(name: str) -> tuple[str, ...]:
    """The syllable of each Chinese character of a name, as it is read in this name: 行业 is háng yè."""
    return tuple(_once("TONE", name, lambda: _pinyin(name, "TONE")))


def initials(name: str) -> str:
    """The first letters of a name's syllables, as people type them: 行业报告 is hybg."""
    return "".join(letters[0] for letters in _once("FIRST_LETTER", name, lambda: _pinyin(name, "FIRST_LETTER")))


def _pinyin(name: str, style: str) -> list[str]:
    """What the dictionary says of each Chinese character."""
    pypinyin = _dictionaries()
    return [syllables[0] for syllables in pypinyin.pinyin(name, style=pypinyin.Style[style], errors="ignore")]


@cache
def _dictionaries() -> ModuleType:
    """The library with its dictionaries, opened once: each change to them makes it learn all phrases anew."""
    import pypinyin

    # pypinyin cuts 成熟度曲线 into 成熟/度曲/线, and 度曲 is an old word for singing.
    pypinyin.load_phrases_dict({"度曲": [["dù"], ["qū"]]})
    return pypinyin


@cache
def _table() -> Kept:
    """What is kept; written when all is done."""
    table = Kept(kept.FOLDER / "readings", growing=True)
    atexit.register(table.save)
    return table


def _once(what: str, name: str, find: Callable[[], list[str]]) -> list[str]:
    key = stamp(what.encode(), name.encode())
    found = _table().get(key)
    if not isinstance(found, list):
        found = find()
        _table().put(key, found)
    return found


def usual_readings(names: Iterable[str]) -> dict[str, str]:
    """Character to the syllable it has most often in these names."""
    heard = Counter(pair for name in names for pair in zip(HAN.findall(name), reading(name), strict=True))
    usual: dict[str, str] = {}
    for (character, syllable), _ in sorted(heard.items(), key=lambda item: (-item[1], item[0])):
        usual.setdefault(character, syllable)
    return dict(sorted(usual.items()))


def unusual_reading(name: str, usual: Mapping[str, str]) -> tuple[str, ...]:
    """The whole reading of a name where it is not what its characters usually say; empty where it is."""
    found = reading(name)
    return found if found != tuple(usual[character] for character in HAN.findall(name)) else ()


def traditional_forms(text: str) -> str:
    """Pairs of a traditional character and the simplified one of the text it stands for, one after the other."""
    used = set(HAN.findall(text))
    return "".join(f"{old}{new}" for old, new in _pairs() if new in used)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((pair[0], pair[1]) for pair in _once("pairs", "", _simplified))


def _simplified() -> list[str]:
    """Every traditional character with the simplified one for it, as a word of two."""
    from opencc import OpenCC

    simplified = OpenCC("t2s").convert("\n".join(EVERY_HAN)).split("\n")
    return [old + new for old, new in zip(EVERY_HAN, simplified, strict=True) if old != new]
