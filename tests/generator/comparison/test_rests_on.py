"""What a comparison says of roles, stages and conditions has the marks and remarks that it has on the pages it comes from."""
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from macros.comparison.browser_files import ROOT, comparison_files
from macros.comparison.help_view import help_view
from macros.comparison.plan import conditions
from macros.comparison.sheet import Sheet, role_sheet
from macros.comparison.stage_sheet import stage_sheet
from macros.comparison.standing import no_way
from macros.comparison.transition import transition, ways
from macros.model.handbook import Handbook
from macros.model.record import Gap, Note, Party, Places, Reason
from macros.model.tracks import Rung, Track
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

WHY = Text(zh="这样看。", en="So we see it.")


def rows(sheet: Sheet) -> dict[str, View]:
    return {row.key: row.cell for group in sheet.groups for row in group.rows}


def marked(cell: View) -> list[tuple[str, list[str]]]:
    """The links of a cell, each with its marks."""
    return [(one["link"].name, [mark["mark"] for mark in one["marks"]]) for one in cell["links"]]


def on_track(handbook: Handbook, basis: str, *rungs: Rung) -> Handbook:
    """The only track, resting on this, with these rungs."""
    track = handbook.tracks["bread"].model_copy(update={"basis": basis, "rungs": rungs})
    return replace(handbook, tracks={"bread": track})


@pytest.mark.parametrize(("track", "rung", "marks"), [
    ("stated", "stated", []), ("stated", "inferred", ["inf."]), ("example", "stated", ["e.g."]), ("example", "inferred", ["inf.", "e.g."]),
])
def test_a_place_on_a_track_has_the_marks_of_the_step_and_of_the_track(tiny, track, rung, marks):
    own = Rung(roles=("oven-hand",), basis=rung, note=Note(**WHY.model_dump()) if rung != "stated" else None)
    reader = Reader(on_track(tiny, track, own, Rung(roles=("crust-brander",))), "en", "")
    assert marked(rows(role_sheet(reader, "oven-hand"))["tracks"]) == [("Bread track", marks)]
    here = [(name, [one for one in found if one in marks]) for name, found in marked(rows(stage_sheet(reader, "apprentice"))["track-bread"])]
    assert here == [("Oven hand", marks)], "and so where a stage names who is on the track"


@pytest.mark.parametrize(("basis", "marks"), [("inferred", ["inf."]), ("stated", []), (None, [])])
@pytest.mark.parametrize("tracked", [True, False])
def test_who_is_at_a_stage_by_inference_has_its_mark_there(tiny, basis, marks, tracked):
    stage = {"stage": Reason(basis=basis, why=WHY)} if basis == "inferred" else {}
    oven = tiny.roles["oven-hand"].model_copy(update={"basis_of": stage})
    rungs = (Rung(roles=("oven-hand",)),) if tracked else (Rung(roles=("crust-brander",)),)
    reader = Reader(on_track(replace(tiny, roles={**tiny.roles, "oven-hand": oven}), "stated", *rungs), "en", "")
    cell = rows(stage_sheet(reader, "apprentice"))["track-bread" if tracked else "off-tracks"]
    assert marked(cell) == [("Oven hand", marks)]
    assert [mark["said"] for one in cell["links"] for mark in one["marks"]] == (["So we see it."] if marks else [])


def test_a_post_at_a_stage_by_inference_has_its_mark_too(tiny):
    baker = tiny.posts["master-baker"].model_copy(update={"basis_of": {"stage": Reason(basis="inferred", why=WHY)}})
    reader = Reader(replace(tiny, posts={**tiny.posts, baker.id: baker}), "en", "")
    assert ("Master baker", ["inf."]) in [(name, marks[:1]) for name, marks in marked(rows(stage_sheet(reader, "baker"))["track-bread"])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_be_known_of_conditions_stands_with_them(tiny, language):
    (way,) = ways(tiny)
    (move,) = (one.model_copy(update={"note": Note(**WHY.model_dump(), basis="inferred")}) for one in way.moves)
    reader = Reader(replace(tiny, moves={**tiny.moves, move.id: move}), language, "")
    (told,) = conditions(reader, [move])
    assert told["note"]["text"] == WHY[language] and told["note"]["why"]["mark"] == reader.word("mark", "inferred")
    assert rows(role_sheet(reader, way.target.id))[f"promotion-{move.id}"]["note"] == told["note"]


def test_the_remark_of_a_part_of_a_practice_stands_with_what_helps(tiny):
    group = tiny.practices["baking-again"].groups["how-many"]
    lesson = {"how-many": group.model_copy(update={"for_": (Party(stage="baker"),), "note": Note(**WHY.model_dump()), "basis": "stated"})}
    growing = tiny.practices["baking-again"].model_copy(update={"kind": "growth", "groups": lesson})
    groups = {**tiny.practice_groups, "growth": tiny.practice_groups["work"].model_copy(update={"id": "growth", "helps_growth": True})}
    other = replace(tiny, practices={growing.id: growing}, practice_groups=groups)
    (way,) = ways(other)
    shown = help_view(Reader(other, "en", ""), transition(other, way.origin, way.target), ())
    assert shown and shown["later"][0]["marks"]["why"]["said"] == "So we see it."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("cadence", "marked"), [("event", True), ("day", False)])
def test_a_period_that_no_document_states_has_its_mark_in_the_table_and_in_what_the_browser_reads(tiny, language, cadence, marked):
    """Only where the target counts over what its indicator counts over; a period of its own is the target's."""
    burnt = tiny.kpis["burnt-loaves"].model_copy(update={"cadence": cadence, "basis_of": {"cadence": Reason(basis="inferred", why=WHY)}})
    other = replace(tiny, kpis={**tiny.kpis, burnt.id: burnt})
    cell = rows(role_sheet(Reader(other, language, ROOT), "oven-hand"))["kpi-burnt-loaves"]
    per_event = Reader(other, language, "").say(" ({aside})", aside=other.occasions["event"].name[language])
    assert [one["when"] for one in cell["targets"] if one["when_why"]] == [per_event] * marked
    file = next(one for one in comparison_files(other, language) if one.path == f"{language}/compare/roles/oven-hand.json")
    (read,) = (row["cell"] for group in json.loads(file.text)["groups"] for row in group["rows"] if row["key"] == "kpi-burnt-loaves")
    for html in (printed("comparison/pieces.html", "cell", cell), read):
        assert [WHY[language] in part for part in html.split(per_event)] == [False, marked]


def ladder(handbook: Handbook, *stages: str) -> Track:
    return handbook.tracks["bread"].model_copy(update={"id": "stages", "rungs": tuple(Rung(stage=one) for one in stages)})


@pytest.mark.parametrize(("stages", "up", "down"), [
    (("apprentice", "baker"), "文件只写了阶段的先后", "文件没有写这条路"), (("apprentice",), "文件没有写这条路", "文件没有写这条路"),
])
def test_where_documents_give_the_order_of_the_stages_that_is_not_denied(tiny, stages, up, down):
    reader = Reader(replace(tiny, tracks={"stages": ladder(tiny, *stages)}), "zh", "")
    oven, crust = (reader.handbook.roles[id] for id in ("oven-hand", "crust-brander"))
    assert no_way(reader, oven, crust).startswith(up) and no_way(reader, crust, oven).startswith(down)


@pytest.mark.parametrize(("target", "concerned", "said"), [
    ("crust-brander", "fire-lighter", True), ("crust-brander", "oven-hand", False), ("oven-hand", "fire-lighter", False),
])
def test_where_a_track_leaves_open_whether_a_role_is_on_it_that_is_said(tiny, target, concerned, said):
    gap = Gap(missing=Text(zh="看火的算不算", en="whether it includes the fire lighter"), also=Places(roles=(concerned,)))
    other = on_track(tiny, "stated", Rung(roles=("oven-hand",)), Rung(roles=("crust-brander",)))
    reader = Reader(replace(other, tracks={"bread": other.tracks["bread"].model_copy(update={"gaps": (gap,)})}), "en", "")
    told = no_way(reader, *(reader.handbook.roles[id] for id in ("fire-lighter", target)))
    assert told.startswith("No document says whether it includes the fire lighter. ") == said


@pytest.mark.parametrize(("basis", "order"), [
    ("stated", "Oven hand → Fire lighter → Crust brander."), ("inferred", "Oven hand → Fire lighter → Crust brander (inferred)."),
])
def test_an_order_says_what_it_rests_on(tiny, basis, order):
    rungs = [Rung(roles=(one,)) for one in ("oven-hand", "fire-lighter", "crust-brander")]
    reader = Reader(on_track(tiny, "stated", *rungs[:2], rungs[2].model_copy(update={"basis": basis})), "en", "")
    assert order in no_way(reader, *(reader.handbook.roles[id] for id in ("oven-hand", "crust-brander")))
