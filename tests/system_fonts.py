"""The fonts the tests' browser finds on this machine: the one that is installed with the tests, and no other.

What a page measures, how many sheets it prints on and where a name breaks then do not depend on whose machine it is. On
macOS, where browsers do not ask fontconfig, they see the system's fonts."""
from __future__ import annotations

import os
from pathlib import Path
from xml.sax.saxutils import escape

import pylopdf_fonts_zh_cn

from tests.places import ROOT

CHINESE = "Noto Sans SC"  # which has Latin letters too
_FONTS = Path(pylopdf_fonts_zh_cn.__file__).parent
_FOLDER = ROOT / "build/fonts"
_RULES = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <selectfont><rejectfont><glob>*Serif*</glob></rejectfont></selectfont>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def environment() -> dict[str, str]:
    """This process's environment, with a font configuration of our own."""
    rules, text = _FOLDER / "fonts.conf", _RULES.format(fonts=escape(str(_FONTS)), cache=escape(str(_FOLDER / "cache")))
    if not rules.exists() or rules.read_text(encoding="utf-8") != text:
        _FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = rules.with_suffix(f".{os.getpid()}")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(rules)      # at once, as other tests may be reading it
    return {**os.environ, "FONTCONFIG_FILE": str(rules)}
