"""The logo as pages and browsers show it: the handbook's own, or the stairs."""
from __future__ import annotations

from markupsafe import Markup

from macros.model.appearance import MARK
from macros.model.handbook import Handbook
from macros.views.templates import printed


def inline(handbook: Handbook) -> Markup:
    """The logo inside a page, in the colours of the page."""
    return Markup(_set("inline", handbook.logo))


def icon(handbook: Handbook) -> str:
    """The logo as a file of its own, for the browser's tab."""
    return _set("icon", handbook.logo, (handbook.about.colours.mark or MARK).light)


def _set(macro: str, *arguments: object) -> str:
    return printed("website/logo.html", macro, *arguments)
