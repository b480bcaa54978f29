"""How wide words are when set, and where they break into lines. Pure.

Latin letters are as wide as in the font that English pages bring along, taken from the font itself (`make font`); pairs
of letters set closer make a name up to 3 % narrower, none 1 % wider. A Han character is as wide as the type is high.
Chinese pages are set in whatever the reader's system has, and English ones are until the font is there, so a name gets
room for letters wider than these by `ROOM`; no system's font we know goes beyond that."""
from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from math import ceil
from pathlib import Path

ROOM = 1.15
_ADVANCES = json.loads(Path(__file__).with_name("latin_widths.json").read_text(encoding="utf-8"))["advances"]
_REGULAR, _SEMIBOLD = _ADVANCES["400"], _ADVANCES["600"]
_ELSEWHERE = 650  # thousandths of the type size, for a letter the font lacks: as wide as its wider ones
_NEVER_FIRST = "，。、；：？！）》”’…～·,.;:?!)"
_NEVER_LAST = "（《“‘("
# A space, a Latin word, or one other character such as a Han one.
_WORD = re.compile(r"\s+|[^\s\u2E80-\u9FFF\uFF00-\uFFEF“”…—]+|.")
_LATIN = re.compile(r"[^\s\u2E80-\u9FFF\uFF00-\uFFEF-]+-?")
# What a Chinese name falls into: up to a comma, in brackets, and Latin words apart from Han ones.
_PHRASE = re.compile(r"（[^）]*）|[^，、；（\x00-\u024F]+[，、；]?|[\x00-\u024F]+[，、；]?|.")


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is at a type size."""
    return size * _ems(text, bold)


@cache
def _ems(text: str, bold: bool) -> float:
    """The same in parts of the type size. Among Han characters, marks that both scripts use are as wide as those."""
    advances = _SEMIBOLD if bold else _REGULAR
    kinds = [unicodedata.east_asian_width(one) for one in text]
    full = "WFA" if {"W", "F"} & set(kinds) else "WF"
    return sum(1000 if kind in full else advances.get(one, _ELSEWHERE) for one, kind in zip(text, kinds)) / 1000


def widest_word(text: str, size: float, bold: bool = False) -> int:
    """How much room a text needs so that none of its Latin words is cut, in whole units."""
    return ceil(size * ROOM * max((_ems(one, bold) for one in _LATIN.findall(text)), default=0))


@cache
def wrapped(text: str, most: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in the fewest lines that have room within `most`, as even as they can be."""
    ems = most / size / ROOM
    words = [piece for word in _words(text, ems, bold) for piece in _cut(word, ems, bold)]
    lines = _filled(words, ems, bold)
    for narrower in range(1, int(4 * ems)):
        tried = _filled(words, ems - narrower / 4, bold)
        if len(tried) > len(lines) or any(_ems(line, bold) > ems - narrower / 4 for line in tried):
            break
        lines = tried
    return tuple(lines)


def _words(text: str, most: float, bold: bool) -> list[str]:
    """What a line may end after: phrases where they fit, else words, each with the marks that cleave to it."""
    phrases = _PHRASE.findall(text) if not text.isascii() and " " not in text else [text]
    if len(phrases) > 1:
        words = [word for phrase in phrases for word in ([phrase] if _ems(phrase, bold) <= most else _words(phrase, most, bold))]
        return _cleaving(words)
    return _cleaving(_WORD.findall(text))


def _cleaving(found: list[str]) -> list[str]:
    """Words with the marks that may not begin or end a line put back to them."""
    words: list[str] = []
    for word in found:
        if words and (word[0] in _NEVER_FIRST or words[-1][-1] in _NEVER_LAST):
            words[-1] += word
        else:
            words.append(word)
    return words


def _cut(word: str, most: float, bold: bool) -> list[str]:
    """A word no line can hold, in pieces, after its hyphens if it has any."""
    if _ems(word, bold) <= most:
        return [word]
    parts = re.findall(r"[^-]+-?|-", word)
    if len(parts) > 1:
        return [piece for part in parts for piece in _cut(part, most, bold)]
    pieces = [""]
    for one in word:
        if pieces[-1] and _ems(pieces[-1] + one, bold) > most:
            pieces.append("")
        pieces[-1] += one
    return pieces


def _filled(words: list[str], most: float, bold: bool) -> list[str]:
    """Lines filled one after the other."""
    lines = [""]
    for word in words:
        if lines[-1].strip() and _ems((lines[-1] + word).strip(), bold) > most:
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines if line.strip()]
