"""The career map as a list: row by row, everyone with their stage and every way onward."""
from __future__ import annotations

from macros.model.chart import BEYOND, OFF, Chart, Line, Row, standing
from macros.model.items import Party
from macros.views.reader import Link, Reader


def groups(reader: Reader, found: Chart) -> list[dict[str, object]]:
    """The tracks made of stages, then the rows of the map."""
    axis = [{"link": reader.link("tracks", track.id), "ladder": _ladder(reader, track.id), "entries": []} for track in found.axis]
    return [*axis, *(_group(reader, found, row) for row in found.rows)]


def row_link(reader: Reader, row: Row) -> Link:
    """The name of a row, and where it leads."""
    if row == BEYOND:
        return Link(reader.say("Off stages and tracks"))
    return Link(reader.say("On no track")) if row == OFF else reader.link(*row)


def _group(reader: Reader, found: Chart, row: Row) -> dict[str, object]:
    kind, id = row
    return {
        "link": row_link(reader, row),
        "ladder": _ladder(reader, id) if kind == "tracks" else [],
        "entries": [
            {
                "link": reader.party(place.party),
                "stage": reader.link("stages", place.stage) if place.stage and not place.party.stage else None,
                "ways": _ways(reader, found, place.party),
            }
            for place in found.places
            if place.row == row
        ],
    }


def _ladder(reader: Reader, id: str) -> list[list[Link]]:
    """The rungs of a track, each with those who stand on it."""
    return [[reader.party(party) for party in standing(rung)] for rung in reader.handbook.tracks[id].rungs]


def _ways(reader: Reader, found: Chart, party: Party) -> list[dict[str, object]]:
    """Every way onward from one; a step and a move between the same ends are one way with two descriptions."""
    ways: dict[tuple[str, tuple[Party, ...]], list[Link]] = {}
    for line in found.lines:
        if party in line.origins and not (line.step and line.step.track in found.axis):
            ways.setdefault((line.kind, line.targets), []).append(_told(reader, line))
    return [
        {"kind": kind, "kind_name": reader.word("move", kind), "to": [reader.party(one) for one in targets], "told": told}
        for (kind, targets), told in ways.items()
    ]


def _told(reader: Reader, line: Line) -> Link:
    """The page that tells of a line."""
    return reader.link("moves", line.move.id) if line.move else reader.link("tracks", line.step.track.id)
