"""Where people come from to a role and where they can go from it, each way with the size of its gap."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.comparison.gap import gap
from macros.comparison.standing import by_move, by_step, ways_of
from macros.comparison.transition import Way, ways_by_role
from macros.model.handbook import Handbook, Step
from macros.model.moves import Move, ends_of, naming, takes_in
from macros.model.record import Party, Reason
from macros.model.roles import Role
from macros.model.tracks import Rung, Track
from macros.views import parts
from macros.views.conditions import aside
from macros.views.marks import why
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.sizes import shared_moves
from macros.words.texts import Text

# What the entry of a way says where no move does: it is open to the role alone, and asks for nothing but what the gap tells.
NOTHING_ASKED: View = {"shared": False, "learn": [], "learn_marks": None, "asks": [], "aside": "", "rests_on": []}


def neighbours(reader: Reader, role: Role) -> dict[str, list[View]]:
    """Where people come from and where they can go, read both ways: described roles first, with the gap, then who is only named."""
    found: dict[str, list[View]] = {"from": [], "to": []}
    for way in ways_by_role(reader.handbook).get(role.id, ()):
        if role.id == way.target.id:
            found["from"].append({**way_entry(reader, way), "who": [reader.link("roles", way.origin.id)]})
        if role.id == way.origin.id:
            found["to"].append({**way_entry(reader, way), "who": [reader.link("roles", way.target.id)]})
    for step in reader.handbook.steps_by_role.get(role.id, ()):
        if role.id in step.upper.roles and step.lower.posts:
            found["from"].append(_named(reader, step, step.lower.posts))
        if role.id in step.lower.roles and step.upper.posts:
            found["to"].append(_named(reader, step, step.upper.posts))
    for move in _moves(reader.handbook, role):
        if takes_in(move.destinations, role):
            found["from"] += _move(reader, move, move.from_, role if _by_name(move.destinations, role) else None)
        if takes_in(move.from_, role):
            found["to"] += _move(reader, move, move.destinations, role if _by_name(move.from_, role) else None)
    return {end: _told_once(entries) for end, entries in found.items()}


def _told_once(entries: Iterable[View]) -> list[View]:
    """A step of a track and a move of one kind to the same people are one way that both tell of."""
    found: dict[tuple[str, tuple[Link, ...]], View] = {}
    for one in entries:
        same = found.setdefault((one["kind"], tuple(one["who"])), {**one, "ways": [], "told": []})
        same["ways"] += one["ways"]
        same["told"] += one["told"]
        for told in ("learn", "learn_marks", "asks", "aside", "rests_on"):
            same[told] = same[told] or one[told]
    return list(found.values())


def _moves(handbook: Handbook, role: Role) -> list[Move]:
    """The moves that take the role in, but for those of its whole stage where these are many."""
    named = naming(handbook.moves_by_party, Party(role=role.id))
    return named if shared_moves(handbook, role.stage) else naming(handbook.moves_by_party, *ends_of(role))


def shared(reader: Reader, role: Role) -> Link | None:
    """Where the moves of the role's whole stage stand, where these are many."""
    n = len(shared_moves(reader.handbook, role.stage))
    stage = reader.text(reader.handbook.stages[role.stage].name)
    name = reader.say_n("{stage}: {n} move open to everyone", "{stage}: {n} moves open to everyone", n, stage=stage)
    return Link(name, f"{reader.address('stages', role.stage)}#moves") if n else None


def way_entry(reader: Reader, way: Way) -> View:
    """A way between two described roles as lists name it: by which step or move, and the size of the gap."""
    kind = "promotion" if way.steps else way.moves[0].kind
    tracks = reader.links("tracks", dict.fromkeys(step.track.id for step in way.steps))
    return {
        "kind": kind,
        "kind_name": reader.word("move", kind),
        "ways": [*tracks, *reader.links("moves", [move.id for move in way.moves])],
        "told": ways_of(reader, way),
        "gap": gap(reader, way.origin, way.target),
        **NOTHING_ASKED,
        "rests_on": rests_on(reader, [rung for step in way.steps for rung in (step.lower, step.upper)], [*(step.track for step in way.steps), *way.moves]),
    }


def rests_on(reader: Reader, rungs: Iterable[Rung], wholes: Sequence[Move | Track], reasons: Sequence[Reason] = ()) -> list[View]:
    """The marks of a way that no document states as it stands, one for each basis: read from either end, it rests on the same.

    The moves and tracks as `wholes` may be an example themselves; `reasons` are further ones for what stands there."""
    ends = [
        *(reason for one in wholes if isinstance(one, Move) for field in ("from", "to") if (reason := one.basis_of.get(field))),
        *reasons,
    ]
    told = dict.fromkeys([
        *((rung.basis, rung.note, rung.sources) for rung in rungs),
        *((end.basis, end.why, end.sources) for end in ends),
        *((one.basis, None, one.sources) for one in wholes if one.basis != "stated"),
    ])
    found = []
    for basis in dict.fromkeys(one[0] for one in told):
        notes = list({(note.zh, note.en): note for of, note, _ in told if of == basis and note}.values())
        sources = [id for of, _, cited in told if of == basis for id in cited]
        found.append(why(reader, basis, note=_together(notes), sources=sources))
    return [one for one in found if one]


def _together(notes: Sequence[Text]) -> Text | None:
    """Several remarks as one."""
    if len(notes) < 2:
        return notes[0] if notes else None
    return Text(zh="".join(note.zh for note in notes), en=" ".join(note.en for note in notes))


def _named(reader: Reader, step: Step, posts: Sequence[str]) -> View:
    return {
        "kind": "promotion",
        "kind_name": reader.word("move", "promotion"),
        "who": reader.links("posts", posts),
        "ways": [reader.link("tracks", step.track.id)],
        "told": [by_step(reader, step)],
        "gap": None,
        **NOTHING_ASKED,
        "rests_on": rests_on(reader, (step.lower, step.upper), [step.track]),
    }


def _by_name(parties: tuple[Party, ...], role: Role) -> bool:
    return any(party.role == role.id for party in parties)


def _move(reader: Reader, move: Move, ends: tuple[Party, ...], role: Role | None) -> list[View]:
    """A move's other ends, without the roles that `role`, named by the move, has a way of its own to."""
    who = [reader.party(party) for party in ends if not (role and party.role)]
    if not who:
        return []
    because = move.basis_of.get("to_learn")
    return [{
        "kind": move.kind,
        "kind_name": reader.word("move", move.kind),
        "who": who,
        "ways": [reader.link("moves", move.id)],
        "told": [by_move(reader, move)],
        "gap": None,
        "shared": role is None,
        "learn": reader.links("competencies", move.to_learn),
        "learn_marks": parts.marks(reader, because.basis, note=because.why, sources=because.sources) if because else None,
        "asks": parts.items(reader, move.asks),
        "aside": aside(reader, move),
        "rests_on": rests_on(reader, (), [move]),
    }]
