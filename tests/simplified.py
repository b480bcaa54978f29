"""Draws macros/words/simplified.py from OpenCC, which an ordinary check does not load: python -m tests.simplified"""
from __future__ import annotations

from opencc import OpenCC

from tests.places import ROOT

FILE = ROOT / "macros/words/simplified.py"
FOR_NAMES = "昇陞甦甯祕邨迺脩逕釐絜祇"  # what the national list of characters (通用规范汉字表) has again, most of it for names
WIDTH = 70
HEAD = '''"""Characters that Chinese on the mainland writes in another form: traditional ones and Japanese ones, each with its own.

Drawn from OpenCC by `python -m tests.simplified`; what the national list of characters takes for names, such as 昇, is not among them."""
from __future__ import annotations

import re

_PAIRS = (
'''
FOOT = ''')
SIMPLIFIED = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
OTHER_FORM = re.compile(f"[{_PAIRS[::2]}]")
'''


def module() -> str:
    """The module as it should be."""
    pairs = "".join(old + new for old, new in _pairs() if old not in FOR_NAMES)
    return HEAD + "".join(f'    "{pairs[at:at + WIDTH]}"\n' for at in range(0, len(pairs), WIDTH)) + FOOT


def _pairs() -> list[tuple[str, str]]:
    """Every other form with the one in use: of those that the basic list of the mainland (GB 2312) does not have itself."""
    traditional, japanese = OpenCC("t2s").convert, OpenCC("jp2t").convert
    every = [chr(code) for code in range(0x3400, 0xA000) if not _in_use(chr(code))]
    return [(one, new) for one in every if len(new := _other(one, traditional(one)) or traditional(japanese(one))) == 1 and new != one and _in_use(new)]


def _other(one: str, new: str) -> str:
    return new if new != one else ""


def _in_use(character: str) -> bool:
    return bool(character.encode("gb2312", "ignore"))


if __name__ == "__main__":
    FILE.write_text(module(), encoding="utf-8")
