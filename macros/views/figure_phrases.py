"""Figures as a person would say them: within 30 minutes, 不低于行业均值的1.5倍. Every pattern is in the catalogs, under “phrase”."""
from __future__ import annotations

from dataclasses import dataclass

from macros.model.figures import Figure, Ratio, Span
from macros.model.kpis import Measure
from macros.views.figures import counted, frequency, is_rate, lasting, over, quantity, span
from macros.views.formatting import number
from macros.views.reader import Reader

# What a comparison is called beside a number that words follow, and beside a bare one or a name.
SAID = {">=": "at-least", ">": "more-than", "<=": "at-most", "<": "less-than", "=": "just", "within": "either-way"}
BARE = {">=": "not-below", ">": "more-than", "<=": "at-most", "<": "less-than", "=": "just", "within": "either-way"}
NAMED = {">=": "not-below", ">": "above", "<=": "not-above", "<": "less-than", "=": "just", "within": "just"}
AMONG = {">=": "at-least-among", ">": "more-than", "<=": "at-most-among", "<": "fewer-than", "=": "just", "within": "just"}
OVER = {">=": "over-by-at-least", ">": "over-by-more-than"}
PHRASES = (
    *SAID.values(), *BARE.values(), *NAMED.values(), *AMONG.values(), *OVER.values(), "within", "less-time", "goal-apart", "goal-each",
    "among", "times", "share", "over", "from-to", "ahead", "each-period", "lasting", "out-of", "meaning", "net-unit", "ratio", "ratio-many", "within-of",
)


@dataclass(frozen=True)
class Shown:
    """A phrase in three parts, so that the page can set the number heavier than the words around it."""

    before: str = ""
    number: str = ""
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.number}{self.after}"


def figure(reader: Reader, value: Figure, measure: Measure | None = None) -> Shown:
    """A figure as its phrase; `measure` names what is counted."""
    if value.frequency is not None:
        return Shown(number=frequency(reader, value.frequency))
    if value.deadline is not None:
        return deadline(reader, value.deadline)
    if value.lead_time is not None:
        return deadline(reader, value.lead_time)
    if value.reference == "goal":
        occasion = over(reader, value)
        goal = _pattern(reader, "goal-each", occasion=occasion) if occasion else _pattern(reader, "goal-apart")
        before, after = _pattern(reader, NAMED[value.comparator or "="]).split("{figure}")
        return Shown(before, goal, after)
    pattern, said, unit = _core(reader, value, measure)
    if is_rate(reader, value):
        pattern = _pattern(reader, "each-period", phrase=pattern, period=reader.word("period", value.period or ""))
    if often := lasting(reader, value):
        pattern = _pattern(reader, "lasting", phrase=pattern, lasting=often)
    if value.means:
        pattern = _pattern(reader, "meaning", phrase=pattern, meaning=reader.text(value.means))
    before, after = pattern.split("{figure}")
    return Shown(before, said, unit + after)


def deadline(reader: Reader, limit: Span) -> Shown:
    """A time limit or a lead time: within so long, at least so long, so long ahead."""
    for value, name in ((limit.within, "within"), (limit.at_least, "at-least-among"), (limit.value, "ahead")):
        if value is not None:
            before, after = _pattern(reader, name).split("{figure}")
            said, unit = quantity(reader, value, limit.unit)
            return Shown(before, said, unit + after)
    return Shown()


def _pattern(reader: Reader, name: str, **parts: str) -> str:
    """A pattern of the catalog with some of its blanks filled; {figure} stays open."""
    pattern = reader.word("phrase", name)
    for blank, text in parts.items():
        pattern = pattern.replace(f"{{{blank}}}", text)
    return pattern


def _core(reader: Reader, value: Figure, measure: Measure | None) -> tuple[str, str, str]:
    """The pattern of a figure with its number and what follows that: comparison, change and base."""
    name = reader.text(measure.unit_name) if measure and measure.unit_name else None
    if value.reference:
        return _pattern(reader, NAMED[value.comparator or "="]), reader.word("reference", value.reference), ""
    if isinstance(value.value, Ratio):
        return _ratio(reader, value, value.value)
    if value.before is not None and value.after is not None:
        start = "".join(quantity(reader, value.before, value.unit, name))
        return _pattern(reader, "from-to", start=start), *quantity(reader, value.after, value.unit, name)
    if value.from_ is not None and value.to is not None:
        return "{figure}", *span(reader, value.from_, value.to, value.unit, name)
    if value.value is None:
        return "{figure}", "", ""
    said, unit = quantity(reader, value.value, value.unit, name)
    if value.out_of is not None:
        total = number(value.out_of, reader.language) + quantity(reader, value.out_of, value.unit, name)[1]
        among = _pattern(reader, AMONG[value.comparator or "="])
        return _pattern(reader, "among", phrase=among, total=total), said, unit if reader.language == "zh" else ""
    if value.scale is not None and value.scale != "not-stated":
        scale = "".join(quantity(reader, value.scale, value.unit, name))
        return _pattern(reader, "out-of", phrase=_compared(reader, value), scale=scale), said, unit if reader.language == "zh" else ""
    if value.change == "net":
        bare = unit.lstrip()
        unit = unit[: len(unit) - len(bare)] + _pattern(reader, "net-unit", unit=bare)
    if counted(reader, value.unit) == "multiple" and _base(value) is None and not name:
        unit = ""
    return _against(reader, value), said, unit


def _compared(reader: Reader, value: Figure) -> str:
    """The pattern of the comparison alone."""
    if value.comparator is None:
        return "{figure}"
    counts = counted(reader, value.unit)
    found = reader.handbook.units.get(value.unit or "")
    if counts == "time" and value.comparator in ("<=", "<") and not value.change:
        return _pattern(reader, "within" if value.comparator == "<=" else "less-time")
    if counts == "things" and value.comparator == "<":
        return _pattern(reader, "fewer-than")
    bare = counts == "multiple" or (found is not None and found.after is None and found.sign is None)
    return _pattern(reader, (BARE if bare else SAID)[value.comparator])


def _base(value: Figure) -> str | None:
    return None if value.baseline == "not-stated" else value.baseline


def _against(reader: Reader, value: Figure) -> str:
    """The comparison with what changes and what it is measured against."""
    compared, base = _compared(reader, value), _base(value)
    change = "above" if value.change == "increase" and base == "industry-average" else value.change
    if base is None:
        return reader.word("change", change).replace("{phrase}", compared) if change else compared
    name = reader.word("baseline", base)
    if change is None and value.comparator == "within":
        return _pattern(reader, "within-of", base=name)
    if change is None and base not in ("budget", "expectation"):
        times = counted(reader, value.unit) == "multiple"
        bare = _pattern(reader, BARE[value.comparator or "="])
        words, figure_ = bare.split("{figure}")
        return words + _pattern(reader, "times" if times else "share", base=name) + figure_
    if change in (None, "above"):
        if value.comparator in OVER:
            return _pattern(reader, OVER[value.comparator], base=name)
        return _pattern(reader, "over", phrase=compared, base=name)
    return reader.word("change-on", change).replace("{phrase}", compared).replace("{base}", name)


def _ratio(reader: Reader, value: Figure, ratio: Ratio) -> tuple[str, str, str]:
    """Spend to return, said as what comes back for what is spent."""
    compared = _pattern(reader, BARE[value.comparator or "="])
    back, spent = number(ratio.right, reader.language), number(ratio.left, reader.language)
    return _pattern(reader, "ratio" if ratio.left == 1 else "ratio-many", phrase=compared, spent=spent, back=back), back, ""
