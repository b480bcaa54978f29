"""When to look back on a plan: days that the calendar has, counted from the first."""
from __future__ import annotations

import pytest

from tests.generator.path.scripts import answers


@pytest.mark.parametrize("start, months, last, days", [
    ("2026-11-30", 6, "2027-06-30", ["2027-05-30"]),
    ("2026-11-30", 6, "2027-11-30", ["2027-05-30", "2027-11-30"]),
    ("2026-08-31", 6, "2027-08-31", ["2027-02-28", "2027-08-31"]),  # the day of the month comes back
    ("2027-08-31", 6, "", ["2028-02-29"]),  # a leap year; and once at least
    ("2026-12-31", 3, "2027-07-01", ["2027-03-31", "2027-06-30"]),
    ("2026-01-31", 1, "2040-01-01", ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),  # no calendar full of them
])
def test_a_plan_is_looked_back_on_every_so_many_months_up_to_its_last_day(start, months, last, days):
    assert answers("reviews.js", f"reviewDays({start!r}, {months}, {last!r})") == [days]


def test_the_next_review_is_the_first_that_has_not_gone_by_and_one_that_has_is_due_until_something_is_noted():
    held, missed, coming = {"on": "2026-12-01", "note": "Held"}, {"on": "2027-01-15", "note": " "}, {"on": "2027-07-15", "note": ""}
    def asked(*reviews):
        return answers("reviews.js", "nextOf(given, '2027-02-20') ?? null", "dueOf(given, '2027-02-20') ?? null", given=reviews)

    assert asked(coming, missed, held) == [coming, missed]
    assert asked(held, coming) == [coming, None] and asked({**missed, "note": "Held"}, held) == [None, None]


def test_a_day_in_words_is_written_as_the_language_does_and_anything_else_stays():
    said = answers("reviews.js", "dayInWords('2027-06-30', 'zh')", "dayInWords('2027-06-30', 'en')", "dayInWords('soon', 'en')")
    assert said == ["2027年6月30日", "30 June 2027", "soon"]
