"""The real site walked in a real browser, as its readers would."""
from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.browser import opened, serving
from tests.places import ROOT

PAGES = ("", "roles/", "roles/brand-manager/", "roles/deputy-head-of-marketing/", "stages/", "stages/mid-stage/", "tracks/", "tracks/four-stage/",
         "competencies/", "matrix/", "competencies/negotiation/", "kpis/", "kpis/negative-response-time/", "moves/", "moves/deputy-head-rotation/", "map/",
         "practices/", "practices/promotion-procedure/", "compare/", "compare/deputy-head-of-marketing/head-of-marketing/", "terms/", "methods/", "cases/",
         "open-points/", "sources/deputy-head-duties/", "how-to-read/", "about/")


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site built for, and served under, a sub-path of the intranet."""
    folder = tmp_path_factory.mktemp("below")
    subprocess.run([sys.executable, "-m", "macros", "build", "--site", str(folder)], cwd=ROOT, check=True, capture_output=True,
                   env={**os.environ, "HANDBOOK_URL": "https://intranet.example.com/hr/handbook/", "HANDBOOK_REPOSITORY": "https://git.example.com/hr/handbook/"})
    with serving(folder, "/hr/handbook") as found:
        yield found


@pytest.mark.parametrize(("language", "meaning"), [("zh", "VI手册"), ("en", "VI manual")])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_term_says_what_it_means_in_place_and_leads_to_the_foot_without_scripts(browser, address, language, meaning, width):
    page, faults = opened(browser, address, f"{language}/roles/brand-manager/", viewport={"width": width, "height": 800})
    term = page.locator('a.term[href="#term-vi-manual"]')
    term.focus()
    page.keyboard.press("Enter")
    note = page.locator(".term-note")
    assert note.inner_text().startswith(meaning)
    box = note.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.activeElement.matches('.term-note')")
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#term-vi-manual"
    assert not faults
    plain, _ = opened(browser, address, f"{language}/roles/brand-manager/", java_script_enabled=False)
    plain.locator('a.term[href="#term-vi-manual"]').click()
    assert plain.url.endswith("#term-vi-manual")
    assert plain.locator("#term-vi-manual dt").inner_text() == meaning


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_reader_switches_language_and_follows_role_competency_role(browser, address, width, scheme):
    page, faults = opened(browser, address, "zh/roles/brand-manager/", viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert page.locator("h1").inner_text().startswith("品牌经理")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, background.removeprefix("rgb(").rstrip(")").split(",")[:3])) < 200) == (scheme == "dark"), background
    page.click("a.language-link")
    page.wait_for_url("**/en/roles/brand-manager/")
    assert page.locator("h1").inner_text().startswith("Brand manager")
    page.locator(".requirements .name a", has_text="Negotiation").click()
    page.wait_for_url("**/en/competencies/negotiation/")
    page.locator("article a", has_text="Channel manager").first.click()
    page.wait_for_url("**/en/roles/channel-manager/")
    assert page.locator("h1").inner_text().startswith("Channel manager")
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_at_320_or_complains(browser, address, path, language):
    page, faults = opened(browser, address, f"{language}/{path}", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
    page.context.close()


def test_the_keyboard_alone_is_enough(browser, address):
    page, faults = opened(browser, address, "en/roles/brand-manager/", viewport={"width": 1280, "height": 900})
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
    page.locator(".table-frame").first.focus()
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region"
    page.locator("a.language-link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/roles/brand-manager/")
    assert faults == []
    page.context.close()


@pytest.mark.parametrize(("locale", "expected"), [("zh-CN", "zh/"), ("en-GB", "en/"), ("de-DE", "")])
def test_the_first_visit_goes_to_the_browsers_language(browser, address, locale, expected):
    page, faults = opened(browser, address, "", locale=locale)
    page.wait_for_url(address + expected)
    if not expected:
        assert page.locator("main li").count() == 2
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


def test_everything_reads_without_javascript(browser, address):
    page, _ = opened(browser, address, "", java_script_enabled=False)
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/")
    page.locator("main a", has_text="Find my role").click()
    page.locator("main a", has_text="Brand manager").first.click()
    page.wait_for_url("**/en/roles/brand-manager/")
    assert page.locator("#duties").is_visible() and page.locator("#duty-positioning li").first.is_visible()
    page.click("a.language-link")
    page.wait_for_url("**/zh/roles/brand-manager/")
    page.context.close()


def test_a_section_copies_its_link(browser, address):
    page, _ = opened(browser, address, "en/roles/brand-manager/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#duties a.headerlink").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}en/roles/brand-manager/#duties"
    page.context.close()


def test_dark_colours_can_be_chosen_and_stay(browser, address):
    page, faults = opened(browser, address, "en/", color_scheme="light")
    page.locator("label[for='__palette_1']").click()
    page.goto(address + "en/roles/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_phones_drawer_leads_to_every_section(browser, address, language):
    page, faults = opened(browser, address, f"{language}/roles/brand-manager/", viewport={"width": 390, "height": 800})
    page.locator("label.md-header__button[for='__drawer']").click()
    page.locator(".md-sidebar--primary .sections a").nth(4).click()
    page.wait_for_url(f"**/{language}/kpis/")
    assert faults == []
    page.context.close()


def test_it_works_under_a_sub_path(browser, below):
    page, faults = opened(browser, below, "", locale="en-GB")
    page.wait_for_url(below + "en/")
    page.locator("main a", has_text="Find my role").click()
    page.locator("main a", has_text="Brand manager").first.click()
    page.click("a.language-link")
    page.wait_for_url(below + "zh/roles/brand-manager/")
    assert page.locator(".edit a").get_attribute("href") == "https://git.example.com/hr/handbook/edit/main/data/roles/brand-manager.yml"
    assert faults == []
    page.goto(below + "zh/roles/nobody/deeper/")
    assert "没有这一页" in page.content()
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    page.get_by_role("link", name="To the English home page").click()
    page.wait_for_url(below + "en/")
    page.context.close()


def test_a_role_prints_without_the_frame(browser, address):
    page, _ = opened(browser, address, "zh/roles/brand-manager/")
    page.emulate_media(media="print")
    assert not page.locator("header.md-header").is_visible() and page.locator("#duties").is_visible()
    assert len(page.pdf(format="A4")) > 20_000
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_methods_and_those_who_work_with_them_lead_to_each_other(visit, language):
    page = visit(f"{language}/competencies/brand-strategy/")
    page.locator("#methods ~ dl a").first.click()
    page.wait_for_url(f"**/{language}/methods/#term-*")
    page.locator(":target a[href$='competencies/brand-strategy/']").click()
    page.wait_for_url(f"**/{language}/competencies/brand-strategy/")
    for path in ("", "terms/"):
        page = visit(f"{language}/{path}")
        assert page.locator(f"article a[href$='{language}/methods/']").count() == 1
    page = visit(f"{language}/")
    assert page.locator(f"article a[href$='{language}/matrix/']").count() == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_home_page_leads_to_map_comparison_and_plan_and_calls_a_page_by_one_name(visit, language):
    page = visit(f"{language}/")
    door = page.locator(".doors > li", has=page.locator("#employees"))
    for path in ("map/", "compare/", "compare/#ways"):
        assert door.locator(f"a[href$='{language}/{path}']").count() == 1
    for path in ("matrix/", "methods/", "practices/", "map/", "compare/", "kpis/", "open-points/"):
        named = {link.evaluate("link => link.firstChild.textContent") for link in page.locator(f".doors a[href$='{language}/{path}']").all()}
        assert named == {visit(f"{language}/{path}").locator("h1").inner_text()}


@pytest.mark.parametrize("anchor", ["hard", "soft", "management", "industry", "alphabet", "letter-c"])
def test_addresses_of_sections_live_on(visit, anchor):
    page = visit(f"zh/competencies/#{anchor}")
    assert page.locator(f"#{anchor}").count() == 1
    assert anchor == "alphabet" or page.locator(f"#{anchor} a[href*='competencies/']").count() > 0
