"""What a role is measured by: its indicators with the figures it is asked to reach."""
from __future__ import annotations

from collections.abc import Collection

from macros.model.figures import Condition
from macros.model.roles import Role, RoleTarget, indicators, with_figures
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
        "measure": covered(reader, line),
        **_asked(reader, line),
        **marks_of(reader, line),
        "data_source": reader.text(kpi.data_source),
    }


def marks_of(reader: Reader, line: RoleTarget) -> View:
    """The mark of a target. Where there is no figure, there is none to keep among ourselves."""
    return parts.marks(reader, line.basis, line.audience if line.target else "public", line.note, line.sources)


def _asked(reader: Reader, line: RoleTarget) -> View:
    """A target; without one, whether the indicator at least appraises."""
    if line.target is None and line.serves == "reference":
        return {"open": reader.say("for reference only"), "when": ""}
    return target(reader, line.kpi, line.measure, line.target)


def target(reader: Reader, kpi_id: str, measure_id: str | None, value: Condition | None) -> View:
    """A target with the unit as its measure names it, and the time it counts over."""
    measures = reader.handbook.kpis[kpi_id].measures
    measure = measures[measure_id or next(iter(measures))]
    return {**parts.figure(reader, value, measure), "when": figures.when(reader, value) if value else ""}


def covered(reader: Reader, line: RoleTarget) -> str:
    """What a target covers: the cases it is for, or its measure where the indicator has several."""
    measures = reader.handbook.kpis[line.kpi].measures
    return reader.text(line.scope) or (reader.text(measures[line.measure].name) if line.measure and len(measures) > 1 else "")


def counted(reader: Reader, lines: Collection[RoleTarget]) -> str:
    """How many indicators appraise, how many of those have a figure, and how many only inform: 12 KPIs, 5 with a figure; 2 for reference only."""
    judged = [line for line in lines if line.serves == "appraisal"]
    n, others = indicators(judged), indicators(lines) - indicators(judged)
    reference = reader.say_n("{n} KPI for reference only", "{n} KPIs for reference only", others)
    if not judged:
        return reference
    whole = reader.say("{whole}, {share}", whole=reader.say_n("{n} KPI", "{n} KPIs", n), share=share(reader, n, with_figures(judged)))
    return reader.say("{whole}; {n} more for reference only", whole=whole, n=others) if others else whole


def share(reader: Reader, n: int, given: int) -> str:
    """How many of `n` things have a figure, in words that fit one thing, none and all."""
    if n == 1:
        return reader.say("with a figure") if given else reader.say("without a figure")
    if given in (0, n):
        return reader.say("all with a figure") if given else reader.say("none with a figure")
    return reader.say("{n} with a figure", n=given)
