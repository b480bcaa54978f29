"""Numbers, money, dates, lists and figures as each language writes them. No figure is ever rounded."""
from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from macros.model.figures import Figure, Ratio
from macros.words.catalog import message, unit_word, word
from macros.words.languages import LOCALES, Language

SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", "within": "±"}
BARE = ("ratio", "index", "not-stated")  # units that no word follows
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
        short = (value / scale).normalize()
        if abs(value) >= scale and short * scale == value and short.as_tuple().exponent >= -2:
            return number(short, language) + name
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
    if isinstance(value, Ratio) or unit in BARE:
        return number(value, language), ""
    name = unit_name or unit_word(language, unit, 1 if value == 1 else 2)
    return large(value, language), name if language == "zh" else f" {name}"


def span(low: Decimal, high: Decimal, unit: str, language: Language, unit_name: str | None = None) -> tuple[str, str]:
    """A range and its unit, apart: ("3～5", "%"), ("300～500元", ""), ("CNY 300–500", "")."""
    between = "～" if language == "zh" else "–"
    if unit == "CNY":
        shown = f"{large(low, language)}{between}{large(high, language)}"
        return (f"{shown}元" if language == "zh" else f"CNY {shown}"), ""
    end, name = quantity(high, unit, language, unit_name)
    return f"{quantity(low, unit, language, unit_name)[0]}{between}{end}", name


def figure(value: Figure, language: Language, unit_name: str | None = None) -> Shown:
    """A figure as it stands in a table: sign, number, unit, and what it is measured against."""
    gap = "" if language == "zh" else " "
    tail = "" if value.baseline in (None, "not-stated") else word(language, "baseline", value.baseline)
    if value.scale == "not-stated":
        tail = message(language, "scale not stated")
    if tail:
        tail = f"（{tail}）" if language == "zh" else f" ({tail})"
    lead = word(language, "change", value.change) + gap if value.change else ""
    sign = _sign(value.comparator, language)
    if value.reference:
        return Shown(lead, sign, word(language, "reference", value.reference), "", tail)
    if value.out_of is not None:
        shown, unit = quantity(value.value, value.unit, language, unit_name)
        total = number(value.out_of, language) + unit
        return Shown(f"{lead}每{total}中", sign, shown, unit) if language == "zh" else Shown(lead, sign, shown, "", f" of every {total}")
    if value.value is not None:
        return Shown(lead, sign, *quantity(value.value, value.unit, language, unit_name), tail)
    if value.from_ is not None:
        return Shown(lead, "", *span(value.from_, value.to, value.unit, language, unit_name), tail)
    if value.before is not None:
        before = "".join(quantity(value.before, value.unit, language, unit_name))
        after, unit = quantity(value.after, value.unit, language, unit_name)
        return Shown(lead, "", f"{before}→{after}", unit, tail)
    if value.frequency is not None:
        return Shown("", "", frequency(value, language))
    if value.deadline is not None:
        line = value.deadline
        at_most = line.within is not None
        return Shown("", _sign("<=" if at_most else ">=", language), *quantity(line.within if at_most else line.at_least, line.unit, language))
    return Shown("", _sign(">=", language), *quantity(value.lead_time.value, value.lead_time.unit, language))


def _sign(comparator: str | None, language: Language) -> str:
    """English sets a space after a sign, but for ±."""
    sign = SIGNS[comparator] if comparator else ""
    return f"{sign} " if language == "en" and sign not in ("", "±") else sign


def frequency(value: Figure, language: Language) -> str:
    """Once a quarter; 每季度1次."""
    times = value.frequency.times or 1
    every = word(language, "period", value.frequency.every)
    if value.frequency.every in ("live", "not-stated"):
        return every
    if language == "zh":
        return f"{every}{number(times, language)}次"
    return f"{'once' if times == 1 else f'{number(times, language)} times'} {every}"


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
    times = value.lasting.times
    unit = unit_word(language, value.lasting.period, 1 if times == 1 else 2)
    return message(language, "for {count} {unit} running", count=number(times, language), unit=unit)
