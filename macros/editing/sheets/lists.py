"""Every kind as a list: a row a record, with its id, its names and what can be said of it in a cell."""
from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.editing.kinds import home_of
from macros.editing.retiring import called_anew
from macros.editing.sheets.settings import home, listed, settings, text_at
from macros.editing.sheets.table import Asked, Begun, Column, Refused, Retire, Row, Sheet, Wanted
from macros.editing.sheets.wording import CONTEXTS, MATRIX, RETIRED, RETIRED_BY, TARGETS, TITLES, heading, literal_words, pointed_words
from macros.editing.starting import STARTED, starting
from macros.loading.folder import Loaded
from macros.loading.homes import FILES, FOLDERS
from macros.loading.unfilled import TO_FILL
from macros.model.called import id_called
from macros.model.record import Ref
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

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
DAY = r"(?P<on>(?P<year>[0-9]{4})[-/.年](?P<month>[0-9]{1,2})[-/.月](?P<day>[0-9]{1,2})日?)"
GONE = re.compile(rf"({DAY})?\s*({RETIRED}|{'|'.join(RETIRED.split(' · '))})?\s*(→|->|=>)\s*(?P<by>.+)")
WITHOUT = {
    kind: (f"；没有接替的，记录留着，在“{sheet}”里从各岗位去掉", f"; where nothing follows it, the record stays, and is taken from the roles in “{sheet}”")
    for kind, sheet in (("kpis", TARGETS), ("competencies", MATRIX))
}  # how a record is used no more that nothing follows, and whose address therefore leads nowhere else
ABOUT = ("名称和句子可以改，中文英文各一栏；类别、阶段等从下拉列表里选。"
         "新增一条：在末尾的空行写编号（英文小写、数字、连字符）和知道的内容，其余导入以后在YAML里填。"
         f"停用一条：在“停用”一栏写“{RETIRED_BY[0]}”，由几条接替的用“、”隔开。已有的编号不能改。",
         "Names and sentences may be changed, a column for each language; kinds, stages and the like are taken from the list of the cell. "
         "For a new record, write its id (lower-case letters, digits, hyphens) and what is known into an empty row at the end; the rest is filled in as YAML "
         f"after the import. To take a record out of use, write “{RETIRED_BY[1]}” into “Retired”, with commas between several that follow it. "
         "Ids that are there stay as they are.")


def lists(loaded: Loaded) -> Iterator[Sheet]:
    """A sheet for each kind that has records."""
    for kind in FIELDS:
        if loaded.handbook.of_kind(kind):
            yield _list(loaded, kind)


def _list(loaded: Loaded, kind: str) -> Sheet:
    columns = tuple(_columns(loaded, kind))
    rows = tuple(Row(id, _cells(loaded, kind, id, columns)) for id in loaded.known[kind])
    plan = partial(_plan, kind, {column.key: column for column in columns})
    return Sheet(TITLES[kind], ABOUT, 1, columns, rows, plan, kind=kind, begin=partial(_begin, kind) if kind in STARTED else None)


def _columns(loaded: Loaded, kind: str) -> Iterator[Column]:
    yield Column("id", heading("id"))
    for name in FIELDS[kind]:
        info = MODELS[kind].model_fields[name]
        optional = not info.is_required()
        if _is_text(info.annotation):
            yield from (Column(f"{name}.{half}", heading(name, half), (name, half), optional=optional) for half in LANGUAGES)
        elif (choices := _choices(loaded, kind, name, info)) or not _ref(info):  # a list that the handbook does not keep has nothing to choose from
            yield Column(name, heading(name), (name,), choices, optional)
    yield Column("retired", heading("retired"), ())


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
    record = loaded.handbook.of_kind(kind).get(id)  # one that is not filled in may be none yet
    gone = record and record.retired
    cells = {"id": id, "retired": f"{gone.on} → {', '.join(gone.replaced_by)}" if gone else ""}
    return cells | {column.key: said(column, text_at(document, (*prefix, *column.path))) for column in columns if column.path}


def said(column: Column, value: str) -> str:
    """The text of a cell for a value of the file."""
    return next((words for words, one in column.choices.items() if one == value), value)


def _plan(kind: str, columns: Mapping[str, Column], loaded: Loaded, id: str, wanted: Wanted) -> Iterator[Asked]:
    yield from settings(loaded, kind, id, (), columns, {key: text for key, text in wanted.items() if key != "retired"})
    yield from _still_found(loaded, kind, id, {key.removeprefix("name."): text for key, text in wanted.items() if key.startswith("name.")})
    if "retired" in wanted:
        yield Asked("retired", home_of(loaded, kind, id)[0], _retire(loaded, kind, id, wanted["retired"]))


def _still_found(loaded: Loaded, kind: str, id: str, named: Mapping[str, str]) -> Iterator[Asked]:
    """Whoever looks for a record by the name it had finds it, as after `handbook rename`; `named` has the new name in each language that changes."""
    record = loaded.handbook.of_kind(kind).get(id)
    old: dict[str, str] = {language: record.name[language] for language in LANGUAGES if language in named} if record and not record.retired else {}
    if record and old and TO_FILL not in old.values():
        file, document, prefix = home(loaded, kind, id)
        data: Any = document.at(prefix)
        column = f"name.{next(iter(old))}"
        yield from (Asked(column, file, edit) for edit in called_anew(old, named, prefix, data, hasattr(record, "aliases")))


def _retire(loaded: Loaded, kind: str, id: str, text: str) -> Retire:
    """What a cell asks for that takes a record out of use: since when, if it says so, and what follows, by id or by name."""
    record = loaded.handbook.of_kind(kind).get(id)
    if record and record.retired:
        raise Refused("retired", "这一条已停用，停用的内容在YAML里改；把这一格改回来", "This record is retired already, which is changed in its YAML file; "
                                                                       "put the cell back")
    found = GONE.fullmatch(text)
    if not found:
        zh, en = WITHOUT.get(kind, ("；没有接替的，记录留着", "; where nothing follows it, the record stays"))
        raise Refused("retired", f"要停用，写明由谁接替：“{RETIRED_BY[0]}”，或“2026-12-01 → 编号”{zh}",
                      f"To take a record out of use, say what follows it: “{RETIRED_BY[1]}”, or “2026-12-01 → id”{en}")
    return Retire(kind, id, tuple(listed(found["by"])), _day(found).isoformat())


def _day(found: re.Match[str]) -> datetime.date:
    """Since when, in any of the ways in which people write a date; else today."""
    if not found["on"]:
        return datetime.date.today()
    try:
        return datetime.date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        raise Refused("retired", f"没有“{found['on']}”这一天；日期写成2026-12-01这样", f"There is no day “{found['on']}”; write it like 2026-12-01") from None


def same_followers(loaded: Loaded, kind: str, text: str, stands: str) -> bool:
    """Whether a cell asks for what was done already: the record is retired, for the same ones."""
    asked, done = GONE.fullmatch(text), GONE.fullmatch(stands)
    if asked is None or done is None:
        return False
    return [id_called(loaded.handbook, kind, one) or one for one in listed(asked["by"])] == listed(done["by"])


def _begin(kind: str, loaded: Loaded, cells: Wanted, languages: Collection[str]) -> Begun:
    """A new record, as `handbook new` begins one."""
    id = cells["id"]
    return Begun(id, kind, id, step=None if id in loaded.known[kind] else starting(kind, id, languages))
