"""What stands outside both languages: the page on which one of them is chosen, “not found” and what it suggests, the icon and the colours."""
from __future__ import annotations

import json
from collections.abc import Iterator

from macros.model.appearance import Colours
from macros.model.handbook import Handbook
from macros.views.file import Export
from macros.views.reader import PAGED, Reader
from macros.views.templates import environment
from macros.website.colours import front_colours, page_colours
from macros.website.logo import icon
from macros.website.policy import policy
from macros.website.sections import GROUPS
from macros.words.languages import LANGUAGES

CHOICE = "index.html"
PAGE_COLOURS = "assets/colours.css"
FRONT_COLOURS = "assets/front-colours.css"


def own_colours(handbook: Handbook) -> bool:
    """Whether the handbook states colours, and so has sheets for them."""
    return handbook.about.colours != Colours()


def front_door(handbook: Handbook, base: str) -> Iterator[Export]:
    """These files; `base` is the path that the site stands under, since nobody knows where “not found” will be shown."""
    colours = handbook.about.colours
    own = own_colours(handbook)
    view = {"title": handbook.about.title, "logo": handbook.logo, "colours": FRONT_COLOURS if own else "", "root": f"{base.rstrip('/')}/"}
    chooser = {**view, "root": "", "to": {language: f"{language}/" for language in LANGUAGES}, "of": None, "description": None, "url": "", "card": None}
    yield Export(CHOICE, environment().get_template("website/choose.html").render(view=chooser, policy=policy()))
    yield Export("404.html", environment().get_template("website/lost.html").render(view=view, policy=policy()))
    yield Export("assets/places.json", json.dumps(places(handbook), ensure_ascii=False, separators=(",", ":")))
    yield Export("assets/favicon.svg", icon(handbook) + "\n")
    if own:
        yield Export(PAGE_COLOURS, page_colours(colours))
        yield Export(FRONT_COLOURS, front_colours(colours))


def places(handbook: Handbook) -> dict[str, list[str]]:
    """Every page that can be asked for by name: its address without language, and what it is called in each."""
    readers = [Reader(handbook, language, "") for language in LANGUAGES]
    pages = {path.rstrip("/"): [reader.say(word) for reader in readers] for _, group in GROUPS for path, word in group if readers[0].leads(path)}
    records = {f"{kind}/{one.id}": [reader.text(one.name) for reader in readers] for kind in PAGED for one in handbook.used(kind)}
    return {**pages, **records}
