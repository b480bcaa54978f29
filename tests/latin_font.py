"""Makes the Latin font of the site, and the table of its widths that drawings measure with: `make font`.

The font is a part of Source Sans 3: the letters of western Europe and the signs our pages use, from regular to semibold.
Its licence reserves the name “Source” for the whole, so a part bears another one. Same packages, same bytes."""
from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import fontpkg_source_sans_3
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from tests.places import ROOT

WHOLE = Path(fontpkg_source_sans_3.__file__).parent
FOLDER = ROOT / "docs/assets/fonts"
FONT, LICENCE, WIDTHS = FOLDER / "latin.woff2", FOLDER / "latin-licence.txt", ROOT / "macros/career_map/latin_widths.json"
NAME = "Handbook Latin"
LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) + "ŒœŠšŽžŸ–—‘’“”…•‰€™←↑→↓−≈≠≤≥′″✓"
REGULAR, SEMIBOLD = 400, 600
_KEPT = (0, 5, 13, 14)  # of the texts in a font: copyright, version, licence and its address
_NAMED = {1: NAME, 2: "Regular", 3: f"{NAME} 3.052", 4: NAME, 6: NAME.replace(" ", "")}


def main() -> None:
    """Write the font, its licence and the widths."""
    for path, content in made().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        print(f"{path.relative_to(ROOT)}: {len(content)} bytes")


def made() -> dict[Path, bytes]:
    """The content of every file this command writes."""
    font = part()
    packed = BytesIO()
    font.flavor = "woff2"
    font.save(packed)
    return {FONT: packed.getvalue(), LICENCE: (WHOLE / "LICENSE").read_bytes(), WIDTHS: json.dumps(widths(), ensure_ascii=False, indent=1).encode() + b"\n"}


def part() -> TTFont:
    """Our letters and weights of the font, with kerning; figures are of one width as they are."""
    font = TTFont(WHOLE / "files/SourceSans3[wght].ttf", recalcTimestamp=False)
    dropped = [*Options().drop_tables, "BASE", "DSIG", "MVAR", "STAT"]
    options = Options(layout_features=["kern"], hinting=False, notdef_outline=True, name_IDs=_KEPT, drop_tables=dropped)
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": (REGULAR, SEMIBOLD)})
    for id, text in _NAMED.items():
        font["name"].setName(text, id, 3, 1, 0x409)
    return font


def widths() -> dict[str, object]:
    """The advance of every letter in thousandths of the type size, regular and semibold."""
    advances = {}
    for weight in (REGULAR, SEMIBOLD):
        font = instantiateVariableFont(part(), {"wght": weight})
        letters = font.getBestCmap()
        advances[str(weight)] = {letter: font["hmtx"][letters[ord(letter)]][0] for letter in sorted(LETTERS)}
    whole = TTFont(WHOLE / "files/SourceSans3[wght].ttf", lazy=True)
    assert whole["head"].unitsPerEm == 1000
    return {"font": whole["name"].getDebugName(16), "version": whole["name"].getDebugName(5).split(";")[0].removeprefix("Version "), "advances": advances}


if __name__ == "__main__":
    main()
