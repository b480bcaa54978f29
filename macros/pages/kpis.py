"""A KPI's page and the index."""
from __future__ import annotations

from collections.abc import Iterator

from macros.model.figures import Figure
from macros.model.kpis import Kpi, Reward, Threshold
from macros.model.vocabularies import CALENDAR
from macros.views import figure_phrases, figures, filters, parts
from macros.views.alphabet import sort_key
from macros.views.concerns import practices_of
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.targets import target


def kpi(reader: Reader, id: str) -> View:
    """Everything a KPI's page shows."""
    found = reader.handbook.kpis[id]
    measured = reader.handbook.roles_by_kpi.get(id, ())
    signals = list(_signals(reader, id))
    practices = practices_of(reader, "kpis", id)
    sections = [
        Section("measures", reader.say("How it is measured")),
        Section("roles", reader.say("Roles it applies to"), str(len({role.id for role, _ in measured}))),
        *([Section("promotion", reader.say("In signs of readiness"))] if signals else []),
        *([Section("thresholds", reader.say("Lines that call for action"))] if found.thresholds else []),
        *([Section("rewards", reader.say("What it earns"))] if found.rewards else []),
        *([Section("practices", reader.say("Policies and processes"))] if practices else []),
        Section("related", reader.say("Related KPIs")),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "kpis", found, sections),
        "practices": practices,
        "short": found.short,
        "essence": reader.text(found.definition),
        "definition_marks": parts.marks(reader, found.definition.basis),
        "kind_name": reader.group("kpis", found.kind),
        "aliases": reader.other_names(found.name, found.aliases),
        "cadence": _cadence(reader, found.cadence),
        "data_source": parts.based(reader, found.data_source),
        "caution": parts.based(reader, found.caution),
        "measures": [
            {
                "id": f"measure-{key}",
                "name": reader.text(measure.name),
                "formula": parts.based(reader, measure.formula),
                "unit": reader.text(measure.unit_name) or figures.heading(reader, measure.unit),
                "direction": reader.word("direction", measure.direction),
            }
            for key, measure in found.measures.items()
        ],
        "roles": [
            {
                "role": reader.link("roles", role.id),
                "measure": reader.text(found.measures[line.measure].name) if line.measure and len(found.measures) > 1 else "",
                **target(reader, id, line.measure, line.target),
                **parts.marks(reader, line.basis, line.audience, line.note),
            }
            for role, line in measured
        ],
        "signals": signals,
        "thresholds": [_threshold(reader, found, line) for line in found.thresholds],
        "rewards": [_reward(reader, found, line) for line in found.rewards],
        "related": [{"link": reader.link("kpis", one), "summary": reader.text(reader.handbook.kpis[one].definition)} for one in found.related],
    }


def _cadence(reader: Reader, cadence: str) -> str:
    """How often an indicator is taken: every month, per campaign."""
    occasion = reader.handbook.occasions.get(cadence)
    return reader.text(occasion.name) if occasion else reader.word("cadence", cadence)


def _signals(reader: Reader, id: str) -> Iterator[View]:
    """Sentences on stages whose figures use this KPI."""
    for stage in reader.handbook.used("stages"):
        for field in ("core_tasks", "abilities", "promotion_signals"):
            for item in getattr(stage, field):
                if any(one.kpi == id for one in item.figures):
                    place = f"{reader.address('stages', stage.id)}#{field.replace('_', '-')}"
                    yield {"stage": Link(reader.text(stage.name), place), **parts.based(reader, item)}


def _threshold(reader: Reader, found: Kpi, line: Threshold) -> View:
    return {
        "kind": reader.word("threshold", line.kind),
        "scope": reader.text(line.scope) or _measure_name(reader, found, line.measure),
        **_condition(reader, found, line.measure, line.condition),
        "action": reader.text(line.action),
        "actor": reader.party(line.actor) if line.actor else None,
        **parts.marks(reader, line.basis, line.audience, line.note),
    }


def _reward(reader: Reader, found: Kpi, line: Reward) -> View:
    return {
        "scope": _measure_name(reader, found, line.measure),
        **_condition(reader, found, line.measure, line.condition),
        "grants": reader.text(line.grants),
        "amount": str(figure_phrases.figure(reader, line.amount)) if line.amount else "",
        **parts.marks(reader, line.basis, line.audience, line.note),
    }


def _measure_name(reader: Reader, found: Kpi, measure: str | None) -> str:
    return reader.text(found.measures[measure].name) if measure else ""


def _condition(reader: Reader, found: Kpi, measure: str | None, condition: Figure) -> View:
    taken = found.measures[measure or next(iter(found.measures))]
    return {**parts.figure(reader, condition, taken), "when": figures.when(reader, condition)}


def kpi_index(reader: Reader, group: str = "") -> View:
    """Indicators by what they are about, under filters, with the targets roles carry; or those about one thing alone."""
    used = [one for one in reader.handbook.used("kpis") if not group or one.kind == group]
    used.sort(key=lambda one: sort_key(reader.text(one.name), reader.language))
    entries = {one.id: _entry(reader, one) for one in used}
    groups = [
        {
            "id": kind,
            "section": Section(kind, name, str(sum(1 for one in used if one.kind == kind))),
            "entries": [entries[one.id] for one in used if one.kind == kind],
        }
        for kind, name in reader.groups("kpis")
        if any(one.kind == kind for one in used)
    ]
    return {
        "essence": reader.say_n(
            "{n} indicator, defined once, with what it must not be used for and the roles it applies to.",
            "{n} indicators, each defined once, with what it must not be used for and the roles it applies to.", len(used),
        ),
        "filters": _filters(reader, list(entries.values()), group),
        "groups": groups,
        "sections": {group["id"]: group["section"] for group in groups},
    }


def _filters(reader: Reader, entries: list[View], group: str) -> View:
    cadences = (*CALENDAR, *reader.handbook.occasions, "not-stated")
    return filters.form(
        reader,
        [
            filters.choices("kind", reader.say("Kind"), reader.groups("kpis") if not group else []),
            filters.roles(reader, without=reader.say("No document names an indicator for this role.")),
            filters.choices("cadence", reader.say("How often"), [(cadence, _cadence(reader, cadence)) for cadence in cadences]),
        ],
        entries,
        note=reader.say("A KPI must meet all conditions."),
        shown=reader.say_n("{n} KPI in all", "{n} KPIs in all", len(entries)),
        some=reader.say("{n} of {all} KPIs", n="{n}", all=len(entries)),
        none=reader.say("No KPI matches these filters."),
    )


def _entry(reader: Reader, found: Kpi) -> View:
    measured = reader.handbook.roles_by_kpi.get(found.id, ())
    targets = [
        {
            "role": reader.link("roles", role.id),
            "measure": reader.text(found.measures[line.measure].name) if line.measure and len(found.measures) > 1 else "",
            **target(reader, found.id, line.measure, line.target),
        }
        for role, line in measured
        if line.target
    ]
    return {
        "link": reader.link("kpis", found.id),
        "short": found.short,
        "definition": reader.text(found.definition),
        "cadence": _cadence(reader, found.cadence),
        "stated": found.cadence != "not-stated",
        "targets": targets,
        "open": reader.links("roles", dict.fromkeys(role.id for role, line in measured if not line.target)),
        "facts": filters.facts({"kind": [found.kind], "cadence": [found.cadence]}, [{"role": [id]} for id in dict.fromkeys(role.id for role, _ in measured)]),
    }
