"""The fonts that cards are drawn with: where they lie and which characters they have. They are never sent to a reader; `make font` makes them."""
from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).with_name("fonts")
FAMILIES = {"zh": "Handbook Han", "en": "Handbook Latin"}  # by the language that is set in it; what one lacks is taken from the other
FILES = ("han.otf", "latin-400.ttf", "latin-600.ttf")
MORE = ""  # characters beyond those below that names or sentences need; after a change, make font
_LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) + "ŒœŠšŽžŸ–—‘’“”…•‰€™←↑→↓−≈≠≤≥′″✓"
_BESIDE = frozenset(_LATIN + MORE)


def has(character: str) -> bool:
    """Whether the fonts have a character: one of GB 2312, which has 6,763 Chinese ones, a letter of western Europe or a sign of our pages."""
    if character in _BESIDE:
        return True
    try:
        return len(character.encode("gb2312")) == 2  # one byte is a control character
    except UnicodeEncodeError:
        return False


def lacking(texts: Iterable[str]) -> str:
    """The characters of some texts that the fonts lack, each once."""
    return "".join(dict.fromkeys(one for text in texts for one in text if not has(one)))
