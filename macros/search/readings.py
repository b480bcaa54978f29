"""How the characters of names are read and written elsewhere: pinyin with tones, and traditional forms."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from macros.views.pinyin import once, syllables
from macros.words.languages import HAN

EVERY_HAN = [chr(code) for code in range(0x3400, 0xA000)]


@cache
def reading(name: str) -> tuple[str, ...]:
    """The syllable of each Chinese character of a name, as it is read in this name: 行业 is háng yè."""
    return tuple(syllables(name, "TONE"))


def initials(name: str) -> str:
    """The first letters of a name's syllables, as people type them: 行业报告 is hybg."""
    return "".join(letters[0] for letters in syllables(name, "FIRST_LETTER"))


def usual_readings(names: Iterable[str], told: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> dict[str, str]:
    """Character to the syllable it has most often in these names, some of which the data say how to read."""
    heard = Counter(pair for name in names for pair in zip(HAN.findall(name), told.get(name) or reading(name), strict=True))
    usual: dict[str, str] = {}
    for (character, syllable), _ in sorted(heard.items(), key=lambda item: (-item[1], item[0])):
        usual.setdefault(character, syllable)
    return dict(sorted(usual.items()))


def unusual_reading(name: str, usual: Mapping[str, str], told: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The whole reading of a name, which the data may tell, where it is not what its characters usually say; empty where it is."""
    found = told or reading(name)
    return found if found != tuple(usual[character] for character in HAN.findall(name)) else ()


def traditional_forms(text: str) -> str:
    """Pairs of a traditional character and the simplified one of the text it stands for, one after the other."""
    used = set(HAN.findall(text))
    return "".join(f"{old}{new}" for old, new in _pairs() if new in used)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((pair[0], pair[1]) for pair in once("pairs", "", _simplified))


def _simplified() -> list[str]:
    """Every traditional character with the simplified one for it, as a word of two."""
    from opencc import OpenCC

    simplified = OpenCC("t2s").convert("\n".join(EVERY_HAN)).split("\n")
    return [old + new for old, new in zip(EVERY_HAN, simplified, strict=True) if old != new]
