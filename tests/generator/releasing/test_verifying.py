"""What may not go online, beyond what its build has made sure of."""
from __future__ import annotations

import datetime

import pytest

from macros.loading.folder import load
from macros.releasing.verifying import ensure_come
from macros.words.refused import Refused
from tests.places import BAKERY

DAY = datetime.timedelta(1)


def test_a_review_that_has_not_come_yet_is_named():
    handbook = load(BAKERY, ())
    first = min(handbook.records(), key=lambda pair: -pair[1].reviewed_on.toordinal())[1]
    ensure_come(handbook, None)  # nobody said which day it is
    ensure_come(handbook, first.reviewed_on)
    with pytest.raises(Refused, match=f"says reviewed_on {first.reviewed_on}, which is after today .{first.reviewed_on - DAY}."):
        ensure_come(handbook, first.reviewed_on - DAY)
