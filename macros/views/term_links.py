"""Explains terms where they are met: the first use of each on a page leads to what it means."""
from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Mapping
from functools import cache

from markupsafe import escape

from macros.model.sources import Term
from macros.model.term_use import forms, not_meant, pattern
from macros.words.languages import Language

# Where no link may stand: inside tags, notes of marks, other links, names in the other language, headings, pictures and codes.
CLOSED = re.compile(
    r'<span class="other-name".*?</span>|<details class="why".*?</details>'
    r'|<(a|h1|h2|h3|button|code|svg|th|cite|label|select|summary|dt)\b.*?</\1>|<[^>]*>', re.S,
)
FOOT = '<h2 id="terms">'  # what stands below explains, and is not explained in turn


def explained(html: str, terms: Mapping[str, Term], language: Language) -> str:
    """The body of a page with the first use of each term linked; `terms` goes from the address of a meaning to its term."""
    if not terms:
        return html
    above, foot, below = html.partition(FOOT)
    lower = above.lower()
    taken = [match.span() for match in CLOSED.finditer(above)]
    open_text = _between(taken, lower)
    met = [(form, href) for href, term in terms.items() for form in forms(term, language) if _safe(form).lower() in open_text]
    if not met:
        return html
    for phrase in sorted({one for term in terms.values() for one in not_meant(term, language)}, key=len, reverse=True):
        while place := _open_place(above, lower, _safe(phrase), taken):
            insort(taken, place)
    first: dict[str, tuple[int, int]] = {}
    for form, href in sorted(met, key=lambda pair: -len(pair[0])):  # longer forms first: they may hold shorter ones
        place = _open_place(above, lower, _safe(form), taken)
        if place and (href not in first or place < first[href]):
            first[href] = place
            insort(taken, place)
        if place and any(shorter.lower() in form.lower() for shorter, other in met if other != href):
            while place := _open_place(above, lower, _safe(form), taken):  # no shorter term is meant inside the later uses
                insort(taken, place)
    for href, (start, end) in sorted(first.items(), key=lambda pair: pair[1], reverse=True):
        above = f'{above[:start]}<a class="term" href="{escape(href)}">{above[start:end]}</a>{above[end:]}'
    return above + foot + below


def _between(taken: list[tuple[int, int]], text: str) -> str:
    """What stands in none of the places that are taken, a line for each piece."""
    starts, ends = [0, *(end for _, end in taken)], [*(start for start, _ in taken), len(text)]
    return "\n".join([text[start:end] for start, end in zip(starts, ends)])


@cache
def _safe(form: str) -> str:
    """A form as it stands in HTML."""
    return str(escape(form))


def _open_place(html: str, lower: str, form: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The first place where a form stands as a word and nothing else has taken."""
    low = form.lower()
    start = lower.find(low)
    while start >= 0:
        found = pattern(form).match(html, start)
        if found:
            before = bisect_left(taken, (found.end(),)) - 1
            if before < 0 or taken[before][1] <= found.start():
                return found.span()
        start = lower.find(low, start + 1)
    return None
