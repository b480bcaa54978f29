"""The documents the handbook was made from, with the headings that every `sources:` entry points at; and terms."""
from __future__ import annotations

from typing import Literal

from macros.model.reasons import Explaining
from macros.model.record import Model, Names, Word
from macros.model.resources import Resource
from macros.words.languages import Language
from macros.words.texts import Text

TermKind = Literal["concept", "measure", "method", "tool", "document", "certificate", "event", "partner", "mechanism"]
TERM_KINDS: tuple[TermKind, ...] = ("concept", "measure", "method", "tool", "document", "certificate", "event", "partner", "mechanism")


class SourceDocument(Model):
    """A source document. `sections` maps a section number to its heading."""

    id: str
    file: str
    title: Text
    short: Text | None = None  # what sentences call it; the title, where that is short enough
    truncated: Text | None = None
    sections: dict[str, Text]
    links: tuple[Resource, ...] = ()

    @property
    def called(self) -> Text:
        """What notes and sentences call the document."""
        return self.short or self.title


def numbered(section: str) -> str:
    """The number of a section, as readers see it; what stands before the first chapter is kept under 0 and has none."""
    return "" if section.split(".")[0] == "0" else section


class Term(Explaining[Literal["kind"]]):
    """A term, method, tool or document name: the only authority on how it is written."""

    kind: TermKind
    short: Word | None = None
    definition: Text | None = None
    allow: Names = Names()
    avoid: Names = Names()
    exempt: Names = Names()
    defined_by: Literal["source", "use", "editorial"] | None = None
    links: tuple[Resource, ...] = ()
    everyday: bool = False  # a word every reader knows: the glossary settles its translation, pages need not explain it
    household: bool = False  # a word that everyone who reads Chinese knows: only English pages explain it

    def needs_explaining(self, language: Language) -> bool:
        """Whether pages of a language lead from the term to its meaning."""
        return self.definition is not None and not self.everyday and not (self.household and language == "zh")
