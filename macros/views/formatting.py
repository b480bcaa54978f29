"""Numbers, dates and lists as each language writes them. No number is ever rounded."""
from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from macros.model.figures import Ratio
from macros.words.languages import LOCALES, Language

SCALES = {
    "zh": ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    "en": ((Decimal(10**9), " billion"), (Decimal(10**6), " million")),
}


def bracketed(text: str, language: Language) -> str:
    """A text that will stand in brackets, without round brackets of its own: 净现值NPV; net present value [NPV]."""
    if language == "en":
        return text.replace("(", "[").replace(")", "]")
    return re.sub("（([ A-Za-z0-9]+)）", r"\1", text).replace("（", "〔").replace("）", "〕")


def number(value: Decimal | int | Ratio, language: Language) -> str:
    """1.2, 10,000 or 1:5, digit for digit."""
    return str(value) if isinstance(value, Ratio) else _grouped(str(Decimal(value)), language)


@cache
def _grouped(digits: str, language: Language) -> str:
    """By its digits, for 1.50 equals 1.5 and is not written like it."""
    value = Decimal(digits)
    places = max(0, -int(value.as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(value, pattern, locale=LOCALES[language], decimal_quantization=False)


def large(value: Decimal, language: Language) -> str:
    """A large amount as the language counts it: 500万, 5 million; small ones as plain numbers."""
    for scale, name in SCALES[language]:
        short = (value / scale).normalize()
        if abs(value) >= scale and short * scale == value and int(short.as_tuple().exponent) >= -2:
            return number(short, language) + name
    return number(value, language)


@cache
def date(value: datetime.date, language: Language) -> str:
    """2026年11月22日; 22 November 2026."""
    return format_date(value, "long", locale=LOCALES[language])


def listed(parts: list[str], language: Language) -> str:
    """A list in running text: 甲、乙和丙; a, b and c."""
    return format_list(parts, locale=LOCALES[language])
