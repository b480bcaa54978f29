"""Which way a figure or a sentence moved: whether more is asked than before, or less."""
from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

LESS_IS_MORE = ("<=", "<")  # comparators under which a smaller figure asks for more
SECONDS = {"minute": 60, "hour": 3600, "day": 86400, "working-day": 120960, "week": 604800, "month": 2629800, "quarter": 7889400, "half-year": 15778800,
           "year": 31557600}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
CEILING = re.compile(r"以内|之内|内[^容部]|内$|不超过|不高于|不多于|至多|最多|低于|少于|\bwithin\b|\bat most\b|\bno more than\b|\bbelow\b|\bunder\b|\bfewer\b")
FLOOR = re.compile(r"以上|不少于|不低于|至少|最少|(?<!不)超过|\bat least\b|\bmore than\b|\bover\b|\bor more\b|\bminimum\b")


def of_figures(before: object, after: object) -> int | None:
    """1 where a figure asks for more than before, -1 for less, 0 for the same; None where nobody can say, since the two are not of one kind."""
    if not isinstance(before, dict) or not isinstance(after, dict):  # `not-stated`, or nothing
        return isinstance(after, dict) - isinstance(before, dict)
    for span in ("deadline", "lead_time"):
        if span in before and span in after:
            return of_spans(before[span], after[span])
    if _kind(before) != _kind(after):
        return None
    if "frequency" in before:
        return _sign(_often(after["frequency"]) - _often(before["frequency"]))
    old, new = _value(before), _value(after)
    if old is None or new is None:
        return None
    falls = before.get("comparator") in LESS_IS_MORE and before.get("change") not in ("decrease", "shorten")
    return _sign(old - new if falls else new - old)


def of_spans(before: object, after: object) -> int | None:
    """The same of a time limit: a shorter one asks for more, a longer least time as well."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return isinstance(after, dict) - isinstance(before, dict)
    for name, sooner in (("within", True), ("at_least", False), ("value", False)):
        old, new = (_time(one, name) for one in (before, after))
        if old is not None and new is not None:
            return _sign(old - new if sooner else new - old)
    return None


def of_sentences(before: Mapping[str, Any], after: Mapping[str, Any]) -> int | None:
    """The same of what is asked in words, as far as figures go."""
    old, new = ({*_numbers(str(one.get("zh", "")))} for one in (before, after))
    if old == new:
        return 0
    if len(old - new) != 1 or len(new - old) != 1:
        return None
    (one,), (other,), said = old - new, new - old, f"{after.get('zh', '')} {after.get('en', '')}"
    ceiling, floor = CEILING.search(said), FLOOR.search(said)
    return None if bool(ceiling) == bool(floor) else _sign(one - other if ceiling else other - one)


def _kind(figure: Mapping[str, Any]) -> tuple[object, ...]:
    unit = "time" if figure.get("unit") in SECONDS else figure.get("unit")
    return (unit, "frequency" in figure, *(figure.get(name) for name in ("comparator", "change", "reference", "per", "period")))


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


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(one.replace(",", "")) for one in NUMBER.findall(text)]


def _sign(number: Decimal | int) -> int:
    return (number > 0) - (number < 0)
