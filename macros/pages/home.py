"""The home page: what the handbook is, a door for each of three readers, and what it holds."""
from __future__ import annotations

from collections import Counter

from macros.search.panel import ask
from macros.views.page import View
from macros.views.reader import Link, Reader

# What is counted at the foot, each in the words that count it.
COUNTED = (
    ("roles", "{n} role", "{n} roles"), ("stages", "{n} stage", "{n} stages"), ("tracks", "{n} track", "{n} tracks"),
    ("competencies", "{n} competency", "{n} competencies"), ("kpis", "{n} KPI", "{n} KPIs"), ("moves", "{n} move", "{n} moves"),
)
Door = View


def home(reader: Reader) -> View:
    """What the handbook opens with, with live counts."""
    handbook = reader.handbook
    at_stage = Counter(role.stage for role in handbook.ordered_roles)
    stages = [
        {
            "step": step,
            "link": reader.link("stages", one.id),
            "posts": reader.text(one.posts),
            "n": at_stage[one.id],
            "roles": reader.say_n("role", "roles", at_stage[one.id]),
        }
        for step, one in enumerate(handbook.used("stages"), 1)
    ]
    n = reader.handbook.counts
    return {
        "lines": [reader.text(line) for line in handbook.about.headline],
        "essence": reader.say(
            "What a role does, what it takes, what marks good work out from the rest and where it can lead, in Chinese and English. "
            "Every rule and figure has its source, or a mark that shows what it rests on."
        )
        if handbook.documents
        else reader.say("What a role does, what it takes, what marks good work out from the rest and where it can lead, in Chinese and English."),
        "ask": ask(reader),
        "stages": stages,
        "counts": [Link(reader.say_n(one, many, n[kind]), reader.href(f"{kind}/")) for kind, one, many in COUNTED if n[kind]],
        "doors": [_for_applicants(reader)] if reader.public else [_for_employees(reader), _for_hr(reader), _for_applicants(reader)],
        "sections": {},
    }


def _for_employees(reader: Reader) -> Door:
    n = reader.handbook.counts
    return {
        "id": "employees",
        "for": reader.say("I work here"),
        "title": reader.say("See the next step"),
        "text": reader.say("Find your role, see what is asked of you and how it is judged, and where you can go from here."),
        "links": _links(
            reader,
            ("roles/", reader.say("Find my role"), reader.say_n("{n} role", "{n} roles", n["roles"])),
            ("competencies/", reader.say("What each level asks"), reader.say_n("{n} competency", "{n} competencies", n["competencies"])),
            ("moves/", reader.say("Promotions and moves"), reader.say_n("{n} move", "{n} moves", n["moves"])),
            ("map/", reader.say("Career map"), ""),
            ("compare/", reader.say("Compare roles"), ""),
            *([("compare/#ways", reader.say("Plan the move"), "")] if reader.has("map") else []),
            ("practices/", reader.say("Policies and processes"), reader.say_n("{n} page", "{n} pages", n["practices"])),
        ),
    }


def _for_hr(reader: Reader) -> Door:
    n = reader.handbook.counts
    counted = reader.say_n("{n} document", "{n} documents", len(reader.handbook.documents))
    return {
        "id": "hr",
        "for": reader.say("I work in HR"),
        "title": reader.say("Publish and keep current"),
        "text": reader.say("All content is in data files that can be changed in the browser. Nothing goes online until the check passes."),
        "links": _links(
            reader,
            ("how-to-read/#editing", reader.say("How to change a page"), ""),
            ("open-points/", reader.say("Open points"), ""),
            ("sources/", reader.say("Source documents"), counted),
            ("kpis/", reader.say("KPIs"), reader.say_n("{n} KPI", "{n} KPIs", n["kpis"])),
            ("matrix/", reader.say("Role–competency matrix"), ""),
        ),
    }


def _for_applicants(reader: Reader) -> Door:
    handbook, n = reader.handbook, reader.handbook.counts
    example = reader.link("roles", handbook.about.example_role)
    applied = sum(map(handbook.is_applied, handbook.used("terms")))
    return {
        "id": "applicants",
        "for": reader.say("I am looking at a job post"),
        "title": reader.say("Understand the role"),
        "text": reader.say("Read what the work is, what it takes and where it leads. The address of a role page stays the same."),
        "links": _links(
            reader,
            (f"roles/{handbook.about.example_role}/", reader.say("For example: {name}", name=example.name), ""),
            ("matrix/", reader.say("Role–competency matrix"), ""),
            ("stages/", reader.say("Stages"), reader.say_n("{n} stage", "{n} stages", n["stages"])),
            ("tracks/", reader.say("Career tracks"), reader.say_n("{n} track", "{n} tracks", n["tracks"])),
            ("methods/", reader.say("Methods and tools"), reader.say_n("{n} entry", "{n} entries", applied)),
            ("terms/", reader.say("Glossary"), reader.say_n("{n} term", "{n} terms", n["terms"])),
        ),
    }


def _links(reader: Reader, *links: tuple[str, str, str]) -> list[dict[str, str]]:
    """Links as (address, name, count), without those to pages that this handbook does not have, or that list nothing in use."""
    counts = reader.handbook.counts
    kept = [link for link in links if reader.leads(link[0]) and counts.get(link[0].rstrip("/")) != 0]
    return [{"href": reader.href(path), "name": name, "count": count} for path, name, count in kept]
