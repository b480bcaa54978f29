"""The pictures that chats show of a link to a role: one for each role and language, drawn from the records alone, equal to the byte.

Only the public edition has them: programs that show what is behind a link look from outside, where what is for staff is not to be had."""
from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

import resvg_py

from macros.career_map.text_width import wrapped
from macros.loading.kept import ROOT, stamp
from macros.model.appearance import LINK, MARK, SOFT, TEXT
from macros.model.handbook import Handbook
from macros.model.record import Record
from macros.model.roles import Role
from macros.views.file import Export
from macros.views.reader import Reader
from macros.views.templates import environment
from macros.website.card_font import FAMILIES, FILES, FOLDER, has, lacking
from macros.words.languages import LANGUAGES, Language, other

WIDE, HIGH, MARGIN = 1200, 630, 72
ROW = 1.1 * (WIDE - 2 * MARGIN)  # as drawings measure, which leave some room
TOP, ROOM = 132, 442  # where the texts begin, below the logo and the name of the handbook, and how high they may be
LOGO, GAP = 50, 20  # how high the logo is, and how far the name of the handbook stands from it
# Type sizes with how many lines a text may take at each, the one liked best first.
Steps = tuple[tuple[int, int], ...]
KICKER: Steps = ((30, 1), (24, 1), (20, 2))
NAME: Steps = ((92, 1), (80, 1), (72, 1), (64, 1), (60, 2), (52, 2), (44, 3))
OTHER_NAME: Steps = ((32, 1), (28, 1), (24, 1), (20, 2))
ESSENCE: Steps = ((42, 2), (38, 2), (38, 3), (34, 3), (30, 3), (26, 3))
REGULAR, SEMIBOLD = 400, 600
STROKE = .028  # around strong Chinese characters, of which there is one weight, in parts of their size
STAIRS = (0, 0, 27, 20)  # the box of the logo of those who have none
CACHE = ROOT / ".cache" / "cards"
KEPT = 2000  # pictures; they are some 40 kB each
ENDS = (b"\x89PNG", b"IEND\xaeB`\x82")  # how a whole picture begins and ends


@dataclass(frozen=True)
class Block:
    """One text of a card, with its language, steps and colour: how high a line is in parts of its size, how far the next text stands from
    it, whether it is strong, and whether it begins at a smaller step where all together have too little room."""

    text: str
    language: Language
    steps: Steps
    colour: str
    height: float
    after: float = 0
    strong: bool = False
    gives_way: bool = False


@dataclass(frozen=True)
class Line:
    """One line of a card: where its letters stand, in which font, how large and in which colour, and how much is put on to make them strong."""

    text: str
    y: float
    family: str
    size: int
    colour: str
    weight: int
    stroke: float


def card_address(language: Language, id: str) -> str:
    """Where the card of a role lies, from the site's root."""
    return f"{language}/roles/{id}/card.png"


def with_card(handbook: Handbook, url: str, record: Record) -> bool:
    """Whether a record has a card; `url` is the address of the site, without which no page could say where the card is."""
    return bool(url) and handbook.audience == "public" and isinstance(record, Role) and record.retired is None


def shown(handbook: Handbook, url: str, language: Language, record: Record | None) -> dict[str, object] | None:
    """What a page says of the card of a record, if it has one: where the picture is, how large, and what stands on it."""
    if not isinstance(record, Role) or not with_card(handbook, url, record):
        return None
    alt = f"{record.name[language]} · {record.essence[language]}"
    return {"url": f"{url}{card_address(language, record.id)}", "wide": WIDE, "high": HIGH, "alt": alt}


def cards(handbook: Handbook, language: Language, url: str) -> Iterator[Export]:
    """Every card of a language, each drawn when its turn comes."""
    reader = Reader(handbook, language, "")
    for role in handbook.roles.values():
        if with_card(handbook, url, role):
            yield Export(card_address(language, role.id), "", drawn(svg(reader, role)))


def undrawn(handbook: Handbook, url: str) -> str:
    """The characters that cards leave out, since their font lacks them."""
    readers = [Reader(handbook, language, "") for language in LANGUAGES]
    return lacking(text for reader in readers for role in handbook.roles.values() if with_card(handbook, url, role) for text in _texts(reader, role))


def svg(reader: Reader, role: Role) -> str:
    """A card as a drawing."""
    handbook = reader.handbook
    colours = handbook.about.colours
    ink, link, mark = ((one or usual).light for one, usual in ((colours.text, TEXT), (colours.link, LINK), (colours.mark, MARK)))
    title, kicker, name, other_name, essence = map(_drawable, _texts(reader, role))
    box = handbook.logo.view_box.split() if handbook.logo else STAIRS
    wide = round(LOGO * float(box[2]) / float(box[3]), 1)
    language = reader.language
    lines = _laid(
        Block(kicker, language, KICKER, link, height=1.3, after=8),
        Block(name, language, NAME, ink, height=1.22, after=12, strong=True, gives_way=True),
        Block(other_name, other(language), OTHER_NAME, SOFT.light, height=1.3, after=30),
        Block(essence, language, ESSENCE, ink, height=1.45, gives_way=True),
    )
    view = {
        "wide": WIDE, "high": HIGH, "margin": MARGIN, "family": _families(language), "lines": lines, "mark": mark, "soft": SOFT.light,
        "logo": {"shapes": handbook.logo, "wide": wide, "high": LOGO},
        "title": {"text": title, "x": MARGIN + wide + GAP, "size": fitted(title, ((30, 1), (24, 1), (20, 1)))[0]},
    }
    return environment().get_template("website/card.svg").render(view=view)


def _texts(reader: Reader, role: Role) -> tuple[str, ...]:
    """What stands on a card: the handbook, the stage, the name in both languages and the essence."""
    handbook = reader.handbook
    stage = handbook.stages.get(role.stage)
    return (reader.text(handbook.about.title), reader.text(stage.name) if stage else "", reader.text(role.name), role.name[other(reader.language)],
            reader.text(role.essence))


def _drawable(text: str) -> str:
    """A text without the characters that the font lacks."""
    return "".join(filter(has, text))


def _laid(*blocks: Block) -> list[Line]:
    """The lines of some texts one below the other, in the middle of their room; where they have too little, each begins at a smaller step."""
    for skipped in range(max(len(one.steps) for one in blocks if one.gives_way)):
        lines, high = _stacked(blocks, skipped)
        if high <= ROOM:
            break
    down = TOP + max(0, ROOM - high) / 2
    return [replace(one, y=round(one.y + down, 1)) for one in lines]


def _stacked(blocks: tuple[Block, ...], skipped: int) -> tuple[list[Line], float]:
    """The lines from the top, and how high they are together."""
    lines: list[Line] = []
    y = after = 0.0
    for block in blocks:
        steps = block.steps[min(skipped, len(block.steps) - 1):] if block.gives_way else block.steps
        size, pieces = fitted(block.text, steps, block.strong)
        weight, stroke = (SEMIBOLD, size * STROKE if block.language == "zh" else 0) if block.strong else (REGULAR, 0)
        y += after
        for piece in pieces:
            y += size * block.height
            lines.append(Line(piece, y - size * (block.height - .76) / 2, _families(block.language), size, block.colour, weight, round(stroke, 2)))
        after = block.after if pieces else 0
    return lines, y


def fitted(text: str, steps: Steps, strong: bool = False) -> tuple[int, tuple[str, ...]]:
    """The first type size at which a text has no more lines than it may, and these lines; what has no room even at the last size is cut."""
    for size, most in steps:
        lines = wrapped(text, ROW, size, strong)
        if len(lines) <= most:
            return size, lines
    return size, (*lines[:most - 1], lines[most - 1].rstrip("，、；,;") + "…")


def _families(language: Language) -> str:
    """The font of a language, and the one that has what it lacks."""
    return f"{FAMILIES[language]}, {FAMILIES[other(language)]}"


def drawn(drawing: str) -> bytes:
    """A drawing as a PNG, kept under what it was drawn from, so that it is drawn once."""
    file = CACHE / f"{stamp(drawing.encode(), _tools())}.png"
    with suppress(OSError):
        png = file.read_bytes()
        if png.startswith(ENDS[0]) and png.endswith(ENDS[1]):
            return png
    png = resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True, font_files=[str(FOLDER / one) for one in FILES])
    with suppress(OSError):  # where nothing can be kept, the next build draws it again
        CACHE.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(f".{os.getpid()}")
        new.write_bytes(png)
        new.replace(file)
        for old in sorted(CACHE.iterdir(), key=lambda one: one.stat().st_mtime_ns)[:-KEPT]:
            old.unlink()
    return png


@cache
def _tools() -> bytes:
    """What a picture depends on besides its drawing."""
    return stamp(*((FOLDER / one).read_bytes() for one in FILES), resvg_py.__version__.encode()).encode()
