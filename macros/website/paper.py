"""What a printed page of a role has in place of links: a square that a phone reads, and the same short address in words."""
from __future__ import annotations

from functools import cache
from urllib.parse import urljoin

import segno
from markupsafe import Markup

from macros.model.public import is_public
from macros.views.page import Outline
from macros.views.reader import Reader
from macros.views.short_address import short_address, with_short_address
from macros.views.templates import printed


def on_paper(reader: Reader, outline: Outline, url: str, public_url: str) -> str:
    """The foot of the printed page; empty on pages of other kinds, and where no address of the site is known. A role that anyone may see is
    sought on the site for everyone, where there is one."""
    record = with_short_address(reader.handbook, outline) if outline.section == "roles" else None
    if record is None:
        return ""
    site = public_url if public_url and is_public("roles", record) else url
    if not site:
        return ""
    address = urljoin(site, short_address("roles", record.id))
    return printed("website/slots.html", "paper", square(address), reader.say("This page online: "), address)


@cache
def square(address: str) -> Markup:
    """An address as a QR code, with the margin that it needs; black on white in every colour scheme."""
    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(omitsize=True, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None))
