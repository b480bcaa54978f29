"""How wide words are when set, as near as can be said without the font, and where they break into lines. Pure."""
from __future__ import annotations

import re
import unicodedata
from functools import cache

# Widths in parts of the type size for a face such as Helvetica; the faces in use are as wide or narrower.
_WIDTHS = {
    letter: part
    for part, letters in ((0.25, "ijlI'’‘.,:;|!"), (0.31, "ft/- "), (0.36, "r()[]“”"), (0.52, "cksvxyzJ"), (0.76, "wCDGHNORU"), (0.84, "mM%&"), (0.98, "W@—…"))
    for letter in letters
}
_NEVER_FIRST = "，。、；：？！）》”’…～·,.;:?!)"
_NEVER_LAST = "（《“‘("
# A space, a Latin word, or one other character such as a Han one.
_WORD = re.compile(r"\s+|[^\s\u2E80-\u9FFF\uFF00-\uFFEF“”…—]+|.")
# What a Chinese name falls into: up to a comma, in brackets, and Latin words apart from Han ones.
_PHRASE = re.compile(r"（[^）]*）|[^，、；（\x00-\u024F]+[，、；]?|[\x00-\u024F]+[，、；]?|.")


def width(text: str, size: float) -> float:
    """How wide a text is at a type size."""
    return size * sum(_width(one) for one in text)


@cache
def _width(one: str) -> float:
    if unicodedata.east_asian_width(one) in "WF":
        return 1.0
    return _WIDTHS.get(one) or (0.69 if one.isupper() else 0.57)


@cache
def wrapped(text: str, most: float, size: float) -> tuple[str, ...]:
    """The text in the fewest lines that are no wider than `most`, as even as they can be."""
    words = [piece for word in _words(text, most, size) for piece in _cut(word, most, size)]
    lines = _filled(words, most, size)
    for narrower in range(1, int(4 * most / size)):
        tried = _filled(words, most - narrower * size / 4, size)
        if len(tried) > len(lines) or any(width(line, size) > most - narrower * size / 4 for line in tried):
            break
        lines = tried
    return tuple(lines)


def _words(text: str, most: float, size: float) -> list[str]:
    """What a line may end after: phrases where they fit, else words, each with the marks that cleave to it."""
    phrases = _PHRASE.findall(text) if not text.isascii() and " " not in text else [text]
    if len(phrases) > 1:
        words = [word for phrase in phrases for word in ([phrase] if width(phrase, size) <= most else _words(phrase, most, size))]
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


def _cut(word: str, most: float, size: float) -> list[str]:
    """A word no line can hold, in pieces, after its hyphens if it has any."""
    if width(word, size) <= most:
        return [word]
    parts = re.findall(r"[^-]+-?|-", word)
    if len(parts) > 1:
        return [piece for part in parts for piece in _cut(part, most, size)]
    pieces = [""]
    for one in word:
        if pieces[-1] and width(pieces[-1] + one, size) > most:
            pieces.append("")
        pieces[-1] += one
    return pieces


def _filled(words: list[str], most: float, size: float) -> list[str]:
    """Lines filled one after the other."""
    lines = [""]
    for word in words:
        if lines[-1].strip() and width((lines[-1] + word).strip(), size) > most:
            lines.append("")
        lines[-1] += word
    return [line.strip() for line in lines if line.strip()]
