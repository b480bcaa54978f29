"""The index of KPIs."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from macros.model.kpis import Kpi
from macros.model.roles import Role, RoleTarget
from macros.model.vocabularies import CALENDAR
from macros.pages.kpis import cadence_name
from macros.views import filters
from macros.views.alphabet import sort_key
from macros.views.marks import of_field
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.targets import covered, figure, marks_of


def kpi_index(reader: Reader, group: str = "") -> View:
    """Indicators by what they are about, under filters, with the targets roles carry; or those about one thing alone."""
    used = [one for one in reader.handbook.used("kpis") if not group or one.kind == group]
    used.sort(key=lambda one: sort_key(reader.text(one.name), reader.language, one.reading))
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
            "{n} indicator, defined once, with the roles that list it and, on its own page, what not to use it for.",
            "{n} indicators, each defined once, with the roles that list it and, on a page of its own, what not to use it for.", len(used),
        ),
        "worded": any(one.definition.basis != "stated" for one in used),
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
            filters.choices("cadence", reader.say("How often it is counted"), [(cadence, cadence_name(reader, cadence)) for cadence in cadences]),
        ],
        entries,
        note=reader.say("A KPI is listed only if it matches every filter."),
        shown=reader.say_n("{n} KPI in all", "{n} KPIs in all", len(entries)),
        some=reader.say("{n} of {all} KPIs", n="{n}", all=len(entries)),
        none=reader.say("No KPI matches these filters."),
    )


def _entry(reader: Reader, found: Kpi) -> View:
    measured = reader.handbook.roles_by_kpi.get(found.id, ())
    targets = [
        {
            "role": reader.link("roles", role.id),
            "measure": covered(reader, line),
            **figure(reader, found.id, line.measure, line.target),
            **marks_of(reader, line),
        }
        for role, line in measured
        if line.target
    ]
    return {
        "link": reader.link("kpis", found.id),
        "short": found.short,
        "definition": reader.text(found.definition),
        "cadence": "" if found.cadence == "not-stated" else cadence_name(reader, found.cadence),
        "cadence_why": None if found.cadence == "not-stated" else of_field(reader, found, "cadence"),
        "targets": targets,
        "open": _without(reader, measured, "appraisal"),
        "reference": _without(reader, measured, "reference"),
        "facts": filters.facts({"kind": [found.kind], "cadence": [found.cadence]}, [{"role": [id]} for id in dict.fromkeys(role.id for role, _ in measured)]),
    }


def _without(reader: Reader, measured: Iterable[tuple[Role, RoleTarget]], serves: str) -> list[Link]:
    """The roles that use an indicator so without a target, each once with its mark; not those that have a target by another measure."""
    given = {role.id for role, line in measured if line.target}
    marks: dict[str, View | None] = {}
    for role, line in measured:
        if line.serves == serves and not line.target and role.id not in given:
            marks[role.id] = marks.get(role.id) or marks_of(reader, line)["why"]
    return [replace(reader.link("roles", id), why=mark) for id, mark in marks.items()]
