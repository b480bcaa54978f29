"""One step up from a role as lists name it, and the career map with it where no line leads on."""
from __future__ import annotations

from macros.career_map.page import career_map
from macros.comparison.next_step import next_step
from macros.model.roles import Role
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.sizes import FEW


def one_step_up(reader: Reader, role: Role) -> View | None:
    """Who is one step up from a role. Where no step or move says so, they are named for reference, with the ground they are named on;
    several of one stage are named by their stage, where they are listed."""
    step = next_step(reader.handbook, role)
    if not step:
        return None
    stated = step.ground == "way"
    stages = {one.stage for one in step.roles}
    if step.role or len(stages) > 1:
        links = parts.first(reader, reader.links("roles", [one.id for one in step.roles]), FEW)
    else:
        stage = reader.link("stages", next(iter(stages)))
        links = [Link(reader.say("{n} roles of the {stage}", n=len(step.roles), stage=reader.inside(stage.name)), f"{stage.href}#roles")]
    return {
        "lead": reader.say("Next step: ") if stated else reader.say("For reference: "),
        "links": links,
        "one": step.role is not None,
        "ground": "" if stated else reader.say(" ({ground})", ground=reader.word("ground", step.ground)),
    }


def map_page(reader: Reader) -> View:
    """The career map; its list names for reference who is one step up from roles that no line leads on from."""
    found = {reader.address("roles", role.id): one_step_up(reader, role) for role in reader.handbook.ordered_roles}
    view = career_map(reader)
    for entry in (entry for group in view.get("groups", ()) for entry in group["entries"]):
        up = found.get(entry["link"].href)
        entry["up"] = up if up and up["ground"] else None
    return view
