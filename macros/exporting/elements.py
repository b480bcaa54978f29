"""The elements of a page's body, for whoever tells it in another form. Templates write bodies and use few tags, so this knows no more of HTML than those."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# Left out: pictures, whose words stand beside them; what is pressed or filled in; what only says again how the page is laid out, or how to read its marks.
UNSAID = re.compile("<!--.*?-->|<svg .*?</svg>", re.S)
APART = frozenset(("figure", "form", ".profile-box", ".scroll-cue", ".kpi-head", ".chip", ".count", ".more", ".ask", ".how", ".legend"))
INLINE = frozenset(("a", "abbr", "b", "br", "cite", "code", "em", "i", "small", "span", "strong", "time", "wbr"))
VOID = frozenset(("br", "wbr"))
TAG = re.compile("<(/?)([a-z][a-z0-9]*)([^>]*)>")  # every page writes > in a value as an entity
ATTRIBUTE = re.compile(' (class|href|aria-label|aria-hidden|colspan)="([^"]*)"')
BETWEEN = "·"  # is said, although those who hear the page are spared it


class Element(NamedTuple):
    """An element with what is in it; `marks` are its tag and its classes, by which it can be known."""

    tag: str
    marks: frozenset[str]
    attributes: dict[str, str]
    inside: list[Element | str]

    @property
    def runs_on(self) -> bool:
        """Whether it stands within running text."""
        return self.tag in INLINE or ".why" in self.marks


def elements(body: str) -> list[Element | str]:
    """What is in a body, without what only a screen needs."""
    before, *pieces = TAG.split(UNSAID.sub("", body))
    root: list[Element | str] = [before]
    open_in, apart, depth = [root], "", 0  # the lists that grow; the tag of what is left out, and how deep in it
    for end, tag, attributes, text in zip(*[iter(pieces)] * 4, strict=True):
        if apart:
            depth += (tag == apart) * (-1 if end else 1)
            if depth:
                continue
            apart = ""
        elif end:
            open_in.pop()
        else:
            marks, known = _known(tag, attributes)
            if not APART.isdisjoint(marks) or "aria-hidden" in known and text != BETWEEN:
                apart, depth = tag, 1
                continue
            found = Element(tag, marks, known, [])
            open_in[-1].append(found)
            if tag not in VOID:
                open_in.append(found.inside)
        if text:
            open_in[-1].append(text)
    return root


@lru_cache(maxsize=1024)
def _known(tag: str, attributes: str) -> tuple[frozenset[str], dict[str, str]]:
    """By what an element can be known, and its attributes."""
    known = dict(ATTRIBUTE.findall(attributes))
    return frozenset((tag, *(f".{one}" for one in known.get("class", "").split()))), known
