"""The plan of an operator who wants to become a brand manager: reviews by the rhythm of the documents, six gaps on one sheet in either language."""
from __future__ import annotations

import pypdfium2
import pytest

from tests.browser import NARROW, WIDE, until

OPEN = "document.querySelectorAll('.path-page details').forEach((one) => { one.open = true; })"


@pytest.mark.parametrize(("language", "rhythm", "viewport"), [("zh", "每6个月复盘一次", NARROW), ("en", "every 6 months", WIDE)])
def test_six_gaps_fit_on_one_sheet_and_their_review_is_half_a_year_ahead(visit, handbook, language, rhythm, viewport):
    page = visit(f"{language}/path/", viewport=viewport)
    page.clock.set_fixed_time("2026-08-31T10:00:00")
    page.select_option("[name=role]", "new-media-operator")
    page.locator("details.rates").first.wait_for()
    page.select_option("[name=goal]", "brand-manager")
    rated = {one.competency for id in ("new-media-operator", "brand-manager") for one in handbook.roles[id].competencies}
    until(page, "(n) => document.querySelectorAll('fieldset.rate').length === n", arg=len(rated))
    for one in rated:
        page.evaluate(OPEN)
        page.locator(f"[name='ratings.{one}'][value=none]").check()
    for number in range(6):
        page.evaluate(OPEN)
        page.locator("[data-plan]").nth(number).check()
        page.locator(".plan-item").nth(number).wait_for()
    assert page.locator("[data-review][data-of=on]").evaluate_all("all => all.map((one) => one.value)") == ["2027-02-28"]
    assert rhythm in page.locator(".plan-reviews .lead-in").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert len(pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))) == 1
