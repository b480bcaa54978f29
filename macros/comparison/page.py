"""Roles side by side: the page to choose them on, and a page for every step and move between two described roles."""
from __future__ import annotations

from macros.comparison.neighbours import way_entry
from macros.comparison.plan import contents, endings, plan, words
from macros.comparison.sheet import role_sheet
from macros.comparison.table import side_by_side
from macros.comparison.transition import Way, ways
from macros.views.page import Section, View
from macros.views.reader import Reader


def compare(reader: Reader) -> View:
    """The page on which roles or stages are chosen, with every comparison that has a page of its own."""
    handbook = reader.handbook
    stages = [
        {
            "name": reader.text(stage.name),
            "roles": [{"id": role.id, "name": reader.text(role.name)} for role in handbook.ordered_roles if role.stage == stage.id],
        }
        for stage in handbook.used("stages")
    ]
    return {
        "essence": reader.say(
            "Put 2 to 4 roles side by side, or 2 stages. With 2 roles you also see what there is to learn, unless the second is a step down.",
        ),
        "by_stage": [stage for stage in stages if stage["roles"]],
        "stages": [{"id": stage.id, "name": reader.text(stage.name)} for stage in handbook.used("stages")],
        "tracks": [{"id": track.id, "name": reader.text(track.name)} for track in handbook.used("tracks") if not track.is_of_stages],
        "planned": reader.has("map"),
        "ways": [{**way_entry(reader, way), "ends": _ends(way)} for way in ways(handbook)],
        "assets": f"{reader.root}assets/",
        "sections": {},
    }


def _ends(way: Way) -> View:
    """What a way joins, by which it is found where roles or stages are compared."""
    return {"roles": (way.origin.id, way.target.id), "stages": (way.origin.stage, way.target.stage)}


def way_title(reader: Reader, way: Way) -> str:
    """What such a page is called: both names."""
    return f"{reader.text(way.origin.name)} → {reader.text(way.target.name)}"


def way_page(reader: Reader, way: Way) -> View:
    """Two roles that a step or a move joins: the plan first, then both side by side."""
    sheets = [role_sheet(reader, role.id) for role in (way.origin, way.target)]
    found, table = plan(reader, way.origin, way.target, *sheets), side_by_side(reader, sheets)
    shown = [Section(group["id"], group["title"]) for group in table["others"]]
    sections = [Section("plan", found["title"]), *contents(found, reader), Section("side-by-side", reader.say("Side by side")), *shown]
    return {
        **way_entry(reader, way),
        "name": way_title(reader, way),
        "essence": found["sentence"] or found["direction"],
        "marks": found["marks"] if found["sentence"] else found["placed"],
        "plan": found,
        "endings": endings(reader),
        "words": words(reader),
        "table": table,
        "assets": f"{reader.root}assets/",
        "sections": {section.id: section for section in sections},
    }
