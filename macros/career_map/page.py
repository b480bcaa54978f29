"""The career map: one picture of the department, and the same as a list."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.career_map.chart import BEYOND, Chart, Line, Place, Row, chart, row_alone, without_examples
from macros.career_map.drawing import LEADING, PADDING, PLAIN, SIZE, Face, drawn, face, height, line, number, set_lines
from macros.career_map.grid import Cell, Grid, grid
from macros.career_map.layout import Id, Plan, Room, Wire, planned
from macros.career_map.links import badges, belonging
from macros.career_map.place_list import groups, row_groups, row_link
from macros.career_map.rows import drawn_apart, row_list
from macros.career_map.text_width import widest_word, wrapped
from macros.model.moves import WAY_KINDS, Move
from macros.model.record import Party
from macros.views.everyone import open_to_everyone
from macros.views.page import Section, View
from macros.views.reader import Link, Reader

TAGGED = tuple(kind for kind in WAY_KINDS if kind not in (PLAIN, "rotation"))
_AFTER = 3  # between the name of a row that takes all the room it is given and the first box
_BELOW = 5  # from the last box of a row to the border of the next


@dataclass(frozen=True)
class Format:
    """How wide a box and the column of row names are, what is left around the lines of a name, and how close boxes stand."""

    wide: float
    names: float
    around: float
    room: Room


SCREEN = {"zh": Format(105, 90, 8, Room(gutter=12)), "en": Format(105, 84, 8, Room(gutter=11))}
# On paper letters are largest when the picture is as broad as the page, so boxes stand closer, and longer names get longer lines.
_CLOSE = Room(gutter=10, strip=7)
PAPER = {"zh": Format(105, 90, 4, _CLOSE), "en": Format(118, 104, 4, _CLOSE)}


def career_map(reader: Reader) -> View:
    """The map's page: one picture, or the way to a picture of each row."""
    found = chart(reader.handbook)
    if rows := drawn_apart(reader.handbook):
        return row_list(reader, found, rows)
    return {
        "essence": reader.say("Stages run left to right, tracks top to bottom. Press a name or a line to see more."),
        **_shown(reader, found),
    }


def row_map(reader: Reader, row: Row) -> View:
    """The page of one row of a map that is too large for one picture."""
    found = row_alone(chart(reader.handbook), row)
    return {
        "essence": reader.say(
            "Everyone in this row, and whoever a step or a move joins to them. Stages run left to right. Press a name or a line to see more."
        )
        if row != BEYOND
        else reader.say("Moves that name a whole stage or somewhere outside the tracks. Press a name or a line to see more."),
        **_shown(reader, found),
        "groups": row_groups(reader, found),
    }


def _shown(reader: Reader, found: Chart) -> View:
    everyone = reader.handbook.moves_for_everyone
    pictures = [picture(reader, found, with_room(reader, found, formats[reader.language])) for formats in (SCREEN, PAPER)]
    lettered = {tag["kind"] for shown in pictures for row in shown["rows"] for place in row["places"] for tag in (*place["tags"], place["ring"]) if tag}
    return {
        "legend": [
            {"kind": kind, "name": reader.word("move", kind), "letter": reader.word("move-letter", kind) if kind in lettered else ""}
            for kind in WAY_KINDS
            if any(one.kind == kind for one in found.lines)
        ],
        "picture": pictures[0],
        "printed": pictures[1],
        "apart": [Link(one.name, one.href) for one in map(reader.party, found.apart)],
        "everyone": open_to_everyone(reader),
        "elsewhere": _elsewhere(reader, everyone),
        "list": Section("list", reader.say("The same as a list")),
        "groups": groups(reader, found),
        "rows": {},
        "sections": {},
    }


def _elsewhere(reader: Reader, everyone: Sequence[Move]) -> list[View]:
    """The moves that lead to no other post here, by what they are."""
    leads = {
        "honour": reader.say("Honours, not posts: "),
        "cross-industry": reader.say("Examples from other industries, not moves here: "),
    }
    others = [one for one in reader.handbook.used("moves") if not one.is_way and one not in everyone]
    return [
        {"lead": leads.get(kind) or reader.say("Leading to no other post: "), "links": reader.links("moves", [one.id for one in others if one.kind == kind])}
        for kind in dict.fromkeys(one.kind for one in others)
    ]


def with_room(reader: Reader, found: Chart, format: Format) -> Format:
    """The format with columns as wide as the longest word of a name needs, or half as wide again; only longer words are cut."""
    in_boxes = [widest_word(_short_name(reader, one.party), SIZE) + 2 * PADDING for one in found.places]
    of_rows = [widest_word(row_link(reader, row).name, SIZE, row[0] == "tracks") + _AFTER for row in found.rows]
    in_corner = [widest_word(reader.text(track.name), SIZE, bold=True) + _AFTER for track in found.axis[:1]]
    return replace(
        format, wide=max(format.wide, min(1.5 * format.wide, max(in_boxes, default=0))),
        names=max(format.names, min(1.5 * format.names, max([*of_rows, *in_corner], default=0))),
    )


def _short_name(reader: Reader, party: Party) -> str:
    """The name in a box: somewhere’s without its examples."""
    return reader.text(without_examples(party.outside)) if party.outside else reader.party(party).name


@dataclass(frozen=True)
class Plot:
    """The chart with everything measured: how each box looks, the names of rows in lines, and where all of it stands."""

    faces: Mapping[Id, Face]
    names: Mapping[Row, tuple[str, ...]]
    grid: Grid
    lanes: tuple[float, ...]
    plan: Plan


def plotted(reader: Reader, found: Chart, format: Format) -> Plot:
    """Measure the names, put everyone into cells, and find the ways between them."""
    rows = {row: at for at, row in enumerate(found.rows)}
    kinds = {party: one.kind for one in reversed(found.lines) for party in (*one.origins, *one.targets)}
    links = belonging(reader, found)
    faces: dict[Id, Face] = {
        one.party: face(
            reader, one.party, format.wide, *_whereabouts(reader, one), kind=kinds.get(one.party, ""), belongs=links.get(one.party),
            short=_short_name(reader, one.party),
        )
        for one in found.places
    }
    names = {row: wrapped(row_link(reader, row).name, format.names - _AFTER, SIZE, row[0] == "tracks") for row in rows}
    cells = [
        Cell(one.party, rows[one.row], None if one.row == BEYOND and not one.stage else found.columns.index(one.stage), one.rung, one.near)
        for one in found.places
    ]
    where = grid(cells, len(found.columns), len(rows), [rows[BEYOND]] if BEYOND in rows else [])
    sizes: dict[Id, float] = {party: height(one.lines, format.around) for party, one in faces.items()}
    lanes = [0.0] * where.rows[-1]
    of_names = ((where.rows[at], height(names[row], format.around)) for row, at in rows.items())
    for lane, high in [*((where.spots[party].lane, high) for party, high in sizes.items()), *of_names]:
        lanes[lane] = max(lanes[lane], high)
    wires = [Wire(origin, target, one.kind) for one in drawn_lines(found) for origin in one.origins for target in one.targets]
    plan = planned(where.spots, sizes, lanes, wires, format.wide, TAGGED, rotating(found), room=format.room, slots=where.columns[-1])
    return Plot(faces, names, where, tuple(lanes), plan)


def picture(reader: Reader, found: Chart, format: Format) -> View:
    """The map as shapes: bands and heads of columns, names of rows, and what stands in each row."""
    plot = plotted(reader, found, format)
    where, plan, names = plot.grid, plot.plan, format.names
    columns = _columns(reader, found)
    links = {row: row_link(reader, row) for row in found.rows}
    sides = [*(names + (plan.across[slot] + plan.across[slot + 1] - format.wide) / 2 for slot in where.columns[:-1]), names + plan.across[-1]]
    titles = [wrapped(link.name, right - left - 12, SIZE, bold=True) for (link, _), left, right in zip(columns, sides, sides[1:])]
    top = 40 + LEADING * max(map(len, titles))
    tops = [top + plan.down[lane] + _BELOW for lane in where.rows[:-1]]
    middles = [top + plan.down[lane + 1] - plot.lanes[lane] / 2 for lane in where.rows[:-1]]
    in_order = sorted(found.places, key=lambda one: (where.spots[one.party].lane, where.spots[one.party].slot))
    faces: dict[Id, Face] = {one.party: plot.faces[one.party] for one in in_order}
    boxes = dict(zip(faces, drawn(reader, plan, faces, badges(reader, found), names, top)))
    foot = next((edge for row, edge in zip(found.rows, tops) if row == BEYOND), top + plan.down[-1])
    return {
        "width": number(names + plan.across[-1]),
        "height": number(top + plan.down[-1]),
        "top": number(top),
        "names": number(names),
        "ems": f"{(names + plan.across[-1]) / 20:.3f}em",
        "names_ems": f"{names / 20:g}em",
        "bands": [
            {"x": number(left), "width": number(right - left), "height": number(foot)}
            for left, right in list(zip(sides, sides[1:]))[::2]
        ],
        "corner": [
            {
                "href": reader.address("tracks", track.id),
                "lines": set_lines(wrapped(reader.text(track.name), names - _AFTER, SIZE, bold=True), 0, top / 2),
            }
            for track in found.axis[:1]
        ],
        "heads": [
            {
                "href": link.href, "lines": set_lines(lines, left + 8, 10 + len(lines) * LEADING / 2),
                "note": note, "x": number(left + 8), "y": number(23 + len(lines) * LEADING),
            }
            for (link, note), lines, left in zip(columns, titles, sides)
        ],
        "steps": _stage_steps(reader, found, sides, top),
        "rows": [
            {
                "href": links[row].href, "kind": row[0], "lines": set_lines(plot.names[row], 0, middle),
                "rule": f"M0 {number(edge)}H{number(names + plan.across[-1])}",
                "places": [boxes[place.party] for place in in_order if place.row == row],
            }
            for row, edge, middle in zip(found.rows, tops, middles)
        ],
    }


def drawn_lines(found: Chart) -> list[Line]:
    """The lines between boxes. Steps between stages join the heads of columns, and who rotates bears a ring."""
    return [one for one in found.lines if one.kind != "rotation" and not (one.step and one.step.track in found.axis)]


def rotating(found: Chart) -> list[Party]:
    """From where a rotation starts."""
    return list(dict.fromkeys(party for one in found.lines if one.kind == "rotation" for party in one.origins))


def _columns(reader: Reader, found: Chart) -> list[tuple[Link, str]]:
    """The name of each column, and the level its stage asks for."""
    return [
        (reader.link("stages", stage), _asked(reader, stage))
        if stage else (Link(reader.say("Stage not stated")), "")
        for stage in found.columns
    ]


def _asked(reader: Reader, stage: str) -> str:
    """The level a stage asks for, with its step, since layers bear the same words."""
    level = reader.level(reader.handbook.stages[stage].level)
    return level.lead + level.name


def _stage_steps(reader: Reader, found: Chart, sides: Sequence[float], top: float) -> list[View]:
    """An arrow under the heads for each step from stage to stage."""
    at = {stage: left for stage, left in zip(found.columns, sides)}
    joined = dict.fromkeys((step.lower.stage, step.upper.stage) for track in found.axis for step in reader.handbook.steps(track))
    return [
        {"kind": PLAIN, "lines": [line(PLAIN, ((at[lower] + 8, top - 6), (at[upper] - 2, top - 6)))], "href": None}
        for lower, upper in joined if lower in at and upper in at
    ]


def _whereabouts(reader: Reader, place: Place) -> tuple[str, ...]:
    """What a listener is told of a place: its row and its stage."""
    stage = reader.text(reader.handbook.stages[place.stage].name) if place.stage and not place.party.stage else ""
    return (row_link(reader, place.row).name, stage) if place.row != BEYOND else (stage,)
