"""Rules on what points at what: every id exists, is in use and fits."""
from __future__ import annotations

import difflib
from collections.abc import Iterator

from macros.loading import Loaded
from macros.model.figures import Figure
from macros.model.references import references
from macros.problems import Path, Problem

KIND_NAMES = {
    "roles": ("岗位", "role"), "posts": ("职位", "post"), "titles": ("头衔", "title"), "teams": ("团队", "team"),
    "stages": ("阶段", "stage"), "layers": ("层级", "layer"), "tracks": ("职业线", "track"),
    "competencies": ("能力", "competency"), "kpis": ("指标", "KPI"), "moves": ("去向", "move"), "terms": ("术语", "term"),
    "sections": ("文件章节", "source section"),
}


def referenced_records_exist(loaded: Loaded) -> Iterator[Problem]:
    """Every id points at a record, or a section of a source document, that stands in the files."""
    known = {kind: set(loaded.ids(kind)) for kind in KIND_NAMES}
    known["sections"] = {f"{document.id}#{section}" for document in loaded.handbook.documents.values() for section in document.sections}
    for kind, record in loaded.handbook.records():
        for path, target, id in references(record):
            if id in known[target] or (path == ("owner",) and not _written(loaded, kind, record.id, path)):
                continue
            zh, en = KIND_NAMES[target]
            near = difflib.get_close_matches(id, known[target], 1, 0.5)
            hint = (f"；最接近的是“{near[0]}”", f"; the nearest is “{near[0]}”") if near else ("", "")
            yield loaded.problem(kind, record.id, path, f"没有编号为“{id}”的{zh}{hint[0]}", f"There is no {en} “{id}”{hint[1]}")


def _written(loaded: Loaded, kind: str, id: str, path: Path) -> bool:
    document, prefix = loaded.homes[kind, id]
    return (*prefix, *path) in document.values


def default_owners_exist(loaded: Loaded) -> Iterator[Problem]:
    """The teams named in handbook.yml stand in teams.yml, and its defaults name kinds that exist."""
    about = loaded.handbook.about
    if about is None:
        return
    document, teams = loaded.documents["handbook.yml"], loaded.ids("teams")
    named = [(("issued_by",), about.issued_by), *((("defaults", kind, "owner"), default.owner) for kind, default in about.defaults.items())]
    for path, team in named:
        if team not in teams:
            yield document.problem(path, f"没有编号为“{team}”的团队", f"There is no team “{team}”")
    for kind in about.defaults:
        if kind not in KIND_NAMES:
            yield document.problem(("defaults", kind), f"没有“{kind}”这一类记录", f"There is no kind of record “{kind}”", at_key=True)


def referenced_records_are_in_use(loaded: Loaded) -> Iterator[Problem]:
    """Nothing points at a retired record, and a retired record names a successor that is in use."""
    retired = {(kind, record.id): record.retired for kind, record in loaded.handbook.records() if record.retired}
    for kind, record in loaded.handbook.records():
        for path, target, id in references(record):
            gone = retired.get((target, id))
            if gone and not record.retired:
                yield loaded.problem(kind, record.id, path, f"“{id}”已停用；改指“{gone.replaced_by}”",
                                     f"“{id}” is retired; point at “{gone.replaced_by}”")
    for (kind, id), gone in retired.items():
        if gone.replaced_by not in loaded.ids(kind) or (kind, gone.replaced_by) in retired:
            yield loaded.problem(kind, id, ("retired", "replaced_by"), f"“{gone.replaced_by}”不存在或也已停用",
                                 f"“{gone.replaced_by}” does not exist or is retired too")


def duty_groups_exist(loaded: Loaded) -> Iterator[Problem]:
    """A competency is required for duty groups of the same role, and once per role."""
    for role in loaded.handbook.roles.values():
        seen: set[str] = set()
        for number, requirement in enumerate(role.competencies):
            for place, group in enumerate(requirement.for_):
                if group not in role.duties:
                    yield loaded.problem("roles", role.id, ("competencies", number, "for", place),
                                         f"这个岗位没有职责组“{group}”；已有：{'、'.join(role.duties)}",
                                         f"The role has no duty group “{group}”; it has: {', '.join(role.duties)}")
            if requirement.competency in seen:
                yield loaded.problem("roles", role.id, ("competencies", number), f"能力“{requirement.competency}”列了两次",
                                     f"The competency “{requirement.competency}” is listed twice")
            seen.add(requirement.competency)


def measures_exist(loaded: Loaded) -> Iterator[Problem]:
    """A target, threshold or figure names a measure of its KPI when it has several, with the unit of that measure."""
    kpis = loaded.handbook.kpis
    for role in loaded.handbook.roles.values():
        for number, line in enumerate(role.kpis):
            kpi, path = kpis.get(line.kpi), ("kpis", number)
            if kpi is None:
                continue
            if line.measure is None and len(kpi.measures) > 1:
                yield loaded.problem("roles", role.id, path, f"“{line.kpi}”有几种量法，加measure：{'、'.join(kpi.measures)}",
                                     f"“{line.kpi}” has several measures; add measure: {', '.join(kpi.measures)}")
            elif line.measure is not None and line.measure not in kpi.measures:
                yield loaded.problem("roles", role.id, (*path, "measure"), f"“{line.kpi}”没有量法“{line.measure}”；已有：{'、'.join(kpi.measures)}",
                                     f"“{line.kpi}” has no measure “{line.measure}”; it has: {', '.join(kpi.measures)}")
            else:
                unit = kpi.measures[line.measure or next(iter(kpi.measures))].unit
                if line.target and not _fits(line.target, unit):
                    yield loaded.problem("roles", role.id, (*path, "target", "unit"), f"单位“{line.target.unit}”与指标的“{unit}”不合",
                                         f"The unit “{line.target.unit}” does not fit the indicator’s “{unit}”")
    for kpi in kpis.values():
        for field, lines in (("thresholds", kpi.thresholds), ("rewards", kpi.rewards)):
            for number, line in enumerate(lines):
                if line.measure is not None and line.measure not in kpi.measures:
                    yield loaded.problem("kpis", kpi.id, (field, number, "measure"), f"没有量法“{line.measure}”；已有：{'、'.join(kpi.measures)}",
                                         f"There is no measure “{line.measure}”; there are: {', '.join(kpi.measures)}")


def _fits(target: Figure, unit: str) -> bool:
    """A change is a share or a multiple of the measure, whatever its unit."""
    return target.unit in (None, unit) or target.change is not None


def thresholds_exist(loaded: Loaded) -> Iterator[Problem]:
    """A figure that repeats a KPI's threshold names one that the KPI has."""
    for stage in loaded.handbook.stages.values():
        for field in ("core_tasks", "abilities", "promotion_signals"):
            for number, item in enumerate(getattr(stage, field)):
                for place, figure in enumerate(item.figures):
                    kpi = loaded.handbook.kpis.get(figure.kpi)
                    if kpi and figure.threshold and figure.threshold not in [line.id for line in kpi.thresholds]:
                        yield loaded.problem("stages", stage.id, (field, number, "figures", place, "threshold"),
                                             f"“{figure.kpi}”没有警戒线“{figure.threshold}”",
                                             f"“{figure.kpi}” has no threshold “{figure.threshold}”")
