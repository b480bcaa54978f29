"""The indexes and the matrix: what their views say of the tiny handbook, and how they serve readers in a real browser."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from macros.checks import RULES
from macros.loading import load
from macros.views import filters, matrix
from macros.views.competencies import competency_index
from macros.views.kpis import kpi_index
from macros.views.methods import method_index
from macros.views.reader import Reader
from tests.bless import DATA
from tests.browser import watched

ROOT = Path(__file__).resolve().parent.parent
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 800}


@pytest.fixture(scope="module")
def tiny() -> Reader:
    return Reader(load(DATA, RULES), "en", "../../")


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator:
    """Opens pages in contexts of their own; nothing may have gone wrong on any of them."""
    pages: list[tuple[Page, list[str]]] = []

    def open_page(path: str, **context: object) -> Page:
        page = browser.new_context(**context).new_page()
        pages.append((page, watched(page, address)))
        page.goto(address + path)
        return page

    yield open_page
    for page, faults in pages:
        assert faults == []
        page.context.close()


# ---------- views ----------


def test_a_competency_says_of_each_role_what_can_be_chosen_of_it_together(tiny):
    entries = {entry["link"].name: entry for letter in competency_index(tiny)["letters"] for entry in letter["entries"]}
    assert entries["Watching the fire"]["facts"] == [
        "kind:soft role:oven-hand stage:apprentice track:bread level:execute",
        "kind:soft role:brand-manager stage:baker track:bread level:plan",
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


def test_the_matrix_holds_levels_needs_and_totals(tiny):
    table = matrix.matrix(tiny)["table"]
    assert [(stage["link"].name, stage["n"]) for stage in table["stages"]] == [("Apprentice stage", 1), ("Baker stage", 1)]
    rows = {row["link"].name: [cell["asked"] and (cell["asked"]["level"]["name"], cell["asked"]["useful"], cell["asked"]["href"]) for cell in row["cells"]] for kind in table["kinds"] for row in kind["rows"]}
    assert rows == {
        "Kneading “*”": [("Execute", True, "../../en/competencies/dough/#level-execute"), None],
        "Watching the fire": [("Execute", False, "../../en/competencies/fire/#level-execute"), ("Plan", False, "../../en/competencies/fire/#level-plan")],
    }
    assert [role["n"] for role in table["roles"]] == [2, 1] and table["n"] == 3


def test_a_stage_and_a_track_have_their_own_smaller_tables(tiny):
    baker = matrix.of_stage(tiny, "baker")
    assert [role["link"].name for role in baker["roles"]] == ["Brand manager"]
    assert [row["link"].name for kind in baker["kinds"] for row in kind["rows"]] == ["Watching the fire"]
    assert [role["link"].name for role in matrix.of_track(tiny, "bread")["table"]["roles"]] == ["Oven hand", "Brand manager"]


# ---------- filters in the browser ----------


def names(page: Page) -> list[str]:
    """The entries that can be seen, in their order."""
    return [name.strip() for name in page.locator(".index .name:visible").all_inner_texts()]


def asked_at(role: str, level: str) -> set[str]:
    """Chinese names of the competencies a role asks for at a level, from the data."""
    handbook = load(ROOT / "data", RULES)
    return {handbook.competencies[one.competency].name.zh for one in handbook.roles[role].competencies if one.level == level}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_filters_change_list_address_and_language_link_and_back_undoes_them(opened, language, viewport):
    page = opened(f"{language}/competencies/", viewport=viewport)
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


def test_a_sent_link_shows_what_that_role_asks_for_at_that_level(opened):
    page = opened("zh/competencies/?role=brand-manager&level=plan")
    assert set(names(page)) == asked_at("brand-manager", "plan")
    assert page.input_value("select[name=role]") == "brand-manager"


def test_level_and_stage_must_hold_of_the_same_role(opened):
    page = opened("zh/competencies/?level=execute&stage=mid-stage")
    roles = [role for role in load(ROOT / "data", RULES).ordered_roles if role.stage == "mid-stage"]
    assert set(names(page)) == set().union(*(asked_at(role.id, "execute") for role in roles))


def test_names_stand_in_pinyin_order_and_numbers_of_roles_from_most_to_fewest(opened):
    page = opened("zh/competencies/")
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
def test_what_an_address_asks_for_in_vain_is_named_as_text_and_left_out(opened, language, value):
    page = opened(f"{language}/competencies/?kind=hard&role={quote(value)}", viewport=NARROW)
    said = page.locator(".result-line code").inner_text()
    assert value[:20] in said and len(said) < 80 and page.locator(".result-line img, .result-line b").count() == 0
    assert len(names(page)) == 29 and page.input_value("select[name=role]") == ""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.select_option("select[name=level]", "plan")
    assert page.url.endswith("?kind=hard&level=plan") and page.locator(".result-line code").count() == 0


def test_a_retired_id_in_an_address_chooses_its_successor_and_says_so(opened, address):
    page = opened("en/competencies/")
    aged = page.content().replace('<option value="brand-manager">', '<option value="brand-manager" data-formerly="brand-keeper">')
    page.route("**/en/competencies/?*", lambda route: route.fulfill(body=aged, content_type="text/html"))
    page.goto(f"{address}en/competencies/?role=brand-keeper")
    assert page.input_value("select[name=role]") == "brand-manager"
    assert "brand-keeper is no longer in use; Brand manager is chosen instead." in page.locator(".result-line [role=status]").inner_text()


@pytest.mark.parametrize("query", ["?kind=", "?role=%20%20", "?utm=1", "?kind=%E0%A4%A", "?sort=name", "?"])
def test_an_address_that_asks_for_nothing_shows_everything(opened, query):
    page = opened(f"en/competencies/{query}")
    assert len(names(page)) == 59


def test_when_nothing_fits_the_page_says_so_and_offers_to_clear(opened):
    page = opened("en/competencies/?kind=industry&level=execute&role=brand-manager")
    assert names(page) == [] and page.locator(".result-line [role=status]").inner_text() == "Nothing fits all that is chosen."
    page.locator(".reset").click()
    assert len(names(page)) == 59
    assert page.evaluate("document.activeElement.name") == "kind"


def test_a_letter_without_an_entry_left_leads_nowhere(opened):
    page = opened("zh/competencies/?kind=industry")
    letters = page.locator(".letters a[href]").all_inner_texts()
    assert letters == page.locator(".index section:visible h3").all_inner_texts() and len(letters) < 10


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("path", "entries", "heads"), [("kpis/", "tbody tr", 9), ("methods/", ".facts > [id]", 4)])
def test_other_indexes_filter_by_the_same_means(opened, language, path, entries, heads):
    page = opened(f"{language}/{path}?role=brand-manager", viewport=NARROW)
    shown = page.locator(f"#entries {entries}:visible")
    assert 0 < shown.count() < 20
    assert all("role:brand-manager" in one.get_attribute("data-facts") for one in shown.all())
    counts = [int(text) for text in page.locator("#entries h2:visible .count").all_inner_texts()]
    assert sum(counts) == shown.count() and len(counts) < heads
    page.locator(".reset").click()
    assert page.locator("#entries h2:visible").count() == heads


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", ["competencies/?kind=hard", "kpis/?role=brand-manager", "methods/?kind=tool"])
def test_without_javascript_there_is_no_form_and_everything_is_shown(opened, language, path):
    page = opened(f"{language}/{path}", java_script_enabled=False)
    assert not page.locator("form.filters").is_visible() and not page.locator(".reset").is_visible()
    assert page.locator("[data-facts]:visible").count() == page.locator("[data-facts]").count() == int(re.search(r"\d+", page.locator(".result-line [role=status]").inner_text())[0])


@pytest.mark.parametrize("anchor", ["hard", "soft", "management", "industry", "alphabet", "letter-c"])
def test_addresses_of_sections_live_on(opened, anchor):
    page = opened(f"zh/competencies/#{anchor}")
    assert page.locator(f"#{anchor}").count() == 1
    assert anchor == "alphabet" or page.locator(f"#{anchor} a[href*='competencies/']").count() > 0


# ---------- matrix in the browser ----------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW, {"width": 320, "height": 640}], ids=["1280", "390", "320"])
def test_head_and_first_column_of_the_matrix_stay_in_sight(opened, language, viewport):
    page = opened(f"{language}/matrix/", viewport=viewport)
    frame = page.locator(".matrix-frame")
    frame.evaluate("frame => frame.scrollTo(120, 900)")
    box, head, first = frame.bounding_box(), page.locator(".matrix thead").bounding_box(), page.locator(".matrix tbody th.first").nth(30).bounding_box()
    assert abs(head["y"] - box["y"]) < 6 and abs(first["x"] - box["x"]) < 2
    assert head["height"] + 80 < box["height"] and first["width"] * 2 < box["width"]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert frame.get_attribute("role") == "region" and frame.get_attribute("tabindex") == "0" and frame.get_attribute("aria-label")


@pytest.mark.parametrize(("language", "asked", "empty"), [("zh", "战术（四级中的第2级）、必备", "不要求"), ("en", "Plan (level 2 of 4), Essential", "not asked")])
def test_a_cell_says_level_and_need_or_that_nothing_is_asked(opened, language, asked, empty):
    page = opened(f"{language}/matrix/")
    column = page.locator(".matrix th.role").evaluate_all("heads => heads.findIndex((head) => head.querySelector('a').href.includes('/brand-manager/'))")
    row = page.locator(".matrix tbody tr", has=page.locator("a[href$='competencies/negotiation/']"))
    cell = row.locator("td").nth(column)
    assert cell.text_content() == asked
    assert cell.locator("a").get_attribute("href").endswith("/competencies/negotiation/#level-plan")
    assert set(page.locator(".matrix td:not(:has(a), .total, .sum)").all_text_contents()) == {empty}


def test_totals_of_the_matrix_add_up(opened):
    page = opened("en/matrix/")
    across = [int(text) for text in page.locator(".matrix tbody td.total").all_inner_texts()]
    down = [int(text) for text in page.locator(".matrix tfoot td.sum").all_inner_texts()]
    assert sum(across) == sum(down) == page.locator(".matrix tbody td a").count() == int(page.locator(".matrix tfoot td.total").inner_text())
    assert len(across) == 59 and len(down) == 20


def test_what_the_keyboard_reaches_in_the_matrix_is_not_covered(opened):
    page = opened("en/matrix/", viewport=NARROW)
    page.locator(".matrix tbody td a").nth(120).focus()
    for key in ("Shift+Tab",) * 12:
        page.keyboard.press(key)
        assert page.evaluate("""(() => {
            const link = document.activeElement, { x, y, width, height } = link.getBoundingClientRect();
            return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        })()"""), page.evaluate("document.activeElement.href")


def test_row_and_column_are_shaded_where_the_pointer_or_the_keyboard_is(opened):
    page = opened("en/matrix/", viewport=WIDE)
    link = page.locator(".matrix tbody td a").nth(5)
    plain = page.evaluate("getComputedStyle(document.querySelector('.matrix tbody td.total')).backgroundColor")
    link.focus()
    shaded = link.evaluate("link => [getComputedStyle(link.closest('tr').querySelector('.total')).backgroundColor, getComputedStyle(link.parentElement, '::after').content]")
    assert shaded[0] != plain and shaded[1] == '""'


@pytest.mark.parametrize(("path", "columns"), [("stages/mid-stage/", 5), ("tracks/general/", 3), ("tracks/brand/", 2)])
def test_smaller_tables_stand_on_the_pages_of_stages_and_tracks(opened, path, columns):
    page = opened(f"en/{path}#matrix", viewport=NARROW)
    assert page.locator(".matrix th.role").count() == columns
    assert page.locator(".matrix tbody .level-name:visible").count() > 5
    assert all(int(text) > 0 for text in page.locator(".matrix tbody td.total").all_inner_texts())


def test_a_track_of_whole_stages_leads_to_the_large_table_and_one_of_names_says_so(opened):
    page = opened("en/tracks/four-stage/")
    assert page.locator(".matrix").count() == 0 and page.locator("article a[href$='en/matrix/']").count() == 1
    page = opened("en/tracks/user-growth/")
    assert page.locator(".matrix").count() == 0 and page.locator("#matrix + p").inner_text().startswith("No role on this ladder")


def test_the_matrix_prints_across_the_page(opened):
    page = opened("zh/matrix/")
    page.emulate_media(media="print")
    pdf = page.pdf(prefer_css_page_size=True)
    assert any(float(width) > float(height) for width, height in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf))
    assert page.locator(".matrix-frame").evaluate("frame => getComputedStyle(frame).overflowX") == "visible"


# ---------- ways there ----------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_methods_and_those_who_work_with_them_lead_to_each_other(opened, language):
    page = opened(f"{language}/competencies/brand-strategy/")
    page.locator("#methods ~ dl a").first.click()
    page.wait_for_url(f"**/{language}/methods/#term-*")
    page.locator(":target a[href$='competencies/brand-strategy/']").click()
    page.wait_for_url(f"**/{language}/competencies/brand-strategy/")
    for path in ("", "terms/"):
        page = opened(f"{language}/{path}")
        assert page.locator(f"article a[href$='{language}/methods/']").count() == 1
    page = opened(f"{language}/")
    assert page.locator(f"article a[href$='{language}/matrix/']").count() == 2
