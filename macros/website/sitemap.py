"""Every page listed for search engines with the same page in the other language, plain and packed; and whether they may look at all."""
from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime
from urllib.parse import quote, urljoin

from markupsafe import escape

from macros.website.frames import Site
from macros.words.languages import HTML_LANG, LANGUAGES

NAME = "sitemap.xml"
ENTRY = "    <url>\n         <loc>{}</loc>\n         <lastmod>{}</lastmod>{}\n    </url>"
SAME = '\n         <xhtml:link rel="alternate" hreflang="{}" href="{}"/>'
SET = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{}\n</urlset>'
)


def sitemap(site: Site) -> str:
    """The list; the page outside both languages comes first."""
    pages = [("", None, site.handbook.about.effective_on.isoformat()), *((one.address, one.path, one.updated) for one in site.outlines)]
    return SET.format("\n".join(ENTRY.format(_whole(site, address), updated, _alternates(site, path)) for address, path, updated in pages))


def _alternates(site: Site, path: str | None) -> str:
    """The same page in each language; nothing for the page outside both."""
    return "" if path is None else "".join(SAME.format(HTML_LANG[one], _whole(site, f"{one}/{path}")) for one in LANGUAGES)


def _whole(site: Site, address: str) -> str:
    return escape(urljoin(site.url, quote(address)))


def robots(site: Site) -> str:
    """What search engines may look at: everything that anyone may see, and nothing of what is for staff."""
    if site.handbook.audience == "internal":
        return "User-agent: *\nDisallow: /\n"
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {urljoin(site.url, NAME)}\n" if site.url else "")


def packed(site: Site) -> bytes:
    """The same packed, dated as its newest page is, so that it is equal whenever it is made."""
    newest = datetime.fromisoformat(max(one.updated for one in site.outlines)).replace(tzinfo=UTC)
    into = io.BytesIO()
    with gzip.GzipFile(f"{NAME}.gz", "wb", 9, into, newest.timestamp()) as file:
        file.write(sitemap(site).encode())
    return into.getvalue()
