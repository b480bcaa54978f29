"""Makes the fonts that cards are drawn with: `make font`.

For Chinese it is a part of Noto Sans SC: every character of GB 2312 and the signs of both scripts, so that hardly any Chinese name lacks one;
for English the Latin font of the site, regular and semibold. They lie beside the code that draws. Same packages, same bytes."""
from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pylopdf_fonts_zh_cn
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from macros.website.card_font import FAMILIES, FOLDER, MORE, has
from tests import latin_font
from tests.places import ROOT

WHOLE = Path(pylopdf_fonts_zh_cn.__file__).with_name("NotoSansSC-Regular.otf")
HAN, HAN_LICENCE, LATIN_LICENCE = FOLDER / "han.otf", FOLDER / "han-licence.txt", FOLDER / "latin-licence.txt"
_KEPT = (0, 5, 13, 14)  # of the texts in a font: copyright, version, licence and its address
_NAME = FAMILIES["zh"]
_NAMED = {1: _NAME, 2: "Regular", 3: f"{_NAME} 2.004", 4: _NAME, 6: _NAME.replace(" ", "")}


def main() -> None:
    """Write the fonts and their licences."""
    for path, content in made().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        print(f"{path.relative_to(ROOT)}: {len(content)} bytes")


def made() -> dict[Path, bytes]:
    """The content of every file this command writes."""
    (licence,) = WHOLE.parent.parent.glob("pylopdf_fonts_zh_cn-*.dist-info/licenses/*")
    latin = {FOLDER / f"latin-{weight}.ttf": _saved(instantiateVariableFont(latin_font.part(), {"wght": weight})) for weight in (400, 600)}
    return {HAN: _saved(han()), HAN_LICENCE: licence.read_bytes(), **latin, LATIN_LICENCE: latin_font.LICENCE.read_bytes()}


def han() -> TTFont:
    """Our characters of the Chinese font. Raises AssertionError where one that is asked for by hand is not in the whole."""
    font = TTFont(WHOLE, recalcTimestamp=False)
    there = font.getBestCmap()
    missing = [one for one in MORE if ord(one) not in there]
    assert not missing, f"Noto Sans SC has no {missing}"
    dropped = [*Options().drop_tables, "BASE", "DSIG", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(Options(layout_features=["kern"], hinting=False, notdef_outline=True, name_IDs=_KEPT, drop_tables=dropped))
    subsetter.populate(unicodes=[one for one in there if has(chr(one))])
    subsetter.subset(font)
    for id, text in _NAMED.items():
        font["name"].setName(text, id, 3, 1, 0x409)
    font["CFF "].cff.fontNames = [_NAMED[6]]
    return font


def _saved(font: TTFont) -> bytes:
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()


if __name__ == "__main__":
    main()
