"""What the printed page of a record has in place of links: its edition, a square that a phone reads, and the same address in words."""
from __future__ import annotations

from functools import cache
from urllib.parse import urljoin

import segno
from markupsafe import Markup

from macros.model.public import is_public
from macros.views.page import Outline
from macros.views.reader import Reader
from macros.views.short_address import LETTERS, short_address
from macros.views.templates import printed
from macros.website.page_list import KINDS


def on_paper(reader: Reader, outline: Outline, url: str, public_url: str) -> str:
    """The foot of the printed page; empty on pages of no record, and where no address of the site is known. A record that anyone may see is
    sought on the site for everyone, where there is one; one with a short address by that, which leads to the language of whoever follows it."""
    kind, _, id = outline.path.rstrip("/").partition("/")
    record = reader.handbook.of_kind(kind).get(id) if kind in KINDS and id else None
    if record is None:
        return ""
    site = public_url if public_url and is_public(kind, record) else url
    if not site:
        return ""
    address = urljoin(site, short_address(kind, id) if kind in LETTERS else outline.address)
    edition = reader.say("Edition {edition}", edition=reader.handbook.about.edition)
    return printed("website/slots.html", "paper", square(address), reader.say("This page online: "), address, edition)


@cache
def square(address: str) -> Markup:
    """An address as a QR code, with the margin that it needs; black on white in every colour scheme."""
    code = segno.make(address, error="m", micro=False)
    return Markup(code.svg_inline(omitsize=True, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None))
