"""Limits and targets are drawn where they lie, all on one axis, and no number stands on another."""
from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from macros.views.gauge import CLOSE, END, START, Line, axis, gauge, nice


def line(comparator: str, value: str | None, drawn: str = "stop") -> Line:
    """A line as the data writes it."""
    return Line(drawn, comparator, None if value is None else Decimal(value))


@pytest.mark.parametrize("value, round_", [("1.25", "1.5"), ("1.875", "2"), ("30", "30"), ("75", "80"), ("101", "150"), ("0.7", "0.8"), ("0", "1")])
def test_an_axis_ends_at_a_round_number(value, round_):
    assert nice(Decimal(value)) == Decimal(round_)


@pytest.mark.parametrize("lines, here, whole, ends", [
    ([line("<", "1"), line("<", "1.2")], "1.5", False, ("0", "2")),
    ([line(">", "60")], None, True, ("0", "100")),
    ([line(">", "120")], None, True, ("0", "150")),
    ([line(">", "5"), line("<=", "1.5")], "2.5", True, ("0", "8")),
    ([line(">", "20"), line("within", "5")], None, False, ("-25", "25")),
    ([line(">=", None)], None, False, ("0", "2.5")),
    ([line(">=", "40")], "-10", False, ("-50", "50")),
])
def test_one_axis_holds_every_line_and_the_example(lines, here, whole, ends):
    assert axis(lines, None if here is None else Decimal(here), whole) == tuple(map(Decimal, ends))


@pytest.mark.parametrize("comparator, value, x, width, edges", [
    ("<", "1", 14, 160, (174,)), (">", "1", 174, 160, (174,)), (">=", "0.5", 94, 240, (94,)), ("<=", "2", 14, 320, (334,)), ("=", "1", 174, 0, (174,)),
])
def test_a_bar_covers_the_side_that_the_line_is_about(comparator, value, x, width, edges):
    found = gauge(line(comparator, value), (Decimal(0), Decimal(2)))
    assert (found.x, found.width, found.edges) == (x, width, edges)


def test_within_is_a_band_about_nought():
    found = gauge(line("within", "5"), (Decimal(-25), Decimal(25)))
    assert (found.x, found.width, found.edges) == (142, 64, (142, 206))


def test_nobody_knows_where_a_target_without_a_figure_lies():
    at_least, at_most = (gauge(line(comparator, None, "open"), (Decimal(0), Decimal(2))) for comparator in (">=", "<="))
    assert (at_least.x, at_most.x, at_least.edges, at_least.here) == (174, START, (), None)


@pytest.mark.parametrize("value", ["0", "1", "3", "12", "50", "88", "97", "100"])
@pytest.mark.parametrize("here", [None, "0", "2", "45", "51", "99"])
def test_numbers_keep_apart_and_within_the_drawing(value, here):
    found = gauge(line("<", value), (Decimal(0), Decimal(100)), None if here is None else Decimal(here))
    assert all(right.x - left.x >= CLOSE for left, right in pairwise(found.ticks))
    assert [tick.value for tick in found.ticks if tick.value == Decimal(value)], "the limit itself is always said"
    assert all(tick.anchor == ("start" if tick.x <= START else "end" if tick.x >= END else "middle") for tick in found.ticks)
    assert found.here is None or START <= found.here <= END
