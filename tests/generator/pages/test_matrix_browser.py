"""The matrix of roles and competencies, and the smaller ones on stages and tracks, in a real browser."""
from __future__ import annotations

import re
import unicodedata

import pypdfium2
import pytest

from macros.model.handbook import Handbook
from macros.model.tracks import Track
from macros.pages import matrix
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


@pytest.mark.parametrize(("language", "empty"), [("zh", "没有列出"), ("en", "not listed")])
def test_a_cell_says_level_and_need_or_that_nothing_is_listed(visit, handbook, language, empty):
    role, reader = examples.role(handbook), Reader(handbook, language, "../../")
    page = visit(f"{language}/matrix/")
    column = page.locator(".matrix th.role").evaluate_all("(heads, id) => heads.findIndex((head) => head.querySelector('a').href.includes(`/${id}/`))", role.id)
    for asked in role.competencies:
        row = page.locator(".matrix tbody tr", has=page.locator(f"a[href$='competencies/{asked.competency}/']"))
        cell = row.locator("td").nth(column)
        level = reader.level(asked.level)
        assert cell.text_content() == str(level.step) + level.name + level.ears + reader.say(", ") + reader.word("need", asked.need).lower()
        assert cell.locator("a").get_attribute("href").endswith(f"/competencies/{asked.competency}/#level-{asked.level}")
    assert set(page.locator(".matrix td:not(:has(a), .total, .sum)").all_text_contents()) == {empty}


def test_totals_of_the_matrix_add_up(visit, handbook):
    page = visit("en/matrix/")
    across = [int(text) for text in page.locator(".matrix tbody td.total").all_inner_texts()]
    down = [int(text) for text in page.locator(".matrix tfoot td.sum").all_inner_texts()]
    assert sum(across) == sum(down) == page.locator(".matrix tbody td a").count() == int(page.locator(".matrix tfoot td.total").inner_text().split()[-1])
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
        assert page.locator(".matrix tbody .number:visible").count() >= columns
        assert all(int(text) > 0 for text in page.locator(".matrix tbody td.total").all_inner_texts())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_shade_of_a_cell_deepens_with_its_level(visit, handbook, scheme):
    page = visit("en/matrix/", color_scheme=scheme)
    shades = page.evaluate("""steps => steps.map((step) => {
        const cell = document.querySelector(`.matrix td.step-${step}, .matrix-legend .step-${step}`);
        const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        paper.fillStyle = getComputedStyle(document.body).backgroundColor;
        paper.fillRect(0, 0, 1, 1);
        const ground = [...paper.getImageData(0, 0, 1, 1).data];
        paper.fillStyle = getComputedStyle(cell).backgroundColor;
        paper.fillRect(0, 0, 1, 1);
        return [...paper.getImageData(0, 0, 1, 1).data].reduce((sum, one, place) => sum + Math.abs(one - ground[place]), 0);
    })""", list(range(1, len(handbook.levels) + 1)))
    assert all(high - low > 20 for low, high in zip([0, *shades], shades)), shades
    cells = page.locator(".matrix td a")
    assert page.locator(".matrix td a.useful .need.useful").count() == page.locator(".matrix td a.useful").count() > 0
    assert cells.count() == page.locator(".matrix td a .need").count(), "each cell has a dot"


@pytest.mark.parametrize("size", [(320, 256), (640, 360), (844, 390)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_rows_can_be_seen_in_a_low_window(visit, language, size):
    page = visit(f"{language}/matrix/", viewport=dict(zip(("width", "height"), size)))
    page.locator(".matrix tbody td a").nth(20).evaluate("link => link.scrollIntoView({ block: 'center', behavior: 'instant' })")
    seen = page.evaluate("""() => {
        const [header, heads] = [".md-header", ".matrix thead"].map((one) => document.querySelector(one).getBoundingClientRect()), from = header.bottom;
        const rows = [...document.querySelectorAll(".matrix tbody tr")].map((row) => row.getBoundingClientRect());
        const top = Math.max(from, heads.bottom > from && heads.top < innerHeight ? heads.bottom : from);
        return rows.reduce((sum, row) => sum + Math.max(0, Math.min(row.bottom, innerHeight) - Math.max(row.top, top)), 0);
    }""")
    assert seen >= 80
    assert page.evaluate("getComputedStyle(document.querySelector('.matrix thead')).position") == "static"


def test_the_table_of_a_stage_fits_a_wide_window(visit, handbook):
    for language in ("zh", "en"):
        for stage in handbook.stages:
            if 0 < sum(role.stage == stage for role in handbook.ordered_roles) <= matrix.WORDED:
                page = visit(f"{language}/stages/{stage}/", viewport=WIDE)
                assert page.locator(".matrix-frame").evaluate("frame => frame.scrollWidth - frame.clientWidth") <= 0, (language, stage)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_paper_the_names_of_all_roles_stand_whole_in_the_head_of_every_sheet(visit, handbook, language):
    """Read from the PDF itself, for screens know nothing of how a table is cut into sheets."""
    page = visit(f"{language}/matrix/")
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    rows = [one.name[language] for one in handbook.used("competencies")]
    seen = 0
    for sheet in sheets:
        letters = written(sheet)
        heads = [highest(places(letters, role.name[language])) for role in handbook.ordered_roles]
        names = [box for name in rows for box in places(letters, name)]
        if not any(heads) and not names:
            continue
        assert all(heads), "every name is there as a whole"
        body = max(top for left, _, right, top in names if right < min(head[0] for head in heads))
        assert all(bottom > body and left > 0 and right < sheet.get_width() and top < sheet.get_height() for left, bottom, right, top in heads)
        above = min(highest(places(letters, stage.name[language]))[1] for stage in handbook.used("stages") if places(letters, stage.name[language]))
        assert max(top for *_, top in heads) < above, "below the stages"
        assert all(one[2] <= other[0] + 1 for one, other in zip(heads, heads[1:])), "beside each other"
        seen += 1
    assert seen > 0


Box = tuple[float, float, float, float]  # from the left and the foot: left, bottom, right, top


def written(sheet: pypdfium2.PdfPage) -> list[tuple[str, Box]]:
    """Every letter of a sheet with its box, in the order in which they are written."""
    text = sheet.get_textpage()
    return [(letter, text.get_charbox(n)) for n in range(text.count_chars()) if (letter := unicodedata.normalize("NFKC", text.get_text_range(n, 1)).strip())]


def places(letters: list[tuple[str, Box]], name: str) -> list[Box]:
    """The boxes of a name, wherever it is written."""
    sought = "".join(unicodedata.normalize("NFKC", name).split())
    starts = [found.start() for found in re.finditer(f"(?={re.escape(sought)})", "".join(letter for letter, _ in letters))]
    return [around([box for _, box in letters[start : start + len(sought)]]) for start in starts]


def around(boxes: list[Box]) -> Box:
    """The box around some others."""
    left, bottom, right, top = zip(*boxes)
    return min(left), min(bottom), max(right), max(top)


def highest(boxes: list[Box]) -> Box | None:
    return max(boxes, key=lambda box: box[1], default=None)


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
