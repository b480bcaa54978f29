"""What pages name that lies outside the handbook: courses, books, tools and documents."""
from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import get_args

from macros.model.resources import Resource, ResourceKind
from macros.views.page import Section
from macros.views.reader import Reader


def links(reader: Reader, found: Iterable[Resource]) -> list[dict[str, str]]:
    """What lies outside, by kind: what it is called, where it leads, and what it is."""
    kinds = get_args(ResourceKind)
    return [
        {
            "title": reader.text(one.title),
            "href": one.url,
            "hreflang": one.language,
            "kind": reader.word("resource", one.kind),
            "language": reader.word("resource-language", one.language),
            "host": one.host,
            "address": one.url.removeprefix("https://"),
        }
        for one in sorted(found, key=lambda one: kinds.index(one.kind))
    ]


def section(title: str, found: Collection[Resource]) -> list[Section]:
    """The heading over what lies outside, where there is any."""
    return [Section("resources", title, str(len(found)))] if found else []
