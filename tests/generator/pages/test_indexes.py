"""The indexes: what their views say of each entry, and what can be chosen."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.record import Reason
from macros.model.roles import indicators
from macros.pages.competencies import competency_index
from macros.pages.home import home
from macros.pages.kpi_index import kpi_index
from macros.pages.kpis import under_its_name
from macros.pages.methods import method_index
from macros.pages.moves import move as move_view
from macros.pages.roles import role as role_view
from macros.pages.stages import stage_index
from macros.search.panel import browse
from macros.views import filters, placed
from macros.views.reader import Reader
from tests.places import BAKERY


@pytest.fixture(scope="module")
def tiny() -> Reader:
    return Reader(load(BAKERY, RULES), "en", "../../")


def test_a_competency_says_of_each_role_what_can_be_chosen_of_it_together(tiny):
    entries = {entry["link"].name: entry for letter in competency_index(tiny)["letters"] for entry in letter["entries"]}
    assert entries["Watching the fire"]["facts"] == [
        "kind:soft role:oven-hand stage:apprentice track:bread level:execute need:essential",
        "kind:soft role:crust-brander stage:baker track:bread level:plan need:essential",
    ]
    assert entries["Watching the fire"]["roles"] == 2


def test_what_no_role_asks_for_can_still_be_chosen_by_what_it_is():
    assert filters.facts({"kind": ["hard"]}, []) == ["kind:hard"]


def test_only_what_some_entry_has_can_be_chosen_and_a_retired_id_leads_to_its_successor(tiny):
    fields = {field["name"]: [option for group in field["groups"] for option in group["options"]] for field in competency_index(tiny)["filters"]["fields"]}
    assert [option["value"] for option in fields["level"]] == ["execute", "plan"]
    assert {option["value"]: option["formerly"] for option in fields["role"]} == {"oven-hand": "fire-lighter", "crust-brander": ""}


def test_a_kpi_says_how_often_it_is_taken(tiny):
    entries = {entry["link"].name: entry for group in kpi_index(tiny)["groups"] for entry in group["entries"]}
    assert [(name, entry["cadence"]) for name, entry in entries.items()] == [("Return on flour", ""), ("Burnt share", "every day")]
    assert entries["Burnt share"]["facts"] == ["kind:process cadence:day role:oven-hand"]


def test_a_tool_names_who_works_with_it_and_so_does_what_is_only_handed_in(tiny):
    shown = {
        group["section"].id: [
            (entry["id"], [(user["name"], [link.name for link in user["links"]]) for user in entry["users"]]) for entry in group["entries"]
        ]
        for group in method_index(tiny)["groups"]
    }
    assert shown == {
        "tool": [("term-peel", [("Roles", ["Oven hand"]), ("Competencies", ["Kneading “*”"])])],
        "concept": [("term-sourdough", [("Competencies", ["Kneading “*”"]), ("Part of", ["Baking a batch again"])])],
    }


def test_a_role_that_no_kpi_measures_can_be_chosen_and_says_so(handbook):
    """Roles with KPIs are chosen as ever; for the others it is known why nothing is left."""
    fields = {
        field["name"]: [option for group in field["groups"] for option in group["options"]]
        for field in kpi_index(Reader(handbook, "en", "../../"))["filters"]["fields"]
    }
    without = {option["value"] for option in fields["role"] if option["without"]}
    assert without == {role.id for role in handbook.ordered_roles if not role.kpis}
    assert len(fields["role"]) == len(handbook.ordered_roles)
    assert not any(option["without"] for name in ("kind", "cadence") for option in fields[name])


def test_a_role_page_counts_an_indicator_once(handbook):
    """The numbers add up to what the filtered index shows, however many targets an indicator has: those that appraise, and those that inform."""
    reader = Reader(handbook, "en", "../../../")
    entries = [entry for group in kpi_index(reader)["groups"] for entry in group["entries"]]
    for role in handbook.ordered_roles:
        section = role_view(reader, role.id)["sections"].get("kpis")
        said = section.count if section else ""
        shown = sum(any(f"role:{role.id}" in fact.split(" ") for fact in entry["facts"]) for entry in entries)
        counted = sum(int(part.split(" ")[0]) for part in said.split("; ") if said)
        assert indicators(role.kpis) == shown == counted, role.id


def test_indicators_are_counted_and_those_with_a_figure_among_them(tiny):
    """However many targets an indicator has, and whatever it is only compared with, it counts once."""
    own, other = (tiny.handbook.roles[id].kpis for id in ("oven-hand", "crust-brander"))
    some = tiny.handbook.roles["oven-hand"].model_copy(update={"kpis": (own[0], *other)})
    mixed = replace(tiny, handbook=replace(tiny.handbook, roles={**tiny.handbook.roles, "oven-hand": some}))
    assert role_view(mixed, "oven-hand")["sections"]["kpis"].count == "2 KPIs, 1 with a figure"
    counts = [role_view(tiny, id)["sections"]["kpis"].count for id in ("oven-hand", "crust-brander")]
    assert counts == ["2 KPIs, both with a figure", "1 KPI, without a figure"]


def test_a_move_says_what_is_known_of_its_end_and_that_all_count_only_over_several(handbook):
    reader = Reader(handbook, "en", "../../../")
    for found in handbook.moves.values():
        shown = move_view(reader, found.id)
        assert (bool(shown["duration"]), bool(shown["returns"])) == (found.duration is not None, found.returns is not None), found.id
        assert all(bool(one["lead"]) == (len(found.asks) > 1) for one in shown["conditions"]), found.id


def test_roles_that_stand_in_a_list_by_the_editors_judgement_are_counted_above_it(tiny):
    """Nobody reads a stage or layer that was concluded as one a document states."""
    handbook, (first, second, *rest) = tiny.handbook, tiny.handbook.ordered_roles
    why = Reason(basis="inferred", why={"zh": "按职责归入。", "en": "Placed by its duties."})
    judged = [first.model_copy(update={"basis_of": {"stage": why}}), second.model_copy(update={"basis_of": {"layer": why, "stage": why}}), *rest]
    assert placed.by_stage(tiny, judged) == "For 2 roles here the stage is concluded by the editors; the page of each says why."
    assert placed.by_layer(tiny, judged) == f"The layer of this role is concluded by the editors; its page says why: {second.name.en.lower()}."
    stated = [first.model_copy(update={"basis_of": {"stage": why.model_copy(update={"basis": "stated"})}})]
    assert placed.by_stage(tiny, stated) == placed.by_stage(tiny, []) == ""
    assert {"staged", "layered"} <= set(stage_index(tiny)) and stage_index(tiny)["staged"] == placed.by_stage(tiny, handbook.ordered_roles)


@pytest.mark.parametrize(("formula", "shown"), [
    ("Return rate = replies ÷ letters", "Replies ÷ letters"),
    ("回收率＝收回÷发出", "收回÷发出"),
    ("Time of the reply − time of the letter", "Time of the reply − time of the letter"),
    ("Another rate = replies ÷ letters", "Another rate = replies ÷ letters"),
])
def test_a_formula_under_its_name_does_not_say_it_again(formula, shown):
    assert under_its_name(formula, "回收率" if "＝" in formula else "Return rate") == shown


def test_the_search_counts_what_the_home_page_counts(tiny):
    listed = {one["href"]: str(one["n"]) for one in browse(tiny)}
    told = {link.href: link.name.partition(" ")[0] for link in home(tiny)["counts"]}
    assert told == {href: n for href, n in listed.items() if href in told}
