"""Ids become anchors, and the rule that keeps them apart knows every anchor that pages have for themselves."""
from __future__ import annotations

import re

import pytest

from macros.checks.anchors import FRAME, LETTER, TAKEN
from macros.loading.folder import load
from tests.bodies import bodies
from tests.places import BAKERIES, BAKERY

# The pages that a kind stands on under its bare ids; a star is any page below.
STANDING = {
    **{kind: (f"{kind}/*",) for kind in ("roles", "competencies", "kpis", "moves", "practices", "tracks")},
    "stages": ("stages/", "stages/*", "roles/"),
    "terms": ("terms/",),
    "cases": ("cases/",),
    "competency_groups": ("competencies/", "matrix/"),
    "kpi_groups": ("kpis/",),
    "practice_groups": ("practices/",),
}
PREFIXED = re.compile("(c|differ|why|term|duty|level|measure|rule|step|layer|track|group)-.*")


@pytest.mark.parametrize("folder", [BAKERY, BAKERIES], ids=["tiny", "bakeries"])
def test_the_rule_knows_every_anchor_that_pages_have_for_themselves(folder):
    handbook = load(folder, ())
    made = {address.removeprefix("en/"): body for address, body in bodies(handbook, ("en",)).items()}
    assert STANDING.keys() == TAKEN.keys()
    for kind, places in STANDING.items():
        stars = tuple(place[:-1] for place in places if place.endswith("*"))
        on = [body for path, body in made.items() if path in places or (path.startswith(stars) and path not in stars)]
        own = {id for body in on for id in re.findall(r'\sid="([^"]+)"', body)} - getattr(handbook, kind).keys()
        assert {id for id in own if not PREFIXED.fullmatch(id) and not LETTER.fullmatch(id)} <= {*FRAME, *TAKEN[kind]}
