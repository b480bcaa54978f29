"""A KPI's page."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from macros.model.formulas import Worked, tokens
from macros.model.kpis import Kpi, Measure, Reward
from macros.model.roles import Role, RoleTarget, with_figures
from macros.pages import kpi_lines
from macros.pages.kpi_lines import condition, measure_of
from macros.views import figure_phrases, figures, marks, parts
from macros.views.concerns import practices_of
from macros.views.formatting import bracketed, number
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.targets import covered, marks_of, share, target


def kpi(reader: Reader, id: str) -> View:
    """Everything a KPI's page shows."""
    found = reader.handbook.kpis[id]
    measured = reader.handbook.roles_by_kpi.get(id, ())
    signals = list(_signals(reader, id))
    practices = practices_of(reader, "kpis", id)
    lines = kpi_lines.lines(reader, found, measured)
    first = next(iter(found.measures.values()))
    sections = [
        Section("measures", reader.say("How it is counted"), first.name[reader.language] if len(found.measures) > 1 else ""),
        *([Section("thresholds", _limits_title(reader, found), _scale(reader, found))] if lines else []),
        *([Section("rewards", reader.say("Rewards"))] if found.rewards else []),
        Section("caution", reader.say("What not to use it for")),
        *([] if found.retired else [Section("roles", reader.say("Roles that work with it"), _used_by(reader, measured))]),  # whose it was, nothing says now
        *([Section("promotion", reader.say("In the stages"), str(len(signals)))] if signals else []),
        *([Section("practices", reader.say("Policies and processes"), str(len(practices)))] if practices else []),
        *([Section("related", reader.say("Related KPIs"), str(len(found.related)))] if found.related else []),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "kpis", found, sections),
        "opening": [parts.marks(reader, found.definition.basis, sources=found.definition.sources)["why"]],
        "practices": practices,
        "essence": reader.text(found.definition),
        "kind_name": reader.group("kpis", found.kind),
        "beside_kind": [reader.say("short: {name}", name=found.short)] if found.short else [],
        "also_called": {"lead": reader.say("also called "), "names": marks.named_too(reader, found.name, found.aliases), "comma": reader.say(", ")},
        "cadence": "" if found.cadence == "not-stated" else cadence_name(reader, found.cadence),
        "data_source": parts.based(reader, found.data_source),
        "caution": parts.based(reader, found.caution),
        "measures": _measures(reader, found),
        "lines": lines,
        "key": kpi_lines.key(reader, lines),
        **_roles(reader, found, measured),
        "signals": signals,
        "rewards": [_reward(reader, found, line) for line in found.rewards],
        "related": [parts.related(reader, "kpis", one, one.definition) for one in map(reader.handbook.kpis.__getitem__, found.related)],
    }


def cadence_name(reader: Reader, cadence: str) -> str:
    """How often an indicator is taken: every month, per campaign."""
    occasion = reader.handbook.occasions.get(cadence)
    return reader.text(occasion.name) if occasion else reader.word("cadence", cadence)


def _limits_title(reader: Reader, found: Kpi) -> str:
    kinds = {line.kind for line in found.thresholds}
    if kinds <= {"standard"}:
        return reader.say("Time limits")
    if kinds <= {"weight"}:
        return reader.say("Weight in appraisals")
    if kinds <= {"report"}:
        return reader.say("When to report")
    names = [reader.word("threshold", kind) for kind in ("alert", "stop-loss", "report", "standard", "weight") if kind in kinds]
    return reader.say(", ").join([names[0], *map(reader.inside, names[1:])])


def _scale(reader: Reader, found: Kpi) -> str:
    """In what the figures of the section are, and which way is better, where that holds for all of them."""
    measures = {(one.unit, one.unit_name and one.unit_name.en, one.direction) for one in found.measures.values()}
    first = next(iter(found.measures.values()))
    if len(measures) > 1 or first.direction == "not-stated":
        return ""
    unit = reader.text(first.unit_name) or figures.heading(reader, first.unit)
    return reader.say("{unit}, {direction}", unit=unit, direction=reader.word("direction", first.direction))


def _used_by(reader: Reader, measured: Iterable[tuple[Role, RoleTarget]]) -> str:
    """How many roles are judged by the indicator, how many of them have a target in figures, and how many more only look at it."""
    judged = {role.id for role, line in measured if line.serves == "appraisal"}
    given = len({role.id for role, line in measured if line.serves == "appraisal" and with_figures([line])})
    others = len({role.id for role, _ in measured} - judged)
    whole = reader.say_n("{n} role", "{n} roles", len(judged) or others)
    if not judged:
        return reader.say("{whole}, {share}", whole=whole, share=reader.say("for reference only")) if others else ""
    if reader.public:  # most figures are left out
        return whole
    part = reader.say("{n} of them with a figure", n=given) if 0 < given < len(judged) else share(reader, len(judged), given)
    said = reader.say("{whole}, {share}", whole=whole, share=part)
    return reader.say_n("{said}; {n} more role for reference only", "{said}; {n} more roles for reference only", others, said=said) if others else said


def _measures(reader: Reader, found: Kpi) -> View:
    """How it is counted: of a single measure the mark stands at the heading, of several each has its own, since the heading names the first."""
    told = [_measure(reader, key, measure, len(found.measures) > 1) for key, measure in found.measures.items()]
    return marks.said_once(told) if len(told) == 1 else {"lines": told, "why": None}


def _measure(reader: Reader, key: str, measure: Measure, named: bool) -> View:
    """A measure with its formula, as a fraction where it is one, and the calculation that shows it."""
    parts_of = measure.formula.equation(reader.language)
    name = reader.text(measure.name)
    return {
        "id": f"measure-{key}",
        "name": name if named else "",
        "equation": parts_of,
        "of": parts_of.name or name,
        "formula": under_its_name(measure.formula[reader.language], name),
        **parts.marks(reader, measure.formula.basis, sources=measure.formula.sources),
        "worked": _worked(reader, measure, measure.worked) if measure.worked else None,
    }


def under_its_name(formula: str, name: str) -> str:
    """A formula as it stands under the name of what it works out, which it does not say again."""
    told, _, rest = formula.replace("＝", " = ", 1).partition(" = ")
    return rest[:1].upper() + rest[1:] if rest and told == name else formula


def _worked(reader: Reader, measure: Measure, worked: Worked) -> View:
    signs = [number(Decimal(token), reader.language) if token[0].isdigit() else token for token in tokens(worked.sum)]
    result, unit = figures.quantity(reader, worked.result, measure.unit, reader.text(measure.unit_name) or None)
    plain = figures.counted(reader, measure.unit) == "multiple" and not measure.unit_name
    return {
        "given": reader.text(worked.given),
        "sum": " ".join(signs).replace("( ", "(").replace(" )", ")"),
        "result": result + ("" if plain else unit),
        "means": reader.text(worked.means),
    }


def _roles(reader: Reader, found: Kpi, measured: Iterable[tuple[Role, RoleTarget]]) -> View:
    """Who uses the indicator: with a target first, then without one, then only for reference."""
    told: dict[str, list[View]] = {"targets": [], "open": [], "reference": []}
    for role, line in measured:
        group = "reference" if line.serves == "reference" else "targets" if line.target else "open"
        told[group].append({
            "role": reader.link("roles", role.id),
            "measure": covered(reader, line),
            **target(reader, found.id, line.measure, line.target),
            **marks_of(reader, line),
        })
    return {"targets": told["targets"], "open": _by_measure(reader, told["open"]), "reference": _by_measure(reader, told["reference"])}


def _by_measure(reader: Reader, lines: list[View]) -> list[View]:
    """Roles by what they count: each role once, with all its measures, and roles that count the same together."""
    own: dict[str, list[View]] = {}
    for line in lines:
        own.setdefault(line["role"].href or line["role"].name, []).append(line)
    found: dict[tuple[str, ...], list[View]] = {}
    for counts in own.values():
        marks = [one for n, one in enumerate(counts) if one["why"] and one["why"] not in [other["why"] for other in counts[:n]]]
        found.setdefault(tuple(one["measure"] for one in counts if one["measure"]), []).append({"role": counts[0]["role"], "marks": marks})
    return [{"measure": bracketed(reader.say(", ").join(map(reader.inside, measures)), reader.language), "roles": roles} for measures, roles in found.items()]


def _signals(reader: Reader, id: str) -> Iterator[View]:
    """Sentences on stages whose figures use this KPI, each with where the stage has it."""
    places = {"core_tasks": reader.say("Core tasks"), "abilities": reader.say("Abilities"), "promotion_signals": reader.say("Signs of readiness")}
    for stage in reader.handbook.used("stages"):
        for field, place in places.items():
            for item in getattr(stage, field):
                if any(one.kpi == id for one in item.figures):
                    name = reader.say("{stage}, {place}", stage=reader.text(stage.name), place=reader.inside(place))
                    yield {"place": Link(name, f"{reader.address('stages', stage.id)}#{field.replace('_', '-')}"), **parts.based(reader, item)}


def _reward(reader: Reader, found: Kpi, line: Reward) -> View:
    several = len(found.measures) > 1 and line.measure
    grants = reader.text(line.grants)
    amount = str(figure_phrases.figure(reader, line.amount)) if line.amount else ""
    return {
        "scope": reader.say("{measure}, ", measure=reader.text(measure_of(found, line.measure).name)) if several else "",
        **condition(reader, found, line.measure, line.condition),
        "grants": reader.say("{grants}, {amount}", grants=grants, amount=amount) if amount else grants,
        **parts.marks(reader, line.basis, line.audience, line.note, line.sources, line.grants),
    }
