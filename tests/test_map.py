"""The career map: its geometry on small, real and large handbooks, what it holds, and how it works in a real browser."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from macros.checks import RULES
from macros.layout import RING, TAG, Box, Plan, Point
from macros.lettering import width, wrapped
from macros.loading import load
from macros.model.chart import chart
from macros.model.handbook import Handbook
from macros.model.items import Party
from macros.model.moves import MOVE_KINDS
from macros.model.structure import Rung
from macros.rendering import render
from macros.text import LANGUAGES, Text
from macros.views import map as views
from macros.views.drawing import LEADING, PADDING, SIZE
from macros.views.map import career_map, drawn_lines, plotted, rotating
from macros.views.reader import Reader
from macros.views.role_map import WIDE, plotted_around
from tests.browser import chromium, serving, watched

ROOT = Path(__file__).resolve().parent.parent
WORDS = ("市场", "品牌", "增长", "渠道"), ("market", "omni-channel", "user", "communications")


def large(real: Handbook) -> Handbook:
    """Sixty roles, twenty posts, eight ladders and forty moves of every kind, with names longer than any real one."""
    stages, layers, kinds = list(real.stages), [*real.layers, None], [kind for kind in MOVE_KINDS]
    role, post, track, move = (next(iter(found.values())) for found in (real.roles, real.posts, real.tracks, real.moves))

    def named(n: int) -> Text:
        zh, en = (words[n % 4] for words in WORDS)
        return Text(zh=f"{zh}{'与客户体验' * (n % 3)}经理{n}", en=f"Senior {en} {'and experience ' * (n % 3)}manager {n}")

    roles = {f"role-{n}": role.model_copy(update={"id": f"role-{n}", "name": named(n), "stage": stages[n * 4 // 60], "layer": layers[n % 5]}) for n in range(60)}
    posts = {f"post-{n}": post.model_copy(update={"id": f"post-{n}", "name": named(n), "stage": [*stages, None][n % 5], "layer": layers[n % 5]}) for n in range(20)}
    rungs = [[Rung(roles=(f"role-{15 * stage + n}",), posts=(f"post-{n}",) if stage == 2 else ()) for stage in range(4)] for n in range(8)]
    tracks = {f"track-{n}": track.model_copy(update={"id": f"track-{n}", "name": named(n), "rungs": tuple(found)}) for n, found in enumerate(rungs)}
    targets = [Party(role="role-{}"), Party(post="post-{}"), Party(team=next(iter(real.teams))), Party(outside=named(40))]
    moves = {}
    for n in range(40):
        origin = Party(stage=stages[n % 4]) if n % 9 == 0 else Party(any=True) if n % 13 == 0 else Party(role=f"role-{n * 7 % 60}")
        target = targets[n % 4] if n % 4 > 1 else Party(**{key: value.format((n * 11 + 3) % 20) for key, value in targets[n % 4].model_dump(exclude_none=True).items()})
        moves[f"move-{n}"] = move.model_copy(update={"id": f"move-{n}", "kind": kinds[n % 6], "from_": (origin,), "to": (target,), "track": None})
    return replace(real, roles=roles, posts=posts, tracks=tracks, moves=moves)


@pytest.fixture(scope="module")
def handbooks() -> dict[str, Handbook]:
    real = load(ROOT / "data", RULES)
    return {"tiny": load(ROOT / "tests/tiny/data", RULES), "real": real, "large": large(real)}


@pytest.fixture(params=["tiny", "real", "large"])
def handbook(request: pytest.FixtureRequest, handbooks: dict[str, Handbook]) -> Handbook:
    return handbooks[request.param]


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, handbook: Handbook) -> Reader:
    return Reader(handbook, request.param, "../../")


def square(at: Point, far: float) -> Box:
    return Box(at[0] - far, at[1] - far, 2 * far, 2 * far)


def touch(one: Box, other: Box) -> bool:
    """Whether two rectangles share more than a border."""
    return one.x < other.x + other.width and other.x < one.x + one.width and one.y < other.y + other.height and other.y < one.y + one.height


def stretches(points: tuple[Point, ...]) -> list[Box]:
    """The straight parts of a line, as thick as it is drawn."""
    return [Box(min(a[0], b[0]), min(a[1], b[1]) - 1, abs(b[0] - a[0]), abs(b[1] - a[1]) + 2) if a[1] == b[1]
            else Box(a[0] - 1, min(a[1], b[1]), 2, abs(b[1] - a[1])) for a, b in zip(points, points[1:])]


def faults(plan: Plan) -> list[str]:
    """Everything that is wrong with a plan."""
    found = [f"boxes {a} {b}" for (a, one), (b, other) in combinations(plan.boxes.items(), 2) if touch(one, other)]
    letters = {**{net: square(at, TAG) for net, at in plan.tags.items()}, **{id: square(at, RING) for id, at in plan.rings.items()}}
    found += [f"letters {a} {b}" for (a, one), (b, other) in combinations(letters.items(), 2) if touch(one, other)]
    found += [f"letter {net} on box {id}" for net in plan.tags for id, box in plan.boxes.items() if touch(letters[net], box)]
    for wire, points in plan.wires.items():
        origin, target = plan.boxes[wire.origin], plan.boxes[wire.target]
        for (x, y), box in ((points[0], origin), (points[-1], target)):
            if x not in (box.x, box.x + box.width) or not box.y < y < box.y + box.height:
                found.append(f"{wire} does not reach its box")
        found += [f"{wire} slants" for a, b in zip(points, points[1:]) if (a[0] == b[0]) == (a[1] == b[1])]
        found += [f"{wire} crosses {id}" for stretch in stretches(points) for id, box in plan.boxes.items() if touch(stretch, box)]
        found += [f"{wire} runs out of the picture" for x, y in points if not (0 < x < plan.across[-1] and 0 < y < plan.down[-1])]
    for (one, points), (other, more) in combinations(plan.wires.items(), 2):
        if (one.origin, one.kind) != (other.origin, other.kind):
            found += [f"{one} lies on {other}" for a in stretches(points) for b in stretches(more) if touch(a, b) and (a.height == 2) == (b.height == 2)]
    return found


def test_nothing_on_the_map_overlaps_and_no_line_crosses_a_box(reader):
    found = chart(reader.handbook)
    plot = plotted(reader, found)
    assert faults(plot.plan) == []
    assert plot.plan.boxes.keys() == {place.party for place in found.places}


def test_nothing_on_a_role_s_small_map_overlaps(reader):
    for role in reader.handbook.ordered_roles:
        plotted_role = plotted_around(reader, role)
        if plotted_role:
            assert faults(plotted_role[1]) == [], role.id
            assert all(width(line, SIZE) <= WIDE - 2 * PADDING for face in plotted_role[0].values() for line in face.lines)


def test_every_name_fits_where_it_stands(reader):
    plot = plotted(reader, chart(reader.handbook))
    for party, face in plot.faces.items():
        assert all(width(line, SIZE) <= views.WIDE - 2 * PADDING for line in face.lines), face.lines
        assert len(face.lines) * LEADING < plot.plan.boxes[party].height
        assert "".join(face.lines).replace(" ", "") == reader.party(party).name.replace(" ", "")
    for row, lines in plot.names.items():
        assert all(width(line, SIZE) < views.NAMES for line in lines), lines
    for name, first in zip(plot.names.values(), plot.grid.rows):
        assert len(name) * LEADING < plot.lanes[first]


def test_everyone_stands_under_their_stage_and_in_the_row_of_a_ladder_or_layer_of_theirs(reader):
    found = chart(reader.handbook)
    plot = plotted(reader, found)
    for place in found.places:
        spot = plot.grid.spots[place.party]
        if place.party.role:
            role = reader.handbook.roles[place.party.role]
            column = found.columns.index(role.stage)
            assert plot.grid.columns[column] <= spot.slot < plot.grid.columns[column + 1]
            ladders = [track.id for track, _ in reader.handbook.tracks_of(role.id)]
            assert place.row in ([("tracks", id) for id in ladders] or [("layers", role.layer) if role.layer else ("off", "")])
        row = found.rows.index(place.row)
        assert plot.grid.rows[row] <= spot.lane < plot.grid.rows[row + 1]


def test_every_step_and_move_is_in_the_picture(reader):
    found = chart(reader.handbook)
    plan = plotted(reader, found).plan
    joined = {(wire.origin, wire.target, wire.kind) for wire in plan.wires}
    assert joined == {(origin, target, line.kind) for line in drawn_lines(found) for origin in line.origins for target in line.targets}
    assert set(plan.rings) == {party for line in found.lines if line.kind == "rotation" for party in line.origins} == set(rotating(found))
    between_stages = [line for line in found.lines if line not in drawn_lines(found) and line.kind != "rotation"]
    assert len(career_map(reader)["picture"]["steps"]) == len({(line.origins, line.targets) for line in between_stages})


def test_the_list_leaves_nothing_out(reader):
    tree = html.fromstring(render("map", reader, career_map(reader)))
    listed, drawn = (set(tree.xpath(f"//{where}//a/@href")) for where in ("div[@class='map-list']", "div[@class='map']"))
    handbook = reader.handbook
    roles = {reader.address("roles", role.id) for role in handbook.ordered_roles}
    assert roles <= listed and roles <= drawn
    for kind in ("tracks", "moves"):
        assert {reader.address(kind, one.id) for one in handbook.used(kind)} <= listed
    posts = {reader.address("posts", post.id) for post in handbook.used("posts")}
    assert posts <= listed and posts <= drawn
    said = " ".join(tree.xpath("//div[@class='map-list']")[0].text_content().split())
    for move in handbook.used("moves"):
        for party in (*move.from_, *move.to):
            assert reader.party(party).name in said


def test_the_same_handbook_gives_the_same_map(reader):
    assert career_map(reader) == career_map(Reader(reader.handbook, reader.language, reader.root))


@pytest.mark.parametrize(("text", "lines"), [
    ("品牌经理", ("品牌经理",)),
    ("新业务专项小组负责人", ("新业务专项", "小组负责人")),
    ("首席执行官（CEO）", ("首席执行官", "（CEO）")),
    ("懂市场的销售leader", ("懂市场的销售", "leader")),
    ("互联网行业，例如字节、阿里", ("互联网行业，", "例如字节、阿里")),
    ("Digital marketing specialist", ("Digital marketing", "specialist")),
    ("Omni-channel growth director", ("Omni-channel", "growth director")),
    ("cross-departmental", ("cross-", "departmental")),
    ("Donaudampfschifffahrtsgesellschaft", ("Donaudampfschi", "fffahrtsgesellsch", "aft")),
])
def test_names_break_where_a_reader_would(text, lines):
    assert wrapped(text, 98, 12.5) == lines


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


def opened(browser: Browser, address: str, path: str, **context: object) -> tuple[Page, list[str]]:
    """A page in a context of its own, and what goes wrong on it."""
    page = browser.new_context(**context).new_page()
    complaints = watched(page, address)
    page.goto(address + path)
    return page, complaints


OUTSIDE_THEIR_BOX = """() => [...document.querySelectorAll('.plan .node')].filter(node => {
  const box = node.querySelector('rect').getBBox(), text = node.querySelector('text').getBBox();
  return text.x < box.x || text.x + text.width > box.x + box.width || text.y < box.y || text.y + text.height > box.y + box.height;
}).map(node => node.textContent)"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_the_map_fits_its_region_and_only_that_scrolls(browser, address, language, width):
    page, complaints = opened(browser, address, f"{language}/map/", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    region = page.locator("div.map")
    assert region.get_attribute("role") == "region" and region.get_attribute("aria-label") and region.get_attribute("tabindex") == "0"
    assert (region.evaluate("map => map.scrollWidth > map.clientWidth")) == (width < 1280)
    assert page.evaluate(OUTSIDE_THEIR_BOX) == []
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_heads_and_names_stay_while_the_map_moves(browser, address, language):
    page, _ = opened(browser, address, f"{language}/map/", viewport={"width": 390, "height": 800})
    apart = "name => { const a = document.querySelector('.map').getBoundingClientRect(), b = document.querySelector(name).getBoundingClientRect(); return [b.left - a.left, b.top - a.top] }"
    before = page.evaluate(apart, ".names")[0], page.evaluate(apart, ".heads")[1]
    page.locator("div.map").evaluate("map => map.scrollTo(300, 200)")
    assert (page.evaluate(apart, ".names")[0], page.evaluate(apart, ".heads")[1]) == before
    assert page.evaluate(apart, ".plan")[0] <= before[0] - 299
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_walks_the_map_in_reading_order_and_is_seen(browser, address, language, width):
    page, _ = opened(browser, address, f"{language}/map/", viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.locator("div.map").focus()
    expected = page.evaluate("[...document.querySelectorAll('.plan a')].map(one => one.getAttribute('href'))")
    walked, places = [], []
    for _ in expected:
        page.keyboard.press("Tab")
        href, seen, name, row, top, left = page.evaluate("""() => {
          const one = document.activeElement, box = one.getBoundingClientRect(), map = document.querySelector('.map').getBoundingClientRect();
          const shown = box.left < map.right && box.right > map.left && box.top < Math.min(map.bottom, innerHeight) && box.bottom > map.top;
          return [one.getAttribute('href'), shown && getComputedStyle(one).outlineStyle !== 'none', (one.getAttribute('aria-label') || one.textContent).trim(),
                  [...document.querySelectorAll('.row')].indexOf(one.closest('.row')), one.getBBox().y, one.getBBox().x] }""")
        assert seen and name, href
        walked.append(href)
        places.append((row, round(top / 30), left))
    assert walked == expected
    rows = [row for row, _, _ in places]
    assert rows == sorted(rows)
    page.context.close()


def test_whoever_is_pointed_at_shows_where_it_leads(browser, address):
    page, _ = opened(browser, address, "en/map/", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    faint = "href => getComputedStyle(document.querySelector(`.plan .place:has(a[href*='${href}']) > .move`)).opacity"
    assert page.evaluate(faint, "brand-manager") == page.evaluate(faint, "marketing-specialist") == "1"
    page.locator(".plan a[href*='/brand-manager/']").focus()
    assert page.evaluate(faint, "brand-manager") == "1" > page.evaluate(faint, "marketing-specialist")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/roles/brand-manager/")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_map_prints_on_one_landscape_page(browser, address, language):
    page, _ = opened(browser, address, f"{language}/map/", color_scheme="dark")
    pages = lambda: re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))  # noqa: E731
    whole = len(pages())
    page.add_style_tag(content="#list, .map-list, .edit { display: none !important } .map { break-after: auto !important }")
    sides = [float(side) for side in re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True)).groups()]
    assert [round(side) for side in sides] == [842, 595]
    assert len(pages()) == 1 < whole
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_shows_its_neighbours_and_gives_way_to_the_lists_on_a_phone(browser, address, language):
    page, complaints = opened(browser, address, f"{language}/roles/brand-manager/", viewport={"width": 1280, "height": 900})
    plan = page.locator("figure.neighbours .plan")
    assert plan.is_visible() and plan.locator("a.here[aria-current=page]").count() == 1
    assert page.evaluate(OUTSIDE_THEIR_BOX) == []
    listed = page.locator(".moves a").evaluate_all("all => all.map(one => one.href)")
    assert set(plan.locator("a:not(.here)").evaluate_all("all => all.map(one => one.href.baseVal && new URL(one.href.baseVal, location).href)")) <= set(listed)
    page.set_viewport_size({"width": 390, "height": 800})
    assert not plan.is_visible() and page.locator(".moves").is_visible()
    assert complaints == []
    page.context.close()
