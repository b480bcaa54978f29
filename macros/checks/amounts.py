"""A rule on the numbers of figures: none is one that nothing in the world can have."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from macros.loading.folder import Loaded
from macros.model.figures import Figure, Sample, Span, Times
from macros.model.handbook import Handbook
from macros.model.references import inside
from macros.words.problems import Problem

Fault = tuple[str, str, str]  # the field, and what to say of it
NEGATIVE = ("这里不能是负数；去掉负号，要降低就写change: decrease", "No negative number can stand here; drop the sign, and write change: decrease for a fall")
NOTHING = ("这里不能是0；写上实际的数，没有就删掉这一项", "This cannot be 0; write the number, or delete the entry where there is none")
MANY = 100_000  # percent, or units of time: what is more was typed with a slip
PEOPLE_ON_EARTH = 10_000_000_000  # nothing else is counted to more, but for money
OFTEN = 10_000  # times
SHRINKS = ("decrease", "shorten")


def figures_are_possible(loaded: Loaded) -> Iterator[Problem]:
    """No figure is negative where nothing can be, runs backwards, or says more than there is."""
    for kind, record in loaded.handbook.records():
        for path, figure in inside(record, Figure):
            for field, zh, en in _faults(figure, loaded.handbook):
                yield replace(loaded.problem(kind, record.id, (*path, field), zh, en), cause=impossible(loaded.problem(kind, record.id, path, "", "")))
        for path, span in inside(record, Span):
            lasting = {"within": span.within, "at_least": span.at_least, "value": span.value}
            for field, zh, en in (*_of_amounts(lasting), *_of_time(span.unit, loaded.handbook), *_too_much(lasting, MANY)):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)
        for path, times in inside(record, Times):
            for field, zh, en in (*_of_amounts({"times": times.times}), *_too_much({"times": times.times}, OFTEN)):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)
        for path, sample in inside(record, Sample):
            for field, zh, en in _of_amounts({"value": sample.value}):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)
        duration = getattr(record, "duration", None)
        if isinstance(duration, Figure):
            for field, zh, en in _of_time(duration.unit, loaded.handbook):
                yield loaded.problem(kind, record.id, ("duration", field), zh, en)


def _of_time(unit: str | None, handbook: Handbook) -> Iterator[Fault]:
    """How long something takes is said in a unit that has a length."""
    known = handbook.units.get(unit or "")
    if unit in handbook.currencies or (known and (known.sign or not known.after)):  # a festival lasts a time, a share does not
        yield "unit", f"时长要用时间的单位，“{unit}”不是；改成day、month这样的", \
            f"A length of time is given in a unit of time, and “{unit}” is none; write one such as day or month"


def _too_much(amounts: dict[str, Decimal | None], most: int) -> Iterator[Fault]:
    for field, amount in amounts.items():
        if amount is not None and amount > most:
            yield field, f"{amount}太大，多半多打了几位；核对这个数", \
                f"{amount} is far too much, and some digits were likely typed twice; look at the number again"


def impossible(problem: Problem) -> str:
    """What it is called that the figure at the place of a problem cannot be: what else speaks against it follows."""
    return f"impossible figure at {problem.file}:{problem.field}"


def _of_amounts(amounts: dict[str, Decimal | None]) -> Iterator[Fault]:
    """What is wrong with numbers that count something there is: how long, how often, out of how many."""
    for field, amount in amounts.items():
        if amount is not None and amount <= 0:
            yield field, *(NEGATIVE if amount < 0 else NOTHING)


def _faults(figure: Figure, handbook: Handbook) -> Iterator[Fault]:
    unit = handbook.units.get(figure.unit or "")
    bare = unit is not None and not (unit.sign or unit.after or unit.counts)  # an index or a score may lie below nothing
    parts = {"value": figure.value, "from": figure.from_, "to": figure.to, "before": figure.before, "after": figure.after, "goal": figure.goal}
    numbers = {field: number for field, number in parts.items() if isinstance(number, Decimal)}
    negative = [] if bare and not figure.change else [field for field, number in numbers.items() if number < 0]
    yield from ((field, *NEGATIVE) for field in negative)
    if unit is not None and (unit.sign == "%" or unit.counts == "time"):
        yield from _too_much(dict(numbers), MANY)
    elif unit is not None:
        yield from _too_much(dict(numbers), PEOPLE_ON_EARTH)
    yield from _of_amounts({"out_of": figure.out_of, "scale": figure.scale if isinstance(figure.scale, Decimal) else None})
    if figure.from_ is not None and figure.to is not None and figure.from_ >= figure.to:
        yield "to", f"to要大于from（{figure.from_}）；两个数换过来，只有一个数就写value", \
            f"to must be above from ({figure.from_}); change them round, or write value where there is one number"
    if figure.before is not None and figure.before == figure.after:
        yield "after", "after与before一样，等于没有变；改掉一个", "after equals before, so nothing changes; change one of them"
    value = numbers.get("value")
    if value == 0 and unit and unit.counts == "time":  # nothing takes no time
        yield "value", *NOTHING
    elif value == 0 and not bare and not figure.change and figure.comparator in ("<", ">="):
        yield "comparator", "没有比0更小的数，这样写不是标准；改掉比较号或数", \
            "Nothing lies below 0, so this asks for nothing; change the comparator or the number"
    for field, most in (("out_of", figure.out_of), ("scale", figure.scale)):
        if value is not None and isinstance(most, Decimal) and value > most > 0:
            yield "value", f"{value}超过了{field}的{most}；改掉一个", f"{value} is more than the {most} of {field}; change one of them"
    if value is not None and value > 100 and figure.change in SHRINKS and unit and unit.sign == "%":
        yield "value", f"降低不会超过100%，这里是{value}%；改成实际的数", \
            f"Nothing falls by more than 100%, and {value}% stands here; write the number that is meant"
