"""Numbers, money, dates and figures stand as the two style guides say, and none is rounded."""
from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from macros.model.figures import Figure, Ratio
from macros.views import formatting


def figure(**fields: object) -> Figure:
    """A figure as the data writes it: `from_` stands for `from`."""
    return Figure.model_validate({key.rstrip("_"): value for key, value in fields.items()})


@pytest.mark.parametrize("value, zh, en", [
    ("0", "0", "0"),
    ("30.5", "30.5", "30.5"),
    ("1.10", "1.10", "1.10"),
    ("12345", "12,345", "12,345"),
    ("-5", "-5", "-5"),
    ("0.0625", "0.0625", "0.0625"),
])
def test_numbers_keep_every_digit(value, zh, en):
    assert [formatting.number(Decimal(value), language) for language in ("zh", "en")] == [zh, en]


def test_a_ratio_is_shown_as_written():
    assert formatting.number(Ratio(left=Decimal(1), right=Decimal(5)), "en") == "1:5"


@pytest.mark.parametrize("value, zh, en", [
    ("9999", "9,999", "9,999"),
    ("30000", "3万", "30,000"),
    ("12000", "1.2万", "12,000"),
    ("12345", "12,345", "12,345"),
    ("5000000", "500万", "5 million"),
    ("1250000", "125万", "1.25 million"),
    ("1234567", "1,234,567", "1,234,567"),
    ("10000000", "1,000万", "10 million"),
    ("1000000000", "10亿", "1 billion"),
])
def test_large_numbers_are_counted_as_the_language_counts(value, zh, en):
    assert [formatting.large(Decimal(value), language) for language in ("zh", "en")] == [zh, en]


@pytest.mark.parametrize("value, zh, en", [("30.5", "30.5%", "30.5%"), ("100", "100%", "100%"), ("0.05", "0.05%", "0.05%")])
def test_percent_is_not_rounded(value, zh, en):
    assert [formatting.percent(Decimal(value), language) for language in ("zh", "en")] == [zh, en]


@pytest.mark.parametrize("value, zh, en", [
    ("500", "500元", "CNY 500"),
    ("30000", "3万元", "CNY 30,000"),
    ("5000000", "500万元", "CNY 5 million"),
])
def test_money(value, zh, en):
    assert [formatting.money(Decimal(value), language) for language in ("zh", "en")] == [zh, en]


def test_dates():
    day = datetime.date(2026, 11, 2)
    assert formatting.date(day, "zh") == "2026年11月2日"
    assert formatting.date(day, "en") == "2 November 2026"


@pytest.mark.parametrize("parts, zh, en", [(["a"], "a", "a"), (["a", "b"], "a和b", "a and b"), (["a", "b", "c"], "a、b和c", "a, b and c")])
def test_lists(parts, zh, en):
    assert [formatting.listed(parts, language) for language in ("zh", "en")] == [zh, en]


@pytest.mark.parametrize("fields, zh, en", [
    ({"comparator": ">=", "value": "30", "unit": "percent"}, "≥30%", "≥ 30%"),
    ({"comparator": "within", "value": "5", "unit": "percent", "baseline": "budget"}, "±5%（对预算）", "±5% (of budget)"),
    ({"comparator": "<", "value": "1", "unit": "hour"}, "<1小时", "< 1 hour"),
    ({"comparator": "<=", "value": "24", "unit": "hour"}, "≤24小时", "≤ 24 hours"),
    ({"comparator": "=", "value": "1.5", "unit": "hour"}, "=1.5小时", "= 1.5 hours"),
    ({"comparator": ">=", "value": "12000", "unit": "person"}, "≥1.2万人", "≥ 12,000 people"),
    ({"comparator": ">=", "value": "2000000", "unit": "person"}, "≥200万人", "≥ 2 million people"),
    ({"comparator": ">=", "value": "1:5", "unit": "ratio"}, "≥1:5", "≥ 1:5"),
    ({"comparator": ">=", "value": "120", "unit": "index"}, "≥120", "≥ 120"),
    ({"comparator": "<=", "value": "30000", "unit": "CNY"}, "≤3万元", "≤ CNY 30,000"),
    ({"comparator": ">=", "value": "8", "unit": "point", "scale": "not-stated"}, "≥8分（满分未写）", "≥ 8 points (scale not stated)"),
    ({"comparator": ">=", "value": "3", "unit": "report", "out_of": "5"}, "每5份中≥3份", "≥ 3 of every 5 reports"),
    ({"comparator": ">=", "reference": "industry-average"}, "≥行业均值", "≥ industry average"),
    ({"change": "increase", "value": "15", "unit": "percent", "baseline": "previous-year"}, "提高15%（比上年）", "up 15% (on the year before)"),
    ({"from_": "3", "to": "5", "unit": "percent"}, "3～5%", "3–5%"),
    ({"from_": "6", "to": "12", "unit": "month"}, "6～12个月", "6–12 months"),
    ({"from_": "10000", "to": "30000", "unit": "person"}, "1万～3万人", "10,000–30,000 people"),
    ({"from_": "300", "to": "500", "unit": "CNY"}, "300～500元", "CNY 300–500"),
    ({"before": "3", "after": "1", "unit": "month"}, "3个月→1个月", "3 months→1 month"),
    ({"before": "30", "after": "45", "unit": "percent"}, "30%→45%", "30%→45%"),
    ({"before": "1000000", "after": "5000000", "unit": "CNY"}, "100万元→500万元", "CNY 1 million→CNY 5 million"),
    ({"deadline": {"within": "30", "unit": "minute"}}, "≤30分钟", "≤ 30 minutes"),
    ({"deadline": {"at_least": "1", "unit": "year"}}, "≥1年", "≥ 1 year"),
    ({"lead_time": {"value": "3", "unit": "month", "before": "launch"}}, "≥3个月", "≥ 3 months"),
    ({"frequency": {"times": "1", "every": "quarter"}}, "每季度1次", "once a quarter"),
    ({"frequency": {"times": "2.5", "every": "week"}}, "每周2.5次", "2.5 times a week"),
    ({"frequency": {"every": "live"}}, "实时", "live"),
])
def test_figures(fields, zh, en):
    assert [str(formatting.figure(figure(**fields), language)) for language in ("zh", "en")] == [zh, en]


def test_the_measure_may_name_what_is_counted():
    value = figure(comparator="<", value="3", unit="item")
    assert str(formatting.figure(value, "zh", "个面包")) == "<3个面包"
    assert str(formatting.figure(value, "en", "loaves")) == "< 3 loaves"


@pytest.mark.parametrize("fields, zh, en", [
    ({"period": "quarter"}, "每季度", "a quarter"),
    ({"per": "event", "period": "quarter"}, "每场", "per event"),
    ({"period": "not-stated"}, None, None),
])
def test_what_a_target_counts_over(fields, zh, en):
    value = figure(value="3", unit="item", **fields)
    assert [formatting.when(value, language) for language in ("zh", "en")] == [zh, en]


@pytest.mark.parametrize("period, zh, en", [
    ("month", "连续2个月", "for 2 months running"),
    ("quarter", "连续2个季度", "for 2 quarters running"),
    ("half-year", "连续2个半年", "for 2 half-years running"),
    ("year", "连续2年", "for 2 years running"),
])
def test_how_long_a_figure_lasts(period, zh, en):
    value = figure(value="3", unit="item", lasting={"times": "2", "period": period})
    assert [formatting.lasting(value, language) for language in ("zh", "en")] == [zh, en]
