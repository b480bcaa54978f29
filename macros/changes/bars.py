"""Which way a figure moved: whether more is asked than before, or less."""
from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

LESS_IS_MORE = ("<=", "<", "within")  # comparators under which a smaller figure asks for more
STRICT = {">=": ">", "<=": "<"}  # each with what the same figure asks more by
SECONDS = {"minute": 60, "hour": 3600, "day": 86400, "working-day": 120960, "week": 604800, "month": 2629800, "quarter": 7889400, "half-year": 15778800,
           "year": 31557600}


def of_figures(before: object, after: object, things: Collection[str] = ()) -> int | None:
    """1 where a figure asks for more than before, -1 for less, 0 for the same; None where nobody can say, since the two are not of one kind.

    `things` are the units in which things are counted: so many in a longer time are fewer."""
    if not isinstance(before, dict) or not isinstance(after, dict):  # `not-stated`, or nothing
        return isinstance(after, dict) - isinstance(before, dict)
    for span in ("deadline", "lead_time"):
        if span in before and span in after:
            return of_spans(before[span], after[span])
    if "frequency" in before and "frequency" in after:
        return of_times(before["frequency"], after["frequency"])
    if _kind(before) != _kind(after):
        return None
    if before.get("period") != after.get("period"):
        before, after = (_in_a_time(one, things) for one in (before, after))
        if before is None or after is None:
            return None
    return _of_values(before, after)


def of_times(before: object, after: object) -> int | None:
    """The same of how often something is done."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return isinstance(after, dict) - isinstance(before, dict)
    return _sign(_often(after) - _often(before))


def of_spans(before: object, after: object) -> int | None:
    """The same of a time limit: a shorter one asks for more, a longer least time as well."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return isinstance(after, dict) - isinstance(before, dict)
    for name, sooner in (("within", True), ("at_least", False), ("value", False)):
        old, new = (_time(one, name) for one in (before, after))
        if old is not None and new is not None:
            return _sign(old - new if sooner else new - old)
    return None


def _of_values(before: Mapping[str, Any], after: Mapping[str, Any]) -> int | None:
    """The same of two figures of one kind."""
    old, new, comparator = _value(before), _value(after), before.get("comparator")
    if old is None or new is None:
        return None
    if old != new:
        falls = comparator in LESS_IS_MORE and before.get("change") not in ("decrease", "shorten")
        return None if comparator == "=" else _sign(old - new if falls else new - old)
    return _stricter(str(comparator), str(after.get("comparator"))) or _narrower(before, after) or _sign(_lasting(after) - _lasting(before))


def _stricter(before: str, after: str) -> int:
    return (STRICT.get(before) == after) - (STRICT.get(after) == before)


def _narrower(before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
    """A range that ends sooner leaves less room."""
    old, new = (_decimal(one.get("to")) for one in (before, after))
    return _sign(old - new) if old is not None and new is not None else 0


def _lasting(figure: Mapping[str, Any]) -> Decimal:
    """How long a figure has to hold, in seconds."""
    found = figure.get("lasting")
    times = _decimal(found.get("times", 1)) if isinstance(found, dict) else None
    return (times or Decimal(0)) * SECONDS.get(str(found.get("period") if isinstance(found, dict) else ""), 1)


def _in_a_time(figure: Mapping[str, Any], things: Collection[str]) -> Mapping[str, Any] | None:
    """A count of things in a time as the count in a second; None where it is no such count."""
    value, time = _decimal(figure.get("value")), SECONDS.get(str(figure.get("period")))
    return {**figure, "value": value / time} if value is not None and time and "change" not in figure and figure.get("unit") in things else None


def _kind(figure: Mapping[str, Any]) -> tuple[object, ...]:
    unit, comparator = figure.get("unit"), str(figure.get("comparator"))
    return ("time" if unit in SECONDS else unit, comparator[:1], *(figure.get(name) for name in ("change", "reference", "per")))


def _value(figure: Mapping[str, Any]) -> Decimal | None:
    for name in ("value", "from"):
        number = _decimal(figure.get(name))
        if number is not None:
            return number * SECONDS.get(str(figure.get("unit")), 1)
    return None


def _often(times: Mapping[str, Any]) -> Decimal:
    every = SECONDS.get(str(times.get("every")), 0)
    return (_decimal(times.get("times", 1)) or Decimal(1)) / (every or 1)


def _time(span: Mapping[str, Any], name: str) -> Decimal | None:
    number, unit = _decimal(span.get(name)), SECONDS.get(str(span.get("unit")))
    return number * unit if number is not None and unit else None


def _decimal(value: object) -> Decimal | None:
    left, mark, right = str(value).partition(":")
    try:
        return Decimal(right) / Decimal(left) if mark else Decimal(left)
    except (InvalidOperation, ZeroDivisionError):
        return None


def _sign(number: Decimal | int) -> int:
    return (number > 0) - (number < 0)
