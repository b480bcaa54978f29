"""A role's page."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from macros.career_map.role_map import role_map
from macros.comparison.neighbours import neighbours, shared
from macros.model.roles import Limit, Partner, Requirement, Role
from macros.model.stages import Stage
from macros.pages import interviews, job_post
from macros.pages.role_card import card, deepest_first
from macros.views import parts, sizes
from macros.views.concerns import practices_of
from macros.views.conditions import for_promotion
from macros.views.everyone import open_to_everyone
from macros.views.marks import of_levels
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.targets import counted, measures_behind, targets_of, with_figures_from

ABSENT = ("kpis", "authority", "works-with", "qualifications")  # sections that a role may lack; links to them still lead to its page


def role(reader: Reader, id: str) -> View:
    """Everything a role's page shows; a section that no document fills is not there."""
    found = reader.handbook.roles[id]
    related = reader.handbook.related_roles(found)[:6]
    practices = practices_of(reader, "roles", id)
    partners, team = _partners(reader, found), parts.items(reader, [one for one in found.manages if one.basis == "inferred"])
    targets = [{**one, "measure": reader.inside(one["measure"])} for one in targets_of(reader, found)]
    moves = neighbours(reader, found)
    kept = {
        "kpis": bool(found.kpis or found.kpis_summary),
        "authority": bool(found.authority_limits or any(lines for _, lines in found.authority)),
        "works-with": bool(partners or team),
        "qualifications": bool(found.qualifications or reader.handbook.promotions_to(found)),
        "moves": reader.has("map"),
        "practices": bool(practices),
        "related": bool(related) and reader.has("compare"),
        "job-post": job_post.is_asked_for(reader.handbook, found),
    }
    sections = [
        Section("duties", reader.say("Duties"), _duties_count(reader, found)),
        Section("competencies", reader.say("Competencies"), _competencies_count(reader, found)),
        Section("kpis", reader.say("KPIs"), counted(reader, found.kpis) if found.kpis else ""),
        Section("authority", reader.say("Authority")),
        Section("works-with", reader.say("Works with")),
        Section("qualifications", reader.say("Qualifications")),
        Section("growth", reader.say("Signs of readiness"), reader.say("for self-assessment")),
        Section("moves", reader.say("Next steps")),
        Section("practices", reader.say("Policies and processes"), str(len(practices))),
        Section("related", reader.say("Similar roles"), str(len(related))),
        Section("job-post", reader.say("Use in a job post"), reader.say("text and link")),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "roles", found, [section for section in sections if kept.get(section.id, True)]),
        "absent": [id for id in ABSENT if not kept[id]],
        "essence": reader.text(found.essence),
        "purpose": reader.text(found.purpose),
        "closed": found.hiring == "closed",
        "card": card(reader, found, targets, moves["to"]),
        "duties": [
            {"id": f"duty-{key}", "name": reader.text(group.name), "lines": parts.items(reader, group.items)} for key, group in found.duties.items()
        ],
        "competencies": [_requirement(reader, found, requirement) for requirement in deepest_first(reader, found)],
        "competencies_basis": of_levels(reader, found),
        "tools": parts.applied(reader, found.tools),
        "kpis_summary": parts.based(reader, found.kpis_summary) if found.kpis_summary else None,
        "kpis": with_figures_from(reader, [(line, shown) for line, shown in zip(found.kpis, targets) if line.target]),
        "kpis_open": _without_figure(reader, found, targets, "appraisal"),
        "kpis_reference": _without_figure(reader, found, targets, "reference"),
        "partners": partners,
        "team": team,
        "qualifications": _qualifications(reader, found),
        "for_promotion": for_promotion(reader, found),
        "authority": [
            {"title": title, **parts.listed(reader, lines)}
            for title, lines in (
                (reader.say("Decides"), found.authority.decides),
                (reader.say("May propose"), found.authority.proposes),
                (reader.say("Needs approval"), found.authority.needs_approval),
                (reader.say("Must not"), found.authority.must_not),
            )
            if lines
        ],
        "limits": [_limit(reader, limit) for limit in found.authority_limits],
        "stage_examples": _stage_examples(reader, reader.handbook.stages[found.stage]),
        "stage_signals": parts.listed(reader, reader.handbook.stages[found.stage].promotion_signals),
        "stage": reader.link("stages", found.stage),
        "growth_signals": parts.listed(reader, found.growth_signals),
        "moves": moves,
        "shared_moves": shared(reader, found),
        "open_to_everyone": open_to_everyone(reader),
        "map": role_map(reader, found),
        "practices": practices,
        "job_post": job_post.files(reader, found) if job_post.can_be_posted(reader.handbook, found) else [],
        "interview": interviews.link(reader, found),
        "compare": reader.href(f"compare/?roles={found.id}"),
        "path": reader.href(f"path/?role={found.id}") if reader.has("path") and not found.retired else "",
        "comparing": {"action": reader.href("compare/#plan"), "stages": _destinations(reader, found)},
        "related": [
            {
                "role": reader.link("roles", other.id),
                "shared": reader.say_n("{n} competency shared", "{n} competencies shared", len(shared)),
                "href": reader.href(f"compare/?roles={found.id},{other.id}"),
                "ears": reader.say("Compare {one} with {other}", one=reader.text(found.name), other=reader.inside(reader.text(other.name))),
            }
            for other, shared in related
        ],
    }


def _without_figure(reader: Reader, found: Role, targets: Sequence[View], serves: str) -> list[View]:
    """The indicators of one use that no document gives a figure for, each once, with the measures it is taken by."""
    kpis: dict[str, View] = {}
    lines: dict[str, list[View]] = {}
    for line, shown in zip(found.kpis, targets):
        if not line.target and line.serves == serves:
            same = kpis.setdefault(line.kpi, {"link": replace(shown["link"], name=reader.inside(shown["link"].name)), "marks": []})
            lines.setdefault(line.kpi, []).append(shown)
            same["marks"] += [{"why": shown["why"]}] if shown["why"] not in [one["why"] for one in same["marks"]] else []
    return [{**one, "measures": measures_behind(reader, lines[id])} for id, one in kpis.items()]


def _qualifications(reader: Reader, found: Role) -> list[View]:
    """What is required, what is expected and what is preferred."""
    return [
        {"need": name, **parts.listed(reader, lines)} for _, name, lines in parts.brought(reader, found)
    ]


def _stage_examples(reader: Reader, found: Stage) -> str:
    """What the signs of the whole stage are called below those of the role: where documents have them all, so it says, since the mark above may deny it."""
    if all(one.basis in ("stated", "example") for one in found.promotion_signals):
        return reader.say("Examples from documents for the whole stage, which may not fit this role")
    return reader.say("Examples for the whole stage, which may not fit this role")


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


def _duties_count(reader: Reader, found: Role) -> str:
    """How many duties there are, and in how many groups."""
    n, groups = sum(len(group.items) for group in found.duties.values()), len(found.duties)
    return reader.say_n("{n} duty", "{n} duties", n) if groups == 1 else reader.say("{n} in {groups} groups", n=n, groups=groups)


def _competencies_count(reader: Reader, found: Role) -> str:
    """How many competencies the role asks for, and how many of them are essential."""
    essential = sum(1 for requirement in found.competencies if requirement.need == "essential")
    all_ = len(found.competencies)
    share = reader.say("all essential") if essential == all_ else reader.say("{n} of them essential", n=essential)
    return reader.say("{whole}, {share}", whole=reader.say("{n} in all", n=all_), share=share)


def _requirement(reader: Reader, found: Role, requirement: Requirement) -> View:
    competency = reader.handbook.competencies[requirement.competency]
    link, meant = reader.link("competencies", requirement.competency), competency.levels[requirement.level]
    return {
        "link": link,
        "id": f"c-{requirement.competency}",
        "summary": parts.based(reader, competency.summary),
        "level": reader.level(requirement.level),
        "level_href": f"{link.href}#level-{requirement.level}",
        "can": parts.grouped(reader, meant.can, basis=meant.basis, sources=meant.sources),
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
            own.append({"who": [reader.link("roles", other.id)], **_on(reader, partner)})
    return own


def _partner(reader: Reader, partner: Partner) -> View:
    who = [*reader.links("roles", partner.roles), *reader.links("posts", partner.posts), *reader.links("teams", partner.teams)]
    if partner.outside:
        who.append(Link(reader.text(partner.outside)))
    return {"who": who, **_on(reader, partner)}


def _on(reader: Reader, partner: Partner) -> View:
    """What they work on together, with its mark."""
    return {"on": reader.text(partner.on), **parts.marks(reader, partner.basis, sources=partner.sources, of=partner.on)}


def _limit(reader: Reader, limit: Limit) -> View:
    return {
        "name": reader.text(limit.name),
        **parts.figure(reader, limit.limit),
        "when": reader.word("period", limit.limit.period) if limit.limit.period else "",
        **parts.marks(reader, limit.basis, limit.audience, limit.why, limit.sources),
    }


