"""Comparison and plan as values: sheets side by side, gaps in words, ways between roles, the files the browser reads."""
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.comparison.browser_files import comparison_files
from macros.comparison.gap import sentence
from macros.comparison.neighbours import neighbours
from macros.comparison.page import compare, way_page
from macros.comparison.plan import plan
from macros.comparison.sheet import role_sheet
from macros.comparison.stage_sheet import stage_sheet
from macros.comparison.table import side_by_side
from macros.comparison.transition import documented, transition, ways
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.record import Party
from macros.model.roles import Requirement
from macros.model.tracks import Rung
from macros.search.records import record_index
from macros.views.filters import records
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
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


def test_a_transition_tells_what_is_new_raised_and_kept(handbook):
    change = transition(
        handbook, asks(handbook, "oven-hand", fire="plan", dough="lead"), asks(handbook, "crust-brander", fire="lead", dough="execute", salt="plan")
    )
    assert [one.competency for one in change.to_learn] == ["salt"]
    assert [(own.level, asked.level) for own, asked in change.to_raise] == [("plan", "lead")]
    assert [(own.level, asked.level) for own, asked in change.stays] == [("lead", "execute")], "less than before is nothing to work on"
    back = transition(handbook, change.target, change.origin)
    assert not back.to_learn and [one.competency for _, one in back.to_raise] == ["dough"]
    assert transition(handbook, handbook.roles["oven-hand"], handbook.roles["crust-brander"]).bases == ("inferred", "editorial")


def test_ways_join_described_roles_by_steps_and_moves(handbook):
    (way,) = ways(handbook)
    assert (way.origin.id, way.target.id) == ("oven-hand", "crust-brander")
    assert [(step.track.id, step.number) for step in way.steps] == [("bread", 1)] and [move.id for move in way.moves] == ["oven-hand-to-crust-brander"]


SENTENCES = [
    ({}, {}, "这个岗位没有列出能力。", "No competencies are listed for this role."),
    ({"fire": "plan"}, {"fire": "execute"}, "列出的1项能力已经达到。", "The 1 competency listed is already there."),
    ({}, {"fire": "execute"}, "新增1项能力。", "1 competency to add."),
    ({"fire": "execute"}, {"fire": "plan"}, "提高1项能力。", "1 competency to raise."),
    ({"fire": "execute"}, {"fire": "lead", "dough": "plan"}, "新增1项能力、提高1项。", "1 competency to add, 1 to raise."),
    ({"fire": "execute", "dough": "plan"}, {"fire": "plan", "dough": "plan"}, "提高1项能力；1项已经达到。", "1 competency to raise; 1 already there."),
]


@pytest.mark.parametrize(("before", "after", "zh", "en"), SENTENCES)
def test_the_sentence_says_what_is_new_and_nothing_when_nothing_is(handbook, before, after, zh, en):
    change = transition(handbook, asks(handbook, "crust-brander", **before), asks(handbook, "crust-brander", **after))
    assert [sentence(Reader(handbook, language, ROOT), change) for language in ("zh", "en")] == [zh, en]


def test_what_both_have_stands_side_by_side_and_what_one_alone_has_in_a_list(reader, handbook):
    reader = replace(reader, handbook=sharing(handbook))
    oven, crust = (role_sheet(reader, id) for id in ("oven-hand", "crust-brander"))
    groups = {group["id"]: group for group in side_by_side(reader, [oven, crust])["tabled"]}
    fire, dough = (reader.link("competencies", one).name for one in ("fire", "dough"))
    ((shared,),) = ([one["rows"] for one in groups["competencies"]["tables"]],)
    assert [(row["name"], [cell["level"].step for cell in row["cells"]], row["same"]) for row in shared] == [(fire, [1, 2], False)]
    assert [[row.name for row in one["rows"]] for one in groups["competencies"]["own"]] == [[dough], []]
    twice = side_by_side(reader, [oven] * 2)
    assert all(row["same"] for group in twice["tabled"] for one in group["tables"] for row in one["rows"])


def test_of_three_the_row_says_how_many_have_it_and_a_dot_stands_where_it_is_not_listed(reader, handbook):
    reader = replace(reader, handbook=sharing(handbook))
    sheets = [role_sheet(reader, id) for id in ("oven-hand", "crust-brander", "oven-hand")]
    competencies = next(group for group in side_by_side(reader, sheets)["tabled"] if group["id"] == "competencies")
    said = {"zh": ["3个岗位都有", "其中2个岗位有"], "en": ["In all 3 roles", "In 2 of the roles"]}
    assert [one["title"] for one in competencies["tables"]] == said[reader.language]
    ((dough,),) = ([one["rows"] for one in competencies["tables"][1:]],)
    assert dough[0]["cells"][1] == {"missing": {"zh": "没有列出", "en": "not listed"}[reader.language], "dot": True}


def test_a_kpi_is_one_row_with_all_its_targets_and_counts_once(reader):
    kpis = next(group for group in role_sheet(reader, "oven-hand").groups if group.id == "kpis")
    role = reader.handbook.roles["oven-hand"]
    assert len(kpis.rows) == len({one.kpi for one in role.kpis}) < len(role.kpis)
    assert sum(len(row.cell["targets"]) for row in kpis.rows) == len(role.kpis)


def test_a_kpi_without_a_target_keeps_its_mark_beside_its_name_and_in_its_cell(reader, handbook):
    role = handbook.roles["crust-brander"]
    example = role.kpis[0].model_copy(update={"target": None, "basis": "example"})
    own = {**handbook.roles, role.id: role.model_copy(update={"kpis": (example, example, role.kpis[0])})}
    other = Reader(replace(handbook, roles=own), reader.language, ROOT)
    (row,) = next(group for group in role_sheet(other, role.id).groups if group.id == "kpis").rows
    assert [mark["mark"] for mark in row.marks] == [reader.word("mark", "example")], "each mark once"
    assert [bool(one["why"]) for one in row.cell["targets"]] == [True, True, False]
    (file,) = (json.loads(one.text) for one in comparison_files(other.handbook, other.language) if one.path.endswith(f"/roles/{role.id}.json"))
    (said,) = next(group for group in file["groups"] if group["id"] == "kpis")["rows"]
    shown = printed("comparison/pieces.html", "entry", row, 0)
    assert said["marks"] and f"{said['head']}{said['marks']}<div class=\"cell\" hidden>" in shown, "the script sets the same after the name"


def test_a_kpi_that_stands_by_its_name_alone_says_what_it_is_taken_by(reader, handbook):
    """The return of a month's media is not that of one campaign: a name alone does not tell which is meant."""
    role = handbook.roles["oven-hand"]
    kpi = next(handbook.kpis[one.kpi] for one in role.kpis)
    first = next(iter(kpi.measures.values()))
    named = {id: first.model_copy(update={"name": Text(zh=id, en=id)}) for id in ("one", "two")}
    kpis = {**handbook.kpis, kpi.id: kpi.model_copy(update={"measures": named})}
    bare = [one.model_copy(update={"measure": id, "scope": None, "target": None}) for one in role.kpis[:1] for id in ("one", "two", "two")]
    own = {**handbook.roles, role.id: role.model_copy(update={"kpis": tuple(bare)})}
    other = Reader(replace(handbook, roles=own, kpis=kpis), reader.language, ROOT)
    (row,) = next(group for group in role_sheet(other, role.id).groups if group.id == "kpis").rows
    assert row.aside == {"zh": "（one、two）", "en": " (one, two)"}[reader.language]
    assert row.aside.strip() in printed("comparison/pieces.html", "entry", row, 0)


def test_what_no_document_says_of_either_is_one_line_and_no_row(reader, handbook):
    bare = {id: role.model_copy(update={"reports_to": None, "layer": None}) for id, role in handbook.roles.items()}
    other = Reader(replace(handbook, roles=bare), reader.language, ROOT)
    glance = side_by_side(other, [role_sheet(other, "oven-hand"), role_sheet(other, "crust-brander")])["tabled"][0]
    assert glance["silent"] == {"zh": "两个岗位，文件都没有写：层级、汇报对象", "en": "Not stated for either: layer; who the role reports to"}[reader.language]
    assert not {other.say("Layer"), other.say("Reports to")} & {row["name"] for one in glance["tables"] for row in one["rows"]}


def test_a_row_is_equal_by_what_it_says_not_by_its_basis(reader, handbook):
    roles = {**handbook.roles, "crust-brander": handbook.roles["crust-brander"].model_copy(update={"stage": "apprentice"})}
    other = Reader(replace(handbook, roles=roles), reader.language, ROOT)
    table = side_by_side(other, [role_sheet(other, "oven-hand"), role_sheet(other, "crust-brander")])
    (stage,) = [row for row in table["tabled"][0]["tables"][0]["rows"] if row["name"] == reader.say("Stage")]
    assert stage["same"] and stage["cells"][0]["links"][0]["marks"] and not stage["cells"][1]["links"][0]["marks"]


def test_the_ladder_of_stages_is_no_track_to_choose(handbook, reader):
    """Every role is at one of its stages, so it tells nobody from anybody: not where stages are compared, above an index or in search."""
    bread = handbook.tracks["bread"]
    ladder = bread.model_copy(update={"id": "ladder", "rungs": tuple(Rung(stage=id) for id in handbook.stages)})
    both = Reader(replace(handbook, tracks={"ladder": ladder, "bread": bread}), reader.language, ROOT)
    above, search = records(both, "track", "", "tracks")["groups"][0]["options"], record_index(both, [])["tracks"]
    assert [[one["id"] for one in compare(both)["tracks"]], [one["value"] for one in above], [id for id, _ in search]] == [["bread"]] * 3


def test_stages_stand_side_by_side_with_who_is_on_each_track(reader):
    table = side_by_side(reader, [stage_sheet(reader, "apprentice"), stage_sheet(reader, "baker")])
    (track,) = [group for group in table["tabled"] if group["id"] == "tracks"][0]["tables"][0]["rows"]
    here = [[one["link"].name for one in cell["links"]] for cell in track["cells"]]
    assert here == [[reader.link("roles", "oven-hand").name], [reader.link("roles", "crust-brander").name, reader.link("posts", "master-baker").name]]


def planned(reader: Reader, origin: str, target: str) -> View:
    roles = [reader.handbook.roles[id] for id in (origin, target)]
    return plan(reader, *roles, *(role_sheet(reader, id) for id in (origin, target)))


def test_a_plan_sets_out_the_gap_with_descriptors_conditions_help_and_basis(reader, handbook):
    (way,) = ways(handbook)
    found = planned(reader, way.origin.id, way.target.id)
    parts = {part["id"]: part for part in found["parts"]}
    assert list(parts) == ["raise"], "no empty list"
    (fire,) = parts["raise"]["rows"]
    assert (fire["before"], fire["after"]) == (1, 2) and parts["raise"]["count"] == "1"
    assert [line["text"] for line in fire["means"]["lines"]] == [one[reader.language] for one in handbook.competencies["fire"].levels["plan"].can]
    assert [one["link"].name for one in found["conditions"]] == [way.moves[0].name[reader.language]]
    assert [one["link"].name for one in found["signs"]] == [
        handbook.roles["oven-hand"].name[reader.language],
        handbook.stages["apprentice"].name[reader.language],
    ]
    assert all(one["lines"] for one in found["signs"])
    assert [one["mark"] for one in found["bases"]] == [reader.word("basis", "inferred"), reader.word("basis", "editorial")]


def test_a_way_down_teaches_nobody_and_leads_to_the_way_up(reader, handbook):
    down = planned(reader, "crust-brander", "oven-hand")
    assert down["title"] == {"zh": "两个岗位的差异", "en": "How the two roles differ"}[reader.language]
    assert not any(down[key] for key in ("sentence", "parts", "signs", "conditions", "help", "bases"))
    assert down["back"].href.endswith("compare/?roles=oven-hand,crust-brander#plan")


def test_a_move_that_is_open_to_a_whole_stage_is_documented_for_each_of_its_roles(reader, handbook):
    (way,) = ways(handbook)
    open_to_all = way.moves[0].model_copy(update={"id": "open", "from_": (Party(stage=way.origin.stage),)})
    other = Reader(replace(handbook, moves={**handbook.moves, "open": open_to_all}, tracks={}), reader.language, ROOT)
    assert [one.id for one in documented(other.handbook, way.origin, way.target).moves] == [way.moves[0].id, "open"]
    assert not planned(other, "crust-brander", "oven-hand")["ways"]


def test_a_role_lists_each_way_once_with_its_gap(reader, handbook):
    onward = neighbours(reader, handbook.roles["oven-hand"])["to"]
    (way,) = [one for one in onward if one["gap"]]
    assert [one.name for one in way["ways"]] == [
        handbook.tracks["bread"].name[reader.language],
        handbook.moves["oven-hand-to-crust-brander"].name[reader.language],
    ]
    assert way["gap"]["href"] == f"{ROOT}{reader.language}/compare/oven-hand/crust-brander/"
    assert "1" in way["gap"]["count"] and reader.word("mark", "inferred") in [one["mark"] for one in way["gap"]["bases"]]
    assert [one["who"][0].name for one in neighbours(reader, handbook.roles["crust-brander"])["from"] if one["gap"]] == [
        handbook.roles["oven-hand"].name[reader.language]
    ]


def test_the_page_of_a_way_names_both_ends_and_what_is_new(reader, handbook):
    view = way_page(reader, ways(handbook)[0])
    assert view["name"] == " → ".join(handbook.roles[id].name[reader.language] for id in ("oven-hand", "crust-brander"))
    assert view["essence"] == {"zh": "提高1项能力。", "en": "1 competency to raise."}[reader.language]


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
    assert retired == {"fire-lighter": {"by": ["oven-hand"], "notice": "“Fire lighter”: No longer in use since 1 February 2026. In its place: Oven hand."}}
    assert "fire-lighter" not in files["en/compare/index.json"]["roles"]


def test_everything_in_the_files_is_escaped(files):
    sheet = files["en/compare/roles/oven-hand.json"]
    duties = next(group for group in sheet["groups"] if group["id"] == "duties")["rows"][-1]
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
