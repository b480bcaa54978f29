"""A line of a file as a terminal shows it, with a caret under one place."""
from __future__ import annotations

import unicodedata

WIDEST = 96  # cells of a terminal: what is longer is cut on both sides of the place
HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}  # what a terminal might obey, or nobody sees


def harmless(text: str) -> str:
    """A text that a terminal shows and does not obey: what it might obey, or nobody could see, stands as a sign. Lines stay lines."""
    if text.replace("\n", "").isprintable():  # as nearly every text is: told at once
        return text
    return "".join(character if character == "\n" else _sign(character) for character in text)


def excerpt(line: int, column: int, written: str) -> list[str]:
    """The line with its number, and under it a caret at the column, counted from 1; nothing where the line is not known."""
    if not written.strip():
        return []
    signs = [_sign(character) for character in written]
    first, last = _window(signs, column - 1)
    before = ("…" if first else "") + "".join(signs[first:column - 1])
    shown = ("…" if first else "") + "".join(signs[first:last]) + ("…" if last < len(signs) else "")
    margin = f"  {line} | "
    return [margin + shown, " " * (len(margin) - 2) + "| " + " " * _width(before) + "^"]


def _sign(character: str) -> str:
    """A character as it can be seen: a blank that is no plain space, or an order to a terminal, as ␣."""
    if character != " " and (character.isspace() or unicodedata.category(character) in HIDDEN):
        return "␣" * max(1, _width(character))
    return character


def _window(signs: list[str], place: int) -> tuple[int, int]:
    """The part of a line that fits, with the place in it."""
    if _width("".join(signs)) <= WIDEST:
        return 0, len(signs)
    first = last = min(place, len(signs))
    while first and _width("".join(signs[first - 1:place])) <= WIDEST // 2:
        first -= 1
    while last < len(signs) and _width("".join(signs[first:last + 1])) <= WIDEST:
        last += 1
    return first, last


def _width(text: str) -> int:
    """How many cells of a terminal a text takes: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 0 if unicodedata.combining(character) else 1 for character in text)
