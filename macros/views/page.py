"""What a page is: an outline from records alone, what it says once it is made, and the view that a template prints."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros.model.handbook import Handbook
from macros.views.reader import Reader
from macros.words.languages import Language

View = dict[str, Any]  # what a template prints, under the names it knows


@dataclass(frozen=True)
class Section:
    """A heading of a page: its id is the same in both languages, its title is not."""

    id: str
    title: str
    count: str = ""


@dataclass(frozen=True)
class Content:
    """What a page says: its body, the sentence that describes it, and its headings."""

    body: str
    description: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Outline:
    """What is known of a page in one language before it is made, and how it is made.

    `path` is relative to the language's folder, such as `roles/night-nurse/`; `source` is the file that is edited."""

    language: Language
    path: str
    section: str
    title: str
    updated: str
    make: Callable[[Reader], Content]
    source: str = ""
    group: str = ""
    group_name: str = ""
    retired: bool = False

    @property
    def address(self) -> str:
        """Where the page stands, from the site's root."""
        return f"{self.language}/{self.path}"

    @property
    def by_hand(self) -> bool:
        """Whether the page is written by hand, in Markdown."""
        return self.source.startswith("docs/")

    def reader(self, handbook: Handbook) -> Reader:
        """Who reads the page, and where."""
        return Reader(handbook, self.language, "../" * self.address.count("/"))

    def made(self, handbook: Handbook) -> Page:
        """The page itself."""
        return Page(self, self.make(self.reader(handbook)))


@dataclass(frozen=True)
class Page:
    """A page that has been made."""

    outline: Outline
    content: Content
