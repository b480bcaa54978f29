"""What a page is: the view a template prints, its headings, and the finished page as the rest of the project knows it."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.words.languages import Language

View = dict[str, Any]  # what a template prints, under the names it knows


@dataclass(frozen=True)
class Section:
    """A heading of a page: its id is the same in both languages, its title is not."""

    id: str
    title: str
    count: str = ""


@dataclass(frozen=True)
class Page:
    """One page in one language. `path` is relative to the language's folder, such as `roles/night-nurse/`."""

    language: Language
    path: str
    section: str
    group: str
    group_name: str
    title: str
    description: str
    body: str
    sections: tuple[Section, ...]
    source: str
    updated: str
    retired: bool = False
