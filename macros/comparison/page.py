"""Roles side by side: the page to choose them on, and a page for every step and move between two described roles."""
from __future__ import annotations

from macros.comparison.neighbours import way_entry
from macros.comparison.plan import contents, endings, plan
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
        "essence": reader.say("Lay two to four roles side by side, or two stages. With two roles you also see the way from one to the other."),
        "by_stage": [stage for stage in stages if stage["roles"]],
        "stages": [{"id": stage.id, "name": reader.text(stage.name)} for stage in handbook.used("stages")],
        "tracks": [{"id": track.id, "name": reader.text(track.name)} for track in handbook.used("tracks")],
        "planned": reader.has("map"),
        "ways": [way_entry(reader, way) for way in ways(handbook)],
        "assets": f"{reader.root}assets/",
        "sections": {},
    }


def way_title(reader: Reader, way: Way) -> str:
    """What such a page is called: both names."""
    return f"{reader.text(way.origin.name)} → {reader.text(way.target.name)}"


def way_page(reader: Reader, way: Way) -> View:
    """Two roles that a step or a move joins: what is new, the plan, and both side by side."""
    sheets = [role_sheet(reader, role.id) for role in (way.origin, way.target)]
    found = plan(reader, way, *sheets)
    entry = way_entry(reader, way)
    sections = [Section("plan", reader.say("Plan the move")), *contents(found, reader), Section("side-by-side", reader.say("Side by side"))]
    return {
        **entry,
        "name": way_title(reader, way),
        "essence": found["sentence"] or reader.say("The documents ask for no further competency at this step."),
        "plan": found,
        "endings": endings(reader),
        "table": side_by_side(reader, sheets),
        "assets": f"{reader.root}assets/",
        "sections": {section.id: section for section in sections},
    }
