"""Formulas: a sentence in the data, and a fraction where it is one; and one calculation with invented numbers that shows it at work."""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from macros.model.figures import Number
from macros.model.record import BasedText, Model
from macros.words.languages import Language
from macros.words.texts import Text

OPENING, CLOSING = "（(", "）)"
TOKENS = re.compile(r"\s*(\d+(?:\.\d+)?|[-+*/()−×÷])")
LONGEST = 200  # characters of a calculation; one that readers follow has some thirty
AS_WRITTEN = {"-": "−", "*": "×", "/": "÷"}


@dataclass(frozen=True)
class Equation:
    """A formula in its parts: what is worked out, what stands over and under the line, a factor behind it, a remark. Without `bottom` it is no fraction."""

    name: str
    top: str
    bottom: str = ""
    factor: str = ""
    remark: str = ""


class Formula(BasedText):
    """How a measure is worked out: `name＝above÷below×100，remark`, every part but what stands above may be missing."""

    def equation(self, language: Language) -> Equation:
        """The formula as the page sets it."""
        return _equation(self[language])


def _equation(text: str) -> Equation:
    found = re.fullmatch(r"([^＝=÷]*?)\s*[＝=]\s*(.*)", text, re.DOTALL)
    name, rest = (found[1], found[2]) if found else ("", text)
    over = _split(rest, "÷")
    if over is None:
        return Equation(name, rest)
    top, below = over
    bottom, remark = _split(below, "，,") or (below, "")
    bottom, factor = _split(bottom, "×") or (bottom, "")
    if "÷" in bottom:
        return Equation(name, rest)
    return Equation(name, _bare(top), _bare(bottom), f"× {factor}" if factor else "", remark)


def _split(text: str, marks: str) -> tuple[str, str] | None:
    """What stands before and after the first of these marks that no bracket holds."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter in OPENING) - (letter in CLOSING)
        if depth == 0 and letter in marks:
            return text[:place].strip(), text[place + 1:].strip()
    return None


def _bare(text: str) -> str:
    """A part without the brackets that the line of a fraction makes needless."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter in OPENING) - (letter in CLOSING)
        if depth == 0:
            return text[1:-1] if place and place == len(text) - 1 and letter in CLOSING else text
    return text


def tokens(text: str) -> list[str]:
    """A calculation in its numbers and signs, as a page writes them; none when it is no calculation."""
    found: list[str] = []
    place = 0
    while place < len(text.rstrip()):
        match = TOKENS.match(text, place)
        if match is None:
            return []
        found.append(AS_WRITTEN.get(match[1], match[1]))
        place = match.end()
    return found


def result(text: str) -> Fraction | None:
    """What a calculation comes to, exactly; None when it is no calculation."""
    left = tokens(text)
    try:
        value = _sum(left)
    except (IndexError, ValueError, ZeroDivisionError):
        return None
    return None if left else value


def _sum(left: list[str]) -> Fraction:
    value = _product(left)
    while left and left[0] in "+−":
        value += _product(left) if left.pop(0) == "+" else -_product(left)
    return value


def _product(left: list[str]) -> Fraction:
    value = _number(left)
    while left and left[0] in "×÷":
        value = value * _number(left) if left.pop(0) == "×" else value / _number(left)
    return value


def _number(left: list[str]) -> Fraction:
    token = left.pop(0)
    if token == "(":
        value = _sum(left)
        if left.pop(0) != ")":
            raise ValueError
        return value
    return Fraction(token)


def numbers(text: str) -> list[Decimal]:
    """The numbers of a calculation."""
    return [Decimal(token) for token in tokens(text) if token[0].isdigit()]


def _calculation(text: str) -> str:
    if len(text) > LONGEST or result(text) is None:
        raise PydanticCustomError("calculation", "not a calculation")
    return text


class Worked(Model):
    """One calculation by the formula, with invented round numbers: what is given, the calculation, what it comes to and what that means."""

    given: Text
    sum: Annotated[str, AfterValidator(_calculation)]
    result: Number
    means: Text | None = None
