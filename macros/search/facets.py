"""To which stages and tracks a record belongs: by its own word, or by the roles it concerns."""
from __future__ import annotations

from dataclasses import dataclass

from macros.model.handbook import Handbook
from macros.model.record import Record
from macros.model.references import references


@dataclass(frozen=True)
class Facets:
    """Ids of stages and tracks, in the order of the files."""

    stages: tuple[str, ...]
    tracks: tuple[str, ...]


def facets(handbook: Handbook, kind: str, record: Record) -> Facets:
    """The stages and tracks of a record. A role belongs to its own alone, whoever else it names."""
    named = [(kind, record.id)] if kind in ("roles", "stages", "tracks") else [(target, id) for _, target, id in references(record)]
    if kind in ("stages", "tracks"):
        named += [(target, id) for _, target, id in references(record) if target == "roles"]
    if kind in ("competencies", "kpis"):
        asking = handbook.roles_by_competency if kind == "competencies" else handbook.roles_by_kpi
        named += [("roles", role.id) for role, _ in asking.get(record.id, ())]
    roles = {id for target, id in named if target == "roles"}
    stages = {id for target, id in named if target == "stages"} | {handbook.roles[role].stage for role in roles}
    tracks = {id for target, id in named if target == "tracks"} | {track.id for role in roles for track, _ in handbook.tracks_of(role)}
    return Facets(*(tuple(one.id for one in handbook.used(name) if one.id in found) for name, found in (("stages", stages), ("tracks", tracks))))
