"""Which records have to be looked at again, and by whom."""
from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.record import Record
from macros.model.records import Records


@dataclass(frozen=True)
class Due:
    """What one team has to review: what is late, and what comes up soon, the oldest first."""

    late: tuple[Record, ...]
    soon: tuple[Record, ...]


def due(handbook: Records, on: datetime.date, days: int) -> Mapping[str, Due]:
    """What is due on a day or within so many days after it, by the id of the team that owns it; retired records need no review."""
    limit = on + datetime.timedelta(days)
    waiting = sorted((one for _, one in handbook.records() if not one.retired and one.review_by <= limit), key=lambda one: (one.review_by, one.file, one.id))
    owners = sorted({one.owner for one in waiting})
    return {
        owner: Due(tuple(one for one in waiting if one.owner == owner and one.review_by < on),
                   tuple(one for one in waiting if one.owner == owner and one.review_by >= on))
        for owner in owners
    }
