"""Pages about the handbook itself: home, about, and what the documents leave open."""
from __future__ import annotations

from collections import Counter

from macros.search.panel import ask
from macros.views.reader import Reader


def home(reader: Reader) -> dict[str, object]:
    """The three readers' doors, with live counts."""
    handbook = reader.handbook
    counts = {kind: len(handbook.used(kind)) for kind in ("roles", "stages", "tracks", "competencies", "kpis", "moves", "practices")}
    # The practices have no number of their own: what is counted is not called as the page is, “How we work”.
    counted = ("roles", "stages", "tracks", "competencies", "kpis", "moves")
    example = reader.link("roles", handbook.about.example_role)
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
    doors = [
        {
            "id": "employees",
            "for": reader.say("I work here"),
            "title": reader.say("See the next step"),
            "text": reader.say("Find your role, see what is asked of you and how it is judged, and where you can go from here."),
            "links": [
                {"href": reader.href("roles/"), "name": reader.say("Find my role"), "count": reader.say_n("{n} role", "{n} roles", counts["roles"])},
                {"href": reader.href("competencies/"), "name": reader.say("What each level asks"), "count": reader.say_n("{n} competency", "{n} competencies", counts["competencies"])},
                {"href": reader.href("moves/"), "name": reader.say("Where I can go"), "count": reader.say_n("{n} move", "{n} moves", counts["moves"])},
                {"href": reader.href("map/"), "name": reader.say("Career map"), "count": ""},
                {"href": reader.href("compare/"), "name": reader.say("Compare"), "count": ""},
                {"href": reader.href("compare/#ways"), "name": reader.say("Plan the move"), "count": ""},
                {"href": reader.href("practices/"), "name": reader.say("How we work"), "count": reader.say_n("{n} practice", "{n} practices", counts["practices"])},
            ],
        },
        {
            "id": "hr",
            "for": reader.say("I work in HR"),
            "title": reader.say("Publish and keep current"),
            "text": reader.say("Every page comes from one file, which can be changed in the browser. Nothing goes online until the check passes."),
            "links": [
                {"href": reader.href("kpis/"), "name": reader.say("KPIs"), "count": reader.say_n("{n} KPI", "{n} KPIs", counts["kpis"])},
                {"href": reader.href("matrix/"), "name": reader.say("Matrix of roles and competencies"), "count": ""},
                {"href": reader.href("about/#sources"), "name": reader.say("Source documents"), "count": reader.say_n("{n} document", "{n} documents", len(handbook.documents))},
                {"href": reader.href("how-to-read/#editing"), "name": reader.say("How to change a page"), "count": ""},
                {"href": reader.href("open-points/"), "name": reader.say("What the documents leave open"), "count": ""},
            ],
        },
        {
            "id": "applicants",
            "for": reader.say("I am looking at a job post"),
            "title": reader.say("Understand the role"),
            "text": reader.say("Read what the work is, what it takes and where it leads. The address of a role page stays the same."),
            "links": [
                {"href": example.href, "name": reader.say("For example: {name}", name=example.name), "count": ""},
                {"href": reader.href("matrix/"), "name": reader.say("Matrix of roles and competencies"), "count": ""},
                {"href": reader.href("stages/"), "name": reader.say("Stages"), "count": reader.say_n("{n} stage", "{n} stages", counts["stages"])},
                {"href": reader.href("tracks/"), "name": reader.say("Tracks"), "count": reader.say_n("{n} track", "{n} tracks", counts["tracks"])},
                {"href": reader.href("methods/"), "name": reader.say("Methods and tools"), "count": reader.say_n("{n} entry", "{n} entries", sum(map(handbook.is_applied, handbook.used("terms"))))},
                {"href": reader.href("terms/"), "name": reader.say("Terms"), "count": reader.say_n("{n} term", "{n} terms", len(handbook.used("terms")))},
            ],
        },
    ]
    return {
        "title": reader.text(handbook.about.title),
        "lines": [reader.text(line) for line in handbook.about.headline],
        "essence": reader.say("What each role does, what it takes, how good work is told from the rest and where it can lead. Said once, in Chinese and English, with its source."),
        "ask": ask(reader),
        "stages": stages,
        "counts": [
            {"n": counts[kind], "href": reader.href(f"{kind}/"), "name": reader.word("kind", kind)} for kind in counted
        ],
        "doors": doors,
        "sections": {},
    }

