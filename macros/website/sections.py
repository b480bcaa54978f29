"""The groups that the pages of a handbook stand in, as the head of every page and the drawer of a phone show them."""
from __future__ import annotations

from dataclasses import dataclass

from macros.pages.split_index import SPLIT
from macros.views.page import Outline
from macros.views.reader import Reader

N_ = str  # marks a word for the catalog where it is not yet said
Pages = tuple[tuple[str, str], ...]
# Each group with its pages in order, as (path, interface word).
GROUPS: tuple[tuple[str, Pages], ...] = (
    (N_("Roles"), (
        ("roles/", N_("All roles")), ("compare/", N_("Compare roles")), ("matrix/", N_("Role–competency matrix")),
        ("interviews/", N_("Interview sheets")),
    )),
    (N_("Career paths"), (
        ("map/", N_("Career map")), ("tracks/", N_("Career tracks")), ("stages/", N_("Stages")), ("moves/", N_("Promotions and moves")),
        ("path/", N_("My development plan")),
    )),
    (N_("Competencies"), (("competencies/", N_("All competencies")), ("methods/", N_("Methods and tools")))),
    (N_("KPIs"), (("kpis/", N_("All KPIs")),)),
    (N_("Policies and processes"), (("practices/", N_("All policies")), ("cases/", N_("Cases")))),
    (N_("Guide"), (
        ("how-to-read/", N_("How to use this handbook")), ("terms/", N_("Glossary")), ("open-points/", N_("Open points")),
        ("sources/", N_("Source documents")), ("writing/", N_("Writing guide")), ("changes/", N_("What’s new")), ("health/", N_("Upkeep")),
        ("api/", N_("Data and API")), ("about/", N_("About")),
    )),
)


@dataclass(frozen=True)
class Place:
    """A page of a group as a reader sees it from another: whether it is that page, or the one above it."""

    href: str
    name: str
    here: bool
    above: bool

    @property
    def current(self) -> str:
        """What `aria-current` says."""
        return "page" if self.here else "true" if self.above else ""


@dataclass(frozen=True)
class Group:
    """A group with those of its pages that this handbook has."""

    name: str
    places: tuple[Place, ...]
    active: bool

    @property
    def href(self) -> str:
        """Where the name of the group leads."""
        return self.places[0].href

    @property
    def row(self) -> tuple[Place, ...]:
        """Its pages side by side; a group of one page needs no row."""
        return self.places if len(self.places) > 1 else ()


def groups(reader: Reader, page: Outline) -> list[Group]:
    """The groups that have something to show, seen from a page."""
    above = index_of(page)
    found = []
    for name, pages in GROUPS:
        places = tuple(
            Place(reader.href(path), reader.say(word), path == page.path, path == above and path != page.path) for path, word in pages if reader.leads(path)
        )
        if places:
            found.append(Group(reader.say(name), places, any(one.here or one.above for one in places)))
    return found


def index_of(page: Outline) -> str:
    """The page of a group that a page is or lies below: `roles/` for a role, and for each part of a long list of roles."""
    kind = page.section.removesuffix("-list")
    return f"{kind if kind in SPLIT else page.section}/"


def named(path: str) -> str:
    """What a page is called in its group."""
    return next((word for _, pages in GROUPS for one, word in pages if one == path), "")
