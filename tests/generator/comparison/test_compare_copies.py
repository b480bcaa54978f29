"""Taking a comparison along: copied, as CSV, on paper."""
from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.model.handbook import Handbook
from macros.views.templates import printed
from macros.website.ranges import whole
from macros.words.languages import LANGUAGES
from tests import examples
from tests.generator.comparison.comparing import WORDS, compared, head


def pair(handbook: Handbook) -> str:
    """Two roles that differ, one in what is inferred, as an address names them."""
    return ",".join(role.id for role in examples.raised(handbook))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_copied_as_html_and_as_text(browser, address, handbook, language):
    page, faults = compared(browser, address, f"{language}/compare/?roles={pair(handbook)}", permissions=["clipboard-read", "clipboard-write"])
    page.wait_for_selector(".comparison tbody")
    page.click("[data-do=copy]")
    page.get_by_text(WORDS[language]["copied"]).wait_for()
    kinds = page.evaluate(
        "navigator.clipboard.read().then(([item]) => Promise.all(['text/plain', 'text/html'].map((type) => item.getType(type).then((blob) => blob.text()))))"
    )
    rows = [line.split("\t") for line in kinds[0].splitlines()]
    assert rows[0][2::2] == head(page) and {len(row) for row in rows} == {6} and all(rows[0])
    assert len(rows) == 1 + lines(page) and kinds[1].count("<tr>") == len(rows) and "<svg" not in kinds[1]
    assert faults == []
    page.context.close()


def test_copying_works_where_the_browser_has_no_clipboard_of_its_own(browser, address, handbook):
    way = examples.way(handbook)
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.add_init_script("window.ClipboardItem = undefined")
    page.goto(f"{address}en/compare/{way.origin.id}/{way.target.id}/")
    page.click("[data-do=copy]")
    page.get_by_text("The table is copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").splitlines()[0].split("\t")[2::2] == [way.origin.name.en, way.target.name.en]
    page.context.close()


def lines(page: Page) -> int:
    """How many rows the tables have, and how many names stand in lists beside them."""
    names = page.eval_on_selector_all(".entry", "all => new Set(all.map((one) => one.closest('[data-part]').dataset.part + one.dataset.row)).size")
    return page.locator(".sides tr:is(.differs, .same)").count() + names


def saved(page: Page) -> tuple[str, list[list[str]], bytes]:
    with page.expect_download() as coming:
        page.click("[data-do=csv]")
    raw = Path(coming.value.path()).read_bytes()
    return coming.value.suggested_filename, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))), raw


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_holds_the_whole_table_with_levels_and_needs_apart(browser, address, handbook, language):
    page, faults = compared(browser, address, f"{language}/compare/?roles={pair(handbook)}")
    page.wait_for_selector(".comparison tbody")
    name, rows, raw = saved(page)
    assert name == f"compare-{pair(handbook).replace(',', '-')}.csv" and raw.startswith("\ufeff".encode()) and b"\r\n" in raw
    assert (
        rows[0][2::2] == head(page)
        and all(rows[0])
        and {len(row) for row in rows} == {6}
        and len(rows) == 1 + lines(page)
    )
    level, need = (page.locator(f"tr.differs {one}").first.text_content().strip() for one in (".level-name", ".need"))
    assert [level, need] in [[row[2], row[3]] for row in rows]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert any("推断" in cell or "(Inferred" in cell for row in rows for cell in row), "a mark goes with what it marks"
    page.locator(".only").check()
    assert saved(page)[1] == rows, "hidden or not"
    assert faults == []
    page.context.close()


def test_a_spreadsheet_gets_no_formulas_and_quotes_are_right(browser, address, handbook):
    page, _ = compared(browser, address, f"en/compare/?roles={pair(handbook)}")
    page.wait_for_selector(".comparison tbody")
    page.evaluate(
        """["=1+1", '+"a",b', "-x", "@y", "＝1"].forEach((text, place) => { document.querySelectorAll("tr.differs td")[place].textContent = text; })"""
    )
    cells = [cell for row in saved(page)[1] for cell in row[2:] if cell.startswith("'")]
    assert cells[:5] == ["'=1+1", "'+\"a\",b", "'-x", "'@y", "'＝1"]
    page.context.close()


def test_what_a_period_rests_on_goes_with_the_period(browser, address, handbook):
    page, _ = compared(browser, address, f"en/compare/?roles={pair(handbook)}")
    page.wait_for_selector(".comparison tbody")
    because = {"id": "", "mark": "inf.", "name": "Inferred", "means": False, "said": "So we see it.", "cited": ""}
    cell = {"targets": [{"measure": "Cost", "open": "within budget", "when": " (per event)", "when_why": because, "why": None}]}
    page.evaluate("html => { document.querySelector('tr.differs td').innerHTML = html; }", whole(printed("comparison/pieces.html", "cell", cell)))
    assert "Cost: within budget (per event) (Inferred So we see it.)" in [row[2] for row in saved(page)[1]]
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_prints_without_its_controls(browser, address, handbook, language):
    page, _ = compared(browser, address, f"{language}/compare/?roles={pair(handbook)}")
    page.wait_for_selector(".comparison tbody")
    page.emulate_media(media="print")
    for control in (".compare-choose", ".compare-tools", "[data-do=swap]", "#ways"):
        assert not page.locator(control).first.is_visible()
    assert page.locator("h1").inner_text() == " → ".join(head(page))
    assert page.locator("tr.differs").first.is_visible() and page.locator(".plan").first.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".plan details li").first.is_visible() and page.locator(".sides details li").first.is_visible()
    page.context.close()
