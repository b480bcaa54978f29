"""The way from one role to another: what to learn, to raise and to leave, what is measured, what is asked, what helps."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.model.items import CompetencyId
from macros.model.moves import Move, takes_in
from macros.model.practices import Practice
from macros.model.roles import Role
from macros.model.structure import Stage
from macros.model.transitions import Transition, Way, transition
from macros.views import parts
from macros.views.gaps import sentence
from macros.views.reader import Reader
from macros.views.sheets import Row, Sheet, kpi_key, role_sheet

PartRow = dict[str, object]


def plan(reader: Reader, way: Way) -> dict[str, object]:
    """Everything about going one way, in the order in which someone would ask."""
    change = transition(way.origin, way.target)
    before, after = _rows(role_sheet(reader, way.origin.id)), _rows(role_sheet(reader, way.target.id))
    learn, higher = [_key(one.competency) for one in change.to_learn], [_key(one.competency) for _, one in change.to_raise]
    lists = {
        "learn": _list(learn, {}, after, explained=True),
        "raise": _list(higher, before, after, explained=True),
        "stays": _list([_key(one.competency) for _, one in change.stays], before, after),
        "no-longer": _list([_key(one.competency) for one in change.no_longer], before, {}),
        "kpis-new": _list(map(kpi_key, change.kpis_new), {}, after),
        "kpis-stay": _list([kpi_key(one) for _, one in change.kpis_stay], before, after),
        "kpis-end": _list(map(kpi_key, change.kpis_end), before, {}),
    }
    return {
        "sentence": sentence(reader, change),
        "direction": direction(reader, way.origin, way.target),
        "parts": [{**part, "rows": lists[part["id"]], "count": str(len(lists[part["id"]]))} for part in headings(reader) if lists[part["id"]]],
        "conditions": conditions(reader, way.moves),
        "signals": signals(reader, way.origin) if _up(reader, way.origin, way.target) else None,
        "help": helping(reader, change, way.moves),
        "rotations": rotations(reader, way.origin),
        "bases": [basis(reader, role) for role in (way.origin, way.target)],
    }


def headings(reader: Reader) -> list[dict[str, str]]:
    """The lists of a plan in order, with what each is called."""
    return [
        {"id": "learn", "title": reader.say("To learn")},
        {"id": "raise", "title": reader.say("To raise")},
        {"id": "stays", "title": reader.say("What stays")},
        {"id": "no-longer", "title": reader.say("No longer asked for")},
        {"id": "kpis-new", "title": reader.say("New KPIs")},
        {"id": "kpis-stay", "title": reader.say("KPIs that stay")},
        {"id": "kpis-end", "title": reader.say("KPIs that end")},
    ]


def direction(reader: Reader, origin: Role, target: Role) -> str:
    """Whether the way leads up a stage, down or sideways."""
    said = directions(reader)["up" if _up(reader, origin, target) else "sideways" if origin.stage == target.stage else "down"]
    stages = reader.handbook.stages
    return said.replace("{from}", reader.text(stages[origin.stage].name)).replace("{to}", reader.text(stages[target.stage].name))


def directions(reader: Reader) -> dict[str, str]:
    """The three sentences about stages, with places for their names."""
    places = {"from": "{from}", "to": "{to}"}
    return {
        "up": reader.say("Up a stage: from {from} to {to}.", **places),
        "sideways": reader.say("Sideways: both stand at the same stage, {to}.", **places),
        "down": reader.say("Down a stage: from {from} to {to}.", **places),
    }


def _up(reader: Reader, origin: Role, target: Role) -> bool:
    order = list(reader.handbook.stages)
    return order.index(target.stage) > order.index(origin.stage)


def _rows(sheet: Sheet) -> dict[str, Row]:
    return {row.key: row for group in sheet.groups for row in group.rows}


def _key(competency: CompetencyId) -> str:
    return f"competency-{competency}"


def _list(keys: Iterable[str], before: dict[str, Row], after: dict[str, Row], explained: bool = False) -> list[PartRow]:
    """Rows as they stand before and after; one cell where both are equal, and with `explained` what the level means."""
    found = []
    for key in dict.fromkeys(keys):
        own, asked = before.get(key), after.get(key)
        row = asked or own
        equal = own and asked and own.same == asked.same
        found.append({
            "name": row.name, "href": row.href, "small": row.small,
            "before": own.cell if own and not equal else None, "after": asked.cell if asked else None, "lines": row.lines if explained else (),
        })
    return found


def conditions(reader: Reader, moves: Iterable[Move]) -> list[dict[str, object]]:
    """What documents ask before the moves can be made, and what gives an advantage."""
    found = []
    for move in moves:
        lead = reader.say("Any one of these:") if move.conditions_any_of else reader.say("All of these:")
        asked = ((lead, move.conditions or move.conditions_any_of), (reader.say("An advantage, not a condition:"), move.preferred))
        lists = [{"lead": lead, "lines": parts.items(reader, items)} for lead, items in asked if items]
        if lists:
            found.append({"link": reader.link("moves", move.id), "lists": lists})
    return found


def signals(reader: Reader, origin: Role) -> dict[str, object] | None:
    """The signs that everyone at the origin's stage must show before the next stage."""
    stage: Stage = reader.handbook.stages[origin.stage]
    return {"link": reader.link("stages", stage.id), "lines": parts.items(reader, stage.promotion_signals)} if stage.promotion_signals else None


def helping(reader: Reader, change: Transition, moves: Iterable[Move]) -> list[dict[str, object]]:
    """Programmes for growth that touch this way, those for most of its new competencies first, with what they touch."""
    asked = [*(one.competency for one in change.to_learn), *(one.competency for _, one in change.to_raise)]
    wanted = {
        "competencies": asked,
        "roles": [change.origin.id, change.target.id],
        "stages": list(dict.fromkeys([change.origin.stage, change.target.stage])),
        "moves": [move.id for move in moves],
    }
    found = []
    for practice in growing(reader):
        met = {kind: [id for id in ids if id in getattr(practice.concerns, kind)] for kind, ids in wanted.items()}
        if any(met.values()):
            names = [reader.link(kind, id).name for kind, ids in met.items() for id in ids]
            found.append((len(met["competencies"]), {**programme(reader, practice), "for": reader.say("For: ") + reader.say(", ").join(names)}))
    return [shown for _, shown in sorted(found, key=lambda pair: -pair[0])]


def growing(reader: Reader) -> Iterator[Practice]:
    """The practices that help people grow."""
    return (one for one in reader.handbook.used("practices") if one.kind == "growth")


def programme(reader: Reader, practice: Practice) -> dict[str, object]:
    """A practice as a plan names it."""
    return {"link": reader.link("practices", practice.id), "summary": reader.text(practice.summary)}


def rotations(reader: Reader, origin: Role) -> list[dict[str, object]]:
    """Rotations that are open to someone in the origin."""
    return [
        {"link": reader.link("moves", move.id), "summary": reader.text(move.summary)}
        for move in reader.handbook.used("moves")
        if move.kind == "rotation" and takes_in(move.from_, origin)
    ]


def basis(reader: Reader, role: Role) -> dict[str, object]:
    """On what the levels of a role rest, and why."""
    reason = role.competencies_basis
    return {"link": reader.link("roles", role.id), "mark": parts.mark(reader, reason.basis), "why": reader.text(reason.why)}
