"""What a handbook looks like: its colours on light and on dark pages, and its logo as the few shapes that are let in."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from macros.model.items import Model


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
