"""The page of a role says first what a reader asks first, and calls nothing more than it is."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.record import Item
from macros.model.roles import Qualification, Role
from macros.pages.role_card import FIGURES
from macros.pages.roles import ABSENT, role
from macros.views.page import View
from macros.views.reader import Reader
from tests.places import BAKERIES


@pytest.fixture(scope="module")
def bakeries() -> Handbook:
    return load(BAKERIES, RULES)


def seen(handbook: Handbook, id: str, language: str = "en") -> View:
    return role(Reader(handbook, language, "../../../"), id)


def changed(handbook: Handbook, id: str, **update: object) -> Role:
    return handbook.roles[id].model_copy(update=update)


def with_role(handbook: Handbook, one: Role) -> Handbook:
    return replace(handbook, roles={**handbook.roles, one.id: one})


@pytest.mark.parametrize("basis", ["editorial", "inferred", "example"])
def test_only_what_a_document_states_is_required(bakeries, basis):
    lines = tuple(
        Qualification(zh=f"第{n}", en=f"Line {n}", need="required", basis=basis if n == 1 else "stated") for n in range(3)
    )
    handbook = with_role(bakeries, changed(bakeries, "baker", qualifications=lines))
    required, expected = seen(handbook, "baker")["qualifications"]
    assert (required["need"], [line["text"] for line in required["lines"]]) == ("Required", ["Line 0", "Line 2"])
    assert (expected["need"], [line["text"] for line in expected["lines"]]) == ("Expected", ["Line 1"]) and (expected["why"] or expected["lines"][0]["why"])


def test_the_card_has_a_few_figures_and_those_a_document_states_before_its_examples(bakeries):
    for one in bakeries.ordered_roles:
        figures, given = seen(bakeries, one.id)["card"]["figures"], [line for line in one.kpis if line.target and line.serves == "appraisal"]
        assert len(figures) == min(FIGURES, len(given))
        names = [bakeries.kpis[line.kpi].name.en for line in sorted(given, key=lambda line: line.basis != "stated")]
        assert [line["link"].name for line in figures] == names[:FIGURES], one.id


def test_the_picture_has_a_row_for_each_competency_the_deepest_first_and_says_it_in_words(bakeries):
    reader = Reader(bakeries, "en", "")
    for one in bakeries.roles.values():
        rows = seen(bakeries, one.id)["card"]["profile"]["rows"]
        levels = {f"#c-{asked.competency}": reader.level(asked.level) for asked in one.competencies}
        steps = [levels[row["href"]].step for row in rows]
        assert steps == sorted(steps, reverse=True) and {row["href"] for row in rows} == set(levels)
        assert all(row["ears"].startswith(levels[row["href"]].lead + levels[row["href"]].name) for row in rows)
        assert all(row["done"].count("M") + row["ghost"].count("M") + row["rest"].count("M") == len(bakeries.levels) for row in rows)


def test_whom_nobody_leads_on_to_has_no_ghost_and_no_reference(bakeries):
    top = seen(bakeries, "head-baker")["card"]
    assert top["reference"] is None and top["profile"]["ghost"] == "" and not any(row["ghost"] for row in top["profile"]["rows"])


def test_a_manager_or_layer_that_no_step_leads_to_is_called_so(bakeries):
    card = seen(bakeries, "recipe-developer")["card"]
    assert card["reference"]["ground"] == "line manager" and card["profile"]["ghost"] == "Head baker (line manager)"
    assert seen(bakeries, "shop-manager")["card"]["reference"]["ground"] == "in the layer above"
    assert seen(bakeries, "baker")["card"]["reference"] is None, "a step leads there"


def test_the_way_to_a_gap_leads_to_the_plan(bakeries):
    reference = seen(bakeries, "recipe-developer")["card"]["reference"]["roles"][0]
    assert reference["plan"] == "../../../en/compare/?roles=recipe-developer,head-baker#plan"


def test_an_honorary_title_is_nowhere_among_the_next_steps(bakeries):
    titles = {title.name.en for title in bakeries.titles.values()}
    for one in bakeries.roles.values():
        view = seen(bakeries, one.id)
        shown = {link.name for kind in view["card"]["onward"] for way in kind["ways"] for link in way["who"]}
        assert titles and not titles & (shown | {link.name for way in view["moves"]["to"] for link in way["who"]})


def test_a_section_that_no_document_fills_is_not_there_and_its_address_still_leads_to_the_page(bakeries):
    bare = changed(bakeries, "apprentice-baker", kpis=(), kpis_summary=None, qualifications=(), works_with=(), authority_limits=())
    bare = bare.model_copy(update={"authority": type(bare.authority)()})
    view = seen(with_role(bakeries, bare), "apprentice-baker")
    assert not {"kpis", "qualifications", "authority"} & view["sections"].keys()
    assert {"kpis", "qualifications", "authority"} <= set(view["absent"]) <= set(ABSENT)
    said = " ".join(one["text"] for line in view["not_said"] for one in (*line["phrases"], *line["further"]))
    assert "its KPIs" in said and "what an applicant must bring" in said and "what it may decide" in said


def test_a_line_read_from_its_other_end_has_the_mark_it_has_there(bakeries):
    marked = 0
    for one in bakeries.ordered_roles:
        for shown in seen(bakeries, one.id)["card"]["reports"]:
            other = next(role for role in bakeries.ordered_roles if role.name.en == shown["link"].name)
            assert bool(shown["why"]) == ("reports_to" in other.basis_of), (one.id, other.id)
            marked += bool(shown["why"])
    assert marked, "the bakeries have such a line"


def test_whom_a_role_manages_is_not_said_again_where_the_roles_that_report_to_it_say_it(bakeries):
    lead, name = next((lead, one.name) for one in bakeries.ordered_roles for lead in [one.reports_to and one.reports_to.role] if lead)
    plain, longer = (Item(zh=zh, en="The team") for zh in (name.zh, f"{name.zh}和学徒"))
    card = seen(with_role(bakeries, changed(bakeries, lead, manages=(plain, longer))), lead, "zh")["card"]
    assert [line["text"] for line in card["manages"]] == [longer.zh]
