"""KPIs of the handbook in data/: worked lines, limits that can be told apart, counts that agree on every page."""
from __future__ import annotations

import re

import pytest

from macros.comparison.sheet import role_sheet
from macros.pages.kpi_index import kpi_index
from macros.pages.kpis import kpi
from macros.pages.roles import role as role_page
from macros.views.reader import Reader
from macros.views.targets import targets_of
from macros.views.templates import render
from macros.words.languages import LANGUAGES


def test_every_formula_that_is_a_quotient_is_worked_once(handbook):
    assert not [
        f"{found.id}: {key}"
        for found in handbook.kpis.values()
        for key, measure in found.measures.items()
        if measure.formula.equation("zh").bottom and not measure.worked
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_names_what_it_works_out(handbook, language):
    assert not [f"{one.id}: {key}" for one in handbook.kpis.values() for key, measure in one.measures.items() if not measure.formula.equation(language).name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_role_has_two_targets_that_read_alike(handbook, language):
    reader = Reader(handbook, language, "")
    for group in kpi_index(reader)["groups"]:
        for entry in group["entries"]:
            lines = [(line["role"].name, line["measure"]) for line in entry["targets"]]
            assert len(lines) == len(set(lines)), (entry["link"].name, lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_counts_its_indicators_as_its_page_lists_them(handbook, language):
    reader = Reader(handbook, language, "")
    for found in handbook.ordered_roles:
        if not found.kpis:
            continue
        view = role_page(reader, found.id)
        shown = [line["link"].name for line in (*view["kpis"]["lines"], *view["kpis_open"], *view["kpis_reference"])]
        numbers = [int(one) for one in re.findall(r"\d+", view["sections"]["kpis"].count)]
        judged = {line.kpi for line in found.kpis if line.serves == "appraisal"}
        given = {line.kpi for line in found.kpis if line.serves == "appraisal" and line.target and line.target.numbers()}
        others = {line.kpi for line in found.kpis} - judged
        assert len(judged) + len(others) == len(set(shown)), found.id
        aimed = {line.kpi for line in found.kpis if line.serves == "appraisal" and line.target}
        share = [*([len(aimed)] if len(aimed) > len(given) else []), len(given)] if 0 < len(given) < len(judged) else []
        assert numbers == [len(one) for one in (judged, others) if one][:1] + share + ([len(others)] if judged and others else []), found.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_of_an_indicator_is_on_its_page_once_for_each_target_and_else_once_for_each_use(handbook, language):
    reader = Reader(handbook, language, "")
    for id, measured in handbook.roles_by_kpi.items():
        view = kpi(reader, id)
        told = [*view["targets"], *(one for field in ("open", "reference") for group in view[field] for one in group["roles"])]
        bare = {(role.id, line.serves): role for role, line in measured if not line.target}
        right = [*(role for role, line in measured if line.target), *bare.values()]
        assert sorted(one["role"].name for one in told) == sorted(reader.text(role.name) for role in right)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_indicator_without_a_figure_rests_on_the_same_in_a_comparison_as_on_the_page_and_is_kept_from_nobody(handbook, language):
    reader = Reader(handbook, language, "")
    for role in handbook.ordered_roles:
        rows = next(group.rows for group in role_sheet(reader, role.id).groups if group.id == "kpis")
        cells = [line["why"] for row in rows for line in row.cell["targets"] if "open" in line]
        told = [line["why"] for line in sorted(targets_of(reader, role), key=lambda one: [row.href for row in rows].index(one["link"].href)) if "open" in line]
        assert cells == told, role.id
        assert not [mark for mark in cells if mark and reader.word("mark", "internal") in mark["mark"]], role.id
        assert all(mark in row.marks for row in rows if not row.figured for line in row.cell["targets"] if (mark := line["why"])), role.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_serves_for_reference_is_not_told_among_what_is_appraised(handbook, language):
    reader = Reader(handbook, language, "")
    for id, measured in handbook.roles_by_kpi.items():
        view = kpi(reader, id)
        for role, line in measured:
            if line.serves == "reference":
                assert reader.text(role.name) in [one["role"].name for group in view["reference"] for one in group["roles"]]
                assert line.target is None


def test_return_ratios_say_what_comes_back_for_what_is_spent(handbook):
    department = handbook.kpis["department-roi"]
    assert department.measures["ratio"].formula.equation("en").bottom == "everything it spends"
    assert handbook.kpis["cac-to-ltv"].measures["ratio"].formula.equation("en").top.startswith("customer lifetime value")


def test_a_kpi_says_where_its_figure_may_not_count_in_appraisal_as_the_roles_do_that_are_judged_by_it(handbook):
    """A figure named among duties only: on the page of the KPI it would otherwise read as a target of appraisal."""
    (gap,) = (gap for role in handbook.ordered_roles for gap in role.gaps if gap.section == "kpis" and gap.also.roles and gap.also.kpis)
    told = {role.id for role in handbook.ordered_roles if gap in role.gaps} | {*gap.also.roles}
    figured = {
        line.kpi
        for id in told for line in handbook.roles[id].kpis
        if line.target and line.serves == "appraisal" and {one.partition("#")[0] for one in line.sources} <= {"team-role-duties", "career-path-handbook"}
    }
    assert figured == {*gap.also.kpis}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_says_which_indicator_no_role_has(handbook, language):
    """An empty cell leaves open whether the roles were forgotten."""
    reader = Reader(handbook, language, "../")
    shown = render("pages/kpis-index", reader, {**kpi_index(reader), "title": reader.say("KPIs")})
    without = [id for id in handbook.kpis if id not in handbook.roles_by_kpi]
    assert without and shown.count(reader.say("No role uses it")) == len(without)
