"""Figures as each language writes them, in the units, currencies and occasions of the handbook."""
from __future__ import annotations

from decimal import Decimal

from macros.model.figures import Figure, Times
from macros.model.vocabularies import Currency
from macros.views.formatting import large, number
from macros.views.reader import Reader
from macros.words.catalog import periods


def heading(reader: Reader, unit: str) -> str:
    """What heads a measure: percent, working days, 元; nothing where no document states a unit."""
    handbook = reader.handbook
    found = handbook.units.get(unit) or handbook.currencies.get(unit)
    return reader.text(found.name) if found else ""


def counted(reader: Reader, unit: str | None) -> str | None:
    """What a unit counts, where that changes how a figure is said: time, things, or how many times as much."""
    found = reader.handbook.units.get(unit or "")
    return found.counts if found else None


def money(reader: Reader, amount: str, currency: Currency) -> str:
    """500万元; CNY 5 million."""
    return f"{amount}{currency.name.zh}" if reader.language == "zh" else f"{currency.id} {amount}"


def quantity(reader: Reader, value: Decimal, unit: str | None, unit_name: str | None = None) -> tuple[str, str]:
    """A number and what follows it, apart: ("30", "%"), ("24", " hours"), ("CNY 5 million", ""). `unit_name` stands for the word of the unit."""
    handbook, language = reader.handbook, reader.language
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


def frequency(reader: Reader, value: Times) -> str:
    """Once a quarter; 每季度1次; nothing where no document says how often."""
    times = value.times or 1
    if value.every in (None, "not-stated"):
        return ""
    every = reader.word("period", value.every or "")
    if value.every == "live":
        return every
    if reader.language == "zh":
        return f"{every}{number(times, reader.language)}次"
    return f"{'once' if times == 1 else f'{number(times, reader.language)} times'} {every}"


def when(reader: Reader, value: Figure) -> str:
    """Over what time, or per what, a figure counts, where its phrase does not say so itself: in a month, per event; empty when no document says."""
    said = value.reference == "goal" or (is_rate(reader, value) and not value.per)
    if said:
        return ""
    if value.per or value.lasting or value.period in (None, "not-stated"):
        return over(reader, value)
    return reader.word("over", value.period or "")  # “every year” would make a rise of one year add up from year to year


def over(reader: Reader, value: Figure) -> str:
    """Over what time, or per what, a figure counts: every month, per event."""
    if value.per:
        return reader.text(reader.handbook.occasions[value.per].name)
    return "" if value.period in (None, "not-stated") else reader.word("cadence", value.period or "")


def is_rate(reader: Reader, value: Figure) -> bool:
    """Whether a figure is so many things in a stretch of time, as 50 comments a month, so that the two are said together."""
    return counted(reader, value.unit) == "things" and not value.out_of and value.period not in (None, "not-stated")


def lasting(reader: Reader, value: Figure) -> str:
    """For 2 months running; empty when the figure says nothing of it."""
    times, period = (value.lasting.times, value.lasting.period) if value.lasting else (None, None)
    if times is None or period is None:
        return ""
    unit = periods(reader.language, period, 1 if times == 1 else 2)
    return reader.say("for {count} {unit} running", count=number(times, reader.language), unit=unit)
