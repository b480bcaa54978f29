"""Where the pieces of a map lead that have no page of their own: to the move they belong to, or to where all of them stand."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.career_map.chart import Chart, Line
from macros.career_map.layout import Id
from macros.model.moves import Move
from macros.model.record import Party
from macros.views.reader import Link, Reader


def anchors(found: Chart) -> dict[Party, str]:
    """The id of everyone's entry in the list; the same in both languages."""
    return {party: f"place-{number}" for number, party in enumerate((*(place.party for place in found.places), *found.apart), 1)}


def belonging(reader: Reader, found: Chart) -> dict[Party, Link]:
    """For everyone on the map the move that names them; with several, their entry in the list, which names them all."""
    at = anchors(found)
    every = {place.party: moves_of(line for line in found.lines if place.party in (*line.origins, *line.targets)) for place in found.places}
    return {party: to_moves(reader, moves, f"#{at[party]}") for party, moves in every.items() if moves}


def badges(reader: Reader, found: Chart) -> dict[tuple[Id, str], Link]:
    """Where the letter of each line and each ring lead, by origin and kind."""
    at = anchors(found)
    return by_kind(reader, ((party, line, f"#{at[party]}") for line in found.lines for party in line.origins if party in at))


def by_kind(reader: Reader, leaving: Iterable[tuple[Id, Line, str]]) -> dict[tuple[Id, str], Link]:
    """The same from the lines that leave boxes, each with the address where all that leave this box stand."""
    gathered: dict[tuple[Id, str], tuple[list[Line], str]] = {}
    for id, line, every in leaving:
        gathered.setdefault((id, line.kind), ([], every))[0].append(line)
    return {
        (id, kind): named(reader, kind, to_moves(reader, moves, every))
        for (id, kind), (found, every) in gathered.items()
        if (moves := moves_of(found))
    }


def named(reader: Reader, kind: str, link: Link) -> Link:
    """A link to moves with their kind before it."""
    return Link(reader.word("move", kind) + reader.say(": ") + link.name, link.href)


def moves_of(found: Iterable[Line]) -> list[Move]:
    """The moves among lines, each once."""
    return list({line.move.id: line.move for line in found if line.move}.values())


def to_moves(reader: Reader, moves: Sequence[Move], every: str) -> Link:
    """The page of a single move, or the place where all of them stand."""
    links = reader.links("moves", [move.id for move in moves])
    return links[0] if len(links) == 1 else Link(reader.say(", ").join(link.name for link in links), every)

