"""Roles × competencies: which level a role needs, and how much, in one cell."""
from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import get_args

from macros.editing.edits import Insert, Put, Remove
from macros.editing.sheets.settings import home, known_id, meant, not_a_choice
from macros.editing.sheets.table import Asked, Begun, Column, Refused, Row, Sheet, Wanted
from macros.editing.sheets.wording import MATRIX, RETIRED, heading, named
from macros.editing.written import Value
from macros.loading.folder import Loaded
from macros.model.roles import Need, Requirement, Role
from macros.words.catalog import word

ABOUT = (
    "一行一项能力，一栏一个岗位；格子里从下拉列表选“级别，必备或加分”。"
    "岗位新增一项能力，在后面写“→ ”和用到它的职责，例如“→ 品牌定位、内容”。岗位不再要求的，选“停用 · retired”，不要清空。"
    "新的能力先在“能力 Competencies”里写一行，再把编号写在这里末尾的空行。",
    "A row is a competency, a column a role; take “level, essential or useful” from the list of the cell. For a competency new to a role, add “→ ” "
    "and the duties that need it. For one a role no longer needs, choose “停用 · retired” instead of emptying the cell. "
    "A new competency has a row in “能力 Competencies” first; then write its id into an empty row at the end of this sheet.",
)
FOR = re.compile(r"\s*(?:→|->|=>)\s*")


def matrix(loaded: Loaded) -> Sheet:
    """Competencies down, roles across, both as long as they are in use."""
    handbook = loaded.handbook
    choices = _choices(loaded)
    words = {value: said for said, value in choices.items()}
    columns = (
        Column("competency", heading("competency")), Column("competency-name", heading("competency-name")),
        *(Column(role.id, f"{named(role.name)} ({role.id})", (), choices, optional=True) for role in handbook.ordered_roles),
    )
    asked = {(role.id, one.competency): words[f"{one.level}/{one.need}"] for role in handbook.ordered_roles for one in role.competencies}
    rows = tuple(
        Row(competency.id, {
            "competency": competency.id, "competency-name": named(competency.name),
            **{role.id: asked.get((role.id, competency.id), "") for role in handbook.ordered_roles},
        }) for competency in handbook.used("competencies")
    )
    return Sheet(MATRIX, ABOUT, 1, columns, rows, _plan, extended=True, begin=_begin)


def _begin(loaded: Loaded, cells: Wanted, languages: Collection[str]) -> Begun:
    """A competency that was not in the export, or comes with this workbook."""
    id = cells["competency"]
    return Begun(known_id(loaded, "competencies", id, "competency"), "competencies", id)


def _choices(loaded: Loaded) -> Mapping[str, str]:
    """Every level with every need in words: 应变，必备 · Adapt, essential."""
    return {
        f"{level.name.zh}，{word('zh', 'need', need)} · {level.name.en}, {word('en', 'need', need).lower()}": f"{level.id}/{need}"
        for level in loaded.handbook.levels.values() for need in get_args(Need)
    }


def _plan(loaded: Loaded, competency: str, wanted: Wanted) -> Iterator[Asked]:
    choices = _choices(loaded)
    for id, text in wanted.items():
        role = loaded.handbook.roles[id]
        file, _, prefix = home(loaded, "roles", id)
        place = (*prefix, "competencies")
        found = next(((number, one) for number, one in enumerate(role.competencies) if one.competency == competency), None)
        if text == RETIRED:
            if found:
                yield Asked(id, file, Remove((*place, found[0])))
            continue
        said, *duties = FOR.split(text, 1)
        said = meant(said, choices)
        if said not in choices:
            raise Refused(id, *not_a_choice(said, Column(id, "", choices=choices)))
        level, _, need = choices[said].partition("/")
        if not found:
            needed_for: list[Value] = [*_duties(role, duties[0] if duties else "", said)]
            yield Asked(id, file, Insert(place, {"competency": competency, "level": level, "need": need, "for": needed_for}))
            continue
        if duties:
            raise Refused(id, f"用到它的职责已经写在岗位里；这里只写“{said}”", f"The duties that need it stand with the role already; write only “{said}”")
        yield from _altered(id, file, (*place, found[0]), found[1], level, need)


def _altered(column: str, file: str, place: tuple[str | int, ...], now: Requirement, level: str, need: str) -> Iterator[Asked]:
    if level != now.level:
        yield Asked(column, file, Put((*place, "level"), level))
    if need != now.need:
        yield Asked(column, file, Put((*place, "need"), need))


def _duties(role: Role, text: str, said: str) -> list[str]:
    """The duty groups that words name, by a name in either language or by the id."""
    known = {name: key for key, group in role.duties.items() for name in (key, group.name.zh, group.name.en)}
    names = [name for name in re.split(r"\s*[、,，;；]\s*", text) if name]
    unknown = [name for name in names if name not in known]
    if not names or unknown:
        zh, en = "、".join(group.name.zh for group in role.duties.values()), ", ".join(group.name.en for group in role.duties.values())
        first = next(iter(role.duties.values())).name
        wrong_zh, wrong_en = (f"没有“{unknown[0]}”这组职责", f"There are no duties “{unknown[0]}”") if unknown else (
            "岗位新增的能力，要写明哪些职责用到它", "For a competency new to a role, say which duties need it")
        raise Refused(role.id, f"{wrong_zh}；例如“{said} → {first.zh}”。这个岗位的职责：{zh}",
                      f"{wrong_en}, such as “{said} → {first.en}”. Duties of this role: {en}")
    return list(dict.fromkeys(known[name] for name in names))
