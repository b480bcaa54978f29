"""What follows from figures as they are written."""
from __future__ import annotations

from decimal import Decimal

import pytest

from macros.model.figures import Times


@pytest.mark.parametrize("times, every, months", [
    (1, "half-year", 6), (1, "month", 1), (1, "quarter", 3), (1, "year", 12), (2, "year", 6), (3, "half-year", 2),
    (5, "year", None), (4, "month", None), (1, "week", None), (1, "live", None), (None, "year", None), (1, "not-stated", None), (1, None, None),
])
def test_the_months_between_one_time_and_the_next_are_whole_or_none(times, every, months):
    assert Times(times=times and Decimal(times), every=every).months == months
