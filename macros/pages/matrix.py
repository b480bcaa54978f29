"""Roles × competencies with the level each role asks for: all roles, the roles of a stage, the roles of a track."""
from __future__ import annotations

from collections.abc import Iterable, Sequence

from macros.model.competencies import Competency
from macros.model.roles import Requirement, Role
from macros.views.alphabet import sort_key
from macros.views.page import View
from macros.views.reader import Link, Reader

WORDED = 5  # up to so many roles, a cell has room for the word beside the mark
WHOLE = 21  # up to so many, the table fits a wide window; the page scrolls and not a frame inside it


def matrix(reader: Reader) -> View:
    """Every role and every competency in one table, and the way to the smaller ones."""
    handbook = reader.handbook
    standing = {role.stage for role in handbook.ordered_roles}
    stages = [one for one in handbook.used("stages") if one.id in standing]
    tracks = [one for one in handbook.used("tracks") if one.rungs]
    smaller = [
        {"name": name, "links": [Link(reader.text(one.name), f"{reader.address(kind, one.id)}#matrix") for one in found]}
        for kind, name, found in (("stages", reader.say("By stage"), stages), ("tracks", reader.say("By track"), tracks))
        if found
    ]
    every = table(reader, handbook.ordered_roles, reader.say("All roles"), by_stage=True)
    return {
        "essence": reader.say(
            "Which role asks for which competency, and at which level: {roles} roles, {competencies} competencies.",
            roles=len(handbook.ordered_roles), competencies=len(handbook.used("competencies")),
        ),
        "table": every,
        "kinds": [Link(kind["name"], f"#{kind['id']}") for kind in every["kinds"]],
        "smaller": smaller,
        "sections": {},
    }


def of_stage(reader: Reader, id: str) -> View | None:
    """The table of a stage's roles, or None when it has no role."""
    roles = [role for role in reader.handbook.ordered_roles if role.stage == id]
    return table(reader, roles, reader.text(reader.handbook.stages[id].name)) if roles else None


def of_track(reader: Reader, id: str) -> View:
    """The table of the roles on a track's rungs, from the lowest; a track of whole stages has the large table already."""
    found = reader.handbook.tracks[id]
    ids = dict.fromkeys(role for rung in found.rungs for role in rung.roles if not reader.handbook.roles[role].retired)
    return {
        "table": table(reader, [reader.handbook.roles[role] for role in ids], reader.text(found.name)) if ids else None,
        "whole": Link(reader.say("Matrix of roles and competencies"), reader.href("matrix/")) if any(rung.stage for rung in found.rungs) else None,
    }


def table(reader: Reader, roles: Sequence[Role], label: str, by_stage: bool = False) -> View:
    """Competencies down, by kind; roles across, by stage where asked. What none of these roles asks for is left out, except from the table of all."""
    asked = {(role.id, one.competency): one for role in roles for one in role.competencies}
    opening = {role.id for before, role in zip(roles, roles[1:]) if by_stage and before.stage != role.stage}
    rows = [one for one in reader.handbook.used("competencies") if by_stage or any((role.id, one.id) in asked for role in roles)]
    rows.sort(key=lambda one: sort_key(reader.text(one.name), reader.language))
    return {
        "label": reader.say("Matrix of roles and competencies: {of}", of=label),
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
        "levels": reader.levels(),
        "useful": reader.word("need", "useful"),
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
