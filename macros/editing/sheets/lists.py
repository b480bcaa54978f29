"""Every kind as a list: a row a record, with its id, its names and what can be said of it in a cell."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.editing.sheets.settings import home, settings, text_at
from macros.editing.sheets.table import Asked, Column, Row, Sheet, Wanted
from macros.editing.sheets.wording import CONTEXTS, TITLES, heading, literal_words, pointed_words
from macros.loading.folder import Loaded
from macros.loading.homes import FILES, FOLDERS
from macros.model.record import Ref
from macros.words.languages import LANGUAGES, Text

FIELDS = {
    "roles": ("name", "essence", "purpose", "stage", "layer"),
    "competencies": ("name", "kind", "summary"),
    "kpis": ("name", "short", "kind", "definition", "cadence", "data_source", "caution"),
    "stages": ("name", "posts", "level", "positioning"),
    "layers": ("name", "summary"),
    "tracks": ("name", "summary", "suits"),
    "moves": ("name", "kind", "summary"),
    "practices": ("name", "kind", "summary"),
    "cases": ("name", "kind", "story", "point"),
    "posts": ("name", "known", "stage", "layer"),
    "titles": ("name", "known"),
    "teams": ("name",),
    "terms": ("name", "short", "kind", "definition"),
}
MODELS: Mapping[str, type[BaseModel]] = {**FOLDERS, **{kind: model for kinds in FILES.values() for kind, model in kinds.items()}}
ABOUT = ("名称和句子可以改，中文英文各一栏；类别、阶段等从下拉列表里选。编号和“停用”一栏只供查看。",
         "Names and sentences may be changed, a column for each language; kinds, stages and the like are taken from the list of the cell. "
         "Ids and “Retired” are for reading.")


def lists(loaded: Loaded) -> Iterator[Sheet]:
    """A sheet for each kind that has records."""
    for kind in FIELDS:
        if loaded.handbook.of_kind(kind):
            yield _list(loaded, kind)


def _list(loaded: Loaded, kind: str) -> Sheet:
    columns = tuple(_columns(loaded, kind))
    rows = tuple(Row(id, _cells(loaded, kind, id, columns)) for id in loaded.handbook.of_kind(kind))
    return Sheet(TITLES[kind], ABOUT, 1, columns, rows, partial(_plan, kind, {column.key: column for column in columns}))


def _columns(loaded: Loaded, kind: str) -> Iterator[Column]:
    yield Column("id", heading("id"))
    for name in FIELDS[kind]:
        info = MODELS[kind].model_fields[name]
        optional = not info.is_required()
        if _is_text(info.annotation):
            yield from (Column(f"{name}.{half}", heading(name, half), (name, half), optional=optional) for half in LANGUAGES)
        else:
            yield Column(name, heading(name), (name,), _choices(loaded, kind, name, info), optional)
    yield Column("retired", heading("retired"))


def _is_text(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Text)
    return any(map(_is_text, getattr(annotation, "__args__", ())))


def _choices(loaded: Loaded, kind: str, name: str, info: FieldInfo) -> Mapping[str, str]:
    """What may stand in a field: the names of records it points at, the words of the model, or anything."""
    pointed = _ref(info)
    if pointed:
        return pointed_words(loaded, pointed)
    return literal_words(name, CONTEXTS[kind], info.annotation) if kind in CONTEXTS and name == "kind" else {}


def _ref(info: FieldInfo) -> str | None:
    inside = [one for inner in (info.annotation, *getattr(info.annotation, "__args__", ())) for one in getattr(inner, "__metadata__", ())]
    return next((one.kind for one in (*info.metadata, *inside) if isinstance(one, Ref)), None)


def _cells(loaded: Loaded, kind: str, id: str, columns: tuple[Column, ...]) -> Mapping[str, str]:
    _, document, prefix = home(loaded, kind, id)
    gone = loaded.handbook.of_kind(kind)[id].retired
    cells = {"id": id, "retired": f"{gone.on} → {', '.join(gone.replaced_by)}" if gone else ""}
    return cells | {column.key: said(column, text_at(document, (*prefix, *column.path))) for column in columns if column.path}


def said(column: Column, value: str) -> str:
    """The text of a cell for a value of the file."""
    return next((words for words, one in column.choices.items() if one == value), value)


def _plan(kind: str, columns: Mapping[str, Column], loaded: Loaded, id: str, wanted: Wanted) -> Iterator[Asked]:
    return settings(loaded, kind, id, (), columns, wanted)
