"""My development plan: the page on which people rate themselves, see the gap and plan. All of it is drawn in the browser and stays there."""
from __future__ import annotations

from macros.views.page import Section, View
from macros.views.reader import Reader


def my_plan(reader: Reader) -> View:
    """The frame of the page: what it is, the two roles to choose, and the headings of its parts, numbered in the order of the work."""
    handbook = reader.handbook
    stages = [
        {
            "name": reader.text(stage.name),
            "roles": [{"id": role.id, "name": reader.text(role.name)} for role in handbook.ordered_roles if role.stage == stage.id],
        }
        for stage in handbook.used("stages")
    ]
    sections = [
        Section("rate", reader.say("Where I stand")),
        Section("gap", reader.say("The gap")),
        Section("plan", reader.say("My plan")),
        Section("growth", reader.say("Growth file")),
        Section("sheet", reader.say("With my manager")),
    ]
    return {
        "essence": reader.say("Choose your role, rate where you stand, and get one page to print and discuss with your manager."),
        "by_stage": [stage for stage in stages if stage["roles"]],
        "roles": reader.href("roles/"),
        "assets": f"{reader.root}assets/",
        "sections": {section.id: section for section in sections},
    }
