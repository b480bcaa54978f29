"""What a role is measured by: its indicators with the figures it is asked to reach."""
from __future__ import annotations

from macros.model.figures import Condition
from macros.model.roles import Role, RoleTarget
from macros.views import figures, parts
from macros.views.page import View
from macros.views.reader import Reader


def targets_of(reader: Reader, role: Role) -> list[View]:
    """A role's table of indicators with their targets."""
    return [_target(reader, line) for line in role.kpis]


def _target(reader: Reader, line: RoleTarget) -> View:
    kpi = reader.handbook.kpis[line.kpi]
    return {
        "link": reader.link("kpis", line.kpi),
        "measure": reader.text(kpi.measures[line.measure].name) if line.measure and len(kpi.measures) > 1 else "",
        **target(reader, line.kpi, line.measure, line.target),
        **parts.marks(reader, line.basis, line.audience, line.note),
        "data_source": reader.text(kpi.data_source),
    }


def target(reader: Reader, kpi_id: str, measure_id: str | None, value: Condition | None) -> View:
    """A target with the unit as its measure names it, and the time it counts over."""
    measures = reader.handbook.kpis[kpi_id].measures
    measure = measures[measure_id or next(iter(measures))]
    return {**parts.figure(reader, value, measure), "when": figures.when(reader, value) if value else ""}
