"""A rule on the way a target points: it asks for more where more is better, and for less where less is."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.words.problems import Problem

AGAINST = {  # a direction of a measure: what no target of it compares by, what it would then be, and how the direction is said
    "higher": ({"<=": ">=", "<": ">"}, "越高越好", "higher is better"),
    "lower": ({">=": "<=", ">": "<"}, "越低越好", "lower is better"),
}


def targets_point_the_better_way(loaded: Loaded) -> Iterator[Problem]:
    """No target holds a role to at most what should rise, or to at least what should fall; a change says its own way."""
    for role in loaded.handbook.roles.values():
        for number, line in enumerate(role.kpis):
            kpi, target = loaded.handbook.kpis.get(line.kpi), line.target
            if kpi is None or target is None or target.change:
                continue
            directions = {measure.direction for key, measure in kpi.measures.items() if line.measure in (None, key)}
            turned, zh, en = AGAINST.get(directions.pop(), ({}, "", "")) if len(directions) == 1 else ({}, "", "")
            written = target.comparator or ""
            if written in turned:
                yield loaded.problem(
                    "roles", role.id, ("kpis", number, "target", "comparator"),
                    f"“{kpi.id}”{zh}，“{written}”方向相反；写成\"{turned[written]}\"，要是没有写错，就改指标的direction",
                    f"For “{kpi.id}” {en}, and “{written}” points the other way; "
                    f"write \"{turned[written]}\", or change the direction of the KPI if this is meant",
                )
