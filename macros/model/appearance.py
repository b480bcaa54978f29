"""What a handbook looks like: its colours on light and on dark pages, and its logo as the few shapes that are let in."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from macros.model.record import Model


def _hex(value: object) -> object:
    if isinstance(value, str) and re.fullmatch("#([0-9a-fA-F]{3}){1,2}", value):
        return value
    raise PydanticCustomError("colour_form", "not a colour")


Hex = Annotated[str, BeforeValidator(_hex)]


class Shades(Model):
    """One colour as light pages and as dark pages show it."""

    light: Hex
    dark: Hex


class Colours(Model):
    """The colours a department may choose; the rest of the page follows from them or stays as it is."""

    text: Shades | None = None  # text, headings and the strong rules
    link: Shades | None = None  # links, levels and steps
    mark: Shades | None = None  # where one is: the one warm colour
    tint: Shades | None = None  # panels and the heads of tables


def _svg_name(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.svg", value):
        return value
    raise PydanticCustomError("logo_form", "not the name of an SVG")


SvgName = Annotated[str, BeforeValidator(_svg_name)]


@dataclass(frozen=True)
class Shape:
    """One element of a drawing, with nothing in it that could run or fetch."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    inside: tuple[Shape, ...] = ()


@dataclass(frozen=True)
class Logo:
    """A drawing in the box that `view_box` opens, such as “0 0 27 20”."""

    view_box: str
    shapes: tuple[Shape, ...]


# What pages look like where a handbook says nothing; the same values stand in the style sheet.
PAPER = Shades(light="#ffffff", dark="#12171c")
TEXT = Shades(light="#11181f", dark="#e9eef2")
SOFT = Shades(light="#485561", dark="#aab6c1")  # asides, on paper and on tint
LINK = Shades(light="#0b5394", dark="#86bdf0")
MARK = Shades(light="#b5341a", dark="#ff8a6a")
TINT = Shades(light="#f3f5f7", dark="#1a2128")
STEPS = (7, 13, 20, 27)  # how much of the colour of links, in percent, is in the grounds of steps from the lowest


def mixed(colour: str, ground: str, percent: int) -> str:
    """So much of a colour on a ground."""
    parts = [round((over * percent + under * (100 - percent)) / 100) for over, under in zip(_parts(colour), _parts(ground), strict=True)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG measures it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _parts(colour: str) -> list[int]:
    digits = colour.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    return [int(whole[at : at + 2], 16) for at in (0, 2, 4)]


def _luminance(colour: str) -> float:
    red, green, blue = (part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
