"""The way from one role to another: what to raise, to add and what is there already, what is asked, what helps."""
from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from macros.comparison.gap import bases, placed, sentence
from macros.comparison.help_view import help_view
from macros.comparison.rows import Row
from macros.comparison.sheet import Sheet, competency_key
from macros.comparison.standing import direction, no_way, signs, ways_of
from macros.comparison.transition import Climb, Transition, Way, climb, documented, transition
from macros.model.moves import Move
from macros.model.roles import Need, Requirement, Role
from macros.views import parts
from macros.views.conditions import lists
from macros.views.page import Section, View
from macros.views.reader import Link, Reader

PartRow = View


def plan(reader: Reader, origin: Role, target: Role, before: Sheet, after: Sheet) -> View:
    """Everything about going one way, in the order in which someone would ask; the sheets are those of both ends.

    Nobody is taught on the way down: there it says only how the two stand to each other, and how to look at it the other way round."""
    change, step, known = transition(reader.handbook, origin, target), climb(reader.handbook, origin, target), documented(reader.handbook, origin, target)
    return {
        "title": title(reader, step),
        "sentence": "" if step.falls else sentence(reader, change),
        "marks": [] if step.falls else bases(reader, change),
        "direction": direction(reader, origin, target),
        "placed": placed(reader, origin, target),
        "ways": ways_of(reader, known),
        "unknown": no_way(reader, origin, target),
        "back": _back(reader, origin, target) if step.falls else None,
        "key": [before.link.name, after.link.name],
        **_learning(reader, change, known, before, after, step),
    }


def title(reader: Reader, step: Climb) -> str:
    """What the plan is called; down a ladder it is none."""
    return titles(reader)["down" if step.falls else "plan"]


def titles(reader: Reader) -> dict[str, str]:
    return {"plan": reader.say("What to learn"), "down": reader.say("How the two roles differ")}


def _back(reader: Reader, origin: Role, target: Role) -> Link:
    return Link(f"{reader.text(target.name)} → {reader.text(origin.name)}", f"{reader.href('compare/')}?roles={target.id},{origin.id}#plan")


def _learning(reader: Reader, change: Transition, known: Way, before: Sheet, after: Sheet, step: Climb) -> View:
    if step.falls:
        return {"parts": [], "bases": [], "conditions": [], "signs": [], "help": None}
    lists = _lists(change, _rows(before), _rows(after))
    return {
        "parts": [{**part, "rows": lists[part["id"]], "count": count(reader, lists[part["id"]])} for part in headings(reader) if lists[part["id"]]],
        "bases": [basis(reader, role) for role in (change.origin, change.target)],
        "conditions": conditions(reader, known.moves),
        "signs": signs(reader, change.origin, change.target),
        "help": help_view(reader, change, known.moves),
    }


def count(reader: Reader, rows: list[PartRow]) -> str:
    """How many there are, and how many of them are essential where not all or none are."""
    essential = sum(not row["useful"] for row in rows)
    n = str(len(rows))
    return str(words(reader)["essential"].format(n=n, essential=essential)) if 0 < essential < len(rows) else n


def contents(found: View, reader: Reader) -> list[Section]:
    """The parts of a plan that the list of contents names."""
    lists = [Section(part["id"], part["title"], str(len(part["rows"]))) for part in found["parts"]]
    help = [found["help"]["section"]] if found["help"] else []
    return [*lists, *(section for id, section in endings(reader).items() if id in ("conditions", "signs") and found[id]), *help]


def _lists(change: Transition, before: dict[str, Row], after: dict[str, Row]) -> dict[str, list[PartRow]]:
    def rows(found: Iterable[Requirement], explained: bool) -> list[PartRow]:
        keys = [competency_key(one.competency) for one in found]
        return [_row(before.get(key), after[key], explained) for key in keys]

    return {
        "raise": rows((one for _, one in change.to_raise), True),
        "learn": rows(change.to_learn, True),
        "stays": rows((one for _, one in change.stays), False),
    }


def headings(reader: Reader) -> list[View]:
    """The lists of a plan in order, with what each is called."""
    titles = {"raise": reader.say("Raise"), "learn": reader.say("Add"), "stays": reader.say("Already there")}
    return [{"id": id, "title": title} for id, title in titles.items()]


def endings(reader: Reader) -> dict[str, Section]:
    """The parts after the lists, with what each is called."""
    titles = {
        "conditions": reader.say("Conditions"),
        "signs": reader.say("Signs of readiness (for self-assessment)"),
        "basis": reader.say("What the levels rest on"),
    }
    return {id: Section(id, title) for id, title in titles.items()}


def words(reader: Reader) -> View:
    """What is said around the lists of a plan."""
    needs = [{"need": reader.word("need", one), "useful": one == "useful"} for one in get_args(Need)]
    return {
        "known": reader.say("By way of: "),
        "names": reader.word("list", "names"),
        "essential": reader.pattern("{n}, {essential} of them essential"),
        "back": reader.say("The other way round: "),
        "levels": reader.say("All levels"),
        "needs": needs,
        "all": reader.levels(),
    }


def _rows(sheet: Sheet) -> dict[str, Row]:
    return {row.key: row for group in sheet.groups for row in group.rows}


def _row(own: Row | None, asked: Row, explained: bool) -> PartRow:
    """One competency: the level one has and the one that is asked, and with `explained` what that level and those before it mean."""
    return {
        "name": asked.name, "href": asked.href, "before": own.step if own else 0, "after": asked.step,
        "need": asked.cell["need"], "useful": asked.cell["useful"],
        "means": asked.means if explained else None,
        "below": [one for one in asked.below if not own or one["level"].step > own.step] if explained else (),
    }


def conditions(reader: Reader, moves: Iterable[Move]) -> list[View]:
    """What documents ask before the moves can be made, what gives an advantage, and what must be known of both."""
    found = []
    for move in moves:
        asked = (*lists(reader, move), (reader.say("An advantage, not a condition:"), move.preferred))
        told = [{"lead": said, "lines": parts.items(reader, items)} for said, items in asked if items]
        if told:
            found.append({"link": reader.link("moves", move.id), "lists": told, "note": parts.based(reader, move.note) if move.note else None})
    return found


def basis(reader: Reader, role: Role) -> View:
    """On what the levels of a role rest, and why."""
    reason = role.competencies_basis
    return {"link": reader.link("roles", role.id), "mark": parts.mark(reader, reason.basis), "why": reader.text(reason.why)}
