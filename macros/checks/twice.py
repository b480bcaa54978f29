"""Rules on what stands in two places and belongs in one: a target, an id."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.figures import Target
from macros.model.roles import RoleTarget
from macros.words.problems import Problem

WHO = ("roles", "posts", "titles", "teams")  # sentences and lists name them side by side
WHO_NAMES = {"roles": ("岗位", "role"), "posts": ("职位", "post"), "titles": ("头衔", "title"), "teams": ("团队", "team")}


def targets_of_a_role_differ(loaded: Loaded) -> Iterator[Problem]:
    """No two targets of a role are of one KPI, one measure and one scope, taken in the same way: they would repeat or contradict each other."""
    for role in loaded.handbook.roles.values():
        seen: dict[object, dict[object, int]] = {}
        for number, line in enumerate(role.kpis):
            ways = seen.setdefault((line.kpi, line.measure, line.scope and (line.scope.zh, line.scope.en)), {})
            first = ways.get(_way(line.target), ways.get(None, number))
            if line.target is None:  # that no document gives one, while another line does
                first = min(ways.values(), default=number)
            ways.setdefault(_way(line.target), number)
            if first != number:
                yield loaded.problem("roles", role.id, ("kpis", number), *_said(line, first))


def _way(target: Target | None) -> object:
    """How a target is taken, whatever its number: a share each month and a fall against last year are two targets."""
    if target is None:
        return None
    compared = (target.comparator or "")[:1]  # at least and at most are the two ends of a range
    return (compared, target.change, target.reference, target.baseline, target.period, target.per, target.deadline and target.deadline.from_,
            target.lead_time and target.lead_time.before, target.frequency is not None, target.sample)


def _said(line: RoleTarget, first: int) -> tuple[str, str]:
    return (f"第{first + 1}项已经写了“{line.kpi}”的这个目标；合成一项，管的范围不同就各写scope",
            f"Item {first + 1} gives this target of “{line.kpi}” already; make them one, or say in scope what each covers")


def ids_tell_roles_posts_and_teams_apart(loaded: Loaded) -> Iterator[Problem]:
    """No post, title or team has the id of a role, nor of each other: whoever writes one would not know which is meant."""
    seen: dict[str, str] = {}
    for kind in WHO:
        for id in loaded.known[kind]:
            first = seen.setdefault(id, kind)
            if first != kind:
                (zh, en) = WHO_NAMES[first]
                yield loaded.problem(kind, id, (), f"“{id}”已经是一个{zh}的编号；换一个", f"“{id}” is the id of a {en} already; choose another", at_key=True)
