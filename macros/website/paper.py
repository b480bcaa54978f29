"""What a printed page of a role has in place of links: a square that a phone reads, and the same short address in words."""
from __future__ import annotations

from functools import cache

import segno
from markupsafe import Markup

from macros.views.page import Outline
from macros.views.reader import Reader
from macros.views.short_address import short_address, with_short_address
from macros.views.templates import printed


def on_paper(reader: Reader, outline: Outline, url: str) -> str:
    """The foot of the printed page; empty on pages of other kinds, and where the site's address is not known."""
    record = with_short_address(reader.handbook, outline) if outline.section == "roles" else None
    if record is None or not url:
        return ""
    address = f"{url}{short_address(outline.section, record.id)}"
    return printed("website/slots.html", "paper", square(address), reader.say("This page online: "), address)


@cache
def square(address: str) -> Markup:
    """An address as a QR code, with the margin that it needs; black on white in every colour scheme."""
    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(omitsize=True, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None))
