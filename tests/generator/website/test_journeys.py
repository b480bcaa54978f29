"""A site walked in a real browser, as its readers would."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.model.handbook import Handbook
from macros.model.roles import Role
from macros.model.sources import Term
from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened, serving, until
from tests.building import build

LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory, data) -> Iterator[str]:
    """The site built for, and served under, a sub-path of the intranet."""
    folder = tmp_path_factory.mktemp("below")
    build(data, folder, HANDBOOK_URL="https://intranet.example.com/hr/handbook/", HANDBOOK_REPOSITORY="https://git.example.com/hr/handbook/")
    with serving(folder, "/hr/handbook") as found:
        yield found


def explained(handbook: Handbook) -> tuple[Role, Term]:
    """A role whose page links to a term that it explains."""
    return next((role, term) for role in handbook.ordered_roles for term in handbook.terms_of("roles", role.id) if term.needs_explaining("zh"))


@LANGUAGE
@pytest.mark.parametrize("width", [1280, 390])
def test_a_term_says_what_it_means_in_place_and_leads_to_the_foot_without_scripts(browser, address, handbook, language, width):
    role, term = explained(handbook)
    meaning, anchor = term.name[language], f"#term-{term.id}"
    page, faults = opened(browser, address, f"{language}/roles/{role.id}/", viewport={"width": width, "height": 800})
    link = page.locator(f'a.term[href="{anchor}"]').first
    link.focus()
    page.keyboard.press("Enter")
    note = page.locator(".term-note")
    assert note.inner_text().startswith(meaning)
    box = note.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.activeElement.matches('.term-note')")
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert page.evaluate("document.activeElement.getAttribute('href')") == anchor
    assert not faults
    plain, _ = opened(browser, address, f"{language}/roles/{role.id}/", java_script_enabled=False)
    plain.locator(f'a.term[href="{anchor}"]').first.click()
    assert plain.url.endswith(anchor)
    assert plain.locator(f"{anchor} dt").inner_text().startswith(meaning)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_switches_language_and_follows_role_competency_role(browser, address, handbook, width, scheme):
    role, competency = examples.role(handbook), examples.shared_competency(handbook)
    other = next(one for one, _ in handbook.roles_by_competency[competency.id] if one != role)
    page, faults = opened(browser, address, f"zh/roles/{role.id}/", viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert page.locator("h1").inner_text().startswith(role.name.zh)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, background.removeprefix("rgb(").rstrip(")").split(",")[:3])) < 200) == (scheme == "dark"), background
    page.click("a.language-link")
    page.wait_for_url(f"**/en/roles/{role.id}/")
    assert page.locator("h1").inner_text().startswith(role.name.en)
    page.locator(f"#c-{competency.id} summary").first.click()
    page.locator(f"#c-{competency.id} a[href$='competencies/{competency.id}/']").click()
    page.wait_for_url(f"**/en/competencies/{competency.id}/")
    page.locator(f"article a[href$='roles/{other.id}/']").first.click()
    page.wait_for_url(f"**/en/roles/{other.id}/")
    assert page.locator("h1").inner_text().startswith(other.name.en)
    assert faults == []
    page.context.close()


@LANGUAGE
def test_no_page_scrolls_sideways_at_320_or_complains(browser, address, handbook, site, language):
    page, faults = opened(browser, address, f"{language}/", viewport={"width": 320, "height": 640})
    for path in examples.paths(handbook, site):
        page.goto(f"{address}{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, path
    assert faults == []


def test_the_keyboard_alone_is_enough(browser, address, handbook):
    role = next(one for one in [examples.role(handbook), *handbook.ordered_roles] if one.kpis)
    page, faults = opened(browser, address, f"en/roles/{role.id}/", viewport={"width": 1280, "height": 900})
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("[document.activeElement.className, document.activeElement.getAttribute('href')].join(' ')"))
        seen = page.evaluate("(() => { const b = document.activeElement.getBoundingClientRect(), s = getComputedStyle(document.activeElement);"
                             "return b.width > 0 && (s.outlineStyle !== 'none' || s.boxShadow !== 'none') })()")
        assert seen, reached[-1]
        if "headerlink" in reached[-1]:
            break
    assert any("md-skip" in one for one in reached) and any("language-link" in one for one in reached), reached
    page.locator(f"#c-{role.competencies[0].competency} summary").first.focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.closest('details').open")
    page.locator("a.language-link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zh/roles/{role.id}/**")
    assert faults == []
    page.context.close()


@pytest.mark.parametrize(("locale", "expected"), [("zh-CN", "zh/"), ("en-GB", "en/"), ("de-DE", "")])
def test_the_first_visit_goes_to_the_browsers_language(browser, address, locale, expected):
    page, faults = opened(browser, address, "", locale=locale)
    page.wait_for_url(address + expected)
    if not expected:
        assert page.locator("main li").count() == len(LANGUAGES)
    assert faults == []
    page.context.close()


def test_the_language_read_last_is_remembered(browser, address):
    page, _ = opened(browser, address, "en/", locale="zh-CN")
    page.goto(address)
    page.wait_for_url(address + "en/")
    page.click("a.language-link")
    page.wait_for_url(address + "zh/")
    page.goto(address)
    page.wait_for_url(address + "zh/")
    page.context.close()


def test_everything_reads_without_javascript(browser, address, handbook):
    role = examples.role(handbook)
    page, _ = opened(browser, address, "", java_script_enabled=False)
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/")
    page.locator("main a", has_text="Find my role").click()
    page.locator(f"main a[href$='roles/{role.id}/']").first.click()
    page.wait_for_url(f"**/en/roles/{role.id}/")
    assert page.locator("#duties").is_visible() and page.locator(f"#duty-{next(iter(role.duties))} li").first.is_visible()
    page.click("a.language-link")
    page.wait_for_url(f"**/zh/roles/{role.id}/")
    page.context.close()


def test_a_section_copies_its_link(browser, address, handbook):
    path = f"en/roles/{examples.role(handbook).id}/"
    page, _ = opened(browser, address, path, permissions=["clipboard-read", "clipboard-write"])
    page.locator("#duties a.headerlink").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{path}#duties"
    page.context.close()


def test_dark_colours_can_be_chosen_and_stay(browser, address):
    page, faults = opened(browser, address, "en/", color_scheme="light")
    page.locator("label[for='__palette_1']").click()
    page.goto(address + "en/roles/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert faults == []
    page.context.close()


@LANGUAGE
def test_the_phones_drawer_leads_to_every_section(browser, address, handbook, language):
    page, faults = opened(browser, address, f"{language}/roles/{examples.role(handbook).id}/", viewport={"width": 390, "height": 800})
    page.locator("label.md-header__button[for='__drawer']").click()
    kpis = page.locator(".drawer-groups details", has=page.locator("a[href$='/kpis/']"))
    kpis.locator("summary").click()
    kpis.locator("a").click()
    page.wait_for_url(f"**/{language}/kpis/")
    assert faults == []
    page.context.close()


def test_it_works_under_a_sub_path(browser, below, handbook):
    role = examples.role(handbook)
    page, faults = opened(browser, below, "", locale="en-GB")
    page.wait_for_url(below + "en/")
    page.locator("main a", has_text="Find my role").click()
    page.locator(f"main a[href$='roles/{role.id}/']").first.click()
    page.click("a.language-link")
    page.wait_for_url(f"{below}zh/roles/{role.id}/")
    assert page.locator(".edit a").get_attribute("href").startswith("https://git.example.com/hr/handbook/edit/main/")
    assert page.locator(".edit a").get_attribute("href").endswith(f"/roles/{role.id}.yml")
    assert faults == []
    page.goto(below + "zh/roles/nobody/deeper/")
    assert "没有这一页" in page.content()
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    page.get_by_role("link", name="To the English home page").click()
    page.wait_for_url(below + "en/")
    page.context.close()


def test_a_role_prints_without_the_frame(browser, address, handbook):
    page, _ = opened(browser, address, f"zh/roles/{examples.role(handbook).id}/")
    page.emulate_media(media="print")
    assert not page.locator("header.md-header").is_visible() and page.locator("#duties").is_visible()
    assert len(page.pdf(format="A4")) > 20_000
    page.context.close()


@LANGUAGE
def test_methods_and_those_who_work_with_them_lead_to_each_other(visit, handbook, language):
    own = f"competencies/{next(record.id for users in handbook.users_of_terms.values() for kind, record in users if kind == 'competencies')}/"
    page = visit(f"{language}/{own}")
    page.locator("#methods ~ dl a[href*='/methods/#term-']").first.click()
    page.wait_for_url(f"**/{language}/methods/#term-*")
    page.locator(f":target a[href$='{own}']").click()
    page.wait_for_url(f"**/{language}/{own}")
    for path in ("", "terms/"):
        page = visit(f"{language}/{path}")
        assert page.locator(f"article a[href$='{language}/methods/']").count() == 1
    page = visit(f"{language}/")
    assert page.locator(f"article a[href$='{language}/matrix/']").count() == 2


@LANGUAGE
def test_the_home_page_leads_to_map_comparison_and_plan_and_calls_a_page_by_one_name(visit, site, language):
    page = visit(f"{language}/")
    door = page.locator(".doors > li", has=page.locator("#employees"))
    for path in ("map/", "compare/", "compare/#ways"):
        assert door.locator(f"a[href$='{language}/{path}']").count() == 1
    for path in ("matrix/", "methods/", "practices/", "map/", "compare/", "kpis/", "open-points/"):
        if (site / language / path).is_dir():
            named = {link.evaluate("link => link.firstChild.textContent.trim()") for link in page.locator(f".doors a[href$='{language}/{path}']").all()}
            assert named == {visit(f"{language}/{path}").locator("h1").inner_text()}


def test_addresses_of_sections_live_on(visit, handbook):
    kinds = list(dict.fromkeys(one.kind for one in handbook.used("competencies")))
    page = visit("zh/competencies/")
    letter = page.locator(".index [id^=letter-]").first.get_attribute("id")
    for anchor in (*kinds, "alphabet", letter):
        page = visit(f"zh/competencies/#{anchor}")
        assert page.locator(f"#{anchor}").count() == 1, anchor
        assert anchor == "alphabet" or page.locator(f"#{anchor} a[href*='competencies/']").count() > 0, anchor
