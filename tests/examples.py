"""Picks examples from a handbook, so that no test names a record of it."""
from __future__ import annotations

from itertools import permutations
from pathlib import Path

from macros.comparison.transition import Way, transition, ways
from macros.model.competencies import Competency
from macros.model.handbook import Handbook
from macros.model.moves import Move
from macros.model.roles import Role
from macros.website.page_list import KINDS, SINGLE


def role(handbook: Handbook) -> Role:
    """The role that the handbook shows as its example."""
    return handbook.roles[handbook.about.example_role]


def roles(handbook: Handbook, number: int) -> list[Role]:
    """The example and others in use, those first that no step or move joins with it."""
    first = role(handbook)
    joined = {id for way in ways(handbook) for id in (way.origin.id, way.target.id) if first.id in (way.origin.id, way.target.id)}
    others = sorted((one for one in handbook.ordered_roles if one.id != first.id), key=lambda one: one.id in joined)
    assert len(others) >= number - 1, f"the handbook has fewer than {number} roles in use"
    return [first, *others][:number]


def apart(handbook: Handbook) -> tuple[Role, Role]:
    """Two roles that no step or move joins, the second at a higher stage and asking much that the first does not."""
    order, joined = list(handbook.stages), {(way.origin.id, way.target.id) for way in ways(handbook)}

    def new(pair: tuple[Role, Role]) -> int:
        return len({one.competency for one in pair[1].competencies} - {one.competency for one in pair[0].competencies})

    pairs = [(a, b) for a, b in permutations(handbook.ordered_roles, 2) if order.index(a.stage) < order.index(b.stage) and (a.id, b.id) not in joined]
    return max(pairs, key=lambda pair: (order.index(pair[1].stage) - order.index(pair[0].stage), new(pair)))


def shared_competency(handbook: Handbook) -> Competency:
    """The first competency that at least two roles ask for, one of them the example."""
    return next(
        handbook.competencies[id] for id, asking in handbook.roles_by_competency.items()
        if len(asking) > 1 and role(handbook) in [one for one, _ in asking]
    )


def way(handbook: Handbook) -> Way:
    """Two roles that both a step of a track and a move join, or else the first that anything joins."""
    found = ways(handbook)
    return next((one for one in found if one.steps and one.moves), found[0])


def moves_of(handbook: Handbook, found: Role) -> list[Move]:
    """The moves in use that name a role."""
    return [move for move in handbook.used("moves") if any(party.role == found.id for party in (*move.from_, *move.to))]


def raised(handbook: Handbook) -> tuple[Role, Role]:
    """Two roles of which the second asks for something at a higher level."""
    return next((a, b) for a, b in permutations(handbook.ordered_roles, 2) if transition(handbook, a, b).to_raise)


def paths(handbook: Handbook, site: Path, each: int = 1) -> list[str]:
    """A page of every kind of a site: what stands alone, each index, `each` records of each kind from long to short, a way, a source, the written ones."""
    def length(path: str) -> int:
        return (site / "zh" / path / "index.html").stat().st_size

    kinds = [kind for kind in KINDS if handbook.used(kind)]
    records = [sorted((f"{kind}/{record.id}/" for record in handbook.used(kind)), key=length, reverse=True) for kind in kinds]
    spread = [found[place * (len(found) - 1) // max(each - 1, 1)] for found in records for place in range(each)]
    joined = [f"compare/{way.origin.id}/{way.target.id}/" for way in ways(handbook)]
    sources = [f"sources/{id}/" for id in list(handbook.documents)[:1]]
    found = [*(f"{name}/" if name else "" for name in SINGLE), *(f"{kind}/" for kind in kinds), *spread, *joined[:1], *sources, "how-to-read/"]
    return [path for path in dict.fromkeys(found) if (site / "zh" / path / "index.html").is_file()]
