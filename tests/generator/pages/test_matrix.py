"""The matrix of roles and competencies, and the smaller ones on stages and tracks, as values."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.tracks import Rung
from macros.pages import matrix
from macros.views.reader import Reader
from macros.website.page_list import record_content
from tests.places import BAKERY


@pytest.fixture(scope="module")
def tiny() -> Reader:
    return Reader(load(BAKERY, RULES), "en", "../../")


def test_the_matrix_holds_levels_needs_and_totals(tiny):
    table = matrix.matrix(tiny)["table"]
    assert [(stage["link"].name, stage["n"]) for stage in table["stages"]] == [("Apprentice stage", 1), ("Baker stage", 1)]
    rows = {
        row["link"].name: [cell["asked"] and (cell["asked"]["level"].name, cell["asked"]["useful"], cell["asked"]["href"]) for cell in row["cells"]]
        for kind in table["kinds"]
        for row in kind["rows"]
    }
    assert rows == {
        "Kneading “*”": [("Execute", True, "../../en/competencies/dough/#level-execute"), None],
        "Watching the fire": [("Execute", False, "../../en/competencies/fire/#level-execute"), ("Plan", False, "../../en/competencies/fire/#level-plan")],
    }
    assert [role["n"] for role in table["roles"]] == [2, 1] and table["n"] == 3


def test_a_stage_and_a_track_have_their_own_smaller_tables(tiny):
    baker = matrix.of_stage(tiny, "baker")["table"]
    assert [role["link"].name for role in baker["roles"]] == ["Crust brander"]
    assert [row["link"].name for kind in baker["kinds"] for row in kind["rows"]] == ["Watching the fire"]
    assert [role["link"].name for role in matrix.of_track(tiny, "bread")["table"]["roles"]] == ["Oven hand", "Crust brander"]


@pytest.mark.parametrize(("rung", "said"), [
    (Rung(stage="baker"), 'href="../../../en/matrix/"'), (Rung(posts=("master-baker",)), "No document describes a role on this track"),
])
def test_a_track_of_whole_stages_leads_to_the_large_table_and_one_of_names_says_so(tiny, rung, said):
    (track,) = tiny.handbook.tracks.values()
    other = replace(tiny.handbook, tracks={track.id: track.model_copy(update={"rungs": (rung, rung)})})
    body = record_content("tracks", track.id, Reader(other, "en", "../../../")).body
    assert said in body and '<table class="matrix' not in body
    assert said not in record_content("tracks", track.id, tiny).body


def test_only_stages_with_roles_and_ladders_with_rungs_have_a_smaller_table_to_lead_to(tiny):
    (track,), stage = tiny.handbook.tracks.values(), tiny.handbook.stages["baker"]
    more = replace(
        tiny.handbook,
        stages={**tiny.handbook.stages, "owner": stage.model_copy(update={"id": "owner"})},
        tracks={track.id: track, "bare": track.model_copy(update={"id": "bare", "rungs": ()})},
    )
    links = [link.href for group in matrix.matrix(Reader(more, "en", "../../"))["smaller"] for link in group["links"]]
    assert links == [f"../../en/{path}/#matrix" for path in ("stages/apprentice", "stages/baker", "tracks/bread")]
