"""A role's page on a wide screen, on a phone and on paper."""
from __future__ import annotations

import pypdfium2
import pytest

from tests import examples
from tests.browser import NARROW, WIDE

DUTY = "[...document.querySelectorAll('.duty-group li')].filter(one => one.checkVisibility({ contentVisibilityAuto: true })).length"


def sheets(page) -> list[str]:
    """What stands on each sheet that a page prints on, in one line."""
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in printed]


def path(handbook, language: str = "zh") -> str:
    return f"{language}/roles/{examples.role(handbook).id}/"


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "phone"])
def test_what_answers_stands_above_what_proves_and_the_rest_is_folded_at_the_end(visit, handbook, viewport):
    page = visit(path(handbook), viewport=viewport)
    tops = page.evaluate("""[
        'h1', '.essence', '.purpose', '.strip', '.answers', '#duties', '#competencies', '#authority', '#growth', '#moves', '.fold', '.record-foot',
    ].map(one => document.querySelector(one)?.getBoundingClientRect().top).filter(one => one !== undefined)""")
    assert tops == sorted(tops) and len(tops) >= 10
    assert page.locator("details.fold").count() >= 3 and page.locator("details.fold[open]").count() == 0
    folded = page.evaluate("document.documentElement.scrollHeight")
    page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollHeight") > 1.3 * folded


def test_a_wide_page_shows_all_duties_and_a_phone_the_first_of_a_long_group(visit, handbook):
    groups = [len(group.items) for group in examples.role(handbook).duties.values()]
    assert max(groups) > 2
    assert visit(path(handbook), viewport=WIDE).evaluate(DUTY) == sum(groups)
    phone = visit(path(handbook), viewport=NARROW)
    first = sum(n if n < 3 else 1 for n in groups)
    assert phone.evaluate(DUTY) == first
    phone.locator(".duty-group details.rest > summary").first.click()
    assert phone.evaluate(DUTY) == first + next(n for n in groups if n > 2) - 1


def test_a_phone_shows_no_heads_of_columns_that_it_leaves_out(visit, handbook):
    phone = visit(path(handbook), viewport=NARROW)
    assert phone.locator(".kpi-rows").is_visible() and not phone.locator(".kpi-head").is_visible()


def test_a_row_of_the_picture_leads_to_the_competency_and_its_row_opens(visit, handbook):
    page = visit(path(handbook, "en"), viewport=WIDE)
    row = page.locator(".profile a").first
    target = row.get_attribute("href").partition("#")[2]
    row.click()
    page.wait_for_url(f"**#{target}")
    page.locator(f"#{target} .req > summary").click()
    assert page.locator(f"#{target} .def li").first.is_visible()


def test_no_name_in_the_picture_is_cut_or_runs_into_its_bar(visit, handbook):
    for language in ("zh", "en"):
        for viewport in (WIDE, NARROW, {"width": 320, "height": 640}):
            page = visit(path(handbook, language), viewport=viewport)
            assert page.evaluate("""[...document.querySelectorAll('.profile > li')].every(row => {
                const [name, bar] = [row.querySelector('a').getBoundingClientRect(), row.querySelector('svg').getBoundingClientRect()];
                return name.right <= bar.left + 1 && bar.width > 60;
            })"""), (language, viewport)


def test_on_paper_all_duties_stand_and_only_what_was_opened_of_the_rest(visit, handbook):
    page = visit(path(handbook), viewport=WIDE)
    closed = sheets(page)
    assert all(f"{number} / {len(closed)}" in text for number, text in enumerate(closed, 1))
    page.emulate_media(media="print")
    assert page.evaluate(DUTY) == sum(len(group.items) for group in examples.role(handbook).duties.values())
    assert page.locator("details.fold:visible").count() == 0 and page.locator(".req .name:visible").count() == len(examples.role(handbook).competencies)
    page.emulate_media(media="screen")
    page.evaluate("document.querySelectorAll('article details').forEach(one => { one.open = true; })")
    assert len(sheets(page)) > len(closed)
