"""Rules on what must lead elsewhere: a reference to another record, a role to its manager."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.references import references
from macros.words.problems import Path, Problem

ELSEWHERE = ("related", "reports_to", "escalates_to")  # people of one role may well work with each other


def relations_lead_elsewhere(loaded: Loaded) -> Iterator[Problem]:
    """No record is related to itself, and no role reports to itself or takes something to itself."""
    for kind, record in loaded.handbook.records():
        for path, target, id in references(record):
            if path[0] in ELSEWHERE and (target, id) == (kind, record.id):
                yield loaded.problem(kind, record.id, path, *_to_itself(path))


def _to_itself(path: Path) -> tuple[str, str]:
    if path[0] == "reports_to":
        return ("不能汇报给自己；写上级的编号，文件没有写就填not-stated",
                "A role cannot report to itself; name its manager, or write not-stated where no document does")
    return "这里指的就是这条记录自己；改指别的，或删掉", "This points at the record itself; point at another, or delete it"


def reporting_leads_upwards(loaded: Loaded) -> Iterator[Problem]:
    """Going from manager to manager never leads back to where one began. A circle is told of once, at the first of its roles."""
    above = {role.id: role.reports_to.role for role in loaded.handbook.used("roles") if role.reports_to and role.reports_to.role}
    told: set[str] = set()
    for start in above:
        way = [start]
        while (upper := above.get(way[-1])) and upper not in way:
            way.append(upper)
        if upper == start and len(way) > 1 and start not in told:
            told.update(way)
            circle = " → ".join((*way, start))
            yield loaded.problem("roles", start, ("reports_to",), f"汇报关系绕了一圈：{circle}；改掉其中一处",
                                 f"Reporting runs in a circle: {circle}; change one of them")


def moves_lead_elsewhere(loaded: Loaded) -> Iterator[Problem]:
    """No move ends where it begins, none repeats another, and none that is a promotion leads from a stage to one before it."""
    order = list(loaded.handbook.stages)
    seen: dict[object, str] = {}
    for move in loaded.handbook.used("moves"):
        for number, end in enumerate(move.to):
            if end in move.from_ and not end.any:
                yield loaded.problem("moves", move.id, ("to", number), "起点和终点是同一处；改掉一个", "It begins and ends at the same place; change one")
            downhill = [one.stage for one in move.from_ if end.stage and one.stage and one.stage in order and end.stage in order[:order.index(one.stage)]]
            if move.kind == "promotion" and downhill:
                yield loaded.problem("moves", move.id, ("to", number), f"晋升却从“{downhill[0]}”到了排在它前面的“{end.stage}”；两头换过来，或改kind",
                                     f"A promotion from “{downhill[0]}” to “{end.stage}”, a stage before it; change the two round, or the kind")
        first = seen.setdefault((move.kind, frozenset(move.from_), frozenset(move.to), move.track, move.new_to), move.id)
        if first != move.id:
            yield loaded.problem("moves", move.id, (), f"与“{first}”是同一条去向：起点、终点和类别都一样；合成一条",
                                 f"The same move as “{first}”: it begins and ends alike and is of one kind; make them one", at_key=True)


def partners_are_somebody(loaded: Loaded) -> Iterator[Problem]:
    """Whoever a role works with is named."""
    for role in loaded.handbook.roles.values():
        for number, partner in enumerate(role.works_with):
            if not (partner.roles or partner.posts or partner.teams or partner.outside):
                yield loaded.problem("roles", role.id, ("works_with", number), "没有写与谁协作；加roles、posts、teams或outside",
                                     "Nothing says with whom; add roles, posts, teams or outside")
