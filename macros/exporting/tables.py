"""What people count and sort in a spreadsheet: five tables, a line a record or a pair, both languages side by side. Records out of use are not in them."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from macros.model.competencies import Competency
from macros.model.handbook import Handbook
from macros.model.kpis import Kpi
from macros.model.record import Item, Record
from macros.model.roles import Role
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

Cell = str | int
Line = Mapping[str, Cell]
BETWEEN = Text(zh="；", en="; ")  # sentences in one cell


@dataclass(frozen=True)
class Table:
    """A table under its name, which is that of its file and of its sheet; the columns are called as the fields of the data files are."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(handbook: Handbook, url: str) -> tuple[Table, ...]:
    """All five, in their order; one without a line is left out."""
    made: dict[str, Callable[[Handbook, str], Iterator[Line]]] = {
        "roles": _roles, "competencies": _competencies, "kpis": _kpis, "requirements": _requirements, "matrix": _matrix,
    }
    lines = {name: list(of(handbook, url)) for name, of in made.items()}
    return tuple(Table(name, tuple(found[0]), tuple(tuple(line.values()) for line in found)) for name, found in lines.items() if found)


def _both(name: str, text: Text | None) -> Line:
    """A sentence in a column for each language."""
    return {f"{name}_{language}": text[language] if text else "" for language in LANGUAGES}


def _named(handbook: Handbook, field: str, kind: str, id: str | None) -> Line:
    """An id with the name it stands for."""
    return {field: id or "", **_both(field, getattr(handbook, kind)[id].name if id else None)}


def _dates(record: Record) -> Line:
    return {"reviewed_on": record.reviewed_on.isoformat(), "review_by": record.review_by.isoformat()}


def _pages(handbook: Handbook, kind: str, record: Record, url: str) -> Line:
    """The addresses of its page; empty where the site's own is not known."""
    return {f"url_{language}": Reader(handbook, language, url).address(kind, record.id) or "" if url else "" for language in LANGUAGES}


def _together(items: tuple[Item, ...]) -> Text:
    return Text(zh=BETWEEN.zh.join(one.zh for one in items), en=BETWEEN.en.join(one.en for one in items))


def _roles(handbook: Handbook, url: str) -> Iterator[Line]:
    for role in handbook.ordered_roles:
        manager = role.reports_to
        yield {
            "id": role.id, **_both("name", role.name), **_named(handbook, "stage", "stages", role.stage), **_named(handbook, "layer", "layers", role.layer),
            "reports_to": (manager.role or manager.post or "") if manager else "", **_both("essence", role.essence), **_both("purpose", role.purpose),
            "competencies": len(role.competencies), "kpis": len({line.kpi for line in role.kpis}), "hiring": role.hiring, **_dates(role),
            **_pages(handbook, "roles", role, url),
        }


def _competencies(handbook: Handbook, url: str) -> Iterator[Line]:
    competencies: list[Competency] = handbook.used("competencies")
    for one in competencies:
        levels: dict[str, Cell] = {}
        for id in handbook.levels:
            levels |= _both(f"level_{id}", _together(one.levels[id].can) if id in one.levels else None)
        yield {
            "id": one.id, **_both("name", one.name), **_named(handbook, "kind", "competency_groups", one.kind), **_both("summary", one.summary), **levels,
            "roles": len(handbook.roles_by_competency.get(one.id, ())), **_dates(one), **_pages(handbook, "competencies", one, url),
        }


def _kpis(handbook: Handbook, url: str) -> Iterator[Line]:
    """A line for each way in which an indicator is taken."""
    kpis: list[Kpi] = handbook.used("kpis")
    for one in kpis:
        for id, measure in one.measures.items():
            yield {
                "id": one.id, **_both("name", one.name), "short": one.short or "", **_named(handbook, "kind", "kpi_groups", one.kind),
                **_both("definition", one.definition), "measure": id, **_both("measure_name", measure.name), **_both("formula", measure.formula),
                "unit": measure.unit, "direction": measure.direction, "cadence": one.cadence, **_both("data_source", one.data_source),
                **_both("caution", one.caution), **_dates(one), **_pages(handbook, "kpis", one, url),
            }


def _requirements(handbook: Handbook, url: str) -> Iterator[Line]:
    for role, asked in ((role, asked) for role in handbook.ordered_roles for asked in role.competencies):
        yield {
            **_named(handbook, "role", "roles", role.id), **_named(handbook, "competency", "competencies", asked.competency),
            **_named(handbook, "level", "levels", asked.level), "step": handbook.steps_of_levels[asked.level], "need": asked.need,
            "for": " ".join(asked.for_),
        }


def _matrix(handbook: Handbook, url: str) -> Iterator[Line]:
    """Competencies down, roles across; in a cell the step of the level, counted from the lowest."""
    steps = {(role.id, one.competency): handbook.steps_of_levels[one.level] for role in handbook.ordered_roles for one in role.competencies}
    roles: list[Role] = list(handbook.ordered_roles)
    for one in handbook.used("competencies"):
        yield {"competency": one.id, **_both("name", one.name), **{role.id: steps.get((role.id, one.id), "") for role in roles}}
