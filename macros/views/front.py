"""Pages about the handbook itself: home, about, and what the documents leave open."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from macros import formatting
from macros.model.handbook import RECORD_KINDS
from macros.views import parts
from macros.views.parts import Section
from macros.views.reader import Reader
from macros.views.search import ask


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
        "lines": [reader.say("How to get on in marketing,"), reader.say("written down.")],
        "essence": reader.say("What each role does, what it takes, how good work is told from the rest and where it can lead. Said once, in Chinese and English, with its source."),
        "ask": ask(reader),
        "stages": stages,
        "counts": [
            {"n": counts[kind], "href": reader.href(f"{kind}/"), "name": reader.word("kind", kind)} for kind in counted
        ],
        "doors": doors,
        "sections": {},
    }


def about(reader: Reader) -> dict[str, object]:
    """Edition, effect, owner and the source documents with what is missing of them."""
    handbook = reader.handbook
    cited = Counter(section.partition("#")[0] for section in handbook.citations)
    documents = [
        {
            "id": f"source-{document.id}",
            "title": reader.text(document.title),
            "href": reader.href(f"sources/{document.id}/"),
            "sections": reader.say("{cited} of {all} sections cited", cited=cited[document.id], all=len(document.sections)),
            "truncated": reader.text(document.truncated),
        }
        for document in handbook.documents.values()
    ]
    left = list(_left_open(reader))
    sections = [
        Section("edition", reader.say("Edition")),
        Section("sources", reader.say("Source documents"), str(len(documents))),
        Section("open-points", reader.say("What the documents leave open"), _counted(reader, [one for _, one in left])),
        Section("teams", reader.say("Teams and bodies named here"), str(len(handbook.teams))),
    ]
    about = handbook.about
    return {
        "title": reader.say("About"),
        "essence": reader.text(about.summary),
        "facts": [
            (reader.say("Edition"), about.edition),
            (reader.say("In effect from"), formatting.date(about.effective_on, reader.language)),
            (reader.say("Issued by"), reader.link("teams", about.issued_by).name),
            (reader.say("Department"), reader.text(about.department)),
            (reader.say("Records"), formatting.number(sum(len(handbook.of_kind(kind)) for kind in RECORD_KINDS), reader.language)),
        ],
        "documents": documents,
        "open_points": reader.href("open-points/"),
        "teams": reader.listed([reader.text(team.name) for team in handbook.teams.values()]),
        "sections": {section.id: section for section in sections},
    }


def open_points(reader: Reader) -> dict[str, object]:
    """Every gap and every difference between documents, by kind and record; derived from the records."""
    left = list(_left_open(reader))
    groups = []
    for kind in dict.fromkeys(kind for kind, _ in left):
        records = [one for of, one in left if of == kind]
        groups.append({"section": Section(kind, reader.word("kind-heading", kind), _counted(reader, records)), "records": records})
    return {
        "title": reader.say("What the documents leave open"),
        "essence": reader.say("{counted}. Each stands on the page it concerns; here they are together.", counted=_counted(reader, [one for _, one in left])),
        "groups": groups,
        "sections": {group["section"].id: group["section"] for group in groups},
    }


def _left_open(reader: Reader) -> Iterator[tuple[str, dict[str, object]]]:
    """Records with gaps or differences, with their kind."""
    for kind, record in reader.handbook.records():
        if not record.retired and (record.gaps or record.differs):
            yield kind, {"link": reader.link(kind, record.id), **parts.open_points(reader, record.gaps, record.differs)}


def _counted(reader: Reader, records: list[dict[str, object]]) -> str:
    gaps, differs = (sum(len(one[field]) for one in records) for field in ("gaps", "differs"))
    return reader.listed([reader.say_n("{n} gap", "{n} gaps", gaps), reader.say_n("{n} difference", "{n} differences", differs)])
