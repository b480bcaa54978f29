"""Interview sheets: what to ask of whoever applies for a role, and what a good answer shows. For staff alone."""
from __future__ import annotations

from itertools import groupby

from macros.model.handbook import Handbook
from macros.model.interviews import asked_in_interviews
from macros.model.roles import Requirement, Role
from macros.pages.role_card import deepest_first
from macros.views import parts
from macros.views.marks import of_levels
from macros.views.page import Section, View
from macros.views.reader import Link, Reader

N_ = str  # marks a word for the catalog
PRINTED = 10  # competencies that fill two sheets; of more, whoever prints chooses
MET = (N_("not met"), N_("partly"), N_("met"), N_("exceeded"))  # what an interviewer ticks


def with_sheet(handbook: Handbook) -> list[Role]:
    """The roles that there are questions for."""
    return [role for role in handbook.ordered_roles if asked_in_interviews(role, handbook.competencies)]


def sheet_path(role: Role) -> str:
    """Where the sheet of a role stands."""
    return f"interviews/{role.id}/"


def sheet_title(reader: Reader, role: Role) -> str:
    """What it is called."""
    return reader.say("{role}: interview sheet", role=reader.text(role.name))


def link(reader: Reader, role: Role) -> Link | None:
    """The way to the sheet of a role, where it has one."""
    asked = asked_in_interviews(role, reader.handbook.competencies)
    return Link(reader.say("Interview sheet"), reader.href(sheet_path(role))) if asked else None


def sheet(reader: Reader, role: Role) -> View:
    """Every essential competency of a role by level, the deepest first, with its questions, what is looked for and room for notes."""
    handbook = reader.handbook
    asked = set(asked_in_interviews(role, handbook.competencies))
    by_level = groupby((one for one in deepest_first(reader, role) if one in asked), key=lambda one: one.level)
    levels = [(level, [_asked(reader, role, one) for one in ones]) for level, ones in by_level]
    sections = {level: Section(f"level-{level}", reader.text(handbook.levels[level].name), str(len(ones))) for level, ones in levels}
    numbered = iter(range(len(asked)))
    return {
        "title": sheet_title(reader, role),
        "essence": reader.say(
            "What to ask about each essential competency, what a good answer shows at the level that this role asks for, and room for notes.",
        ),
        "role": reader.link("roles", role.id),
        "why": of_levels(reader, role),
        "levels": [
            {
                "section": sections[level],
                "level": reader.level(level),
                "about": reader.text(handbook.levels[level].about),
                "asked": [{**one, "printed": next(numbered) < PRINTED} for one in ones],
            }
            for level, ones in levels
        ],
        "printed": reader.say("The first {n} of {all} are ticked for print; tick what you are going to ask.", n=PRINTED, all=len(asked))
        if len(asked) > PRINTED else "",
        "met": [reader.say(one) for one in MET],
        "sections": {one.id: one for one in sections.values()},
    }


def _asked(reader: Reader, role: Role, asked: Requirement) -> View:
    level = reader.handbook.competencies[asked.competency].levels[asked.level]
    return {
        "id": asked.competency,
        "name": reader.link("competencies", asked.competency).name,
        "href": f"{reader.address('competencies', asked.competency)}#level-{asked.level}",
        "duties": [reader.text(role.duties[group].name) for group in asked.for_],
        "questions": [reader.text(one) for one in level.questions],
        "shows": parts.grouped(reader, level.can, basis=level.basis, sources=level.sources),
    }


def interview_index(reader: Reader) -> View:
    """The sheets of all roles, by stage."""
    roles = with_sheet(reader.handbook)
    stages: list[View] = [
        {
            "section": Section(stage.id, reader.text(stage.name)),
            "sheets": [
                {
                    "link": Link(reader.text(role.name), reader.href(sheet_path(role))),
                    "count": reader.say_n(
                        "{n} essential competency", "{n} essential competencies", len(asked_in_interviews(role, reader.handbook.competencies)),
                    ),
                }
                for role in roles if role.stage == stage.id
            ],
        }
        for stage in reader.handbook.used("stages")
        if any(role.stage == stage.id for role in roles)
    ]
    return {
        "essence": reader.say(
            "For interviewers: questions for the essential competencies of each role, what a good answer shows, and room for notes, on 2 sheets.",
        ),
        "stages": stages,
        "sections": {one["section"].id: one["section"] for one in stages},
    }
