"""Comparison and plan as values: sheets side by side, gaps in words, ways between roles, the files the browser reads."""
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.comparison.browser_files import comparison_files
from macros.comparison.gap import sentence
from macros.comparison.neighbours import neighbours
from macros.comparison.page import way_page
from macros.comparison.plan import plan
from macros.comparison.sheet import role_sheet, stage_sheet
from macros.comparison.table import side_by_side
from macros.comparison.transition import Way, transition, ways
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.roles import Requirement
from macros.views.page import View
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.generator.comparison.sharing import sharing
from tests.places import BAKERIES, BAKERY

ROOT = "../../"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return load(BAKERY, RULES)


@pytest.fixture(scope="module", params=["zh", "en"])
def reader(request, handbook) -> Reader:
    return Reader(handbook, request.param, ROOT)


def asks(handbook: Handbook, role: str, **levels: str):
    """A role that asks for these competencies at these levels."""
    needed = tuple(Requirement(competency=one, level=level, need="essential", **{"for": ("x",)}) for one, level in levels.items())
    return handbook.roles[role].model_copy(update={"competencies": needed})


def test_a_transition_tells_what_is_new_raised_kept_and_left(handbook):
    change = transition(
        handbook, asks(handbook, "oven-hand", fire="plan", dough="lead"), asks(handbook, "crust-brander", fire="lead", dough="execute", salt="plan")
    )
    assert [one.competency for one in change.to_learn] == ["salt"]
    assert [(own.level, asked.level) for own, asked in change.to_raise] == [("plan", "lead")]
    assert [(own.level, asked.level) for own, asked in change.stays] == [("lead", "execute")], "less than before is nothing to work on"
    back = transition(handbook, change.target, change.origin)
    assert [one.competency for one in back.no_longer] == ["salt"] and not back.to_learn
    assert [one.competency for _, one in back.to_raise] == ["dough"]


def test_an_indicator_stays_only_when_its_measure_does(handbook):
    change = transition(handbook, handbook.roles["oven-hand"], handbook.roles["crust-brander"])
    assert [(own.kpi, asked.target) for own, asked in change.kpis_stay] == [("flour-return", None)]
    assert {(one.kpi, one.measure) for one in change.kpis_end} == {("burnt-loaves", "share"), ("burnt-loaves", "count")}
    assert change.kpis_new == () and change.bases == ("inferred", "editorial")


def test_ways_join_described_roles_by_steps_and_moves(handbook):
    (way,) = ways(handbook)
    assert (way.origin.id, way.target.id) == ("oven-hand", "crust-brander")
    assert [(step.track.id, step.number) for step in way.steps] == [("bread", 1)] and [move.id for move in way.moves] == ["oven-hand-to-crust-brander"]


SENTENCES = [
    ({}, {}, "", ""),
    ({"fire": "plan"}, {"fire": "execute"}, "", ""),
    ({}, {"fire": "execute"}, "新增1项能力。", "1 new competency."),
    ({"fire": "execute"}, {"fire": "plan"}, "1项提高一级。", "1 up by one level."),
    ({"fire": "execute"}, {"fire": "lead", "dough": "plan"}, "新增1项能力，1项提高一级以上。", "1 new competency and 1 up by one level or more."),
    ({"fire": "execute", "dough": "plan"}, {"fire": "plan", "dough": "lead"}, "2项提高一级。", "2 up by one level."),
]


@pytest.mark.parametrize(("before", "after", "zh", "en"), SENTENCES)
def test_the_sentence_says_what_is_new_and_nothing_when_nothing_is(handbook, before, after, zh, en):
    change = transition(handbook, asks(handbook, "crust-brander", **before), asks(handbook, "crust-brander", **after))
    assert [sentence(Reader(handbook, language, ROOT), change) for language in ("zh", "en")] == [zh, en]


def test_new_indicators_are_counted_once_each(handbook):
    change = transition(handbook, asks(handbook, "crust-brander"), asks(handbook, "oven-hand"))
    assert len(change.kpis_new) == 4, "three targets for one measure, one for another, of one indicator"
    assert [sentence(Reader(handbook, language, ROOT), change) for language in ("zh", "en")] == ["新增1项指标。", "1 new KPI."]


def test_rows_stand_beside_each_other_by_key_and_equal_ones_fold(reader, handbook):
    reader = replace(reader, handbook=sharing(handbook))
    table = side_by_side(reader, [role_sheet(reader, "oven-hand"), role_sheet(reader, "crust-brander")])
    rows = {row["name"]: row for group in table["groups"] for row in group["rows"]}
    fire, dough = (rows[reader.link("competencies", one).name] for one in ("fire", "dough"))
    above = {"zh": "比看炉工高1级", "en": "1 level above the oven hand"}[reader.language]
    assert [cell["diff"] for cell in fire["cells"]] == ["", above] and fire["cells"][1]["raised"]
    assert dough["cells"][1]["cell"] == {"open": {"zh": "没有列出", "en": "not listed"}[reader.language]}
    assert table["folded"] == {"zh": "已收起1行", "en": "1 row folded"}[reader.language]
    assert [row["name"] for row in rows.values() if row["same"]] == [reader.handbook.moves["own-bakery"].to[0].outside[reader.language]]
    twice = side_by_side(reader, [role_sheet(reader, "oven-hand")] * 2)
    assert all(row["same"] for group in twice["groups"] for row in group["rows"])
    assert reader.inside(fire["name"]) in {group["id"]: group for group in twice["groups"]}["competencies"]["same"]


def test_a_row_is_equal_by_what_it_says_not_by_its_basis(reader, handbook):
    roles = {**handbook.roles, "crust-brander": handbook.roles["crust-brander"].model_copy(update={"stage": "apprentice"})}
    other = Reader(replace(handbook, roles=roles), reader.language, ROOT)
    table = side_by_side(other, [role_sheet(other, "oven-hand"), role_sheet(other, "crust-brander")])
    (stage,) = [row for row in table["groups"][0]["rows"] if row["name"] == reader.say("Stage")]
    assert stage["same"] and stage["cells"][0]["cell"]["links"][0]["link"].why and not stage["cells"][1]["cell"]["links"][0]["link"].why


def test_stages_stand_side_by_side_with_who_is_on_each_track(reader):
    table = side_by_side(reader, [stage_sheet(reader, "apprentice"), stage_sheet(reader, "baker")])
    (track,) = [group for group in table["groups"] if group["id"] == "tracks"][0]["rows"]
    here = [[one["link"].name for one in cell["cell"]["links"]] for cell in track["cells"]]
    assert here == [[reader.link("roles", "oven-hand").name], [reader.link("roles", "crust-brander").name, reader.link("posts", "master-baker").name]]


def planned(reader: Reader, way: Way) -> View:
    return plan(reader, way, role_sheet(reader, way.origin.id), role_sheet(reader, way.target.id))


def test_a_plan_sets_out_the_gap_with_descriptors_conditions_help_and_basis(reader, handbook):
    (way,) = ways(handbook)
    found = planned(reader, way)
    parts = {part["id"]: part for part in found["parts"]}
    assert list(parts) == ["raise", "no-longer", "kpis-stay", "kpis-end"], "no empty list"
    (fire,) = parts["raise"]["rows"]
    assert (fire["before"]["level"].step, fire["after"]["level"].step) == (1, 2)
    assert [line["text"] for line in fire["lines"]] == [one[reader.language] for one in handbook.competencies["fire"].levels["plan"].can]
    assert [one["link"].name for one in found["conditions"]] == [way.moves[0].name[reader.language]]
    assert [one["link"].name for one in found["signs"]] == [
        handbook.roles["oven-hand"].name[reader.language],
        handbook.stages["apprentice"].name[reader.language],
    ]
    assert all(one["lines"] for one in found["signs"])
    assert fire["mark"] == reader.say(", ").join([reader.word("basis", "inferred"), reader.word("basis", "editorial")]), "each gap says what its levels rest on"
    assert [one["mark"] for one in found["bases"]] == [reader.word("basis", "inferred"), reader.word("basis", "editorial")]


def test_a_way_down_shows_no_signs(reader, handbook):
    way = Way(handbook.roles["crust-brander"], handbook.roles["oven-hand"], (), ())
    assert planned(reader, way)["signs"] == [] and planned(reader, way)["conditions"] == []


def test_a_role_lists_each_way_once_with_its_gap(reader, handbook):
    onward = neighbours(reader, handbook.roles["oven-hand"])["to"]
    (way,) = [one for one in onward if one["gap"]]
    assert [one.name for one in way["ways"]] == [
        handbook.tracks["bread"].name[reader.language],
        handbook.moves["oven-hand-to-crust-brander"].name[reader.language],
    ]
    assert way["gap"]["href"] == f"{ROOT}{reader.language}/compare/oven-hand/crust-brander/"
    assert "1" in way["gap"]["count"] and reader.word("basis", "inferred") in way["gap"]["mark"]
    assert [one["who"][0].name for one in neighbours(reader, handbook.roles["crust-brander"])["from"] if one["gap"]] == [
        handbook.roles["oven-hand"].name[reader.language]
    ]


def test_the_page_of_a_way_names_both_ends_and_what_is_new(reader, handbook):
    view = way_page(reader, ways(handbook)[0])
    assert view["name"] == " → ".join(handbook.roles[id].name[reader.language] for id in ("oven-hand", "crust-brander"))
    assert view["essence"] == {"zh": "1项提高一级。", "en": "1 up by one level."}[reader.language]


@pytest.fixture(scope="module")
def files(handbook) -> dict[str, dict]:
    return {one.path: json.loads(one.text) for language in LANGUAGES for one in comparison_files(handbook, language)}


def test_the_browser_gets_an_index_what_helps_and_a_sheet_for_each_role_and_stage(files):
    names = ["help", "index", "roles/crust-brander", "roles/oven-hand", "stages/apprentice", "stages/baker"]
    assert sorted(files) == sorted(f"{language}/compare/{name}.json" for language in LANGUAGES for name in names)


def test_nothing_in_the_files_is_made_for_pairs():
    """Twice the roles make twice the sheets, each as long as before."""
    handbook = load(BAKERIES, RULES)
    sizes = [[len(one.text) for one in comparison_files(times(handbook, n), "zh") if "/roles/" in one.path] for n in (1, 2, 4)]
    number = len(handbook.ordered_roles)
    assert [len(one) for one in sizes] == [number, 2 * number, 4 * number]
    assert max(sizes[2]) < max(sizes[0]) + 50, "but for a longer id"
    rest = [sum(len(one.text) for one in comparison_files(times(handbook, n), "zh") if "/roles/" not in one.path) for n in (1, 2, 4)]
    assert rest[2] - rest[1] < 2.1 * (rest[1] - rest[0])


def times(handbook: Handbook, n: int) -> Handbook:
    """A handbook with each role `n` times."""
    copies = {f"{id}-{copy}": role.model_copy(update={"id": f"{id}-{copy}"}) for copy in range(1, n) for id, role in handbook.roles.items()}
    return replace(handbook, roles={**handbook.roles, **copies})


def test_the_index_tells_what_replaced_a_retired_role(files):
    retired = files["en/compare/index.json"]["retired"]["roles"]
    assert retired == {"fire-lighter": {"by": "oven-hand", "notice": "“Fire lighter”: No longer in use since 1 February 2026. In its place: Oven hand."}}
    assert "fire-lighter" not in files["en/compare/index.json"]["roles"]


def test_everything_in_the_files_is_escaped(files):
    sheet = files["en/compare/roles/oven-hand.json"]
    (duties,) = next(group for group in sheet["groups"] if group["id"] == "duties")["rows"]
    assert "The &lt;b&gt;crust&lt;/b&gt;" in duties["cell"] and "<b>crust" not in duties["cell"]
    assert sheet["name"] == "Oven hand"


def test_both_languages_have_the_same_rows_and_words(files):
    def shape(value: object) -> object:
        """Keys and ids without the texts."""
        if isinstance(value, dict):
            return {key: shape(one) for key, one in value.items() if key != "names"}
        return [shape(one) for one in value] if isinstance(value, list) else type(value)

    for path in files:
        if path.startswith("zh/"):
            zh, en = files[path], files[f"en/{path[3:]}"]
            assert shape(zh) == shape(en), path
            keys = [[row["key"] for group in sheet["groups"] for row in group["rows"]] for sheet in (zh, en) if "groups" in sheet]
            assert not keys or keys[0] == keys[1], path


def test_every_link_in_the_files_leads_somewhere(site):
    for language in ("zh", "en"):
        folder = site / language / "compare"
        for file in sorted(folder.rglob("*.json")):
            for target in {part.split('"')[0] for part in json.dumps(json.loads(file.read_text("utf-8"))).replace('\\"', '"').split('href="')[1:]}:
                path, _, anchor = target.partition("#")
                page = (folder / path / "index.html").resolve()
                assert page.is_file() and (not anchor or f'id="{anchor}"' in page.read_text("utf-8")), (file.name, target)
