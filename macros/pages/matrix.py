"""Roles × competencies with the level each role asks for: all roles, the roles of a stage, the roles of a track."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import get_args

from macros.model.competencies import Competency
from macros.model.handbook import Handbook
from macros.model.roles import Need, Requirement, Role
from macros.views import sizes
from macros.views.alphabet import sort_key
from macros.views.marks import of_all_levels
from macros.views.page import View
from macros.views.reader import Link, Reader

WORDED = 5  # up to so many roles, a cell has room for the word beside the mark
WHOLE = 21  # up to so many, the table fits a wide window; the page scrolls and not a frame inside it


def matrix(reader: Reader) -> View:
    """Every role and every competency in one table, where they fit, and the way to the smaller ones."""
    handbook = reader.handbook
    standing = {role.stage for role in handbook.ordered_roles}
    parts = parts_of_stages(handbook)
    stages = [Link(reader.text(one.name), f"{reader.address('stages', one.id)}#matrix") for one in handbook.used("stages") if one.id in standing - parts.keys()]
    tracks = [Link(reader.text(one.name), f"{reader.address('tracks', one.id)}#matrix") for one in handbook.used("tracks") if one.rungs]
    in_parts = [(reader.text(handbook.stages[id].name), part_links(reader, id)) for id in parts]
    smaller = [{"name": name, "links": links} for name, links in ((reader.say("By stage"), stages), *in_parts, (reader.say("By track"), tracks)) if links]
    whole = len(handbook.ordered_roles) <= sizes.ACROSS
    every = table(reader, handbook.ordered_roles, reader.say("All roles"), by_stage=True) if whole else None
    return {
        "essence": reader.say(
            "Which role asks for which competency, and at which level: {roles} roles, {competencies} competencies.",
            roles=len(handbook.ordered_roles), competencies=len(handbook.used("competencies")),
        ),
        "table": every,
        "kinds": [Link(kind["name"], f"#{kind['id']}") for kind in every["kinds"]] if every else [],
        "smaller": smaller,
        "sections": {},
    }


@lru_cache(maxsize=1)  # for the handbook in hand
def parts_of_stages(handbook: Handbook) -> Mapping[str, Sequence[Sequence[Role]]]:
    """Stages with more roles than fit in one table, each in parts that do; the roles of a track stand beside each other."""
    order = {track: place for place, track in enumerate(handbook.tracks)}
    found: dict[str, list[Role]] = {}
    across = sizes.ACROSS // 2  # so that a part fits a wide window
    for role in sorted(handbook.ordered_roles, key=lambda role: min((order[track.id] for track, _ in handbook.tracks_of(role.id)), default=len(order))):
        found.setdefault(role.stage, []).append(role)
    return {
        stage: [roles[start:start + across] for start in range(0, len(roles), across)]
        for stage in handbook.stages if len(roles := found.get(stage, [])) > sizes.ACROSS
    }


def part_path(stage: str, number: int) -> str:
    """The address of one part; they are counted from 1."""
    return f"matrix/{stage}/{number}/"


def part_title(reader: Reader, stage: str, number: int) -> str:
    """What its page is called: by the first role and the last."""
    return reader.say("{stage}: {part}", stage=reader.text(reader.handbook.stages[stage].name), part=_part_name(reader, stage, number))


def _part_name(reader: Reader, stage: str, number: int) -> str:
    roles = parts_of_stages(reader.handbook)[stage][number - 1]
    return reader.say("{first} to {last}", first=reader.text(roles[0].name), last=reader.text(roles[-1].name))


def part_links(reader: Reader, stage: str) -> list[Link]:
    """The ways to the parts of a stage."""
    return [
        Link(_part_name(reader, stage, number), reader.href(part_path(stage, number)))
        for number, _ in enumerate(parts_of_stages(reader.handbook).get(stage, ()), 1)
    ]


def stage_part(reader: Reader, stage: str, number: int) -> View:
    """Some roles of a stage that has too many for one table."""
    roles = parts_of_stages(reader.handbook)[stage][number - 1]
    return {
        "essence": reader.say_n(
            "{n} role of the {all} at this stage, with the competencies it asks for.",
            "{n} roles of the {all} at this stage, with the competencies they ask for.", len(roles), all=sum(map(len, parts_of_stages(reader.handbook)[stage])),
        ),
        "links": [reader.link("stages", stage), *part_links(reader, stage)],
        "table": {**table(reader, roles, part_title(reader, stage, number)), "large": True},
        "sections": {},
    }


def of_stage(reader: Reader, id: str) -> View | None:
    """The table of a stage's roles, or the ways to its parts where they do not fit in one; None when the stage has no role."""
    roles = [role for role in reader.handbook.ordered_roles if role.stage == id]
    if parts := part_links(reader, id):
        return {"table": None, "parts": parts}
    return {"table": table(reader, roles, reader.text(reader.handbook.stages[id].name)), "parts": []} if roles else None


def of_track(reader: Reader, id: str) -> View:
    """The table of the roles on a track's rungs, from the lowest; a track of whole stages has the large table already."""
    found = reader.handbook.tracks[id]
    ids = dict.fromkeys(role for rung in found.rungs for role in rung.roles if not reader.handbook.roles[role].retired)
    return {
        "table": table(reader, [reader.handbook.roles[role] for role in ids], reader.text(found.name)) if ids else None,
        "whole": Link(reader.say("Role–competency matrix"), reader.href("matrix/")) if any(rung.stage for rung in found.rungs) else None,
    }


def table(reader: Reader, roles: Sequence[Role], label: str, by_stage: bool = False) -> View:
    """Competencies down, by kind; roles across, by stage where asked. What none of these roles asks for is left out, except from the table of all."""
    asked = {(role.id, one.competency): one for role in roles for one in role.competencies}
    opening = {role.id for before, role in zip(roles, roles[1:]) if by_stage and before.stage != role.stage}
    met = {competency for _, competency in asked}
    rows = [one for one in reader.handbook.used("competencies") if by_stage or one.id in met]
    rows.sort(key=lambda one: sort_key(reader.text(one.name), reader.language, one.reading))
    return {
        **of_all_levels(reader, roles),
        "label": reader.say("Role–competency matrix: {of}", of=label),
        "stages": _stages(reader, roles) if by_stage else [],
        "roles": [
            {"link": reader.link("roles", role.id), "opens": role.id in opening, "n": sum(1 for one in rows if (role.id, one.id) in asked)} for role in roles
        ],
        "kinds": [
            {
                "id": kind if by_stage else "",
                "name": name,
                "n": sum(1 for one in rows if one.kind == kind),
                "rows": [_row(reader, one, [(role, asked.get((role.id, one.id))) for role in roles], opening) for one in rows if one.kind == kind],
            }
            for kind, name in reader.groups("competencies")
            if any(one.kind == kind for one in rows)
        ],
        "n": len(asked),
        "across": len(roles) + 2,
        "worded": len(roles) <= WORDED,
        "whole": len(roles) <= WHOLE,
        "large": by_stage,  # the whole page, on paper a sheet across
        "levels": reader.levels(),
        "needs": [{"need": reader.word("need", one), "useful": one == "useful"} for one in get_args(Need)],
    }


def _stages(reader: Reader, roles: Iterable[Role]) -> list[View]:
    counts: dict[str, int] = {}
    for role in roles:
        counts[role.stage] = counts.get(role.stage, 0) + 1
    return [{"link": reader.link("stages", id), "n": n, "opens": place > 0} for place, (id, n) in enumerate(counts.items())]


def _row(reader: Reader, found: Competency, asked: Sequence[tuple[Role, Requirement | None]], opening: set[str]) -> View:
    link = reader.link("competencies", found.id)
    return {
        "link": link,
        "cells": [{"opens": role.id in opening, "asked": _asked(reader, link, requirement) if requirement else None} for role, requirement in asked],
        "n": sum(1 for _, requirement in asked if requirement),
    }


def _asked(reader: Reader, link: Link, requirement: Requirement) -> View:
    return {
        "href": f"{link.href}#level-{requirement.level}",
        "level": reader.level(requirement.level),
        "need": reader.word("need", requirement.need).lower(),  # heard after the level, inside a line
        "useful": requirement.need == "useful",
    }
