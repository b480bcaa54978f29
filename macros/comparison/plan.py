"""The way from one role to another: what to learn, to raise and to leave, what is measured, what is asked, what helps."""
from __future__ import annotations

from collections.abc import Iterable

from macros.comparison.gap import sentence
from macros.comparison.help_view import help_view
from macros.comparison.rows import Row
from macros.comparison.sheet import Sheet, competency_key, kpi_key
from macros.comparison.standing import direction, left, note, signs
from macros.comparison.transition import Transition, Way, transition
from macros.model.moves import Move
from macros.model.roles import Role
from macros.views import parts
from macros.views.page import Section, View
from macros.views.reader import Reader

PartRow = View
BEHIND = ("no-longer", "kpis-end")


def plan(reader: Reader, way: Way, before: Sheet, after: Sheet) -> View:
    """Everything about going one way, in the order in which someone would ask; the sheets are those of both ends."""
    change = transition(reader.handbook, way.origin, way.target)
    lists = _lists(reader, change, _rows(before), _rows(after))
    return {
        "sentence": sentence(reader, change),
        "parts": [
            {**part, "rows": rows, "count": str(len({row["name"] for row in rows}))}
            for part in headings(reader, left(reader, way.target))
            if (rows := lists[part["id"]])
        ],
        "bases": [basis(reader, role) for role in (way.origin, way.target)],
        "direction": direction(reader, way.origin, way.target),
        "note": note(reader, change),
        "conditions": conditions(reader, way.moves),
        "signs": signs(reader, way.origin, way.target),
        "help": help_view(reader, change, way.moves),
    }


def contents(found: View, reader: Reader) -> list[Section]:
    """The parts of a plan that the list of contents names: of the lists, the gap and the first about KPIs."""
    lists = {part["id"]: part for part in found["parts"]}
    gap = [Section(id, lists[id]["title"], lists[id]["count"]) for id in ("learn", "raise") if id in lists]
    kpis = [Section(id, reader.say("KPIs")) for id in lists if id.startswith("kpis")][:1]
    rest = [Section(id, title) for id, title in endings(reader).items() if id != "basis" and (id != "signs" or found["signs"])]
    return [*gap, *kpis, *rest]


def _lists(reader: Reader, change: Transition, before: dict[str, Row], after: dict[str, Row]) -> dict[str, list[PartRow]]:
    origin, target = (levels_mark(reader, role) for role in (change.origin, change.target))
    both = reader.say(", ").join(dict.fromkeys(mark for mark in (origin, target) if mark))
    return {
        "learn": _list([competency_key(one.competency) for one in change.to_learn], {}, after, target, explained=True),
        "raise": _list([competency_key(one.competency) for _, one in change.to_raise], before, after, both, explained=True),
        "stays": _list([competency_key(one.competency) for _, one in change.stays], before, after, both),
        "no-longer": _list([competency_key(one.competency) for one in change.no_longer], before, {}, origin),
        "kpis-new": _list(map(kpi_key, change.kpis_new), {}, after),
        "kpis-stay": _list([kpi_key(one) for _, one in change.kpis_stay], before, after),
        "kpis-end": _list(map(kpi_key, change.kpis_end), before, {}),
    }


def headings(reader: Reader, left: str) -> list[View]:
    """The lists of a plan in order, with what each is called; what is `left` behind is called differently from role to role, and is folded."""
    titles = {
        "learn": reader.say("To learn"),
        "raise": reader.say("To raise"),
        "stays": reader.say("What stays"),
        "no-longer": left,
        "kpis-new": reader.say("New KPIs"),
        "kpis-stay": reader.say("KPIs that stay"),
        "kpis-end": reader.say("KPIs of the present role only"),
    }
    return [{"id": id, "title": title, "behind": id in BEHIND} for id, title in titles.items()]


def endings(reader: Reader) -> dict[str, str]:
    """The parts after the lists, with what each is called."""
    return {
        "conditions": reader.say("Conditions"), "signs": reader.say("Signs of readiness"), "help": reader.say("What helps"),
        "basis": reader.say("What the levels rest on"),
    }


def levels_mark(reader: Reader, role: Role) -> str:
    """The mark beside a level of the role; none where a document states the levels."""
    return parts.mark(reader, role.competencies_basis.basis)


def _rows(sheet: Sheet) -> dict[str, Row]:
    return {row.key: row for group in sheet.groups for row in group.rows}


def _list(keys: Iterable[str], before: dict[str, Row], after: dict[str, Row], mark: str = "", explained: bool = False) -> list[PartRow]:
    """Rows as they stand before and after; one cell where both are equal, and with `explained` what the level means.

    The levels on the way there are those below the one asked for, and above one's own."""
    found = []
    for key in dict.fromkeys(keys):
        own, asked = before.get(key), after.get(key)
        row = asked or before[key]
        equal = own and asked and own.same == asked.same
        found.append({
            "name": row.name, "href": row.href, "small": row.small, "mark": mark,
            "before": own.cell if own and not equal else None, "after": asked.cell if asked else None,
            "lines": row.lines if explained else (),
            "below": [one for one in row.below if not own or one["level"].step > own.step] if explained else (),
        })
    return found


def conditions(reader: Reader, moves: Iterable[Move]) -> list[View]:
    """What documents ask before the moves can be made, and what gives an advantage."""
    found = []
    for move in moves:
        asked = ((lead(reader, move), move.conditions or move.conditions_any_of), (reader.say("An advantage, not a condition:"), move.preferred))
        lists = [{"lead": said, "lines": parts.items(reader, items)} for said, items in asked if items]
        if lists:
            found.append({"link": reader.link("moves", move.id), "lists": lists})
    return found


def basis(reader: Reader, role: Role) -> View:
    """On what the levels of a role rest, and why."""
    reason = role.competencies_basis
    return {"link": reader.link("roles", role.id), "mark": parts.mark(reader, reason.basis), "why": reader.text(reason.why)}


def lead(reader: Reader, found: Move) -> str:
    """Whether all conditions must be met or any of them; a single one needs no such line."""
    if len(found.conditions or found.conditions_any_of) < 2:
        return ""
    return reader.say("Any one of these:") if found.conditions_any_of else reader.say("All of these:")
