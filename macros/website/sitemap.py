"""Every page listed for search engines, plain and packed."""
from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime
from urllib.parse import quote, urljoin

from markupsafe import escape

from macros.website.frames import Site

NAME = "sitemap.xml"
ENTRY = "    <url>\n         <loc>{}</loc>\n         <lastmod>{}</lastmod>\n    </url>"
SET = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}\n</urlset>'


def sitemap(site: Site) -> str:
    """The list; the page outside both languages comes first."""
    pages = [("", site.handbook.about.effective_on.isoformat()), *((one.address, one.updated) for one in site.outlines)]
    return SET.format("\n".join(ENTRY.format(escape(urljoin(site.url, quote(address))), updated) for address, updated in pages))


def packed(site: Site) -> bytes:
    """The same packed, dated as its newest page is, so that it is equal whenever it is made."""
    newest = datetime.fromisoformat(max(one.updated for one in site.outlines)).replace(tzinfo=UTC)
    into = io.BytesIO()
    with gzip.GzipFile(f"{NAME}.gz", "wb", 9, into, newest.timestamp()) as file:
        file.write(sitemap(site).encode())
    return into.getvalue()
