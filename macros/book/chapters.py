"""Which pages stand in a book, and in which order: the one place that says so."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.model.handbook import Handbook
from macros.model.roles import Role
from macros.views.page import Outline
from macros.views.reader import Reader
from macros.website.page_list import KINDS, outlines
from macros.words.languages import Language

N_ = str  # marks a word for the catalog where it is not yet said
# The parts of the whole handbook by the page that opens each. What is chosen, searched or compared on the site is no part of a book, nor is
# what editors work with: the writing guide, the upkeep, data for programs, and the list of open points, each of which stands on its page.
WHOLE = ("roles", "stages", "tracks", "map", "moves", "competencies", "methods", "kpis", "practices", "cases", "terms", "sources")
# Those whose opening page says what no other page does; of the others the pages of the records are enough.
WITH_OPENING = ("stages", "tracks", "map", "methods", "cases", "terms", "sources")
TOGETHER = ("tracks", "moves", "kpis", "practices", "sources")  # pages of any length, which follow each other on a sheet
GLOSSARY = "terms/"  # where a word that is explained leads, in a book that has it


@dataclass(frozen=True)
class Chapter:
    """A page of the site as it stands in a book, and the group that it opens."""

    outline: Outline
    group: str = ""
    group_name: str = ""

    @property
    def path(self) -> str:
        """Where the page stands on the site, without its language."""
        return self.outline.path


@dataclass(frozen=True)
class Part:
    """A part of a book: the page of the site that lists it, what that says where a book needs it, and the chapters."""

    path: str
    title: str
    chapters: tuple[Chapter, ...]
    opening: Outline | None = None
    together: bool = False


@dataclass(frozen=True)
class Book:
    """A book in one language: its name as a file, what its cover says, and its parts."""

    name: str
    language: Language
    title: str
    subtitle: str
    parts: tuple[Part, ...]

    @property
    def paths(self) -> frozenset[str]:
        """Every page of the site that stands in it, or opens a part of it."""
        return frozenset(path for part in self.parts for path in (part.path, *(one.path for one in part.chapters)))


WHOLE_NAME = "handbook"


def names(handbook: Handbook) -> Iterator[str]:
    """The names of all books of a language: the whole, and each role in use by its id."""
    yield WHOLE_NAME
    yield from (f"roles/{role.id}" for role in handbook.roles.values() if role.retired is None)


def book(handbook: Handbook, language: Language, name: str) -> Book:
    """The book of this name."""
    reader = Reader(handbook, language, "")
    found = {one.path: one for one in outlines(handbook, (language,))}
    if name == WHOLE_NAME:
        return Book(name, language, reader.text(handbook.about.title), "", tuple(_whole(reader, found)))
    role = handbook.roles[name.removeprefix("roles/")]
    return Book(name, language, reader.text(role.name), reader.text(handbook.about.title), tuple(_of_role(reader, role, found)))


def _whole(reader: Reader, found: Mapping[str, Outline]) -> Iterator[Part]:
    for kind in WHOLE:
        opening = found.get(f"{kind}/")
        if opening:
            of_kind = [one for one in found.values() if one.section == kind and one.path.count("/") > 1 and not one.retired]
            yield Part(
                opening.path, opening.title, tuple(_grouped(of_kind)), opening if kind in WITH_OPENING else None, kind in TOGETHER,
            )


def _grouped(pages: Iterable[Outline]) -> Iterator[Chapter]:
    """Pages one after the other; the first of a group opens it."""
    for group, of_group in groupby(pages, key=lambda one: one.group):
        for number, one in enumerate(of_group):
            yield Chapter(one, *(() if number or not group else (group, one.group_name)))


def _of_role(reader: Reader, role: Role, found: Mapping[str, Outline]) -> Iterator[Part]:
    """The role itself, and the records that its page rests on."""
    page = found[f"roles/{role.id}/"]
    yield Part(page.path, page.title, (), page)
    for kind, ids in (
        ("competencies", [one.competency for one in role.competencies]), ("kpis", [one.kpi for one in role.kpis]),
        ("practices", [one.id for one in reader.handbook.practices_by_record.get(("roles", role.id), ())]),
    ):
        wanted = {f"{kind}/{id}/" for id in ids}
        chapters = tuple(Chapter(one) for one in found.values() if one.path in wanted)
        if chapters:
            yield Part(f"{kind}/", reader.say(KINDS[kind].title), chapters, together=kind in TOGETHER)
