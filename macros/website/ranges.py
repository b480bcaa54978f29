"""Ranges such as 3～5 stay on one line: a span around them says so, and what is copied, searched or read aloud is the text alone."""
from __future__ import annotations

import re

RANGE = re.compile(r"[0-9][0-9.,]*[%％]?[～–][0-9][0-9.,]*[%％]?|(?<![A-Za-z])[A-Z][～–][A-Z](?![A-Za-z])")
HOLDS_TEXT_ALONE = ("<title", "<option", "<text", "<tspan", "</tspan", "<textarea", "<script", "<style")  # where no element may stand


def whole(html: str) -> str:
    """A piece of HTML with a span around each range in its text."""
    return RANGE.sub(_kept, html) if "～" in html or "–" in html else html


def _kept(found: re.Match[str]) -> str:
    html, place = found.string, found.start()
    tag = html.rfind("<", 0, place)
    inside = html.rfind(">", 0, place) < tag or html.startswith(HOLDS_TEXT_ALONE, max(tag, 0))
    return found[0] if inside else f'<span class="range">{found[0]}</span>'
