"""The career map as a list: row by row, everyone with their stage and every way onward."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.career_map.chart import BEYOND, OFF, Chart, Line, Row, standing
from macros.career_map.links import anchors
from macros.model.record import Party
from macros.views.marks import in_words, of_move, of_step
from macros.views.page import View
from macros.views.placed import by_layer
from macros.views.reader import Link, Reader


def groups(reader: Reader, found: Chart) -> list[View]:
    """The tracks made of stages, then the rows of the map, then those who are not on it."""
    axis = [
        {"link": in_words(reader, reader.link("tracks", track.id), [track.basis]), "ladder": ladder(reader, track.id), "placed": "", "entries": []}
        for track in found.axis
    ]
    apart = {
        "link": Link(reader.say("Posts without a documented route, stage or layer")), "ladder": [], "placed": "",
        "entries": [{"id": anchors(found)[party], "link": reader.party(party), "stage": None, "ways": [], "before": [], "up": None} for party in found.apart],
    }
    return [*axis, *row_groups(reader, found), *([apart] if found.apart else [])]


def row_groups(reader: Reader, found: Chart) -> list[View]:
    """The rows of the map alone."""
    ids = anchors(found)
    return [_group(reader, found, row, ids) for row in found.rows]


def row_link(reader: Reader, row: Row) -> Link:
    """The name of a row, and where it leads."""
    if row == BEYOND:
        return Link(reader.say("Outside stages and tracks"))
    return Link(reader.say("Track not stated")) if row == OFF else reader.link(*row)


def _group(reader: Reader, found: Chart, row: Row, ids: Mapping[Party, str]) -> View:
    kind, id = row
    places = [place for place in found.places if place.row == row]
    return {
        "link": in_words(reader, row_link(reader, row), [reader.handbook.tracks[id].basis] if kind == "tracks" else []),
        "ladder": ladder(reader, id) if kind == "tracks" else [],
        "placed": by_layer(reader, [reader.handbook.roles[place.party.role] for place in places if place.party.role]) if kind == "layers" else "",
        "entries": [
            {
                "id": ids[place.party],
                "link": reader.party(place.party),
                "stage": _stage(reader, place.party, place.stage) if place.stage and not place.party.stage else None,
                "ways": _ways(reader, found, place.party),
                "before": _before(reader, found, place.party) if place.row == BEYOND else [],
                "up": None,
            }
            for place in places
        ],
    }


def _stage(reader: Reader, party: Party, stage: str) -> Link:
    """The stage of a place, with what it rests on where the record says it."""
    record = reader.handbook.roles.get(party.role or "") or reader.handbook.posts.get(party.post or "")
    reason = record.basis_of.get("stage") if record else None
    return in_words(reader, reader.link("stages", stage), [reason.basis] if reason else [])


def ladder(reader: Reader, id: str) -> list[list[Link]]:
    """The rungs of a track, each with those who stand on it."""
    return [[in_words(reader, reader.party(party), [rung.basis]) for party in standing(rung)] for rung in reader.handbook.tracks[id].rungs]


def _ways(reader: Reader, found: Chart, party: Party) -> list[View]:
    """Every way onward from one; a step and a move between the same ends are one way with two descriptions."""
    ways: dict[tuple[str, tuple[Party, ...]], list[Link]] = {}
    for line in found.lines:
        if party in line.origins and not (line.step and line.step.track in found.axis):
            ways.setdefault((line.kind, line.targets), []).append(_told(reader, line))
    return [_way(reader, kind, targets, told) for (kind, targets), told in ways.items()]


def _before(reader: Reader, found: Chart, party: Party) -> list[View]:
    """Every way that leads to one who stands on no ladder, where nothing else would say why they are on the map."""
    leading = [line for line in found.lines if line.move and party in line.targets and party not in line.origins]
    return [_way(reader, line.kind, line.origins, [_told(reader, line)]) for line in leading]


def _way(reader: Reader, kind: str, ends: Iterable[Party], told: list[Link]) -> View:
    return {"kind": kind, "kind_name": reader.word("move", kind), "ends": [reader.party(one) for one in ends], "told": told}


def _told(reader: Reader, line: Line) -> Link:
    """The page that tells of a line, with what the line rests on."""
    if line.move:
        return in_words(reader, reader.link("moves", line.move.id), of_move(line.move))
    assert line.step, "a line is a step or a move"
    return in_words(reader, reader.link("tracks", line.step.track.id), of_step(line.step.track, line.step.lower, line.step.upper))
