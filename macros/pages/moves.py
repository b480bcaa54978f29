"""Moves: the index by kind, a page for each, and the ways in and out of a role."""
from __future__ import annotations

from collections.abc import Sequence

from macros.comparison.gap import gap
from macros.comparison.neighbours import rests_on
from macros.comparison.transition import ways_by_move
from macros.model.moves import MOVE_KINDS, Move
from macros.views import figure_phrases, parts
from macros.views.concerns import practices_of
from macros.views.conditions import lists, number
from macros.views.marks import said_once
from macros.views.page import Section, View
from macros.views.reader import Link, Reader


def move(reader: Reader, id: str) -> View:
    """Everything a move's page shows."""
    found = reader.handbook.moves[id]
    asked = reader.say("Conditions") if found.asks else reader.say("What gives an advantage")
    sections = [Section("conditions", asked)] if found.asks or found.preferred else []
    if found.results:
        sections.append(Section("results", reader.say("What follows")))
    if found.support:
        sections.append(Section("support", reader.say("Support")))
    gaps = [gap(reader, way.origin, way.target) for way in ways_by_move(reader.handbook).get(id, ())]
    named = named_only(reader, [party.post for party in (*found.from_, *found.to) if party.post])
    learning = _learning(reader, found)
    if gaps or named and not learning:
        sections.append(Section("gap", reader.say("What changes")))
    if learning:
        sections.append(Section("learning", learning))
    practices = practices_of(reader, "moves", id)
    if practices:
        sections.append(Section("practices", reader.say("Policies and processes"), str(len(practices))))
    sections.append(Section("sources", reader.say("Sources")))
    return {
        **parts.common(reader, "moves", found, sections),
        "practices": practices,
        "essence": reader.text(found.summary),
        "kind": found.kind,
        "kind_name": reader.word("move", found.kind),
        "elsewhere": found.kind == "cross-industry",
        **_ends(reader, found),
        "track": reader.link("tracks", found.track) if found.track else None,
        "duration": parts.figure(reader, found.duration) if found.duration else None,
        "returns": _afterwards(reader, found),
        "marks": parts.marks(reader, found.basis, found.audience),
        "conditions": [{"lead": said, "lines": parts.items(reader, items)} for said, items in lists(reader, found)],
        "preferred": parts.items(reader, found.preferred),
        "results": said_once(parts.items(reader, found.results)),
        "support": parts.items(reader, found.support),
        "gaps": gaps,
        "named": named if not gaps else "",
        "carries_over": parts.items(reader, found.carries_over),
        "to_learn": reader.links("competencies", found.to_learn),
    }


def _ends(reader: Reader, found: Move) -> View:
    """Who sets out, where they arrive, and what they are honoured with, which is no post."""
    arriving = [party for party in found.to if not party.title] if found.kind in ("cross-industry", "honour") else found.destinations
    return {
        "from": [Link(reader.say("Role unspecified")) if party.any else reader.party(party) for party in found.from_],
        "to": [reader.party(party) for party in arriving],
        "honours": [reader.party(party) for party in found.to if party.title],
    }


def _afterwards(reader: Reader, found: Move) -> str:
    """Whether someone comes back; a return that no document states is told as a reading, and one at another employer as its own, for nobody is promised it."""
    if found.returns is None:
        return ""
    if not found.returns:
        return reader.say("You stay there")
    basis = found.basis_of["returns"].basis if "returns" in found.basis_of else "stated"
    if basis == "example":
        return reader.say("In the example, people return to their posts")
    return reader.say("You return to your post") if basis == "stated" else reader.say("Presumably back to your post")


def _learning(reader: Reader, found: Move) -> str:
    """What the heading over what someone brings and what they learn says: no more than stands under it."""
    if found.carries_over and found.to_learn:
        return reader.say("What you bring and what the move draws on")
    return reader.say("What you bring") if found.carries_over else reader.say("Competencies it draws on") if found.to_learn else ""


def named_only(reader: Reader, posts: Sequence[str]) -> str:
    """That there is nothing to compare, as the documents do not describe these posts; empty where they are none."""
    names = [reader.say("the {post}", post=reader.inside(reader.text(reader.handbook.posts[one].name))) for one in dict.fromkeys(posts)]
    return reader.say("The documents list no competencies for {posts}, so there is nothing to compare.", posts=reader.listed(names)) if names else ""


def move_index(reader: Reader) -> View:
    """Moves by kind, each with its conditions in short; then what is open to everyone, and what documents tell of other employers."""
    everyone = reader.handbook.moves_for_everyone
    apart = [one for one in reader.handbook.used("moves") if one not in everyone and one.kind != "cross-industry"]
    groups = [
        *(
            _group(reader, kind, reader.word("move", kind), reader.word("move-about", kind), [one for one in apart if one.kind == kind])
            for kind in MOVE_KINDS
        ),
        _group(
            reader, "open-to-everyone", reader.say("No role named in the documents"),
            reader.say("The documents name no role for these, nor do they say that everyone may take part."), everyone,
        ),
    ]
    groups = [group for group in groups if group["moves"]]
    met = {group["section"].id for group in groups}
    for one in groups[-1]["moves"] if everyone else ():
        one["kind_name"] = reader.word("move", one["kind"])
        if one["kind"] not in met:      # a kind that stands nowhere else is found where its first move is
            one["id"] = one["kind"]
            met.add(one["kind"])
    elsewhere = [one for one in reader.handbook.used("moves") if one.kind == "cross-industry"]
    beyond = _group(reader, "cross-industry", reader.word("move", "cross-industry"), reader.word("move-about", "cross-industry"), elsewhere)
    return {
        "elsewhere": beyond if elsewhere else None,
        "essence": reader.say("Where you can go from here, what it takes and what it brings. Each track has a page with its steps.")
        if reader.handbook.tracks
        else reader.say("Where you can go from here, what it takes and what it brings."),
        "groups": groups,
        "sections": {group["section"].id: group["section"] for group in [*groups, *([beyond] if elsewhere else [])]},
    }


def _group(reader: Reader, id: str, name: str, about: str, moves: Sequence[Move]) -> View:
    return {"section": Section(id, name, str(len(moves))), "about": about, "moves": [move_entry(reader, one) for one in moves]}


def move_entry(reader: Reader, found: Move) -> View:
    """A move under a heading of many: who goes where, what it is about, and how many conditions it has."""
    return {
        "id": "",
        "kind_name": "",
        "link": reader.link("moves", found.id),
        "kind": found.kind,
        **_ends(reader, found),
        "rests_on": rests_on(reader, (), [found]),
        "summary": reader.text(found.summary),
        **parts.marks(reader, "stated", found.audience),
        "conditions": Link(number(reader, found), f"{reader.address('moves', found.id)}#conditions") if found.asks else None,
        "duration": figure_phrases.figure(reader, found.duration) if found.duration else None,
    }

