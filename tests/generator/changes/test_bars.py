"""Which way a figure moved."""
from __future__ import annotations

import pytest

from macros.changes.bars import of_figures, of_spans, of_times

AT_LEAST, AT_MOST, PERCENT = {"comparator": ">=", "unit": "item"}, {"comparator": "<=", "unit": "hour"}, {"comparator": "<=", "unit": "percent"}


@pytest.mark.parametrize("before, after, way", [
    ({**AT_LEAST, "value": "50"}, {**AT_LEAST, "value": "60"}, 1),
    ({**AT_LEAST, "value": "50"}, {**AT_LEAST, "value": "9"}, -1),
    ({**AT_MOST, "value": "24"}, {**AT_MOST, "value": "12"}, 1),
    ({**AT_MOST, "value": "24"}, {"comparator": "<=", "unit": "day", "value": "1"}, 0),
    ({**AT_MOST, "value": "24"}, {"comparator": "<=", "unit": "minute", "value": "30"}, 1),
    ({**AT_LEAST, "value": "1:5"}, {**AT_LEAST, "value": "1:6"}, 1),
    ({**PERCENT, "change": "decrease", "value": "10"}, {**PERCENT, "change": "decrease", "value": "20"}, 1),
    ({**PERCENT, "change": "increase", "value": "10"}, {**PERCENT, "change": "increase", "value": "5"}, 1),
    ("not-stated", {**AT_LEAST, "value": "50"}, 1),
    ({**AT_LEAST, "value": "50"}, "not-stated", -1),
    ({**AT_LEAST, "value": "50"}, {**AT_MOST, "value": "60"}, None),
    ({**AT_LEAST, "value": "50", "period": "month"}, {**AT_LEAST, "value": "50", "period": "year"}, None),
    ({**PERCENT, "comparator": "within", "value": "10"}, {**PERCENT, "comparator": "within", "value": "5"}, 1),
    ({**PERCENT, "comparator": "=", "value": "0"}, {**PERCENT, "comparator": "=", "value": "1"}, None),
    ({**AT_MOST, "value": "24"}, {**AT_MOST, "comparator": "<", "value": "24"}, 1),
    ({**AT_LEAST, "comparator": ">", "value": "5"}, {**AT_LEAST, "value": "5"}, -1),
    ({"from": "3", "to": "5", "unit": "item"}, {"from": "4", "to": "5", "unit": "item"}, 1),
    ({"from": "3", "to": "5", "unit": "item"}, {"from": "3", "to": "4", "unit": "item"}, 1),
    ({"from": "3", "to": "5", "unit": "item"}, {"from": "3", "to": "6", "unit": "item"}, -1),
    ({**AT_LEAST, "value": "5", "lasting": {"times": "1", "period": "month"}}, {**AT_LEAST, "value": "5", "lasting": {"times": "2", "period": "month"}}, 1),
    ({"frequency": {"times": "1", "every": "month"}}, {"frequency": {"times": "1", "every": "week"}}, 1),
    ({"frequency": {"times": "2", "every": "week"}}, {"frequency": {"times": "1", "every": "week"}}, -1),
    ({"deadline": {"within": "3", "unit": "day"}}, {"deadline": {"within": "2", "unit": "day"}}, 1),
])
def test_a_figure_asks_for_more_for_less_or_nobody_can_say(before, after, way):
    assert of_figures(before, after) == way


@pytest.mark.parametrize("before, after, way", [
    ({"within": "24", "unit": "hour"}, {"within": "12", "unit": "hour"}, 1),
    ({"within": "1", "unit": "day"}, {"within": "30", "unit": "hour"}, -1),
    ({"at_least": "2", "unit": "year"}, {"at_least": "3", "unit": "year"}, 1),
    (None, {"within": "12", "unit": "hour"}, 1),
    ({"within": "12", "unit": "hour"}, {"at_least": "12", "unit": "hour"}, None),
])
def test_a_shorter_time_limit_asks_for_more(before, after, way):
    assert of_spans(before, after) == way


@pytest.mark.parametrize("before, after, way", [
    ({**AT_LEAST, "value": "50", "period": "month"}, {**AT_LEAST, "value": "50", "period": "quarter"}, -1),
    ({**AT_LEAST, "value": "50", "period": "month"}, {**AT_LEAST, "value": "200", "period": "quarter"}, 1),
    ({**AT_LEAST, "comparator": "<=", "value": "3", "period": "month"}, {**AT_LEAST, "comparator": "<=", "value": "3", "period": "quarter"}, 1),
    ({**AT_LEAST, "unit": "percent", "value": "5", "period": "month"}, {**AT_LEAST, "unit": "percent", "value": "5", "period": "quarter"}, None),
    ({**AT_LEAST, "change": "increase", "value": "5", "period": "month"}, {**AT_LEAST, "change": "increase", "value": "5", "period": "year"}, None),
])
def test_so_many_things_in_a_longer_time_are_fewer(before, after, way):
    assert of_figures(before, after, {"item"}) == way


def test_what_is_done_more_often_asks_for_more():
    assert of_times({"times": "1", "every": "half-year"}, {"times": "1", "every": "year"}) == -1
    assert of_times({"every": "week"}, {"times": "2", "every": "week"}) == 1
