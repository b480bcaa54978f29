"""Every generated page: its outline from records alone, and how it is made. Pure: the same handbook gives the same pages."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from macros.career_map.page import row_map
from macros.career_map.rows import drawn_apart, row_path, row_title
from macros.comparison.gap import way_path
from macros.comparison.page import compare, way_page, way_title
from macros.comparison.transition import Way, ways
from macros.model.handbook import Handbook
from macros.model.moves import MOVE_KINDS
from macros.model.record import Record
from macros.model.records import GROUPS, RECORD_KINDS
from macros.model.roles import Role
from macros.model.sources import SourceDocument, Term
from macros.pages.about import about
from macros.pages.cases import case_index
from macros.pages.changes import whats_new
from macros.pages.competencies import competency, competency_index
from macros.pages.health import health
from macros.pages.home import home
from macros.pages.interviews import interview_index, sheet, sheet_path, sheet_title, with_sheet
from macros.pages.kpi_index import kpi_index
from macros.pages.kpis import kpi
from macros.pages.map import map_page
from macros.pages.matrix import matrix, part_path, part_title, parts_of_stages, stage_part
from macros.pages.methods import method_index
from macros.pages.moves import move, move_index
from macros.pages.open_points import open_points, part_of_points, parts_of_points
from macros.pages.open_points import part_path as points_path
from macros.pages.open_points import part_title as points_title
from macros.pages.practices import practice, practice_index
from macros.pages.role_index import role_index
from macros.pages.roles import role
from macros.pages.sources import source_index, source_page
from macros.pages.split_index import SPLIT, group_path, group_title, groups_apart, split_index
from macros.pages.stages import stage, stage_index
from macros.pages.terms import term_index
from macros.pages.tracks import track, track_index
from macros.path.page import my_plan
from macros.search.panel import search
from macros.views.explaining import explained_terms, glossary
from macros.views.page import Content, Outline, View
from macros.views.reader import Reader
from macros.views.templates import render
from macros.words.languages import LANGUAGES, Language

ViewOf = Callable[..., View]
N_ = str  # marks a word for the catalog where it is not yet said


@dataclass(frozen=True)
class Kind:
    """A kind of record with pages: its template and view, what its index is called and shows, and how its pages are grouped in the navigation."""

    template: str
    view: ViewOf
    title: str
    index: ViewOf
    group: str = ""  # the field that says to which group a record belongs


KINDS: dict[str, Kind] = {
    "roles": Kind("pages/role", role, N_("Roles"), role_index, "stage"),
    "stages": Kind("pages/stage", stage, N_("Stages"), stage_index),
    "tracks": Kind("pages/track", track, N_("Career tracks"), track_index),
    "competencies": Kind("pages/competency", competency, N_("Competencies"), competency_index, "kind"),
    "kpis": Kind("pages/kpi", kpi, N_("KPIs"), kpi_index, "kind"),
    "moves": Kind("pages/move", move, N_("Promotions and moves"), move_index, "kind"),
    "practices": Kind("pages/practice", practice, N_("Policies and processes"), practice_index, "kind"),
}
# Pages without a record of their own: path to template, view, title and the file of the data that is edited.
SINGLE: dict[str, tuple[str, ViewOf, str, str]] = {
    "": ("pages/home", home, "", "handbook.yml"),  # called as the handbook is
    "about": ("pages/about", about, N_("About"), "handbook.yml"),
    "open-points": ("pages/open-points", open_points, N_("Open points"), ""),
    "health": ("pages/health", health, N_("Upkeep"), ""),
    "changes": ("pages/changes", whats_new, N_("What’s new"), "changes.yml"),
    "search": ("search/page", search, N_("Search"), ""),
    "terms": ("pages/terms", term_index, N_("Glossary"), "terms.yml"),
    "map": ("career_map/page", map_page, N_("Career map"), "moves.yml"),
    "cases": ("pages/cases", case_index, N_("Cases"), "cases.yml"),
    "compare": ("comparison/page", compare, N_("Compare roles"), ""),
    "path": ("path/page", my_plan, N_("My development plan"), ""),
    "sources": ("pages/sources", source_index, N_("Source documents"), "sources.yml"),
    # Not below competencies/, where every id may become a page.
    "matrix": ("pages/matrix", matrix, N_("Role–competency matrix"), ""),
    "methods": ("pages/methods", method_index, N_("Methods and tools"), "terms.yml"),
    "interviews": ("pages/interviews", interview_index, N_("Interview sheets"), ""),
}
NAMES_ONLY = "competencies"  # an index without running text, where a term could only be met inside a name or as the level “Lead”
EXPLAINING = ("about", "open-points", "cases")  # those of them whose running text links to the glossary


def outlines(handbook: Handbook, languages: tuple[Language, ...] = LANGUAGES) -> Iterator[Outline]:
    """All generated pages before they are made, language by language, in reading order."""
    for language in languages:
        reader = Reader(handbook, language, "")
        yield from (_single(reader, name) for name in SINGLE if name in handbook.present)
        yield from (_source(reader, document) for document in handbook.documents.values())
        yield from (_way(reader, way) for way in ways(handbook))
        yield from (_sheet(reader, role) for role in with_sheet(handbook))
        yield from _split(reader)
        for name in (name for name in KINDS if name in handbook.present):
            yield _index(reader, name)
            yield from (_record(reader, name, record) for record in ordered(handbook, name))


def ordered(handbook: Handbook, kind: str) -> list[Record]:
    """The records of a kind in reading order: the order of the file, or of their groups."""
    records = list(handbook.of_kind(kind).values())
    field = KINDS[kind].group
    order = list(handbook.stages if kind == "roles" else MOVE_KINDS if kind == "moves" else handbook.groups(kind) if kind in GROUPS else ())
    return sorted(records, key=lambda record: order.index(getattr(record, field)) if order else 0)


def group_name(reader: Reader, kind: str, group: str) -> str:
    """The heading a group of pages stands under in the navigation."""
    if not group:
        return ""
    if kind == "roles":
        return reader.text(reader.handbook.stages[group].name)
    return reader.word("move", group) if kind == "moves" else reader.group(kind, group)


def _record(reader: Reader, kind: str, record: Record) -> Outline:
    """The page of one record."""
    field = KINDS[kind].group
    group: str = getattr(record, field) if field else ""
    return Outline(
        reader.language, f"{kind}/{record.id}/", kind, reader.text(record.name), record.reviewed_on.isoformat(), partial(record_content, kind, record.id),
        record.file, group, group_name(reader, kind, group), record.retired is not None,
    )


def record_content(kind: str, id: str, reader: Reader) -> Content:
    """What the page of a record says, for a reader who may stand on another page."""
    terms = {f"#term-{one.id}": one for one in explained_terms(reader, kind, reader.handbook.of_kind(kind)[id])}
    return _content(reader, KINDS[kind].template, KINDS[kind].view(reader, id), terms)


def index_content(kind: str, reader: Reader) -> Content:
    """What the index of a kind says, likewise."""
    title = {"title": reader.say(KINDS[kind].title)}
    if groups_apart(reader.handbook, kind):
        return _content(reader, "pages/split-index", {**title, **split_index(reader, kind)})
    return _content(reader, f"pages/{kind}-index", {**title, **KINDS[kind].index(reader)}, {} if kind == NAMES_ONLY else glossary(reader))


def _index(reader: Reader, kind: str) -> Outline:
    return Outline(
        reader.language, f"{kind}/", kind, reader.say(KINDS[kind].title), reader.handbook.about.effective_on.isoformat(), partial(index_content, kind)
    )


def _single(reader: Reader, name: str) -> Outline:
    handbook = reader.handbook
    template, view_of, word, file = SINGLE[name]
    if name == "map" and not handbook.used("moves"):
        file = "tracks.yml"  # what it is drawn from then
    title = reader.say(word) if word else reader.text(handbook.about.title)

    def make(reader: Reader) -> Content:
        return _content(reader, template, {"title": title, **view_of(reader)}, glossary(reader) if name in EXPLAINING else {})

    return Outline(
        reader.language, f"{name}/" if name else "", name, title, handbook.about.effective_on.isoformat(), make, _edited(handbook, file)
    )


def _edited(handbook: Handbook, file: str) -> str:
    """The file behind a page, as the link for editing names it; none where each of its records has a file of its own."""
    whole, kind = f"{handbook.folder}/{file}", file.removesuffix(".yml")
    apart = kind in RECORD_KINDS and any(record.file != whole for record in handbook.of_kind(kind).values())
    return whole if file and not apart else ""


def _source(reader: Reader, document: SourceDocument) -> Outline:
    """The page of a source document: what was taken from each section."""

    def make(reader: Reader) -> Content:
        return _content(reader, "pages/source", source_page(reader, document.id))

    updated = reader.handbook.about.effective_on.isoformat()
    return Outline(reader.language, f"sources/{document.id}/", "sources", reader.text(document.title), updated, make, document.file)


def _way(reader: Reader, way: Way) -> Outline:
    """The page that compares two roles a step or a move joins, and plans the way between them."""

    def make(reader: Reader) -> Content:
        return _content(reader, "comparison/way", way_page(reader, way), glossary(reader))

    updated = max(way.origin.reviewed_on, way.target.reviewed_on).isoformat()
    return Outline(reader.language, way_path(way.origin, way.target), "compare", way_title(reader, way), updated, make)


def _sheet(reader: Reader, role: Role) -> Outline:
    """The page that interviewers take along when somebody applies for a role."""

    def make(reader: Reader) -> Content:
        return _content(reader, "pages/interview-sheet", sheet(reader, role))

    return Outline(reader.language, sheet_path(role), "interviews", sheet_title(reader, role), role.reviewed_on.isoformat(), make)


def _split(reader: Reader) -> Iterator[Outline]:
    """The pages that a large handbook has where one page would hold too much."""

    def outline(path: str, section: str, title: str, template: str, view_of: ViewOf, *of: object) -> Outline:
        def make(reader: Reader) -> Content:
            terms = glossary(reader) if section == "kpis-list" else {}
            return _content(reader, template, {"title": title, **view_of(reader, *of)}, terms)

        return Outline(reader.language, path, section, title, reader.handbook.about.effective_on.isoformat(), make)

    for row in drawn_apart(reader.handbook):
        yield outline(row_path(row), "map", row_title(reader, row), "career_map/page", row_map, row)
    for id, parts in parts_of_stages(reader.handbook).items():
        for number, _ in enumerate(parts, 1):
            yield outline(part_path(id, number), "matrix", part_title(reader, id, number), "pages/matrix-part", stage_part, id, number)
    for kind in SPLIT:
        for group in groups_apart(reader.handbook, kind):
            title = group_title(reader, kind, group)
            yield outline(group_path(kind, group), f"{kind}-list", title, f"pages/{kind}-index", KINDS[kind].index, group)
    for number, _ in enumerate(parts_of_points(reader.handbook, reader.language), 1):
        yield outline(points_path(reader, number), "open-points", points_title(reader, number), "pages/open-points", part_of_points, number)


def _content(reader: Reader, template: str, view: View, terms: Mapping[str, Term] = {}) -> Content:
    return Content(render(template, reader, view, terms), view["essence"], tuple(view["sections"].values()))
