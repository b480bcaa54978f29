"""What becomes of a record that is no longer used: the parts of it that its successors take over."""
from __future__ import annotations

from collections.abc import Mapping

from macros.model.competencies import Competency
from macros.model.kpis import Kpi
from macros.model.record import Record
from macros.model.roles import Role


def parts_of(record: Record) -> Mapping[str, object]:
    """What can go to different successors, by id: the duty groups of a role, the levels of a competency, the measures of a KPI."""
    match record:
        case Role():
            return record.duties
        case Competency():
            return record.levels
        case Kpi():
            return record.measures
    return {}
