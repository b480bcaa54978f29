"""The indexes: what their views say of the tiny handbook, and how they serve readers in a real browser."""
from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.roles import indicators
from macros.pages.competencies import competency_index
from macros.pages.kpis import kpi_index
from macros.pages.methods import method_index
from macros.pages.moves import move as move_view
from macros.pages.roles import role as role_view
from macros.views import filters
from macros.views.reader import Reader
from tests.browser import NARROW, WIDE
from tests.places import BAKERY, DATA


@pytest.fixture(scope="module")
def tiny() -> Reader:
    return Reader(load(BAKERY, RULES), "en", "../../")


def test_a_competency_says_of_each_role_what_can_be_chosen_of_it_together(tiny):
    entries = {entry["link"].name: entry for letter in competency_index(tiny)["letters"] for entry in letter["entries"]}
    assert entries["Watching the fire"]["facts"] == [
        "kind:soft role:oven-hand stage:apprentice track:bread level:execute need:essential",
        "kind:soft role:brand-manager stage:baker track:bread level:plan need:essential",
    ]
    assert entries["Watching the fire"]["roles"] == 2


def test_what_no_role_asks_for_can_still_be_chosen_by_what_it_is():
    assert filters.facts({"kind": ["hard"]}, []) == ["kind:hard"]


def test_only_what_some_entry_has_can_be_chosen_and_a_retired_id_leads_to_its_successor(tiny):
    fields = {field["name"]: [option for group in field["groups"] for option in group["options"]] for field in competency_index(tiny)["filters"]["fields"]}
    assert [option["value"] for option in fields["level"]] == ["execute", "plan"]
    assert {option["value"]: option["formerly"] for option in fields["role"]} == {"oven-hand": "fire-lighter", "brand-manager": ""}


def test_a_kpi_says_how_often_it_is_taken(tiny):
    entries = {entry["link"].name: entry for group in kpi_index(tiny)["groups"] for entry in group["entries"]}
    assert [(name, entry["cadence"], entry["stated"]) for name, entry in entries.items()] == [("Return on flour", "not stated", False), ("Burnt share", "every day", True)]
    assert entries["Burnt share"]["facts"] == ["kind:process cadence:day role:oven-hand"]


def test_a_tool_names_who_works_with_it_and_so_does_what_is_only_handed_in(tiny):
    shown = {group["section"].id: [(entry["id"], [(user["name"], [link.name for link in user["links"]]) for user in entry["users"]]) for entry in group["entries"]] for group in method_index(tiny)["groups"]}
    assert shown == {
        "tool": [("term-peel", [("Roles", ["Oven hand"]), ("Competencies", ["Kneading “*”"])])],
        "concept": [("term-sourdough", [("Competencies", ["Kneading “*”"]), ("Handed in under", ["Baking a batch again"])])],
    }


def test_a_role_that_no_kpi_measures_can_be_chosen_and_says_so():
    """Roles with KPIs are chosen as ever; for the others it is known why nothing is left."""
    real = Reader(load(DATA, RULES), "en", "../../")
    fields = {field["name"]: [option for group in field["groups"] for option in group["options"]] for field in kpi_index(real)["filters"]["fields"]}
    without = {option["value"] for option in fields["role"] if option["without"]}
    assert without == {role.id for role in real.handbook.ordered_roles if not role.kpis} and "head-of-marketing" in without
    assert len(fields["role"]) == len(real.handbook.ordered_roles)
    assert not any(option["without"] for name in ("kind", "cadence") for option in fields[name])


@pytest.mark.parametrize(("role", "said"), [("brand-manager", "12 in all with 15 targets, 5 of them with a figure"), ("channel-manager", "6 in all, 1 of them with a figure"), ("head-of-marketing", "")])
def test_a_role_page_counts_an_indicator_once(role, said):
    """The number is the one that the filtered index shows, however many targets an indicator has."""
    real = Reader(load(DATA, RULES), "en", "../../../")
    assert role_view(real, role)["sections"]["kpis"].count == said
    shown = sum(any(f"role:{role}" in fact.split(" ") for fact in entry["facts"]) for group in kpi_index(real)["groups"] for entry in group["entries"])
    assert indicators(real.handbook.roles[role].kpis) == shown == int((said or "0").split(" ")[0])


def test_a_move_has_a_length_only_where_it_ends_and_says_that_all_count_only_over_several():
    real = Reader(load(DATA, RULES), "en", "../../../")
    for found in real.handbook.moves.values():
        shown = move_view(real, found.id)
        assert shown["lasts"] == (found.kind == "rotation"), found.id
        assert bool(shown["lead"]) == (len(shown["conditions"]) > 1), found.id


def names(page: Page) -> list[str]:
    """The entries that can be seen, in their order."""
    return [name.strip() for name in page.locator(".index .name:visible").all_inner_texts()]


def asked_at(role: str, level: str) -> set[str]:
    """Chinese names of the competencies a role asks for at a level, from the data."""
    handbook = load(DATA, RULES)
    return {handbook.competencies[one.competency].name.zh for one in handbook.roles[role].competencies if one.level == level}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_filters_change_list_address_and_language_link_and_back_undoes_them(visit, language, viewport):
    page = visit(f"{language}/competencies/", viewport=viewport)
    everything = names(page)
    status = page.locator(".result-line [role=status]")
    assert len(everything) == 59 and "59" in status.inner_text()
    page.select_option("select[name=kind]", "hard")
    hard = names(page)
    page.select_option("select[name=level]", "plan")
    assert 0 < len(names(page)) < len(hard) < 59
    assert page.url.endswith("?kind=hard&level=plan")
    assert re.findall(r"\d+", status.inner_text()) == (["59", str(len(names(page)))] if language == "zh" else [str(len(names(page))), "59"])
    page.go_back()
    assert names(page) == hard and page.input_value("select[name=level]") == ""
    page.go_forward()
    page.locator("a.language-link").click()
    page.wait_for_url(f"**/{'en' if language == 'zh' else 'zh'}/competencies/?kind=hard&level=plan")
    assert page.input_value("select[name=level]") == "plan"
    page.locator(".reset").click()
    assert len(names(page)) == 59 and page.url.endswith("/competencies/") and not page.locator(".reset").is_visible()


def test_a_sent_link_shows_what_that_role_asks_for_at_that_level(visit):
    page = visit("zh/competencies/?role=brand-manager&level=plan")
    assert set(names(page)) == asked_at("brand-manager", "plan")
    assert page.input_value("select[name=role]") == "brand-manager"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_a_chosen_role_says_what_it_asks_for_on_each_row(visit, language, viewport):
    page = visit(f"{language}/competencies/?role=brand-manager", viewport=viewport)
    handbook = load(DATA, RULES)
    reader = Reader(handbook, language, "../../")
    expected = {
        reader.link("competencies", one.competency).name: (reader.level(one.level).name, reader.word("need", one.need), f"#level-{one.level}")
        for one in handbook.roles["brand-manager"].competencies
    }
    rows = page.locator(".index li[data-facts]:visible").all()
    asked = {row.locator(".name").inner_text().strip(): row.locator("a.asked") for row in rows}
    assert {name: (one.locator(".level-name").inner_text(), one.locator(".need").inner_text(), one.evaluate("link => link.hash")) for name, one in asked.items()} == expected
    assert page.locator(".index .level-chips:visible, .index .roles-count:visible").count() == 0
    page.locator(".reset").click()
    assert page.locator(".index .asked:visible").count() == 0 and page.locator(".index li .level-chips:visible").count() == 59


def test_level_and_stage_must_hold_of_the_same_role(visit):
    page = visit("zh/competencies/?level=execute&stage=mid-stage")
    roles = [role for role in load(DATA, RULES).ordered_roles if role.stage == "mid-stage"]
    assert set(names(page)) == set().union(*(asked_at(role.id, "execute") for role in roles))


def test_names_stand_in_pinyin_order_and_numbers_of_roles_from_most_to_fewest(visit):
    page = visit("zh/competencies/")
    shown = names(page)
    # 行业 is read hang, not xing.
    order = ["变革领导力", "策略模型", "法规知识", "行业话语权", "培训设计", "赛道研究", "商业洞察", "数据分析", "资源统筹"]
    assert [name for name in shown if name in order] == order
    page.locator("input[value=roles]").check()
    counts = [int(re.search(r"\d+", text)[0]) for text in page.locator(".index .roles-count:visible").all_inner_texts()]
    assert counts == sorted(counts, reverse=True) and len(counts) == 59
    assert page.url.endswith("?sort=roles") and not page.locator(".letters").is_visible()
    page.go_back()
    assert names(page) == shown and page.locator(".letters").is_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("value", ["nobody", "<img src=x onerror=alert(1)>", "\"><b>'", "😀" * 40, "长" * 500, "__proto__", "brand-manager' OR 1=1"])
def test_what_an_address_asks_for_in_vain_is_named_as_text_and_left_out(visit, language, value):
    page = visit(f"{language}/competencies/?kind=hard&role={quote(value)}", viewport=NARROW)
    said = page.locator(".result-line code").inner_text()
    assert value[:20] in said and len(said) < 80 and page.locator(".result-line img, .result-line b").count() == 0
    assert len(names(page)) == 29 and page.input_value("select[name=role]") == ""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.select_option("select[name=level]", "plan")
    assert page.url.endswith("?kind=hard&level=plan") and page.locator(".result-line code").count() == 0


def test_a_retired_id_in_an_address_chooses_its_successor_and_says_so(visit, address):
    page = visit("en/competencies/")
    aged = page.content().replace('<option value="brand-manager">', '<option value="brand-manager" data-formerly="brand-keeper">')
    page.route("**/en/competencies/?*", lambda route: route.fulfill(body=aged, content_type="text/html"))
    page.goto(f"{address}en/competencies/?role=brand-keeper")
    assert page.input_value("select[name=role]") == "brand-manager"
    assert "brand-keeper is no longer in use. Chosen instead: Brand manager." in page.locator(".result-line [role=status]").inner_text()


@pytest.mark.parametrize("query", ["?kind=", "?role=%20%20", "?utm=1", "?kind=%E0%A4%A", "?sort=name", "?"])
def test_an_address_that_asks_for_nothing_shows_everything(visit, query):
    page = visit(f"en/competencies/{query}")
    assert len(names(page)) == 59


def test_when_nothing_fits_the_page_says_so_and_offers_to_clear(visit):
    page = visit("en/competencies/?kind=industry&level=execute&role=brand-manager")
    assert names(page) == [] and page.locator(".result-line [role=status]").inner_text() == "No competency matches these filters."
    page.locator(".reset").click()
    assert len(names(page)) == 59
    assert page.evaluate("document.activeElement.name") == "kind"


@pytest.mark.parametrize(("language", "said"), [("zh", "文件没有为这个岗位写明指标。"), ("en", "No document names an indicator for this role.")])
def test_a_role_without_kpis_is_known_and_says_that_no_document_names_any(visit, language, said):
    page = visit(f"{language}/kpis/?role=head-of-marketing")
    assert page.locator(".result-line [role=status]").inner_text() == said and page.locator(".result-line code").count() == 0
    assert page.input_value("select[name=role]") == "head-of-marketing" and page.locator("#entries tbody tr:visible").count() == 0
    page.locator(".reset").click()
    assert page.locator("#entries tbody tr:visible").count() == 97


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_clearing_stands_at_the_start_of_its_line_below_a_remark(visit, viewport):
    page = visit("zh/competencies/?role=nobody&kind=foo", viewport=viewport)
    line, remark, reset = (page.locator(one).bounding_box() for one in (".result-line", ".result-line [role=status]", ".result-line .reset"))
    assert abs(reset["x"] - line["x"]) < 2 and reset["y"] >= remark["y"] + remark["height"]


def test_a_letter_without_an_entry_left_leads_nowhere(visit):
    page = visit("zh/competencies/?kind=industry")
    letters = page.locator(".letters a[href]").all_inner_texts()
    assert letters == page.locator(".index section:visible h3").all_inner_texts() and len(letters) < 10


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("path", "entries", "heads"), [("kpis/", "tbody tr", 9), ("methods/", ".facts > [id]", 4)])
def test_other_indexes_filter_by_the_same_means(visit, language, path, entries, heads):
    page = visit(f"{language}/{path}?role=brand-manager", viewport=NARROW)
    shown = page.locator(f"#entries {entries}:visible")
    assert 0 < shown.count() < 20
    assert all("role:brand-manager" in one.get_attribute("data-facts") for one in shown.all())
    counts = [int(text) for text in page.locator("#entries h2:visible .count").all_inner_texts()]
    assert sum(counts) == shown.count() and len(counts) < heads
    page.locator(".reset").click()
    assert page.locator("#entries h2:visible").count() == heads


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", ["competencies/?kind=hard", "kpis/?role=brand-manager", "methods/?kind=tool"])
def test_without_javascript_there_is_no_form_and_everything_is_shown(visit, language, path):
    page = visit(f"{language}/{path}", java_script_enabled=False)
    assert not page.locator("form.filters").is_visible() and not page.locator(".reset").is_visible()
    assert page.locator("[data-facts]:visible").count() == page.locator("[data-facts]").count() == int(re.search(r"\d+", page.locator(".result-line [role=status]").inner_text())[0])
