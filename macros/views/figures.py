"""Figures as each language writes them, in the units, currencies and occasions of the handbook."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from macros.model.figures import Figure, Ratio, Span, Times
from macros.model.vocabularies import Currency
from macros.views.formatting import large, number
from macros.views.reader import Reader
from macros.words.catalog import periods
from macros.words.languages import Language

SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", "within": "±"}


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


def heading(reader: Reader, unit: str) -> str:
    """What heads a measure: percent, working days, 元."""
    handbook = reader.handbook
    found = handbook.units.get(unit) or handbook.currencies.get(unit)
    return reader.text(found.name) if found else reader.say("not stated")


def money(reader: Reader, amount: str, currency: Currency) -> str:
    """500万元; CNY 5 million."""
    return f"{amount}{currency.name.zh}" if reader.language == "zh" else f"{currency.id} {amount}"


def quantity(reader: Reader, value: Decimal | Ratio, unit: str | None, unit_name: str | None = None) -> tuple[str, str]:
    """A number and what follows it, apart: ("30", "%"), ("24", " hours"), ("CNY 5 million", ""). `unit_name` stands for the word of the unit."""
    handbook, language = reader.handbook, reader.language
    if isinstance(value, Ratio):
        return number(value, language), ""
    if currency := handbook.currencies.get(unit or ""):
        return money(reader, large(value, language), currency), ""
    found = handbook.units.get(unit or "")  # none when no document states it
    if found is None or found.after is None:
        return number(value, language), (found and found.sign) or ""
    after = found.after.plural if language == "en" and value != 1 else found.after[language]
    name = unit_name or after
    return large(value, language), name if language == "zh" else f" {name}"


def span(reader: Reader, low: Decimal, high: Decimal, unit: str | None, unit_name: str | None = None) -> tuple[str, str]:
    """A range and what follows it, apart: ("3～5", "%"), ("300～500元", ""), ("CNY 300–500", "")."""
    language = reader.language
    between = "～" if language == "zh" else "–"
    if currency := reader.handbook.currencies.get(unit or ""):
        return money(reader, f"{large(low, language)}{between}{large(high, language)}", currency), ""
    end, name = quantity(reader, high, unit, unit_name)
    return f"{quantity(reader, low, unit, unit_name)[0]}{between}{end}", name


def figure(reader: Reader, value: Figure, unit_name: str | None = None) -> Shown:
    """A figure as it stands in a table: sign, number, unit, and what it is measured against."""
    language = reader.language
    gap = "" if language == "zh" else " "
    tail = "" if value.baseline in (None, "not-stated") else reader.word("baseline", value.baseline)
    if value.scale == "not-stated":
        tail = reader.say("scale not stated")
    if tail:
        tail = f"（{tail}）" if language == "zh" else f" ({tail})"
    lead = reader.word("change", value.change) + gap if value.change else ""
    sign = _sign(value.comparator, language)
    if value.reference:
        return Shown(lead, sign, reader.word("reference", value.reference), "", tail)
    if value.value is not None and value.out_of is not None:
        shown, unit = quantity(reader, value.value, value.unit, unit_name)
        total = number(value.out_of, language) + unit
        return Shown(f"{lead}每{total}中", sign, shown, unit) if language == "zh" else Shown(lead, sign, shown, "", f" of every {total}")
    if value.value is not None:
        return Shown(lead, sign, *quantity(reader, value.value, value.unit, unit_name), tail)
    if value.from_ is not None and value.to is not None:
        return Shown(lead, "", *span(reader, value.from_, value.to, value.unit, unit_name), tail)
    if value.before is not None and value.after is not None:
        before = "".join(quantity(reader, value.before, value.unit, unit_name))
        after, unit = quantity(reader, value.after, value.unit, unit_name)
        return Shown(lead, "", f"{before}→{after}", unit, tail)
    if value.frequency is not None:
        return Shown("", "", frequency(reader, value.frequency))
    if value.deadline is not None:
        return deadline(reader, value.deadline)
    return deadline(reader, value.lead_time) if value.lead_time else Shown()


def deadline(reader: Reader, limit: Span) -> Shown:
    """A time limit or a lead time: at most, or at least, so long."""
    if limit.within is not None:
        return Shown("", _sign("<=", reader.language), *quantity(reader, limit.within, limit.unit))
    least = limit.at_least if limit.value is None else limit.value
    return Shown("", _sign(">=", reader.language), *quantity(reader, least, limit.unit)) if least is not None else Shown()


def _sign(comparator: str | None, language: Language) -> str:
    """English sets a space after a sign, but for ±."""
    sign = SIGNS[comparator] if comparator else ""
    return f"{sign} " if language == "en" and sign not in ("", "±") else sign


def frequency(reader: Reader, value: Times) -> str:
    """Once a quarter; 每季度1次."""
    times = value.times or 1
    every = reader.word("period", value.every or "not-stated")
    if value.every in (None, "live", "not-stated"):
        return every
    if reader.language == "zh":
        return f"{every}{number(times, reader.language)}次"
    return f"{'once' if times == 1 else f'{number(times, reader.language)} times'} {every}"


def when(reader: Reader, value: Figure | None) -> str | None:
    """Over what time, or per what, a target counts; None when the document does not say."""
    if value is None:
        return None
    if value.per:
        return reader.text(reader.handbook.occasions[value.per].name)
    if value.period and value.period != "not-stated":
        return reader.word("period", value.period)
    if value.frequency:
        return reader.word("period", value.frequency.every or "not-stated")
    return None


def lasting(reader: Reader, value: Figure) -> str:
    """For 2 months running; empty when the figure says nothing of it."""
    times, period = (value.lasting.times, value.lasting.period) if value.lasting else (None, None)
    if times is None or period is None:
        return ""
    unit = periods(reader.language, period, 1 if times == 1 else 2)
    return reader.say("for {count} {unit} running", count=number(times, reader.language), unit=unit)
