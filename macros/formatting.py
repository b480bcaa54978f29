"""Numbers, money, dates, lists and figures as each language writes them. No figure is ever rounded."""
from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from macros.model.figures import Figure, Ratio
from macros.text import LOCALES, Language
from macros.words import message, unit_word, word

SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", "within": "±"}
SCALES = {
    "zh": ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    "en": ((Decimal(10**9), " billion"), (Decimal(10**6), " million")),
}


@dataclass(frozen=True)
class Shown:
    """A figure in parts, so that the page can set sign and unit quieter than the number."""

    lead: str = ""
    sign: str = ""
    number: str = ""
    unit: str = ""
    tail: str = ""

    def __str__(self) -> str:
        return f"{self.lead}{self.sign}{self.number}{self.unit}{self.tail}"


def number(value: Decimal | int | Ratio, language: Language) -> str:
    """1.2, 10,000 or 1:5, digit for digit."""
    if isinstance(value, Ratio):
        return str(value)
    value = Decimal(value)
    places = max(0, -value.as_tuple().exponent)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(value, pattern, locale=LOCALES[language], decimal_quantization=False)


def large(value: Decimal, language: Language) -> str:
    """A large amount as the language counts it: 500万, 5 million; small ones as plain numbers."""
    for scale, name in SCALES[language]:
        if abs(value) >= scale and value / scale * 100 == int(value / scale * 100):
            return number((value / scale).normalize().quantize(Decimal(1)) if value % scale == 0 else (value / scale).normalize(), language) + name
    return number(value, language)


def percent(value: Decimal, language: Language) -> str:
    """30.5%: no space and no rounding in either language."""
    return f"{number(value, language)}%"


def money(value: Decimal, language: Language) -> str:
    """500万元; CNY 5 million."""
    return f"{large(value, 'zh')}元" if language == "zh" else f"CNY {large(value, 'en')}"


def date(value: datetime.date, language: Language) -> str:
    """2026年11月22日; 22 November 2026."""
    return format_date(value, "long", locale=LOCALES[language])


def listed(parts: list[str], language: Language) -> str:
    """A list in running text: 甲、乙和丙; a, b and c."""
    return format_list(parts, locale=LOCALES[language])


def quantity(value: Decimal | Ratio, unit: str, language: Language, unit_name: str | None = None) -> tuple[str, str]:
    """A number and its unit, apart: ("30", "%"), ("24", " hours"), ("CNY 5 million", "")."""
    if unit == "CNY":
        return money(value, language), ""
    if unit == "percent":
        return number(value, language), "%"
    if isinstance(value, Ratio) or unit in ("ratio", "not-stated"):
        return number(value, language), ""
    name = unit_name or unit_word(language, unit, 1 if value == 1 else 2)
    shown = large(value, language) if language == "zh" else number(value, language)
    return shown, name if language == "zh" else f" {name}"


def figure(value: Figure, language: Language, unit_name: str | None = None) -> Shown:
    """A figure as it stands in a table: sign, number, unit, and what it is measured against."""
    gap = "" if language == "zh" else " "
    tail = "" if value.baseline in (None, "not-stated") else word(language, "baseline", value.baseline)
    if value.scale == "not-stated":
        tail = message(language, "scale not stated")
    if tail:
        tail = f"（{tail}）" if language == "zh" else f" ({tail})"
    lead = word(language, "change", value.change) + gap if value.change else ""
    sign = SIGNS[value.comparator] if value.comparator else ""
    if sign and sign not in "±" and language == "en":
        sign += " "
    if value.reference:
        return Shown(lead, sign, word(language, "reference", value.reference), "", tail)
    if value.out_of is not None:
        shown, unit = quantity(value.value, value.unit, language, unit_name)
        return Shown(lead, sign, shown, unit, message(language, " of every {total}", total=number(value.out_of, language)))
    if value.value is not None:
        return Shown(lead, sign, *quantity(value.value, value.unit, language, unit_name), tail)
    if value.from_ is not None:
        _, unit = quantity(value.to, value.unit, language, unit_name)
        between = "～" if language == "zh" else "–"
        return Shown(lead, "", f"{number(value.from_, language)}{between}{number(value.to, language)}", unit, tail)
    if value.before is not None:
        before, unit = quantity(value.before, value.unit, language, unit_name)
        after, _ = quantity(value.after, value.unit, language, unit_name)
        return Shown(lead, "", f"{before}{unit}→{after}", unit, tail)
    if value.frequency is not None:
        return Shown("", "", frequency(value, language))
    if value.deadline is not None:
        span = value.deadline
        shown, unit = quantity(span.within or span.at_least, span.unit, language)
        return Shown("", "≤" if span.within else "≥", shown, unit)
    span = value.lead_time
    shown, unit = quantity(span.value, span.unit, language)
    return Shown("", "≥", shown, unit)


def frequency(value: Figure, language: Language) -> str:
    """Once a quarter."""
    times = int(value.frequency.times or 1)
    every = word(language, "period", value.frequency.every)
    if language == "zh":
        return f"{every}{times}次"
    return f"{'once' if times == 1 else f'{times} times'} {every}"


def when(value: Figure | None, language: Language) -> str | None:
    """Over what time, or per what, a target counts; None when the document does not say."""
    if value is None:
        return None
    if value.per:
        return word(language, "per", value.per)
    if value.period and value.period != "not-stated":
        return word(language, "period", value.period)
    if value.frequency:
        return word(language, "period", value.frequency.every)
    return None


def lasting(value: Figure, language: Language) -> str:
    """For 2 months running; empty when the figure says nothing of it."""
    if not value.lasting:
        return ""
    count = int(value.lasting.times)
    unit = unit_word(language, value.lasting.period, count)
    return message(language, "for {count} {unit} running", count=count, unit=unit)
