"""Every generated page: its address, title, section, neighbours and body. Pure: the same handbook gives the same pages."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.career_map.page import career_map
from macros.comparison.gap import way_path
from macros.comparison.page import compare, way_page
from macros.comparison.transition import Way, ways
from macros.model.handbook import Handbook
from macros.model.moves import MOVE_KINDS
from macros.model.record import Record
from macros.model.records import GROUPS
from macros.model.sources import SourceDocument
from macros.pages.about import about
from macros.pages.cases import case_index
from macros.pages.competencies import competency, competency_index
from macros.pages.home import home
from macros.pages.kpis import kpi, kpi_index
from macros.pages.matrix import matrix
from macros.pages.methods import method_index
from macros.pages.moves import move, move_index
from macros.pages.open_points import open_points
from macros.pages.practices import practice, practice_index
from macros.pages.role_index import role_index
from macros.pages.roles import role
from macros.pages.sources import source_page
from macros.pages.stages import stage, stage_index
from macros.pages.terms import term_index
from macros.pages.tracks import track, track_index
from macros.search.panel import search
from macros.views.page import Page, View
from macros.views.parts import explained_terms, glossary
from macros.views.reader import Reader
from macros.views.templates import render
from macros.words.languages import LANGUAGES, Language

Make = Callable[..., View]


@dataclass(frozen=True)
class Kind:
    """A kind of record with pages: its template and views, and how its pages are grouped in the navigation."""

    template: str
    view: Make
    index: Make
    group: str = ""  # the field that says to which group a record belongs


KINDS: dict[str, Kind] = {
    "roles": Kind("pages/role", role, role_index, "stage"),
    "stages": Kind("pages/stage", stage, stage_index),
    "tracks": Kind("pages/track", track, track_index),
    "competencies": Kind("pages/competency", competency, competency_index, "kind"),
    "kpis": Kind("pages/kpi", kpi, kpi_index, "kind"),
    "moves": Kind("pages/move", move, move_index, "kind"),
    "practices": Kind("pages/practice", practice, practice_index, "kind"),
}
# Pages without a record of their own: path to template, view and the file of the data that is edited.
SINGLE: dict[str, tuple[str, Make, str]] = {
    "": ("pages/home", home, "handbook.yml"),
    "about": ("pages/about", about, "handbook.yml"),
    "open-points": ("pages/open-points", open_points, ""),
    "search": ("search/page", search, ""),
    "terms": ("pages/terms", term_index, "terms.yml"),
    "map": ("career_map/page", career_map, "moves.yml"),
    "cases": ("pages/cases", case_index, "cases.yml"),
    "compare": ("comparison/page", compare, ""),
    # Not below competencies/, where every id may become a page.
    "matrix": ("pages/matrix", matrix, ""),
    "methods": ("pages/methods", method_index, "terms.yml"),
}
NAMES_ONLY = "competencies"  # an index without running text, where a term could only be met inside a name or as the level “Lead”
EXPLAINING = ("about", "open-points", "cases")  # those of them whose running text links to the glossary


def pages(handbook: Handbook, languages: tuple[Language, ...] = LANGUAGES) -> Iterator[Page]:
    """All generated pages, language by language, in reading order."""
    for language in languages:
        for path, (template, view, file) in SINGLE.items():
            if path not in handbook.present:
                continue
            if path == "map" and not handbook.used("moves"):
                file = "tracks.yml"  # what it is drawn from then
            yield _single(handbook, language, path, template, view, file)
        for document in handbook.documents.values():
            yield _source(handbook, language, document)
        for way in ways(handbook):
            yield _way(handbook, language, way)
        for name in (name for name in KINDS if name in handbook.present):
            yield index_page(handbook, name, language)
            for record in ordered(handbook, name):
                yield record_page(handbook, name, record, language)


def ordered(handbook: Handbook, kind: str) -> list[Record]:
    """The records of a kind in reading order: the order of the file, or of their groups."""
    records = list(handbook.of_kind(kind).values())
    field = KINDS[kind].group
    order = list(handbook.stages if kind == "roles" else MOVE_KINDS if kind == "moves" else handbook.groups(kind) if kind in GROUPS else ())
    return sorted(records, key=lambda record: order.index(getattr(record, field)) if order else 0)


def _root(language_path: str) -> str:
    """The way from a page back to the site's root."""
    return "../" * (1 + language_path.count("/"))


def group_name(reader: Reader, kind: str, group: str) -> str:
    """The heading a group of pages stands under in the navigation."""
    if not group:
        return ""
    if kind == "roles":
        return reader.text(reader.handbook.stages[group].name)
    return reader.word("move", group) if kind == "moves" else reader.group(kind, group)


def record_body(handbook: Handbook, kind: str, id: str, language: Language, root: str) -> tuple[str, View]:
    """The body of a record's page, for a page from which `root` leads to the site's root, and the view it shows."""
    reader = Reader(handbook, language, root)
    view = KINDS[kind].view(reader, id)
    terms = {f"#term-{one.id}": one for one in explained_terms(reader, kind, handbook.of_kind(kind)[id])}
    return render(KINDS[kind].template, reader, view, terms), view


def record_page(handbook: Handbook, kind: str, record: Record, language: Language) -> Page:
    """The page of one record."""
    path = f"{kind}/{record.id}/"
    body, view = record_body(handbook, kind, record.id, language, _root(path))
    reader = Reader(handbook, language, _root(path))
    field = KINDS[kind].group
    group: str = getattr(record, field) if field else ""
    return Page(
        language, path, kind, group, group_name(reader, kind, group), view["name"], view["essence"], body,
        tuple(view["sections"].values()), record.file, record.reviewed_on.isoformat(), record.retired is not None,
    )


def index_body(handbook: Handbook, kind: str, language: Language, root: str) -> tuple[str, View]:
    """The body of the index of a kind, and the view it shows; as `record_body`."""
    reader = Reader(handbook, language, root)
    view = KINDS[kind].index(reader)
    return render(f"pages/{kind}-index", reader, view, {} if kind == NAMES_ONLY else glossary(reader)), view


def index_page(handbook: Handbook, kind: str, language: Language) -> Page:
    """The index of a kind."""
    path = f"{kind}/"
    body, view = index_body(handbook, kind, language, _root(path))
    return Page(
        language, path, kind, "", "", view["title"], view["essence"], body, tuple(view["sections"].values()),
        "", handbook.about.effective_on.isoformat(),
    )


def _single(handbook: Handbook, language: Language, name: str, template: str, view_of: Make, file: str) -> Page:
    path = f"{name}/" if name else ""
    reader = Reader(handbook, language, _root(path))
    view = view_of(reader)
    body = render(template, reader, view, glossary(reader) if name in EXPLAINING else {})
    return Page(
        language, path, name, "", "", view["title"], view["essence"], body, tuple(view["sections"].values()),
        f"{handbook.folder}/{file}" if file else "", handbook.about.effective_on.isoformat(),
    )


def _source(handbook: Handbook, language: Language, document: SourceDocument) -> Page:
    """The page of a source document: what was taken from each section."""
    path = f"sources/{document.id}/"
    reader = Reader(handbook, language, _root(path))
    view = source_page(reader, document.id)
    return Page(
        language, path, "sources", "", "", view["name"], view["essence"], render("pages/source", reader, view), tuple(view["sections"].values()),
        document.file, handbook.about.effective_on.isoformat(),
    )


def _way(handbook: Handbook, language: Language, way: Way) -> Page:
    """The page that compares two roles a step or a move joins, and plans the way between them."""
    path = way_path(way.origin, way.target)
    reader = Reader(handbook, language, _root(path))
    view = way_page(reader, way)
    updated = max(way.origin.reviewed_on, way.target.reviewed_on).isoformat()
    return Page(
        language, path, "compare", "", "", view["name"], view["essence"], render("comparison/way", reader, view), tuple(view["sections"].values()), "", updated,
    )
