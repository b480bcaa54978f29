"""The head of a role's page: where it stands, what it is measured by, what comes next, and a picture of what it takes."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from macros.comparison.gap import bases, count, way_path
from macros.comparison.next_step import NextStep, next_step
from macros.comparison.onward import whole_of
from macros.comparison.transition import transition, ways_by_role
from macros.model.roles import Requirement, Role, indicators, with_figures
from macros.model.tracks import Track
from macros.views import parts
from macros.views.marks import named_too, of_field, of_levels
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.stairs import CELL, cells

FIGURES = 3  # in the card


def card(reader: Reader, role: Role, targets: Sequence[View], moves: Sequence[View]) -> View:
    """The card, from the role's targets and from where it leads as the page lists them; what is not known is not there."""
    step = next_step(reader.handbook, role)
    return {
        "tracks": [_track(reader, role, track, number) for track, number in reader.handbook.tracks_of(role.id)],
        "stages": [
            {"link": reader.link("stages", stage.id), "posts": reader.text(stage.posts), "here": stage.id == role.stage}
            for stage in reader.handbook.used("stages")
        ],
        "stage": reader.link("stages", role.stage),
        "stage_reason": parts.reason(reader, role, "stage"),
        "layer": reader.link("layers", role.layer) if role.layer else None,
        "layer_reason": parts.reason(reader, role, "layer"),
        "aliases": [replace(one, name=reader.inside(one.name)) for one in named_too(reader, role.name, role.aliases)],
        "name_reason": parts.reason(reader, role, "name"),
        "measured_by": reader.say("KPIs") if reader.public else reader.word("answer", "measured-by"),
        "figures": _top(role, targets),
        "named": _named(reader, role) if reader.public else [],
        "all_kpis": _all_kpis(reader, indicators(line for line in role.kpis if line.serves == "appraisal")),
        "reports_to": reader.party(role.reports_to) if role.reports_to else None,
        "reports_to_reason": parts.reason(reader, role, "reports_to"),
        "escalates_to": {"to": reader.party(role.escalates_to.to), "on": reader.text(role.escalates_to.on)} if role.escalates_to else None,
        "manages": _manages(reader, role),
        "reports": [_report(reader, other) for other in reader.handbook.reports_by_role.get(role.id, ())],
        "onward": _onward(moves),
        "reference": _reference(reader, role, step) if step and step.ground != "way" else None,
        "profile": _profile(reader, role, step),
    }


def _all_kpis(reader: Reader, n: int) -> str:
    if n == 1:
        return reader.say("See the KPI")
    return reader.say("Both KPIs") if n == 2 else reader.say("All {n} KPIs", n=n)


def _manages(reader: Reader, role: Role) -> list[View]:
    """Whom the role manages, in words, where these say more than the names of the roles that report to it, which stand beside them;
    what is inferred stands below, with whom it works."""
    named = {other.name.zh for other in reader.handbook.reports_by_role.get(role.id, ())}   # Chinese names have no plural
    return parts.items(reader, [one for one in role.manages if one.basis != "inferred" and (one.note or one.zh not in named)])


def _report(reader: Reader, other: Role) -> View:
    """A role that reports here, with the mark that its own line has."""
    return {"link": reader.link("roles", other.id), "why": of_field(reader, other, "reports_to")}


def _top(role: Role, targets: Sequence[View]) -> list[View]:
    """The first targets in figures that the role is appraised by, those that a document states before its examples; others only where these are few."""
    given = [(line, shown) for line, shown in zip(role.kpis, targets) if line.target and line.serves == "appraisal"]
    first = sorted(given, key=lambda pair: (not with_figures([pair[0]]), pair[0].basis != "stated"))[:FIGURES]
    return [{key: value for key, value in shown.items() if key not in ("when", "when_why", "data_source")} for _, shown in first]


def _named(reader: Reader, role: Role) -> list[Link]:
    """The first indicators that the role is appraised by, where their figures are left out."""
    ids = dict.fromkeys(line.kpi for line in role.kpis if line.serves == "appraisal" and not line.target)
    return reader.links("kpis", [*ids][:2 * FIGURES])


def _track(reader: Reader, role: Role, track: Track, number: int) -> View:
    """A track as steps, with the role's own marked."""
    return {
        "link": reader.link("tracks", track.id),
        "place": reader.say("step {number} of {all}", number=number, all=len(track.rungs)),
        "marks": parts.marks(reader, track.basis),
        "rungs": [
            {
                "who": [
                    *reader.links("roles", [role.id] if place == number else rung.roles),
                    *(reader.links("posts", rung.posts) if place != number else []),
                    *([reader.link("stages", rung.stage)] if rung.stage and not rung.roles and not rung.posts else []),
                ],
                "here": place == number,
                "beside": reader.links("roles", [id for id in rung.roles if id != role.id]) if place == number else [],
                **parts.marks(reader, rung.basis, note=rung.note, sources=rung.sources),
            }
            for place, rung in enumerate(track.rungs, 1)
        ],
    }


def _onward(moves: Sequence[View]) -> list[View]:
    """Where the role leads, each kind once: promotions first, and last what is open to its whole stage. Who is only named is told below."""
    kinds: dict[tuple[str, bool], View] = {}
    for one in moves:
        key = one["kind"], one["shared"]
        kinds.setdefault(key, {"kind": one["kind"], "kind_name": one["kind_name"], "shared": one["shared"], "ways": [], "on_conditions": False})
        kinds[key]["ways"].append({"who": [replace(who, mark=None) for who in one["who"]], "gap": one["gap"], "rests_on": one["rests_on"]})
        kinds[key]["on_conditions"] |= bool(one["asks"])
    return sorted(kinds.values(), key=lambda one: (one["shared"], one["kind"] != "promotion"))


def _reference(reader: Reader, role: Role, step: NextStep) -> View:
    """Whom to compare with where no document says what comes next, on what ground, and how far it is to the one who is meant."""
    others = [{"link": reader.link("roles", one.id), "plan": plan_address(reader, role, one)} for one in step.roles]
    change = transition(reader.handbook, role, step.role) if step.role else None
    size = {"count": count(reader, change), "bases": bases(reader, change)} if change else {"count": "", "bases": []}
    why = of_field(reader, role, "reports_to") if step.ground == "manager" else None
    whole = None if step.role else whole_of(reader, step)  # which layer or stage it is, where several are named
    return {"ground": reader.word("ground", step.ground), "whole": whole.name if whole else "", "why": why, "roles": others, **size}


def plan_address(reader: Reader, origin: Role, target: Role) -> str:
    """Where the plan from one role to another stands: on the page of its own, or on the page that compares any two."""
    own = any((way.origin, way.target) == (origin, target) for way in ways_by_role(reader.handbook).get(origin.id, ()))
    return reader.href(f"{way_path(origin, target)}#plan" if own else f"compare/?roles={origin.id},{target.id}#plan")


def deepest_first(reader: Reader, role: Role) -> list[Requirement]:
    """What a role requires, the highest level first, and within a level the essential before the useful."""
    return sorted(role.competencies, key=lambda one: (-reader.handbook.steps_of_levels[one.level], one.need != "essential"))


def _profile(reader: Reader, role: Role, step: NextStep | None) -> View:
    """The picture of levels: a row for each competency, with the level that the role one step up asks for as a ghost."""
    other = step.role if step else None
    steps, of = reader.handbook.steps_of_levels, len(reader.handbook.levels)
    asked = {one.competency: one for one in other.competencies} if other else {}
    more = len(asked.keys() - {one.competency for one in role.competencies})
    return {
        "why": of_levels(reader, role),
        "scale": reader.levels(),
        "width": CELL * of - 2,
        "has_useful": any(one.need == "useful" for one in role.competencies),
        "rows": [
            {
                "href": f"#c-{one.competency}",
                "name": reader.link("competencies", one.competency).name,
                "useful": one.need == "useful",
                "ears": _heard(reader, one, asked.get(one.competency), other),
                **cells(steps[one.level], steps[asked[one.competency].level] if one.competency in asked else 0, of),
            }
            for one in deepest_first(reader, role)
        ],
        "ghost": reader.say("{name} ({ground})", name=reader.text(other.name), ground=reader.word("ground", step.ground)) if step and other else "",
        "more": reader.say("{n} more not in the picture", n=more) if more else "",
    }


def _heard(reader: Reader, own: Requirement, asked: Requirement | None, other: Role | None) -> str:
    """What a row of the picture says to those who do not see it."""
    here, there = reader.level(own.level), reader.level(asked.level) if asked else None
    said = [here.lead + here.name, reader.say(", "), reader.word("need", own.need).lower()]
    if there and other:
        said += [reader.say("; "), reader.text(other.name), reader.say(": "), there.lead, there.name]
    return "".join(said)
