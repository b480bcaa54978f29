"""A role's page."""
from __future__ import annotations

from macros.career_map.role_map import role_map
from macros.comparison.neighbours import neighbours, shared
from macros.model.roles import Limit, Partner, Requirement, Role, indicators
from macros.views import parts, sizes
from macros.views.concerns import practices_of
from macros.views.everyone import open_to_everyone
from macros.views.marks import why
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.targets import targets_of


def role(reader: Reader, id: str) -> View:
    """Everything a role's page shows."""
    found = reader.handbook.roles[id]
    related = reader.handbook.related_roles(found)[:6]
    practices = practices_of(reader, "roles", id)
    sections = [
        Section("purpose", reader.say("Why the role exists")),
        Section("duties", reader.say("Duties"), reader.say_n("{n} group", "{n} groups", len(found.duties))),
        Section("competencies", reader.say("Competencies"), _competencies_count(reader, found)),
        *([Section("kpis", reader.say("KPIs"), _kpis_count(reader, found))] if reader.has("kpis") else []),
        Section("works-with", reader.say("Works with")),
        Section("qualifications", reader.say("Qualifications")),
        Section("authority", reader.say("Authority")),
        Section("growth", reader.say("Ready for the next step")),
        *([Section("moves", reader.say("Where people come from and go to"))] if reader.has("map") else []),
        *([Section("related", reader.say("Related roles"))] if reader.has("compare") else []),
        *([Section("practices", reader.say("Policies and processes"))] if practices else []),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "roles", found, sections),
        "essence": reader.text(found.essence),
        "purpose": reader.text(found.purpose),
        "card": card(reader, found),
        "duties": [
            {"id": f"duty-{key}", "name": reader.text(group.name), "lines": parts.items(reader, group.items)} for key, group in found.duties.items()
        ],
        "competencies": [_requirement(reader, found, requirement) for requirement in found.competencies],
        "competencies_basis": why(reader, found.competencies_basis.basis, note=found.competencies_basis.why, sources=found.competencies_basis.sources),
        "kpis_summary": parts.based(reader, found.kpis_summary) if found.kpis_summary else None,
        "kpis": targets_of(reader, found),
        "partners": _partners(reader, found),
        "qualifications": [
            {"need": reader.word("qualification", need), "lines": parts.items(reader, [one for one in found.qualifications if one.need == need])}
            for need in ("required", "preferred")
            if any(one.need == need for one in found.qualifications)
        ],
        "authority": [
            {"title": title, "lines": parts.items(reader, lines)}
            for title, lines in (
                (reader.say("Decides"), found.authority.decides),
                (reader.say("May propose"), found.authority.proposes),
                (reader.say("Needs approval"), found.authority.needs_approval),
                (reader.say("Must not"), found.authority.must_not),
            )
            if lines
        ],
        "limits": [_limit(reader, limit) for limit in found.authority_limits],
        "stage_signals": [parts.based(reader, signal) for signal in reader.handbook.stages[found.stage].promotion_signals],
        "stage": reader.link("stages", found.stage),
        "growth_signals": parts.items(reader, found.growth_signals),
        "moves": neighbours(reader, found),
        "shared_moves": shared(reader, found),
        "open_to_everyone": open_to_everyone(reader),
        "map": role_map(reader, found),
        "practices": practices,
        "compare": reader.href(f"compare/?roles={found.id}"),
        "comparing": {"action": reader.href("compare/"), "stages": _destinations(reader, found)},
        "related": [
            {
                "role": reader.link("roles", other.id),
                "shared": reader.say_n("{n} shared", "{n} shared", len(shared)),
                "href": reader.href(f"compare/?roles={found.id},{other.id}"),
                "ears": reader.say("Compare {one} with {other}", one=reader.text(found.name), other=reader.inside(reader.text(other.name))),
                "which": reader.say(", ").join(reader.text(reader.handbook.competencies[one].name) for one in shared),  # names, not a sentence
            }
            for other, shared in related
        ],
    }


def _destinations(reader: Reader, found: Role) -> list[View]:
    """Every other role by stage, with the two ids that the comparison reads from the address; nobody sets out from a role no
    longer in use. Where they are many, the page of the comparison alone has them to choose from."""
    handbook = reader.handbook
    if found.retired or len(handbook.ordered_roles) > sizes.CHOSEN:
        return []
    stages = [
        {
            "name": reader.text(stage.name),
            "roles": [
                {"ids": f"{found.id},{other.id}", "name": reader.text(other.name)}
                for other in handbook.ordered_roles
                if other.stage == stage.id and other.id != found.id
            ],
        }
        for stage in handbook.used("stages")
    ]
    return [stage for stage in stages if stage["roles"]]


def _competencies_count(reader: Reader, found: Role) -> str:
    """How many competencies the role asks for, and how many of them are essential."""
    essential = sum(1 for requirement in found.competencies if requirement.need == "essential")
    all_ = len(found.competencies)
    share = reader.say("all essential") if essential == all_ else reader.say("{n} of them essential", n=essential)
    return reader.say("{whole}, {share}", whole=reader.say("{n} in all", n=all_), share=share)


def _kpis_count(reader: Reader, found: Role) -> str:
    """How many indicators measure the role, in how many lines of the table where that is another number, and how many have a figure."""
    if not found.kpis:
        return ""
    n, targets, given = indicators(found.kpis), len(found.kpis), sum(1 for line in found.kpis if line.target)
    whole = reader.say("{n} in all", n=n) if n == targets else reader.say("{n} in all with {targets} targets", n=n, targets=targets)
    some = reader.say("{n} of them with a figure", n=given)
    share = reader.say("none with a figure") if not given else reader.say("all with a figure") if given == targets else some
    return reader.say("{whole}, {share}", whole=whole, share=share)


def card(reader: Reader, found: Role) -> View:
    """The card at the top: the stages with this one marked, and the facts a newcomer asks for first."""
    stages = [
        {"link": reader.link("stages", stage.id), "posts": reader.text(stage.posts), "here": stage.id == found.stage}
        for stage in reader.handbook.used("stages")
    ]
    tracks = [
        {"link": reader.link("tracks", track.id), "place": reader.say("rung {number} of {all}", number=number, all=len(track.rungs))}
        for track, number in reader.handbook.tracks_of(found.id)
    ]
    return {
        "stages": stages,
        "stage_reason": parts.reason(reader, found, "stage"),
        "has_tracks": bool(reader.handbook.tracks),
        "tracks": tracks,
        "has_layers": bool(reader.handbook.layers),
        "layer": reader.link("layers", found.layer) if found.layer else None,
        "layer_reason": parts.reason(reader, found, "layer"),
        "reports_to": reader.party(found.reports_to) if found.reports_to else None,
        "reports_to_reason": parts.reason(reader, found, "reports_to"),
        "escalates_to": reader.party(found.escalates_to) if found.escalates_to else None,
        "manages": parts.items(reader, found.manages),
        "reports": reader.links("roles", [other.id for other in reader.handbook.reports_by_role.get(found.id, ())]),
        "aliases": [reader.text(alias) for alias in found.aliases],
        "name_reason": parts.reason(reader, found, "name"),
        "tools": parts.applied(reader, found.tools),
    }


def _requirement(reader: Reader, found: Role, requirement: Requirement) -> View:
    competency = reader.handbook.competencies[requirement.competency]
    link = reader.link("competencies", requirement.competency)
    return {
        "link": link,
        "summary": reader.text(competency.summary),
        "level": reader.level(requirement.level),
        "level_href": f"{link.href}#level-{requirement.level}",
        "need": reader.word("need", requirement.need),
        "useful": requirement.need == "useful",
        "groups": [{"href": f"#duty-{group}", "name": reader.text(found.duties[group].name)} for group in requirement.for_],
    }


def _partners(reader: Reader, found: Role) -> list[View]:
    """Whom the role works with, and roles that name this one as a partner (each pair is stored once)."""
    own = [_partner(reader, partner) for partner in found.works_with]
    named = {role for partner in found.works_with for role in partner.roles}
    for other, partner in reader.handbook.partners_by_role.get(found.id, ()):
        if other.id not in named and other.id != found.id:
            own.append({"who": [reader.link("roles", other.id)], "on": reader.text(partner.on), **parts.marks(reader, partner.basis)})
    return own


def _partner(reader: Reader, partner: Partner) -> View:
    who = [*reader.links("roles", partner.roles), *reader.links("posts", partner.posts), *reader.links("teams", partner.teams)]
    if partner.outside:
        who.append(Link(reader.text(partner.outside)))
    return {"who": who, "on": reader.text(partner.on), **parts.marks(reader, partner.basis)}


def _limit(reader: Reader, limit: Limit) -> View:
    return {
        "name": reader.text(limit.name),
        **parts.figure(reader, limit.limit),
        "when": reader.word("period", limit.limit.period) if limit.limit.period else "",
        **parts.marks(reader, limit.basis, limit.audience, limit.why, limit.sources),
    }


