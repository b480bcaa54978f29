"""The department as one chart: who stands where (row and stage), and which steps and moves join them. Pure, from the data."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from macros.model.handbook import Handbook, Step
from macros.model.moves import Move, MoveKind
from macros.model.posts import Post
from macros.model.record import Party
from macros.model.roles import Role
from macros.model.tracks import Rung, Track
from macros.words.languages import Language
from macros.words.texts import Text

# A row of the chart: the track or layer with this id, or those of the department who stand on neither, or the others.
Row = tuple[str, str]
OFF: Row = ("off", "")
BEYOND: Row = ("beyond", "")  # whose places are in no column
_EXAMPLES: dict[Language, str] = {"zh": "，例如", "en": ", for example"}


@dataclass(frozen=True)
class Line:
    """One way from some to others: a step of a track or a move. The same ends may be joined by both."""

    kind: MoveKind
    origins: tuple[Party, ...]
    targets: tuple[Party, ...]
    step: Step | None = None
    move: Move | None = None


@dataclass(frozen=True)
class Place:
    """Who stands where. `rung` is the place on the row's ladder, `near` the one that leads here, for those in no column."""

    party: Party
    row: Row
    stage: str | None
    rung: int | None = None
    near: Party | None = None


@dataclass(frozen=True, eq=False)
class Chart:
    """Columns are stages, and None for those no document gives one; rows in reading order, who stands in them, and every
    line. `axis` are the tracks whose rungs are the stages themselves; to those `apart` and from them no line leads, nor
    have they a place of their own, so that they would hang among the destinations."""

    columns: tuple[str | None, ...]
    rows: tuple[Row, ...]
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    axis: tuple[Track, ...]
    apart: tuple[Party, ...] = ()


@lru_cache(maxsize=1)  # for the handbook in hand; while serving, another takes its place
def chart(handbook: Handbook) -> Chart:
    """The chart of the whole department."""
    axis = tuple(track for track in handbook.used("tracks") if all(rung.stage and not rung.roles and not rung.posts for rung in track.rungs))
    same = _bare_with_examples(move for move in handbook.used("moves") if move.is_way)
    every = tuple(replace(line, origins=_merged(line.origins, same), targets=_merged(line.targets, same)) for line in lines(handbook))
    drawn = [line for line in every if not (line.step and line.step.track in axis)]
    rungs = _standing(track for track in handbook.used("tracks") if track not in axis)
    found: dict[Party, Place] = {}
    homes = [(Party(role=one.id), one) for one in handbook.ordered_roles] + [(Party(post=one.id), one) for one in handbook.used("posts")]
    for party, record in homes:
        place = _place(party, record, rungs.get(party, ()))
        if place.row != BEYOND:
            found[party] = place
    for line in drawn:
        for party in line.origins:
            found.setdefault(party, Place(party, BEYOND, party.stage))
        for party in line.targets if line.kind != "rotation" else ():      # who rotates comes back
            known = found.setdefault(party, Place(party, BEYOND, None))
            if known.row == BEYOND and not known.near and party not in line.origins:
                found[party] = Place(party, BEYOND, known.stage, near=line.origins[0])
    places = tuple(found.values())
    rows = [*(("tracks", one.id) for one in handbook.used("tracks")), *(("layers", one.id) for one in handbook.used("layers")), OFF, BEYOND]
    held = {place.row for place in places}
    homeless = any(place.stage is None and place.row != BEYOND for place in places)
    columns = (*(stage.id for stage in handbook.used("stages")), *([None] if homeless else []))
    return Chart(columns, tuple(row for row in rows if row in held), places, every, axis, tuple(party for party, _ in homes if party not in found))


def without_examples(text: Text) -> Text:
    """The name of somewhere without the examples it gives."""
    return Text(**{language: text[language].split(mark)[0] for language, mark in _EXAMPLES.items()})


def _bare_with_examples(moves: Iterable[Move]) -> dict[Party, Party]:
    """For somewhere one move names and another names with examples, the name with examples: it is one place."""
    named = dict.fromkeys((party, party.outside) for move in moves for party in (*move.from_, *move.destinations) if party.outside)
    return {bare: full for full, name in reversed(named) for bare, short in named if bare != full and short == without_examples(name)}


def _merged(parties: Iterable[Party], same: dict[Party, Party]) -> tuple[Party, ...]:
    return tuple(same.get(party, party) for party in parties)


def row_alone(found: Chart, row: Row) -> Chart:
    """What one row is joined to: its own places and everyone at the other end of a line."""
    lines = tuple(_lines_by_row(found).get(row, ()))
    met = {party for line in lines for party in (*line.origins, *line.targets)}
    places = tuple(place for place in found.places if place.party in met or place.row == row != BEYOND)
    rows = {place.row for place in places}
    stages = {place.stage for place in places if place.stage or place.row != BEYOND}
    columns = tuple(stage for stage in found.columns if stage in stages) or found.columns[:1]
    return replace(found, columns=columns, rows=tuple(one for one in found.rows if one in rows), places=places, lines=lines, apart=())


@lru_cache(maxsize=1)
def _lines_by_row(found: Chart) -> Mapping[Row, Sequence[Line]]:
    """The lines of each row. Those between a row and somebody in no column are told with that row; what is left to the
    latter are lines among themselves."""
    rows = {place.party: place.row for place in found.places}
    joined: dict[Row, list[Line]] = {}
    for line in found.lines:
        if not (line.step and line.step.track in found.axis):
            met = dict.fromkeys(rows[party] for party in (*line.origins, *line.targets) if party in rows)
            for row in [row for row in met if row != BEYOND] or met:
                joined.setdefault(row, []).append(line)
    return joined


def lines(handbook: Handbook) -> Iterator[Line]:
    """Every step of every track, then every move that leads some on: what is open to everyone would leave every box alike."""
    for track in handbook.used("tracks"):
        for step in handbook.steps(track):
            yield Line("promotion", standing(step.lower), standing(step.upper), step=step)
    for move in handbook.used("moves"):
        if move.is_way:
            yield Line(move.kind, move.from_, move.destinations, move=move)


def standing(rung: Rung) -> tuple[Party, ...]:
    """Who stands on a rung: those it names, or everyone at its stage where it names nobody."""
    named = (*(Party(role=one) for one in rung.roles), *(Party(post=one) for one in rung.posts))
    return named or (Party(stage=rung.stage),)


def _standing(tracks: Iterable[Track]) -> dict[Party, list[tuple[Track, int, Rung]]]:
    """Everyone who stands on a rung, with the rungs."""
    found: dict[Party, list[tuple[Track, int, Rung]]] = {}
    for track in tracks:
        for number, rung in enumerate(track.rungs, 1):
            for party in standing(rung):
                found.setdefault(party, []).append((track, number, rung))
    return found


def _place(party: Party, record: Role | Post, rungs: Sequence[tuple[Track, int, Rung]]) -> Place:
    """On the longest of its ladders, so that most steps are straight lines; else in its layer; else on no track."""
    if rungs:
        track, number, rung = max(rungs, key=lambda one: len(one[0].rungs))
        return Place(party, ("tracks", track.id), record.stage or rung.stage, number)
    if record.layer:
        return Place(party, ("layers", record.layer), record.stage)
    return Place(party, OFF if record.stage else BEYOND, record.stage)
