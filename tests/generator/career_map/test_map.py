"""The career map: its geometry on small and large handbooks, and what it holds."""
from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest
from lxml import html

from macros.career_map.chart import chart
from macros.career_map.drawing import LEADING, PADDING, SIZE
from macros.career_map.layout import RING, TAG, Box, Plan, Point
from macros.career_map.page import SCREEN, career_map, drawn_lines, plotted, rotating, with_room
from macros.career_map.place_list import row_link
from macros.career_map.role_map import WIDE, plotted_around
from macros.career_map.text_width import ROOM, width, wrapped
from macros.views.reader import Reader
from macros.views.templates import render


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


def test_nothing_on_the_map_overlaps_and_no_line_crosses_a_box(reader, format):
    found = chart(reader.handbook)
    plot = plotted(reader, found, format)
    assert faults(plot.plan) == []
    assert plot.plan.boxes.keys() == {place.party for place in found.places}


def test_nothing_on_a_role_s_small_map_overlaps(reader):
    for role in reader.handbook.ordered_roles:
        plotted_role = plotted_around(reader, role)
        if plotted_role:
            assert faults(plotted_role[1]) == [], role.id
            assert all(ROOM * width(line, SIZE, bool(face.current)) <= WIDE - 2 * PADDING for face in plotted_role[0].values() for line in face.lines)


def test_every_name_fits_where_it_stands(reader, format):
    plot = plotted(reader, chart(reader.handbook), format)
    for party, face in plot.faces.items():
        assert all(ROOM * width(line, SIZE) <= format.wide - 2 * PADDING for line in face.lines), face.lines
        assert len(face.lines) * LEADING < plot.plan.boxes[party].height
        shown, name = "".join(face.lines).replace(" ", ""), reader.party(party).name.replace(" ", "")
        assert name == shown or party.outside and re.match("，例如|,forexample", name.removeprefix(shown))
    for row, lines in plot.names.items():
        assert all(ROOM * width(line, SIZE, row[0] == "tracks") < format.names for line in lines), lines
    for name, first in zip(plot.names.values(), plot.grid.rows):
        assert len(name) * LEADING < plot.lanes[first]


def test_everyone_stands_under_their_stage_and_in_the_row_of_a_ladder_or_layer_of_theirs(reader):
    found = chart(reader.handbook)
    plot = plotted(reader, found, SCREEN[reader.language])
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
    plan = plotted(reader, found, SCREEN[reader.language]).plan
    joined = {(wire.origin, wire.target, wire.kind) for wire in plan.wires}
    assert joined == {(origin, target, line.kind) for line in drawn_lines(found) for origin in line.origins for target in line.targets}
    assert set(plan.rings) == {party for line in found.lines if line.kind == "rotation" for party in line.origins} == set(rotating(found))
    between_stages = [line for line in found.lines if line not in drawn_lines(found) and line.kind != "rotation"]
    assert len(career_map(reader)["picture"]["steps"]) == len({(line.origins, line.targets) for line in between_stages})


def test_the_list_leaves_nothing_out(reader):
    tree = html.fromstring(render("career_map/page", reader, {"title": "Map", **career_map(reader)}))
    listed, drawn, apart = (set(tree.xpath(f"//{where}//a/@href")) for where in ("div[@class='map-list']", "div[@class='map']", "*[@class='map-apart']"))
    handbook = reader.handbook
    roles = {reader.address("roles", role.id) for role in handbook.ordered_roles}
    assert roles <= listed and roles <= drawn
    assert {reader.address("tracks", one.id) for one in handbook.used("tracks")} <= listed
    assert {reader.address("moves", one.id) for one in handbook.used("moves")} <= listed | apart
    posts = {reader.address("posts", post.id) for post in handbook.used("posts")}
    assert posts <= listed and posts <= drawn | apart
    said = " ".join(tree.xpath("//div[@class='map-list']")[0].text_content().split())
    for move in (move for move in handbook.used("moves") if move.is_way):
        for party in (*move.from_, *move.destinations):
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
    assert wrapped(text, 104, 12.5) == lines


def test_a_long_word_widens_its_column_before_it_is_cut(reader):
    found = chart(reader.handbook)
    plain = SCREEN["en"]
    roomy = with_room(reader, found, replace(plain, wide=80, names=60))
    assert 80 <= roomy.wide <= 120 and 60 <= roomy.names <= 90
    words = [
        word for row in found.rows for word in row_link(reader, row).name.split()
        if word.isascii() and "-" not in word and width(word, SIZE, row[0] == "tracks") * ROOM < 86
    ]
    shown = [word for lines in plotted(reader, found, roomy).names.values() for line in lines for word in line.split()]
    assert [word for word in words if word not in shown] == []
