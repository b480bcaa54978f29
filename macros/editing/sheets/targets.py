"""Targets: what each role is asked to reach, a row for every KPI of a role."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from macros.editing.change import Wanted as Changes
from macros.editing.edits import Insert, Put, Remove
from macros.editing.sheets.lists import said
from macros.editing.sheets.settings import home, known_id, listed, settings, text_at
from macros.editing.sheets.table import Asked, Begun, Column, Refused, Row, Sheet, Wanted, key_of
from macros.editing.sheets.wording import HEADINGS, NOT_STATED, RETIRED, TARGETS, heading, literal_words, named, pointed_words
from macros.editing.written import Value
from macros.loading.folder import Loaded
from macros.loading.unfilled import unfilled
from macros.model.figures import Target, Times
from macros.model.roles import Role, RoleTarget
from macros.model.sources import SourceDocument
from macros.words.languages import LANGUAGES
from macros.words.problems import Path

ABOUT = (
    "一行是一个岗位的一个指标。数值直接写数字，单位、时间从下拉列表里选；"
    "文件没有给数字的，数值一栏写着“没有写 · not stated”，换成数字就有了目标。岗位不再用的指标，在最后一栏选“停用 · retired”，不要删行。"
    "岗位新增一个指标：在末尾的空行写岗位、指标和量法的编号（第几行空着）、目标和出处（例如handbook#2.3，几处用“、”隔开）；没有出处就算编者补充。",
    "A row is one KPI of one role. Write the value as a number and take unit and period from the list of the cell; where no document gives a figure, the "
    "value says “没有写 · not stated”. For a KPI that a role no longer has, choose “停用 · retired” in the last column instead of deleting the row. "
    "For a KPI new to a role, write the ids of role, KPI and measure (leave “Line” empty), the target and its sources (such as handbook#2.3, "
    "with commas between) into an empty row at the end; without sources it counts as editorial.",
)
IDS = ("role", "kpi", "measure", "line")
ALWAYS = (
    "comparator", "value", "unit", "period", "per", "from", "to", "reference", "change", "baseline", "out_of", "scale", "frequency.times", "frequency.every",
)
WHERE_USED = ("before", "after", "goal", "lasting.times", "lasting.period")
NUMBERS = {"value", "from", "to", "out_of", "scale", "frequency.times", "before", "after", "goal", "lasting.times"}
PERIODS = {"frequency": "every", "lasting": "period"}


def targets(loaded: Loaded) -> Sheet:
    """The targets of all roles in use, lowest stage first, in the order of each role's file."""
    columns = tuple(_columns(loaded))
    rows = tuple(
        Row(key_of(ids), _cells(loaded, role, number, ids, columns))
        for role in loaded.handbook.ordered_roles for number, ids in enumerate(_ids(role))
    )
    return Sheet(TARGETS, ABOUT, len(IDS), columns, rows, _plan, begin=_begin)


def _ids(role: Role) -> Iterator[tuple[str, ...]]:
    """What tells the lines of a role apart: KPI, measure, and which of those it is that have the same."""
    seen: Counter[tuple[str, str]] = Counter()
    for line in role.kpis:
        same = (line.kpi, line.measure or "")
        seen[same] += 1
        yield (role.id, *same, str(seen[same]))


def _columns(loaded: Loaded) -> Iterator[Column]:
    yield from (Column(id, heading(id)) for id in IDS)
    yield from (Column(name, heading(name)) for name in ("role-name", "kpi-name"))
    used = {key for role in loaded.handbook.ordered_roles for line in role.kpis if line.target for key in WHERE_USED if _has(line.target, key)}
    for key in (*ALWAYS, *(key for key in WHERE_USED if key in used)):
        path = tuple(key.split("."))
        choices = {} if key in NUMBERS else _choices(loaded, path)
        yield Column(f"target.{key}", _heading(path), ("target", *path), choices, optional=True, numbers=key in NUMBERS)
    yield from (Column(f"scope.{half}", heading("scope", half), ("scope", half), optional=True) for half in LANGUAGES)
    serves = literal_words("serves", "", RoleTarget.model_fields["serves"].annotation)
    yield Column("serves", heading("serves"), ("serves",), serves, default="appraisal")
    basis = literal_words("basis", "basis", RoleTarget.model_fields["basis"].annotation)
    yield Column("basis", heading("basis"), ("basis",), basis, default="stated")
    yield Column("sources", heading("sources"), ("sources",), optional=True, many=True)
    yield from (Column(f"note.{half}", heading("note", half), ("note", half), optional=True) for half in LANGUAGES)
    yield Column("retired", heading("retired"), (), {RETIRED: RETIRED}, optional=True)


def _has(target: Target, key: str) -> bool:
    value: Any = target
    for part in key.split("."):
        value = getattr(value, part, None)
    return value is not None


def _heading(path: tuple[str, ...]) -> str:
    """`lasting` has a period of its own."""
    if path[0] == "lasting":
        return "持续（次数） · Lasting (times)" if path[1] == "times" else "持续（时间） · Lasting (period)"
    return heading(path[-1]) if path[-1] in HEADINGS else ""


def _choices(loaded: Loaded, path: tuple[str, ...]) -> Mapping[str, str]:
    if path == ("unit",):
        return pointed_words(loaded, "units_or_currencies")
    if path == ("per",):
        return pointed_words(loaded, "occasions")
    if path[0] in PERIODS:
        return literal_words("period", "period", Times.model_fields[path[1]].annotation)
    return literal_words(path[0], path[0], Target.model_fields[path[0]].annotation)


def _cells(loaded: Loaded, role: Role, number: int, ids: tuple[str, ...], columns: tuple[Column, ...]) -> Mapping[str, str]:
    _, document, prefix = home(loaded, "roles", role.id)
    base = (*prefix, "kpis", number)
    cells: dict[str, str] = dict(zip(IDS, ids, strict=True)) | {"role-name": named(role.name), "kpi-name": _name(loaded, role.kpis[number]), "retired": ""}
    cells |= {column.key: said(column, text_at(document, (*base, *column.path)) or column.default) for column in columns if column.path}
    if role.kpis[number].target is None:
        cells["target.value"] = NOT_STATED
    if cells["target.scale"] == "not-stated":
        cells["target.scale"] = NOT_STATED
    return cells


def _name(loaded: Loaded, line: RoleTarget) -> str:
    kpi = loaded.handbook.kpis.get(line.kpi)
    if kpi is None:  # it is new, and not filled in yet
        return line.kpi
    return f"{named(kpi.name)}（{named(kpi.measures[line.measure].name)}）" if line.measure and len(kpi.measures) > 1 else named(kpi.name)


def _begin(loaded: Loaded, cells: Wanted, languages: Collection[str]) -> Begun:
    """A KPI that a role is to have: with no target yet, and editorial unless the row says on what it stands."""
    kpi, measure = cells["kpi"], cells["measure"]
    if cells["role"] in loaded.known["roles"] and unfilled(*home(loaded, "roles", cells["role"])[1:]):
        raise Refused("role", "这个岗位是新的，还没填完；它的指标在它的YAML文件里写",
                      "This role is new and not filled in yet; write its KPIs into its YAML file")
    id = known_id(loaded, "roles", cells["role"], "role")
    if not kpi:
        raise Refused("kpi", "写上指标的编号", "Write the id of the KPI")
    if kpi not in loaded.known["kpis"]:
        known_id(loaded, "kpis", kpi, "kpi")
    known = loaded.handbook.kpis[kpi].measures if kpi in loaded.handbook.kpis else {measure: None}
    if not measure and len(known) > 1:
        raise Refused("measure", f"“{kpi}”有几种量法，写上一种的编号：{'、'.join(known)}",
                      f"“{kpi}” has several measures; write the id of one: {', '.join(known)}")
    if measure and measure not in known:
        raise Refused("measure", f"“{kpi}”没有量法“{measure}”；已有：{'、'.join(known)}", f"“{kpi}” has no measure “{measure}”; it has: {', '.join(known)}")
    role = loaded.handbook.roles[id]
    same = [key_of(ids) for ids in _ids(role) if ids[1:3] == (kpi, measure)]
    there = {row.key: row.cells for row in targets(loaded).rows}
    given = {name: text for name, text in cells.items() if text}
    if held := next((key for key in same if given.items() <= there[key].items()), None):
        return Begun(held, "roles", id)
    if cells["line"]:
        raise Refused("line", "“第几行”由导出写上；新的一行空着", "“Line” is written by the export; leave it empty in a new row")
    entry: dict[str, Value] = {"kpi": kpi, **({"measure": measure} if measure else {}), "target": "not-stated"}
    if not (cells.get("basis") or cells.get("sources")):
        entry["basis"] = "editorial"
    file, _, prefix = home(loaded, "roles", id)
    added = Changes({file: [Insert((*prefix, "kpis"), entry, in_block=True)]})
    return Begun(key_of((id, kpi, measure, str(len(same) + 1))), "roles", id, ("kpis", len(role.kpis)), lambda _: added)


def _plan(loaded: Loaded, key: str, wanted: Wanted) -> Iterator[Asked]:
    role = loaded.handbook.roles[key.partition("/")[0]]
    number = [key_of(ids) for ids in _ids(role)].index(key)
    file, _, prefix = home(loaded, "roles", role.id)
    place: Path = (*prefix, "kpis", number)
    if wanted.get("retired"):
        if wanted["retired"] != RETIRED:
            raise Refused("retired", f"这一栏只写“{RETIRED}”，或空着", f"This column holds “{RETIRED}” or nothing")
        yield Asked("retired", file, Remove(place))
        return
    _ensure_kept(role.kpis[number], wanted)
    rest = dict(wanted)
    if rest.get("target.value") == NOT_STATED:
        others = [one for one in rest if one.startswith("target.") and one != "target.value"]
        if others:
            raise Refused(others[0], f"数值写着“{NOT_STATED}”，别的数字就不写", f"Where the value says “{NOT_STATED}”, no other figure stands beside it")
        yield Asked("target.value", file, Put((*place, "target"), "not-stated"))
        del rest["target.value"]
    _ensure_sections(loaded, rest.get("sources", ""))
    if rest.get("target.scale") == NOT_STATED:
        rest["target.scale"] = "not-stated"
    yield from settings(loaded, "roles", role.id, ("kpis", number), {column.key: column for column in _columns(loaded)}, rest)


def _ensure_kept(line: RoleTarget, wanted: Wanted) -> None:
    """“Retired” stands in no cell where it would silently say something else of the KPI, or nothing, than that the role has it no longer.

    Raises Refused otherwise."""
    zh, en = f"不再用这个指标，在最后一栏写“{RETIRED}”", f"for a KPI no longer used, write “{RETIRED}” in the last column"
    gone = {key for key, text in wanted.items() if text == RETIRED}
    if said := next((key for key in ("serves", "basis") if key in gone), None):
        raise Refused(said, f"这一栏不写“{RETIRED}”，从下拉列表里选一项；{zh}",
                      f"“{RETIRED}” does not belong here; take one from the list of the cell, and {en}")
    if "sources" in gone and "basis" not in wanted:
        raise Refused("sources", f"这样会去掉出处；{zh}，只去掉出处就把“依据”也改了",
                      f"This would take the sources away; {en}, and to drop only the sources change “Basis” too")
    if line.target is None and "target.value" in gone and not any(key.startswith("target.") and key not in gone for key in wanted):
        raise Refused("target.value", f"这里已经是“{NOT_STATED}”；{zh}", f"This says “{NOT_STATED}” already; {en}")


def _ensure_sections(loaded: Loaded, text: str) -> None:
    """No source is given by the title of its document, whose id nobody knows by heart. Raises Refused otherwise."""
    for one in listed(text) if text != RETIRED else ():
        document = next((document for document in loaded.handbook.documents.values() if one not in loaded.known["sections"] and _names(document, one)), None)
        if document:
            named = [section for section in re.findall(r"[0-9]+(?:\.[0-9]+)*", one) if section in document.sections]
            zh, en = (named[-1], named[-1]) if named else ("章节号", "section")
            raise Refused("sources", f"出处写编号，不写名称：“{one}”写成“{document.id}#{zh}”",
                          f"A source is given by its id and not by its title: write “{one}” as “{document.id}#{en}”")


def _names(document: SourceDocument, text: str) -> bool:
    """Whether a text has the title of a document, or its short one, in either language."""
    titles = [title[language] for title in (document.title, document.short) if title for language in LANGUAGES]
    return any(title.lower() in text.lower() for title in titles)
