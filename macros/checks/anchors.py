"""A rule on ids that become anchors: none takes the place of another on the pages it stands on."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.sources import TERM_KINDS
from macros.words.problems import Problem

FRAME = ("content", "navigation")  # of every page
OF_RECORDS = ("open-points", "practices", "sources", "terms")  # at the foot of the pages of records
# What the pages have for themselves on which the ids of a kind stand as they are; other kinds stand there with a prefix.
TAKEN: dict[str, tuple[str, ...]] = {
    "roles": (
        *OF_RECORDS, "authority", "competencies", "duties", "growth", "job-post", "kpis", "moves", "profile", "purpose", "qualifications", "related",
        "works-with",
    ),
    "competencies": (*OF_RECORDS, "interview", "levels", "methods", "related", "resources", "roles"),
    "kpis": (*OF_RECORDS, "caution", "measures", "promotion", "related", "rewards", "roles", "thresholds"),
    "moves": (*OF_RECORDS, "conditions", "gap", "learning", "results", "support"),
    "practices": (*OF_RECORDS, "cases", "concerns", "elsewhere", "resources", "rules", "steps"),
    "tracks": (*OF_RECORDS, "ladder", "matrix", "moves", "steps"),
    "stages": (
        *OF_RECORDS, "abilities", "by-stage", "by-track", "core-tasks", "layers", "matrix", "promotion-signals", "roles", "stages", "stages-and-layers",
    ),
    "terms": ("terms", *TERM_KINDS),
    "cases": ("all-cases", "cases"),
    "competency_groups": ("alphabet", "competencies", "entries", "kinds", "matrix", "smaller"),
    "kpi_groups": ("entries", "kpis"),
    "practice_groups": ("practices",),
}
LETTER = re.compile("letter-[a-z]")  # of the list of competencies from A to Z


def ids_are_free_to_be_anchors(loaded: Loaded) -> Iterator[Problem]:
    """No record and no group has an id that its pages need for another anchor."""
    for (kind, id), (document, path) in loaded.homes.items():
        if kind in TAKEN and (id in FRAME or id in TAKEN[kind] or (kind == "competency_groups" and LETTER.fullmatch(id))):
            yield document.problem(path, f"编号“{id}”页面自己要用；换一个", f"Pages need the id “{id}” themselves; choose another", at_key=True)
