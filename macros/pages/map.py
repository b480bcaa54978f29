"""The career map with who is one step up where no line leads on."""
from __future__ import annotations

from macros.career_map.page import career_map
from macros.comparison.onward import reference
from macros.views.page import View
from macros.views.reader import Reader


def map_page(reader: Reader) -> View:
    """The career map; its list names for reference who is one step up from roles that no line leads on from."""
    found = {reader.address("roles", role.id): reference(reader, role) for role in reader.handbook.ordered_roles}
    view = career_map(reader)
    for entry in (entry for group in view.get("groups", ()) for entry in group["entries"]):
        up = found.get(entry["link"].href)
        entry["up"] = up and {**up, "links": up["names"]}
    return view
