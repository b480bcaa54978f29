"""The day that a build or a list is made as of: by SOURCE_DATE_EPOCH, as reproducible builds have it, or else by the data; the clock is never asked."""
from __future__ import annotations

import datetime
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.words.refused import Refused

if TYPE_CHECKING:
    from macros.loading.folder import Loaded

NAMED_BY = "SOURCE_DATE_EPOCH"
LATEST = 2**32  # packed files have no room for more seconds


def source_date() -> datetime.date | None:
    """The day that is set, in UTC; None where none is. Raises Refused where it is no number of seconds."""
    said = os.environ.get(NAMED_BY)  # empty as good as not set, as elsewhere
    try:
        if said and not 0 <= int(said) < LATEST:
            raise ValueError
        return datetime.datetime.fromtimestamp(int(said), datetime.UTC).date() if said else None
    except (ValueError, OverflowError, OSError):
        raise Refused(f"{NAMED_BY}“{said}”不是从1970年算起的秒数；例如写{NAMED_BY}=$(date +%s)，或者不设",
                      f"{NAMED_BY} is “{said}” and no number of seconds since 1970; set it by {NAMED_BY}=$(date +%s), say, or not at all") from None


def set_day(loaded: Loaded, day: datetime.date | None = None) -> None:
    """Let the handbook be as of a day, or else of the one that is set."""
    loaded.handbook = replace(loaded.handbook, given_day=day or source_date())
