"""Where a KPI calls for action: each limit and each target on one axis, with what happens at it and who acts."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from macros.model.figures import Figure, Ratio
from macros.model.kpis import Kpi, Measure, Threshold
from macros.model.roles import Role, RoleTarget
from macros.views import figures, parts
from macros.views.formatting import number
from macros.views.gauge import Drawn, Gauge, Line, Tick, axis, gauge
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.targets import covered

DRAWN: Mapping[str, Drawn] = {"stop-loss": "stop", "alert": "alert", "report": "alert", "standard": "target"}
LABEL = 5  # between the edge of a bar and its word


@dataclass(frozen=True)
class Drawable:
    """A figure that can be drawn: its line, its measure, the unit it is drawn in, whether the end of the axis is known
    (`bounded`), and whether it counts from nought up and not from a budget or an average (`shares`)."""

    line: Line
    measure: Measure
    unit: str
    bounded: bool = True
    shares: bool = True


def measure_of(found: Kpi, measure: str | None) -> Measure:
    """The measure a line names, or the first."""
    return found.measures[measure or next(iter(found.measures))]


def lines(reader: Reader, found: Kpi, measured: Sequence[tuple[Role, RoleTarget]]) -> list[View]:
    """A row for each limit and, where a KPI has limits, for each target, in the order of the file; drawn where its figure can be."""
    targets = _targets(measured) if found.thresholds else []
    rows = [*(_threshold(reader, found, one) for one in found.thresholds), *(_target(reader, found, one, roles) for one, roles in targets)]
    shapes = [*(_drawable(found, one, one.condition, DRAWN.get(one.kind)) for one in found.thresholds),
              *(_drawable(found, one, one.target, "target") for one, _ in targets)]
    by_unit: dict[str, list[Line]] = defaultdict(list)
    for shape in shapes:
        if shape:
            by_unit[shape.unit].append(shape.line)
    first = next(iter(found.measures.values()))
    worked = first.worked.result if first.worked else None
    drawn = []
    for row, shape in zip(rows, shapes):
        if shape:
            unit = reader.handbook.units.get(shape.unit)
            whole = bool(unit and unit.sign == "%") and all(one.shares for one in shapes if one and one.unit == shape.unit)
            ends = axis(by_unit[shape.unit], worked if shape.unit == first.unit and shape.shares else None, whole)
            here = worked if shape.measure is first and shape.unit == first.unit else None
            row["gauge"] = _shown(reader, gauge(shape.line, ends, here), shape, ends, row["kind"])
        drawn.append(row)
    return drawn


def key(reader: Reader, rows: Iterable[View]) -> list[View]:
    """What the bars and signs of the drawings mean, as far as they are used; nothing where the word beside the one bar says it."""
    drawn = [row for row in rows if "gauge" in row]
    drawings = [row["gauge"] for row in drawn]
    calls = dict.fromkeys(row["kind"] for row in drawn if row["gauge"]["kind"] == "alert")
    words = {"stop": reader.word("threshold", "stop-loss"), "alert": reader.say(", ").join(calls), "target": reader.say("Target"),
             "open": reader.say("target without a figure; the box shows no real position")}
    used = [{"id": kind, "name": word} for kind, word in words.items() if any(one["kind"] == kind for one in drawings)]
    here = [{"id": "here", "name": reader.say("the example worked above")}] if any(one["here"] is not None for one in drawings) else []
    return [*used, *here] if here or len(used) > 1 or any(one["id"] == "open" for one in used) else []


def _targets(measured: Iterable[tuple[Role, RoleTarget]]) -> list[tuple[RoleTarget, list[str]]]:
    """The targets that differ, each with the roles that have it."""
    found: list[tuple[RoleTarget, list[str]]] = []
    for role, line in measured:
        same = [roles for one, roles in found if (one.measure, one.target, one.basis, one.audience) == (line.measure, line.target, line.basis, line.audience)]
        if same:
            same[0].append(role.id)
        elif line.target:
            found.append((line, [role.id]))
    return found


def _drawable(found: Kpi, one: Threshold | RoleTarget, figure: Figure | None, drawn: Drawn | None) -> Drawable | None:
    """The figure as a line on an axis; None where it is a change, a share of so many, a frequency or a weight."""
    measure = measure_of(found, one.measure)
    if figure is None or drawn is None or figure.change or figure.out_of or figure.frequency:
        return None
    if figure.reference:
        return Drawable(Line("open", figure.comparator or "=", None), measure, measure.unit)
    if figure.deadline and figure.deadline.within is not None:
        return Drawable(Line(drawn, "<=", figure.deadline.within), measure, figure.deadline.unit)
    if figure.value is None or figure.comparator is None or figure.unit is None:
        return None
    value = figure.value.right / figure.value.left if isinstance(figure.value, Ratio) else figure.value
    return Drawable(Line(drawn, figure.comparator, value), measure, figure.unit, figure.scale != "not-stated", figure.baseline in (None, "not-stated", "goal"))


def _shown(reader: Reader, found: Gauge, shape: Drawable, ends: tuple[Decimal, Decimal], word: str) -> View:
    ticks = [tick for tick in found.ticks if shape.bounded or tick.value != ends[1]]
    edge = found.edges[0] if found.edges else found.x
    late = edge > 200
    return {
        "kind": found.drawn, "x": found.x, "width": found.width, "edges": found.edges, "here": found.here,
        "ticks": [{"x": tick.x, "anchor": tick.anchor, "text": _tick(reader, tick, shape, last=tick is ticks[-1])} for tick in ticks],
        "label": {"x": edge - LABEL if late else edge + LABEL, "anchor": "end" if late else "start", "text": word},
    }


def _tick(reader: Reader, tick: Tick, shape: Drawable, last: bool) -> str:
    """A number under the axis; the last says its unit."""
    value = tick.value.normalize() + 0  # 100, not 1E+2
    if not last or figures.counted(reader, shape.unit) == "multiple":
        return number(value, reader.language).replace("-", "−")
    return "".join(figures.quantity(reader, value, shape.unit, reader.text(shape.measure.unit_name) or None)).replace("-", "−")


def _threshold(reader: Reader, found: Kpi, line: Threshold) -> View:
    return {
        "kind": reader.word("threshold", line.kind),
        "scope": reader.text(line.scope) or (reader.text(found.measures[line.measure].name) if line.measure else ""),
        **condition(reader, found, line.measure, line.condition),
        "action": reader.inside(reader.text(line.action)),
        "actor": reader.party(line.actor) if line.actor else None,
        "roles": [],
        **parts.marks(reader, line.basis, line.audience, line.note, line.sources, line.action),
    }


def _target(reader: Reader, found: Kpi, line: RoleTarget, roles: Iterable[str]) -> View:
    return {
        "kind": reader.say("Target"),
        "scope": covered(reader, line),
        **condition(reader, found, line.measure, line.target),
        "action": "", "actor": None, "roles": reader.links("roles", roles),
        **parts.marks(reader, line.basis, line.audience, line.note, line.sources),
    }


def condition(reader: Reader, found: Kpi, measure: str | None, figure: Figure | None) -> View:
    """A figure as its phrase, with what it counts over."""
    return {**parts.figure(reader, figure, measure_of(found, measure)), "when": figures.when(reader, figure) if figure else ""}
