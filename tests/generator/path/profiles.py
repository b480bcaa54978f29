"""What somebody lacks for two roles and what they have: as the script of the page finds it, in Node, and as the model says."""
from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.comparison.transition import transition
from macros.model.handbook import Handbook
from macros.model.roles import Requirement, Role
from macros.path.browser_files import path_files
from macros.words.languages import Language
from tests.generator.path.scripts import answers

Case = tuple[Role, Role | None, Role | None]  # my role, my goal, and the role that I am rated as; as none where that is None
SLIM = """given.cases.map(([role, goal, ratings]) => {
  const found = gaps(given.files[`roles/${role}`], given.files[`roles/${goal}`] ?? null, ratings, given.files.index);
  const slim = (all) => all.map(({ id, from, to, useful }) => [id, from, to, useful]);
  return {
    rows: found.rows.map(({ id, mine, role, goal }) => [id, mine, role, goal]), role: slim(found.role), goal: slim(found.goal),
    strengths: found.strengths.map(({ id, at, beyond }) => [id, at, beyond]), unrated: found.unrated.map(({ id }) => id),
  };
})"""


def files(handbook: Handbook, language: Language = "en") -> dict[str, Any]:
    """What the browser reads, by name."""
    start = f"{language}/path/"
    return {one.path.removeprefix(start).removesuffix(".json"): json.loads(one.text) for one in path_files(handbook, language)}


def cases(handbook: Handbook) -> Iterator[Case]:
    """Every two roles, for somebody who is rated as the one, as the other, as a third, as nobody yet; and every role without a goal."""
    roles = handbook.ordered_roles
    for number, role in enumerate(roles):
        yield role, None, roles[number - 1]
        for place, goal in enumerate(roles):
            if goal is not role:
                yield from ((role, goal, someone) for someone in (role, goal, roles[(number + place) % len(roles)], None))


def in_the_browser(handbook: Handbook, found: list[Case]) -> list[dict[str, Any]]:
    """What the script makes of them."""
    given = [(role.id, goal and goal.id, _ratings(handbook, role, goal, someone)) for role, goal, someone in found]
    (made,) = answers("gaps.js", SLIM, given={"files": files(handbook), "cases": given})
    return made


def _ratings(handbook: Handbook, role: Role, goal: Role | None, someone: Role | None) -> dict[str, Any]:
    """Somebody rated as a role asks, and “not yet” in whatever else the two ask for; nothing at all where it is nobody."""
    if someone is None:
        return {}
    asked = [one.competency for each in (role, goal) if each for one in each.competencies]
    levels = dict.fromkeys(asked, "none") | {one.competency: one.level for one in someone.competencies}
    return {id: {"level": level, "evidence": "", "on": "2026-11-30"} for id, level in levels.items()}


def in_python(handbook: Handbook, role: Role, goal: Role | None, someone: Role | None) -> dict[str, Any]:
    """What the comparison of roles says of the same."""
    step = handbook.steps_of_levels
    has = {one.competency: step[one.level] for one in someone.competencies} if someone else {}
    mine, theirs = ({one.competency: one for one in each.competencies} if each else {} for each in (role, goal))
    order = list(handbook.groups("competencies"))
    ids = sorted(dict.fromkeys([*mine, *theirs]), key=lambda id: order.index(handbook.competencies[id].kind))

    def at(found: dict[str, Requirement], id: str) -> int:
        return step[found[id].level] if id in found else 0

    def beyond(target: Role | None) -> list[tuple[str, int, int, bool]]:
        if not target or not someone:
            return []
        change = transition(handbook, someone, target)
        lacking = [*change.to_learn, *(after for _, after in change.to_raise)]
        found = [(one.competency, has.get(one.competency, 0), step[one.level], one.need == "useful") for one in lacking]
        return sorted(found, key=lambda one: (one[3], one[1] - one[2], ids.index(one[0])))

    reached = [(id, has[id], has[id] - max(at(mine, id), at(theirs, id))) for id in ids if id in has]
    need = {id: ((mine if at(mine, id) >= at(theirs, id) and id in mine else theirs)[id].need == "useful") for id in ids}
    return {
        "rows": [(id, has.get(id, 0) if someone else None, at(mine, id), at(theirs, id)) for id in ids],
        "role": beyond(role), "goal": beyond(goal),
        "strengths": sorted((one for one in reached if one[2] >= 0), key=lambda one: (-one[2], need[one[0]], ids.index(one[0]))),
        "unrated": [] if someone else ids,
    }


def all_are_equal(handbook: Handbook) -> int:
    """Holds both against each other for every case; how many of them there were."""
    found = list(cases(handbook))
    for case, made in zip(found, in_the_browser(handbook, found), strict=True):
        right = json.loads(json.dumps(in_python(handbook, *case)))
        assert made == right, [one and one.id for one in case]
    return len(found)
