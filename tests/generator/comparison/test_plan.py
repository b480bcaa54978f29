"""The plan of a move as values: how far it leads, what its lists leave out, and what stands on which page."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.comparison.gap import count, placed
from macros.comparison.page import way_page
from macros.comparison.sheet import role_sheet
from macros.comparison.stage_sheet import stage_sheet
from macros.comparison.standing import direction, signs
from macros.comparison.transition import climb, transition, ways
from macros.model.figures import FiguredItem
from macros.model.handbook import Handbook
from macros.model.record import Reason
from macros.model.tracks import Rung
from macros.pages.roles import role
from macros.views.marks import why
from macros.views.reader import Reader
from macros.words.texts import Text
from tests.generator.comparison.sharing import asked, sharing

ROOT = "../../"


def said(handbook: Handbook, origin: str, target: str) -> list[str]:
    return [direction(Reader(handbook, language, ROOT), handbook.roles[origin], handbook.roles[target]) for language in ("zh", "en")]


def changed(handbook: Handbook, id: str, **values: object) -> Handbook:
    return replace(handbook, roles={**handbook.roles, id: handbook.roles[id].model_copy(update=values)})


def with_rungs(handbook: Handbook, *roles: str) -> Handbook:
    return replace(handbook, tracks={"bread": handbook.tracks["bread"].model_copy(update={"rungs": tuple(Rung(roles=(one,)) for one in roles)})})


@pytest.mark.parametrize(
    ("origin", "target", "zh", "en"),
    [
        ("oven-hand", "crust-brander", "升1个阶段：从学徒阶段到师傅阶段。", "1 stage up: from the apprentice stage to the baker stage."),
        ("crust-brander", "oven-hand", "相差1个阶段：一个在师傅阶段，一个在学徒阶段。",
         "1 stage apart: one role is at the baker stage, the other at the apprentice stage."),
        ("oven-hand", "fire-lighter", "两个岗位同在学徒阶段。", "Both roles are at the apprentice stage."),
    ],
)
def test_up_down_and_neither_are_said_plainly(tiny, origin, target, zh, en):
    assert said(tiny, origin, target) == [zh, en]


def test_rungs_of_a_shared_track_count_within_a_stage(tiny):
    level = with_rungs(changed(tiny, "crust-brander", stage="apprentice"), "oven-hand", "fire-lighter", "crust-brander")
    assert said(level, "oven-hand", "fire-lighter") == [
        "沿面包线升1阶；两个岗位同在学徒阶段。", "1 step up the bread track; both roles are at the apprentice stage.",
    ]
    assert said(level, "crust-brander", "oven-hand") == [
        "在面包线上相差2阶；两个岗位同在学徒阶段。", "2 steps apart on the bread track; both roles are at the apprentice stage.",
    ]
    assert climb(level, level.roles["oven-hand"], level.roles["crust-brander"]).rises


def test_several_stages_are_counted(tiny):
    stages = {"apprentice": tiny.stages["apprentice"], "between": tiny.stages["baker"], "baker": tiny.stages["baker"]}
    far = replace(tiny, stages=stages)
    assert said(far, "oven-hand", "crust-brander") == [
        "升2个阶段：从学徒阶段到师傅阶段。",
        "2 stages up: from the apprentice stage to the baker stage.",
    ]
    assert said(far, "crust-brander", "oven-hand")[1] == "2 stages apart: one role is at the baker stage, the other at the apprentice stage."


def test_a_stage_whose_name_is_no_noun_has_no_article(tiny):
    named = replace(
        tiny,
        stages={id: stage.model_copy(update={"name": Text(zh=f"{n}级", en=f"Grade {n}")}) for n, (id, stage) in enumerate(tiny.stages.items(), 5)},
    )
    assert said(named, "oven-hand", "crust-brander") == ["升1个阶段：从5级到6级。", "1 stage up: from Grade 5 to Grade 6."]


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Entry stage", "entry stage"),
        ("SEO and SEM", "SEO and SEM"),
        ("Chinese and English", "Chinese and English"),
        ("Chief Market Adviser", "Chief Market Adviser"),
        ("Guild of Bakers", "Guild of Bakers"),
        ("Working in Chinese and English", "working in Chinese and English"),
        ("The yearly “Oven Plan”", "the yearly “Oven Plan”"),
        ("A/B tests", "a/B tests"),
    ],
)
def test_names_inside_an_english_sentence_have_no_capital(tiny, name, inside):
    assert Reader(tiny, "en", ROOT).inside(name) == inside and Reader(tiny, "zh", ROOT).inside(name) == name


def test_signs_on_a_rung_of_the_same_stage_are_those_of_the_role_alone(tiny):
    level = with_rungs(tiny, "oven-hand", "fire-lighter")
    reader = Reader(level, "en", ROOT)
    assert [one["link"].name for one in signs(reader, level.roles["oven-hand"], level.roles["fire-lighter"])] == ["Oven hand"]
    assert [one["link"].name for one in signs(reader, level.roles["oven-hand"], level.roles["crust-brander"])] == ["Oven hand", "Apprentice stage"]


def test_the_levels_before_the_one_asked_for_are_there(tiny):
    rows = {row.key: row for group in role_sheet(Reader(tiny, "en", ROOT), "crust-brander").groups for row in group.rows}
    assert [one["level"].step for one in rows["competency-fire"].below] == [1] and all(one["lines"] and "why" in one for one in rows["competency-fire"].below)
    (row,) = next(part for part in way_page(Reader(tiny, "en", ROOT), ways(tiny)[0])["plan"]["parts"] if part["id"] == "raise")["rows"]
    assert list(row["below"]) == [], "not one’s own level again"


def test_what_a_level_means_stands_under_the_mark_of_all_of_it(tiny):
    fire = tiny.competencies["fire"]
    for basis, marked in (("stated", ""), ("inferred", "inf."), ("editorial", "ed.")):
        level = fire.levels["plan"].model_copy(update={"basis": basis})
        changed = replace(tiny, competencies={**tiny.competencies, "fire": fire.model_copy(update={"levels": {**fire.levels, "plan": level}})})
        row = next(row for group in role_sheet(Reader(changed, "en", ROOT), "crust-brander").groups for row in group.rows if row.key == "competency-fire")
        assert row.means and (row.means["why"] or {"mark": ""})["mark"] == marked


def test_what_the_levels_of_a_role_rest_on_is_marked_where_they_are_compared(tiny):
    reader = Reader(tiny, "en", ROOT)
    for one in tiny.ordered_roles:
        rows, rests = {row.key: row for group in role_sheet(reader, one.id).groups for row in group.rows}, one.competencies_basis
        assert rows["levels"].cell["why"] == why(reader, rests.basis, note=rests.why, sources=rests.sources)


def test_a_period_that_is_not_stated_is_not_spoken_of(tiny):
    kpis = {row.key: row for row in role_sheet(Reader(tiny, "en", ROOT), "oven-hand").groups[2].rows}
    assert {line["when"] for row in kpis.values() for line in row.cell["targets"]} == {" (every month)", " (in a quarter)", " (in a year)", " (per event)", ""}


def test_a_destination_stands_in_one_row(tiny):
    reader = Reader(sharing(tiny), "en", ROOT)
    onward = role_sheet(reader, "oven-hand").groups[-1]
    assert [row.name for row in onward.rows] == ["Crust brander", "Shop", "Your own bakery"], "an honorary title is no destination"
    assert [(one["kind"], [link.name for link in one["links"]]) for one in onward.rows[0].cell["ways"]] == [
        ("Promotion: ", ["Bread track", "From oven hand to crust brander"]),
    ], "one promotion is one line"


def test_a_stage_names_those_on_no_track(tiny):
    reader = Reader(with_rungs(tiny, "crust-brander"), "en", ROOT)
    (row,) = stage_sheet(reader, "apprentice").groups[-1].rows
    assert (row.key, [one["link"].name for one in row.cell["links"]]) == ("off-tracks", ["Oven hand"])


@pytest.mark.parametrize(("before", "after", "zh", "en"), [
    ((), ("fire",), "新增1项", "1 to add"), (("fire",), ("fire",), "没有要新增或提高的", "nothing to add or raise"),
])
def test_what_is_none_is_not_counted(tiny, before, after, zh, en):
    change = transition(
        tiny,
        tiny.roles["oven-hand"].model_copy(update={"competencies": asked(*before)}),
        tiny.roles["crust-brander"].model_copy(update={"competencies": asked(*after)}),
    )
    assert [count(Reader(tiny, language, ROOT), change) for language in ("zh", "en")] == [zh, en]


def test_the_contents_name_the_parts_of_a_plan(tiny):
    assert list(way_page(Reader(tiny, "en", ROOT), ways(tiny)[0])["sections"]) == [
        "plan", "raise", "conditions", "signs", "side-by-side", "kpis", "duties", "qualifications", "growth", "next",
    ]


def test_a_role_leads_to_a_plan_to_every_other(tiny):
    view = role(Reader(tiny, "en", ROOT), "oven-hand")
    assert [(stage["name"], [one["ids"] for one in stage["roles"]]) for stage in view["comparing"]["stages"]] == [("Baker stage", ["oven-hand,crust-brander"])]
    assert role(Reader(tiny, "en", ROOT), "fire-lighter")["comparing"]["stages"] == [], "nobody sets out from a role no longer in use"
    assert view["comparing"]["action"] == f"{ROOT}en/compare/#plan" and view["compare"].endswith("compare/?roles=oven-hand")
    assert [one["href"] for one in view["related"]] == [f"{ROOT}en/compare/?roles=oven-hand,crust-brander"]


def test_what_the_stages_rest_on_is_marked_where_the_way_is_told(tiny):
    reason = {"stage": Reason(basis="inferred", why=Text(zh="这样看。", en="So we see it."))}
    inferred = changed(tiny, "oven-hand", basis_of=reason)
    marks = [
        [one["mark"] for one in placed(Reader(handbook, "en", ROOT), *(handbook.roles[id] for id in ("oven-hand", "crust-brander")))]
        for handbook in (changed(changed(tiny, "oven-hand", basis_of={}), "crust-brander", basis_of={}), changed(inferred, "crust-brander", basis_of=reason))
    ]
    assert marks == [[], ["inf."]], "none for stated ones, one for both"


@pytest.mark.parametrize(("needed", "names"), [("not-settled", ["Always required:", "", ""]), ("all", ["", "", ""])])
def test_the_condition_that_is_required_whatever_holds_of_the_others_is_named_in_the_table(tiny, needed, names):
    move = next(one for one in tiny.used("moves") if one.to and tiny.promotions_to(tiny.roles[one.to[0].role or "crust-brander"]))
    items = [FiguredItem.model_validate({"zh": f"条件{n}", "en": f"Condition {n}"}) for n in (1, 2, 3)]
    asked = move.model_copy(update={"always": tuple(items[:1]), "conditions": tuple(items[1:]), "conditions_any_of": (), "needed": needed})
    handbook = replace(tiny, moves={**tiny.moves, move.id: asked})
    found = {row.key: row.cell for group in role_sheet(Reader(handbook, "en", ROOT), move.to[0].role).groups for row in group.rows}
    assert [line["name"] for line in found[f"promotion-{move.id}"]["lines"]] == names
