"""Where each kind is kept: a folder of one file per record, or one file with all of them under one or more keys; a few in either, as the editors like."""
from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from macros.model.competencies import Competency
from macros.model.editions import Edition
from macros.model.kpis import Kpi
from macros.model.moves import Move
from macros.model.posts import Post, Team, Title
from macros.model.practices import Case, Practice
from macros.model.roles import Role
from macros.model.sources import SourceDocument, Term
from macros.model.stages import Layer, Stage
from macros.model.tracks import Track
from macros.model.vocabularies import CHOICES, Currency, Group, GroupOfPractices, Level, Occasion, Unit

FOLDERS: dict[str, type[BaseModel]] = {"roles": Role, "competencies": Competency, "kpis": Kpi, "practices": Practice}
FILES: dict[str, dict[str, type[BaseModel]]] = {
    "levels.yml": {"levels": Level},
    "groups.yml": {"competency_groups": Group, "kpi_groups": Group, "practice_groups": GroupOfPractices, "case_groups": Group},
    "units.yml": {"units": Unit, "currencies": Currency, "occasions": Occasion},
    "stages.yml": {"stages": Stage},
    "layers.yml": {"layers": Layer},
    "tracks.yml": {"tracks": Track},
    "moves.yml": {"moves": Move},
    "cases.yml": {"cases": Case},
    "posts.yml": {"posts": Post, "titles": Title},
    "teams.yml": {"teams": Team},
    "terms.yml": {"terms": Term},
    "sources.yml": {"documents": SourceDocument},
    "changes.yml": {"editions": Edition},
}
# Kinds that grow with the handbook and whose order says nothing: kept in the one file, or in a folder of the same name instead.
EITHER: dict[str, type[BaseModel]] = {kind: FILES[f"{kind}.yml"][kind] for kind in ("moves", "cases", "terms")}
IN_FOLDERS = FOLDERS | EITHER
# What records also point at, and the kinds that it is kept in.
DRAWN_FROM: dict[str, tuple[str, ...]] = {"sections": ("documents",), **{pointed: choice.lists for pointed, choice in CHOICES.items()}}
HOMES = {kind: file for file, kinds in FILES.items() for kind in kinds}
HOMES |= {pointed: HOMES[kinds[0]] for pointed, kinds in DRAWN_FROM.items()}
ABOUT = "handbook.yml"


def kind_of(name: str) -> str:
    """What a file holds by its name: `terms` is in terms.yml as in terms/peel.yml. One with several kinds goes by its own name."""
    return name.partition("/")[0].removesuffix(".yml")


def spread(names: Iterable[str]) -> frozenset[str]:
    """The kinds that have a file for each record, going by the names of all files."""
    return frozenset((*FOLDERS, *(kind_of(name) for name in names if "/" in name)))


def files_missing(kinds: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """For those of the kinds whose records should stand in one file, that file, where it is not there."""
    apart = spread(names)
    return {kind: HOMES[kind] for kind in kinds if kind in HOMES and kind not in apart and HOMES[kind] not in names}
