"""A rule on the numbers of figures: none is one that nothing in the world can have."""
from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from macros.loading.folder import Loaded
from macros.model.figures import Figure, Span, Times
from macros.model.handbook import Handbook
from macros.model.references import inside
from macros.words.problems import Problem

Fault = tuple[str, str, str]  # the field, and what to say of it
NEGATIVE = ("这里不能是负数；去掉负号，要降低就写change: decrease", "No negative number can stand here; drop the sign, and write change: decrease for a fall")
NOTHING = ("这里不能是0；写上实际的数，没有就删掉这一项", "This cannot be 0; write the number, or delete the entry where there is none")
SHRINKS = ("decrease", "shorten")


def figures_are_possible(loaded: Loaded) -> Iterator[Problem]:
    """No figure is negative where nothing can be, runs backwards, or says more than there is."""
    for kind, record in loaded.handbook.records():
        for path, figure in inside(record, Figure):
            for field, zh, en in _faults(figure, loaded.handbook):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)
        for path, span in inside(record, Span):
            for field, zh, en in _of_amounts({"within": span.within, "at_least": span.at_least, "value": span.value}):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)
        for path, times in inside(record, Times):
            for field, zh, en in _of_amounts({"times": times.times}):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)


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
    yield from _of_amounts({"out_of": figure.out_of, "scale": figure.scale if isinstance(figure.scale, Decimal) else None})
    if figure.from_ is not None and figure.to is not None and figure.from_ >= figure.to:
        yield "to", f"to要大于from（{figure.from_}）；两个数换过来，只有一个数就写value", \
            f"to must be above from ({figure.from_}); change them round, or write value where there is one number"
    if figure.before is not None and figure.before == figure.after:
        yield "after", "after与before一样，等于没有变；改掉一个", "after equals before, so nothing changes; change one of them"
    value = numbers.get("value")
    if value == 0 and unit and unit.counts == "time":  # nothing takes no time
        yield "value", *NOTHING
    for field, most in (("out_of", figure.out_of), ("scale", figure.scale)):
        if value is not None and isinstance(most, Decimal) and value > most > 0:
            yield "value", f"{value}超过了{field}的{most}；改掉一个", f"{value} is more than the {most} of {field}; change one of them"
    if value is not None and value > 100 and figure.change in SHRINKS and unit and unit.sign == "%":
        yield "value", f"降低不会超过100%，这里是{value}%；改成实际的数", \
            f"Nothing falls by more than 100%, and {value}% stands here; write the number that is meant"
