"""The indexes as readers use them: filters, addresses, orders, without scripts."""
from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from macros.model.handbook import Handbook
from macros.views.alphabet import sort_key
from macros.views.reader import Reader
from tests import examples
from tests.browser import NARROW, WIDE, until

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
WIDTHS = pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])


def names(page: Page) -> list[str]:
    """The entries that can be seen, in their order."""
    return [name.strip() for name in page.locator(".index .name:visible").all_inner_texts()]


def total(handbook: Handbook) -> int:
    return len(handbook.used("competencies"))


def of_kind(handbook: Handbook, kind: str) -> set[str]:
    """The ids of the competencies of a kind."""
    return {one.id for one in handbook.used("competencies") if one.kind == kind}


def asked(handbook: Handbook, level: str, *roles: str) -> set[str]:
    """The ids of the competencies that one of these roles, or any role, asks for at a level."""
    chosen = [role for role in handbook.ordered_roles if not roles or role.id in roles]
    return {one.competency for role in chosen for one in role.competencies if one.level == level}


def chinese(handbook: Handbook, ids: set[str]) -> set[str]:
    return {handbook.competencies[id].name.zh for id in ids}


def narrowing(handbook: Handbook) -> tuple[str, str]:
    """A kind of competency and a level, of which each leaves something out and both leave something."""
    kinds = dict.fromkeys(one.kind for one in handbook.used("competencies"))
    return next(
        (kind, level) for kind in kinds for level in handbook.levels
        if 0 < len(of_kind(handbook, kind) & asked(handbook, level)) < len(of_kind(handbook, kind)) < total(handbook)
    )


@LANGUAGES
@WIDTHS
def test_filters_change_list_address_and_language_link_and_back_undoes_them(visit, handbook, language, viewport):
    kind, level = narrowing(handbook)
    page = visit(f"{language}/competencies/", viewport=viewport)
    everything = str(total(handbook))
    status = page.locator(".result-line [role=status]")
    assert len(names(page)) == total(handbook) and everything in status.inner_text()
    page.select_option("select[name=kind]", kind)
    some = names(page)
    page.select_option("select[name=level]", level)
    fewer = names(page)
    assert (len(some), len(fewer)) == (len(of_kind(handbook, kind)), len(of_kind(handbook, kind) & asked(handbook, level)))
    assert page.url.endswith(f"?kind={kind}&level={level}")
    assert re.findall(r"\d+", status.inner_text()) == ([everything, str(len(fewer))] if language == "zh" else [str(len(fewer)), everything])
    page.go_back()
    assert names(page) == some and page.input_value("select[name=level]") == ""
    page.go_forward()
    page.locator("a.language-link").click()
    page.wait_for_url(f"**/{'en' if language == 'zh' else 'zh'}/competencies/?kind={kind}&level={level}")
    assert page.input_value("select[name=level]") == level
    page.locator(".reset").click()
    assert len(names(page)) == total(handbook) and page.url.endswith("/competencies/") and not page.locator(".reset").is_visible()


def test_a_sent_link_shows_what_that_role_asks_for_at_that_level(visit, handbook):
    role = examples.role(handbook)
    level = role.competencies[0].level
    page = visit(f"zh/competencies/?role={role.id}&level={level}")
    assert set(names(page)) == chinese(handbook, asked(handbook, level, role.id))
    assert page.input_value("select[name=role]") == role.id


@LANGUAGES
@WIDTHS
def test_a_chosen_role_says_what_it_asks_for_on_each_row(visit, handbook, language, viewport):
    role, reader = examples.role(handbook), Reader(handbook, language, "../../")
    page = visit(f"{language}/competencies/?role={role.id}", viewport=viewport)
    expected = {
        reader.link("competencies", one.competency).name: (level.lead + level.name, reader.word("need", one.need), f"#level-{one.level}")
        for one in role.competencies
        for level in (reader.level(one.level),)
    }
    rows = page.locator(".index li[data-facts]:visible").all()
    links = {row.locator(".name").inner_text().strip(): row.locator("a.asked") for row in rows}
    said = {
        name: (one.locator(".level-name").inner_text(), one.locator(".need").inner_text(), one.evaluate("link => link.hash"))
        for name, one in links.items()
    }
    assert said == expected
    assert page.locator(".index .level-chips:visible, .index .roles-count:visible").count() == 0
    page.locator(".reset").click()
    assert page.locator(".index .asked:visible").count() == 0 and page.locator(".index li .level-chips:visible").count() == total(handbook)


def test_level_and_stage_must_hold_of_the_same_role(visit, handbook):
    level, stage = next(
        (level, stage) for stage in handbook.stages for level in handbook.levels
        if 0 < len(asked(handbook, level, *at(handbook, stage))) < len(asked(handbook, level))
    )
    page = visit(f"zh/competencies/?level={level}&stage={stage}")
    assert set(names(page)) == chinese(handbook, asked(handbook, level, *at(handbook, stage)))


def at(handbook: Handbook, stage: str) -> list[str]:
    """The roles at a stage, or nobody, so that no list of roles means any."""
    return [role.id for role in handbook.ordered_roles if role.stage == stage] or ["nobody"]


def test_names_stand_in_pinyin_order_and_numbers_of_roles_from_most_to_fewest(visit, handbook):
    page = visit("zh/competencies/")
    shown = names(page)
    assert shown == sorted((one.name.zh for one in handbook.used("competencies")), key=lambda name: sort_key(name, "zh"))
    page.locator("input[value=roles]").check()
    counts = [int(re.search(r"\d+", text)[0]) for text in page.locator(".index .roles-count:visible").all_inner_texts()]
    assert counts == sorted(counts, reverse=True) and len(counts) == total(handbook)
    assert page.url.endswith("?sort=roles") and not page.locator(".letters").is_visible()
    page.go_back()
    assert names(page) == shown and page.locator(".letters").is_visible()


@LANGUAGES
@pytest.mark.parametrize("value", ["nobody", "<img src=x onerror=alert(1)>", "\"><b>'", "😀" * 40, "长" * 500, "__proto__", "somebody' OR 1=1"])
def test_what_an_address_asks_for_in_vain_is_named_as_text_and_left_out(visit, handbook, language, value):
    kind, level = narrowing(handbook)
    page = visit(f"{language}/competencies/?kind={kind}&role={quote(value)}", viewport=NARROW)
    said = page.locator(".result-line code").inner_text()
    assert value[:20] in said and len(said) < 80 and page.locator(".result-line img, .result-line b").count() == 0
    assert len(names(page)) == len(of_kind(handbook, kind)) and page.input_value("select[name=role]") == ""
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.select_option("select[name=level]", level)
    assert page.url.endswith(f"?kind={kind}&level={level}") and page.locator(".result-line code").count() == 0


def test_a_retired_id_in_an_address_chooses_its_successor_and_says_so(visit, address, handbook):
    role = examples.role(handbook)
    page = visit("en/competencies/")
    option = re.search(rf'<option value="{role.id}"[^>]*>', page.content())[0]
    aged = page.content().replace(option, f'<option value="{role.id}" data-formerly="role-of-old">')
    page.route("**/en/competencies/?*", lambda route: route.fulfill(body=aged, content_type="text/html"))
    page.goto(f"{address}en/competencies/?role=role-of-old")
    assert page.input_value("select[name=role]") == role.id
    assert f"role-of-old is no longer in use. Chosen instead: {role.name.en}." in page.locator(".result-line [role=status]").inner_text()


@pytest.mark.parametrize("query", ["?kind=", "?role=%20%20", "?utm=1", "?kind=%E0%A4%A", "?sort=name", "?"])
def test_an_address_that_asks_for_nothing_shows_everything(visit, handbook, query):
    page = visit(f"en/competencies/{query}")
    assert len(names(page)) == total(handbook)


def test_when_nothing_fits_the_page_says_so_and_offers_to_clear(visit, handbook):
    kind, level, role = next(
        (kind, level, role.id) for role in handbook.ordered_roles for level in handbook.levels
        for kind in dict.fromkeys(one.kind for one in handbook.used("competencies")) if not of_kind(handbook, kind) & asked(handbook, level, role.id)
    )
    page = visit(f"en/competencies/?kind={kind}&level={level}&role={role}")
    assert names(page) == [] and page.locator(".result-line [role=status]").inner_text() == "No competency matches these filters."
    page.locator(".reset").click()
    assert len(names(page)) == total(handbook)
    assert page.evaluate("document.activeElement.name") == "kind"


@pytest.mark.parametrize(("language", "said"), [("zh", "文件没有为这个岗位写明指标。"), ("en", "No document names an indicator for this role.")])
def test_a_role_without_kpis_is_known_and_says_that_no_document_names_any(visit, address, handbook, language, said):
    role = examples.role(handbook).id
    page = visit(f"{language}/kpis/")
    # A page on which no entry belongs to the role, and its choice says why.
    bare = re.sub(rf"role:{role}(?![a-z0-9-])", "role:nobody", page.content()).replace(f'<option value="{role}"', f'<option value="{role}" data-none="{said}"')
    page.route(f"**/{language}/kpis/?*", lambda route: route.fulfill(body=bare, content_type="text/html"))
    page.goto(f"{address}{language}/kpis/?role={role}")
    rows = page.locator("#entries tbody tr")
    assert page.locator(".result-line [role=status]").inner_text() == said and page.locator(".result-line code").count() == 0
    assert page.input_value("select[name=role]") == role and rows.locator("visible=true").count() == 0
    page.locator(".reset").click()
    assert rows.locator("visible=true").count() == rows.count() == len(handbook.used("kpis"))


@WIDTHS
def test_clearing_stands_at_the_start_of_its_line_below_a_remark(visit, viewport):
    page = visit("zh/competencies/?role=nobody&kind=foo", viewport=viewport)
    line, remark, reset = (page.locator(one).bounding_box() for one in (".result-line", ".result-line [role=status]", ".result-line .reset"))
    assert abs(reset["x"] - line["x"]) < 2 and reset["y"] >= remark["y"] + remark["height"]


def test_a_letter_without_an_entry_left_leads_nowhere(visit, handbook):
    every = visit("zh/competencies/").locator(".letters a[href]").count()
    kinds = dict.fromkeys(one.kind for one in handbook.used("competencies"))
    page = visit(f"zh/competencies/?kind={min(kinds, key=lambda kind: len(of_kind(handbook, kind)))}")
    letters = page.locator(".letters a[href]").all_inner_texts()
    assert letters == page.locator(".index section:visible h3").all_inner_texts() and len(letters) < every


@LANGUAGES
@pytest.mark.parametrize(("path", "entries"), [("kpis/", "tbody tr"), ("methods/", ".facts > [id]")])
def test_other_indexes_filter_by_the_same_means(visit, handbook, language, path, entries):
    role = next(role.id for role in [examples.role(handbook), *handbook.ordered_roles] if role.kpis and role.tools)
    page = visit(f"{language}/{path}?role={role}", viewport=NARROW)
    every, heads = page.locator(f"#entries {entries}"), page.locator("#entries h2")
    shown = every.locator("visible=true")
    assert 0 < shown.count() < every.count()
    assert all(f"role:{role}" in one.get_attribute("data-facts") for one in shown.all())
    counts = [int(text) for text in page.locator("#entries h2:visible .count").all_inner_texts()]
    assert sum(counts) == shown.count() and len(counts) <= heads.count()
    page.locator(".reset").click()
    assert heads.locator("visible=true").count() == heads.count()


@LANGUAGES
@pytest.mark.parametrize("path", ["competencies/?kind={kind}", "kpis/?role={role}", "methods/?kind=tool", "open-points/?status=open"])
def test_without_javascript_there_is_no_form_and_everything_is_shown(visit, handbook, language, path):
    path = path.format(kind=narrowing(handbook)[0], role=examples.role(handbook).id)
    page = visit(f"{language}/{path}", java_script_enabled=False)
    assert not page.locator("form.filters").is_visible() and not page.locator(".reset").is_visible()
    said = int(re.search(r"\d+", page.locator(".result-line [role=status]").inner_text())[0])
    for fold in page.locator("#entries details.fold > summary").all():
        fold.click()
    assert page.locator("[data-facts]:visible").count() == page.locator("[data-facts]").count() == said


@LANGUAGES
@WIDTHS
def test_open_points_are_counted_by_owner_and_the_address_keeps_whose_they_are(visit, language, viewport):
    page = visit(f"{language}/open-points/", viewport=viewport)
    owner = page.locator(".owners > div").last
    n = int(re.search(r"[0-9]+", owner.locator("dd").inner_text())[0])
    owner.locator("a").click()
    page.wait_for_url("**/open-points/?status=open&owner=*")
    rows = page.locator("#entries tbody tr")
    until(page, "document.querySelector('select[name=owner]').value !== ''")
    assert rows.locator("visible=true").count() == n < rows.count()
    assert page.input_value("select[name=status]") == "open" and page.input_value("select[name=owner]") in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    chosen = page.url.partition("open-points/")[2]
    page.locator("a.language-link").click()
    page.wait_for_url(f"**/{'en' if language == 'zh' else 'zh'}/open-points/{chosen}")


def test_what_documents_say_of_a_difference_opens_in_its_row(visit, language="en"):
    page = visit(f"{language}/open-points/?kind=difference", viewport=NARROW)
    row = page.locator("#entries tbody tr:visible").first
    assert not row.locator(".differ").is_visible()
    row.locator("summary").first.click()
    assert row.locator(".differ .ruling").is_visible()


@LANGUAGES
@WIDTHS
def test_of_what_is_new_a_role_sees_its_own_and_no_empty_headings(visit, handbook, language, viewport):
    page = visit(f"{language}/changes/", viewport=viewport)
    editions, parts = page.locator("#editions > section:visible"), page.locator("#editions .duty:visible")
    assert editions.count() == len(handbook.editions)
    role = next(told.about.roles[0] for one in handbook.editions.values() for told in one.changes if told.meaning == "more" and told.about.roles)
    page.select_option("select[name=role]", role)
    page.select_option("select[name=meaning]", "more")
    assert (editions.count(), parts.count(), page.locator("#editions li:visible").count()) == (1, 1, 1), "an edition that changed nothing goes, too"
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    first = f"#{page.locator('#editions h2').first.get_attribute('id')}"
    until(page, "hash => [...document.querySelectorAll('.on-this-page a, .jump a')].every(one => !one.ariaCurrent || one.hash === hash)", arg=first)
    page.locator(".reset").click()
    assert editions.count() == len(handbook.editions)
