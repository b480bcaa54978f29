"""Numbers, dates and lists stand as the two style guides say, and no number is rounded."""
from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from macros.model.figures import Ratio
from macros.views import formatting


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


def test_dates():
    day = datetime.date(2026, 11, 2)
    assert formatting.date(day, "zh") == "2026年11月2日"
    assert formatting.date(day, "en") == "2 November 2026"


@pytest.mark.parametrize("parts, zh, en", [(["a"], "a", "a"), (["a", "b"], "a和b", "a and b"), (["a", "b", "c"], "a、b和c", "a, b and c")])
def test_lists(parts, zh, en):
    assert [formatting.listed(parts, language) for language in ("zh", "en")] == [zh, en]
