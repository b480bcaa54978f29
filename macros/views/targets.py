"""What a role is measured by: its indicators with the figures it is asked to reach."""
from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from macros.model.figures import Condition
from macros.model.kpis import Kpi
from macros.model.roles import Role, RoleTarget, indicators, with_figures
from macros.views import figures, parts
from macros.views.formatting import bracketed
from macros.views.marks import of_field, why
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
        "data_source": parts.based(reader, kpi.data_source),
    }


def with_figures_from(reader: Reader, lines: Sequence[tuple[RoleTarget, View]]) -> View:
    """The lines of a table of indicators, and the mark of where all of them get their figures from, for its heading: then none stands on a line."""
    found = [reader.handbook.kpis[line.kpi].data_source for line, _ in lines]
    bases = {one.basis for one in found}
    if len(bases) != 1:
        return {"from": None, "lines": [shown for _, shown in lines]}
    whole = why(reader, bases.pop(), sources=[id for one in found for id in one.sources])
    return {"from": whole, "lines": [{**shown, "data_source": {**shown["data_source"], "why": None}} for _, shown in lines]}


def marks_of(reader: Reader, line: RoleTarget) -> View:
    """The mark of a target. Where there is no figure, there is none to keep among ourselves."""
    return parts.marks(reader, line.basis, line.audience if line.target else "public", line.note, line.sources)


def _asked(reader: Reader, line: RoleTarget) -> View:
    """A target; without one, whether the indicator at least appraises."""
    if line.target is None and line.serves == "reference":
        return {"open": reader.say("for reference only"), "when": "", "when_why": None}
    return target(reader, line.kpi, line.measure, line.target)


def target(reader: Reader, kpi_id: str, measure_id: str | None, value: Condition | None) -> View:
    """A target as a figure, and the time it counts over with the mark of that."""
    when = figures.when(reader, value) if value else ""
    because = _of_period(reader, reader.handbook.kpis[kpi_id], value) if value and when else None
    return {**figure(reader, kpi_id, measure_id, value), "when": when, "when_why": because}


def figure(reader: Reader, kpi_id: str, measure_id: str | None, value: Condition | None) -> View:
    """The figure of a target alone, with the unit as its measure names it."""
    measures = reader.handbook.kpis[kpi_id].measures
    return parts.figure(reader, value, measures[measure_id or next(iter(measures))])


def _of_period(reader: Reader, kpi: Kpi, value: Condition) -> View | None:
    """The mark of the time a target counts over, where it is how often the indicator is counted and no document says that."""
    return of_field(reader, kpi, "cadence") if kpi.cadence in (value.per, value.period) else None


def covered(reader: Reader, line: RoleTarget) -> str:
    """What a target covers: the cases it is for, or its measure where the indicator has several."""
    measures = reader.handbook.kpis[line.kpi].measures
    return reader.text(line.scope) or (reader.text(measures[line.measure].name) if line.measure and len(measures) > 1 else "")


def measures_behind(reader: Reader, lines: Iterable[View]) -> str:
    """What an indicator is taken by in these lines of it, each once, to stand in brackets behind its name."""
    return bracketed(reader.say(", ").join(dict.fromkeys(reader.inside(one["measure"]) for one in lines if one["measure"])), reader.language)


def counted(reader: Reader, lines: Collection[RoleTarget]) -> str:
    """How many indicators appraise, how many of those have a figure, and how many only inform: 12 KPIs, 5 with a figure; 2 for reference only."""
    judged = [line for line in lines if line.serves == "appraisal"]
    n, others = indicators(judged), indicators(lines) - indicators(judged)
    reference = reader.say_n("{n} KPI for reference only", "{n} KPIs for reference only", others)
    if not judged:
        return reference
    if reader.public:  # most figures are left out
        return reader.say_n("{n} KPI", "{n} KPIs", n)
    whole = reader.say("{whole}, {share}", whole=reader.say_n("{n} KPI", "{n} KPIs", n), share=_given(reader, n, judged))
    return reader.say("{whole}; {n} more for reference only", whole=whole, n=others) if others else whole


def _given(reader: Reader, n: int, judged: Collection[RoleTarget]) -> str:
    """How many of the indicators have a figure; where others have a target without one, as an industry average is, how many have a target, too."""
    aimed, given = indicators(line for line in judged if line.target), with_figures(judged)
    if 0 < given < aimed < n:
        return reader.say("{n} with a target, {given} of them in figures", n=aimed, given=given)
    return share(reader, n, given)


def share(reader: Reader, n: int, given: int) -> str:
    """How many of `n` things have a figure, in words that fit one thing, none and all."""
    if n == 1:
        return reader.say("with a figure") if given else reader.say("without a figure")
    if given == n == 2:
        return reader.say("both with a figure")
    if given in (0, n):
        return reader.say("all with a figure") if given else reader.say("none with a figure")
    return reader.say("{n} with a figure", n=given)
