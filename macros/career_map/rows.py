"""A map that is too large for one picture: one for each of its rows, and the page that leads to them."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from macros.career_map.chart import BEYOND, Chart, Row, chart, row_alone
from macros.career_map.place_list import ladder, row_link
from macros.model.handbook import Handbook
from macros.model.record import Party
from macros.views import sizes
from macros.views.everyone import open_to_everyone
from macros.views.page import Section, View
from macros.views.reader import Link, Reader


def drawn_apart(handbook: Handbook) -> tuple[Row, ...]:
    """The rows that have a picture of their own: none where one picture shows them all."""
    found = chart(handbook)
    return tuple(row for row in found.rows if row != BEYOND or row_alone(found, row).places) if len(found.places) > sizes.DRAWN else ()


def row_path(row: Row) -> str:
    """The address of a row's picture."""
    return "/".join(("map", *filter(None, row), ""))


@lru_cache(maxsize=1)
def _paths(handbook: Handbook) -> Mapping[Party, str]:
    """Where everyone is drawn who has a row: on the map, or on the picture of the row."""
    apart = drawn_apart(handbook)
    return {place.party: row_path(place.row) if place.row in apart else "map/" for place in chart(handbook).places}


def path_of(handbook: Handbook, party: Party) -> str:
    """Where someone is drawn."""
    return _paths(handbook).get(party, "map/")


def row_title(reader: Reader, row: Row) -> str:
    """What the page with a row's picture is called."""
    return reader.say("Career map: {row}", row=row_link(reader, row).name)


def row_list(reader: Reader, found: Chart, rows: Sequence[Row]) -> View:
    """The page that leads to the picture of each row, with the ladders."""
    kinds = {"tracks": reader.say("Tracks"), "layers": reader.word("kind-heading", "layers"), "others": reader.say("Others")}
    of_kind: dict[str, list[Row]] = {kind: [row for row in rows if (row[0] if row[0] in kinds else "others") == kind] for kind in kinds}
    sections = {kind: Section(kind, name, str(len(of_kind[kind]))) for kind, name in kinds.items() if of_kind[kind]}
    return {
        "essence": reader.say("The map has a picture for each track and each layer: who stands there, and which steps and moves join them to others."),
        "axis": [{"link": reader.link("tracks", track.id), "ladder": ladder(reader, track.id), "count": ""} for track in found.axis],
        "rows": {kind: [_entry(reader, found, row) for row in of_kind[kind]] for kind in sections},
        "everyone": open_to_everyone(reader),
        "apart": [Link(one.name, one.href) for one in map(reader.party, found.apart)],
        "sections": sections,
    }


def _entry(reader: Reader, found: Chart, row: Row) -> View:
    n = sum(1 for place in found.places if place.row == row)
    return {
        "link": Link(row_link(reader, row).name, reader.href(row_path(row))),
        "ladder": ladder(reader, row[1]) if row[0] == "tracks" else [],
        "count": reader.say_n("{n} role or post", "{n} roles and posts", n) if row != BEYOND else "",
    }
