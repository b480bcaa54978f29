"""The matrix of roles and competencies, and the smaller ones on stages and tracks, in a real browser."""
from __future__ import annotations

import re

import pytest

from macros.model.handbook import Handbook
from macros.model.tracks import Track
from macros.views.reader import Reader
from tests import examples
from tests.browser import NARROW, WIDE


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW, {"width": 320, "height": 640}], ids=["1280", "390", "320"])
def test_head_and_first_column_of_the_matrix_stay_in_sight(visit, language, viewport):
    page = visit(f"{language}/matrix/", viewport=viewport)
    frame = page.locator(".matrix-frame")
    if viewport is WIDE:      # all of it has room, and the page scrolls
        assert frame.evaluate("frame => frame.scrollHeight - frame.clientHeight + frame.scrollWidth - frame.clientWidth") == 0
        page.evaluate("scrollTo(0, 1500)")
        head, top = page.locator(".matrix thead").bounding_box(), page.locator(".md-header").bounding_box()
        assert abs(head["y"] - top["y"] - top["height"]) < 6
        return
    frame.evaluate("frame => frame.scrollTo(120, 900)")
    box, head, first = frame.bounding_box(), page.locator(".matrix thead").bounding_box(), page.locator(".matrix tbody th.first").nth(-1).bounding_box()
    assert abs(head["y"] - box["y"]) < 6 and abs(first["x"] - box["x"]) < 2
    assert head["height"] + 80 < box["height"] and first["width"] * 2 < box["width"]
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert frame.get_attribute("role") == "region" and frame.get_attribute("tabindex") == "0" and frame.get_attribute("aria-label")


@pytest.mark.parametrize(("language", "empty"), [("zh", "不要求"), ("en", "not asked")])
def test_a_cell_says_level_and_need_or_that_nothing_is_asked(visit, handbook, language, empty):
    role, reader = examples.role(handbook), Reader(handbook, language, "../../")
    page = visit(f"{language}/matrix/")
    column = page.locator(".matrix th.role").evaluate_all("(heads, id) => heads.findIndex((head) => head.querySelector('a').href.includes(`/${id}/`))", role.id)
    for asked in role.competencies:
        row = page.locator(".matrix tbody tr", has=page.locator(f"a[href$='competencies/{asked.competency}/']"))
        cell = row.locator("td").nth(column)
        level = reader.level(asked.level)
        assert cell.text_content() == level.lead + level.name + level.ears + reader.say(", ") + reader.word("need", asked.need).lower()
        assert cell.locator("a").get_attribute("href").endswith(f"/competencies/{asked.competency}/#level-{asked.level}")
    assert set(page.locator(".matrix td:not(:has(a), .total, .sum)").all_text_contents()) == {empty}


def test_totals_of_the_matrix_add_up(visit, handbook):
    page = visit("en/matrix/")
    across = [int(text) for text in page.locator(".matrix tbody td.total").all_inner_texts()]
    down = [int(text) for text in page.locator(".matrix tfoot td.sum").all_inner_texts()]
    assert sum(across) == sum(down) == page.locator(".matrix tbody td a").count() == int(page.locator(".matrix tfoot td.total").inner_text())
    assert (len(across), len(down)) == (len(handbook.used("competencies")), len(handbook.ordered_roles))


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "390"])
def test_what_the_keyboard_reaches_in_the_matrix_is_not_covered(visit, viewport):
    page = visit("en/matrix/", viewport=viewport)
    page.locator(".matrix tbody td a").nth(page.locator(".matrix tbody td a").count() // 2).focus()
    for key in ("Shift+Tab",) * 12:
        page.keyboard.press(key)
        assert page.evaluate("""(() => {
            const link = document.activeElement, { x, y, width, height } = link.getBoundingClientRect();
            return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        })()"""), page.evaluate("document.activeElement.href")


def test_row_and_column_are_shaded_where_the_pointer_or_the_keyboard_is(visit):
    page = visit("en/matrix/", viewport=WIDE)
    link = page.locator(".matrix tbody td a").nth(5)
    plain = page.evaluate("getComputedStyle(document.querySelector('.matrix tbody td.total')).backgroundColor")
    link.focus()
    shaded = link.evaluate(
        "link => [getComputedStyle(link.closest('tr').querySelector('.total')).backgroundColor, getComputedStyle(link.parentElement, '::after').content]"
    )
    assert shaded[0] != plain and shaded[1] == '""'


def standing(handbook: Handbook, track: Track) -> set[str]:
    """The roles in use that a ladder names."""
    return {id for rung in track.rungs for id in rung.roles if not handbook.roles[id].retired}


def smaller(handbook: Handbook) -> dict[str, int]:
    """The pages of the stage and the ladder that hold most roles, with their number."""
    tracks = {f"tracks/{track.id}/": len(standing(handbook, track)) for track in handbook.used("tracks")}
    stages = {f"stages/{stage}/": sum(role.stage == stage for role in handbook.ordered_roles) for stage in handbook.stages}
    return {max(found, key=found.get): max(found.values()) for found in (tracks, stages)}


def test_smaller_tables_stand_on_the_pages_of_stages_and_tracks(visit, handbook):
    for path, columns in smaller(handbook).items():
        page = visit(f"en/{path}#matrix", viewport=NARROW)
        assert page.locator(".matrix th.role").count() == columns
        assert page.locator(".matrix tbody .level-name:visible").count() >= columns
        assert all(int(text) > 0 for text in page.locator(".matrix tbody td.total").all_inner_texts())


def test_the_ring_of_useful_lies_inside_the_mark(visit):
    page = visit("en/matrix/")
    marks = page.locator(".matrix .level-mark:has(.ring)")
    assert marks.count() == page.locator(".matrix td a.useful").count() > 0
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert page.evaluate("""[...document.querySelectorAll('.matrix .ring')].every(ring => {
            const a = ring.getBoundingClientRect(), b = ring.closest('td').getBoundingClientRect();
            return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
        })""")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_matrix_prints_across_the_page(visit, language):
    page = visit(f"{language}/matrix/", viewport={"width": 1047, "height": 718})      # the page inside its margins
    page.emulate_media(media="print")
    pdf = page.pdf(prefer_css_page_size=True)
    sides = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert sides and all(float(width) > float(height) for width, height in sides)
    assert page.locator(".matrix").evaluate("table => table.offsetWidth / document.documentElement.clientWidth") > .97
    assert (
        page.evaluate(
            """[...document.querySelectorAll('.matrix th a')]
              .filter(one => getComputedStyle(one).writingMode === 'horizontal-tb' && one.scrollWidth > one.closest('th').clientWidth)
              .map(one => one.textContent)"""
        )
        == []
    )
    assert page.locator(".matrix-frame").evaluate("frame => getComputedStyle(frame).overflowX") == "visible"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_smaller_table_prints_within_an_upright_page(visit, handbook, language):
    for path in smaller(handbook):
        page = visit(f"{language}/{path}", viewport={"width": 665, "height": 990})
        page.emulate_media(media="print")
        assert page.evaluate("document.querySelector('.matrix').offsetWidth <= document.querySelector('.matrix-frame').clientWidth")
        sides = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
        assert sides and all(float(width) < float(height) for width, height in sides)
