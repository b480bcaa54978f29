"""Roles side by side: the page to choose them on, and a page for every step and move between two described roles."""
from __future__ import annotations

from collections.abc import Sequence

from macros.model.items import LEVELS
from macros.model.transitions import Way, ways
from macros.views.moves import way_entry
from macros.views.parts import Section
from macros.views.plan import contents, endings, plan
from macros.views.reader import Reader
from macros.views.sheets import Group, Row, Sheet, role_sheet


def side_by_side(reader: Reader, sheets: Sequence[Sheet]) -> dict[str, object]:
    """Sheets of the same kind as one table: rows of the first sheet, then what the others add; equal rows can fold."""
    groups = [_laid(reader, sheets, [sheet.groups[number] for sheet in sheets]) for number in range(len(sheets[0].groups))]
    folded = sum(len(group["same"]) for group in groups)
    return {
        "columns": [{"id": sheet.id, "link": sheet.link, "about": sheet.about} for sheet in sheets],
        "groups": [{**group, "same": same_line(reader).replace("{names}", reader.listed([reader.inside(name) for name in group["same"]])) if group["same"] else ""} for group in groups],
        "folded": reader.say_n("{n} row folded", "{n} rows folded", folded) if folded else "",
        "file": "-".join(["compare", *(sheet.id for sheet in sheets)]),
    }


def same_line(reader: Reader) -> str:
    """What stands in place of folded rows, with a place for their names."""
    return reader.say("The same for all: {names}", names="{names}")


def _laid(reader: Reader, sheets: Sequence[Sheet], groups: Sequence[Group]) -> dict[str, object]:
    own = [{row.key: row for row in group.rows} for group in groups]
    first: dict[str, Row] = {}
    for key, row in (pair for rows in own for pair in rows.items()):
        first.setdefault(key, row)
    rows = [_row(reader, sheets, [group.absent for group in groups], row, [found.get(key) for found in own]) for key, row in first.items()]
    return {"id": groups[0].id, "title": groups[0].title, "rows": rows, "same": [row["name"] for row in rows if row["same"]]}


def _row(reader: Reader, sheets: Sequence[Sheet], absent: Sequence[str], row: Row, cells: Sequence[Row | None]) -> dict[str, object]:
    first = reader.inside(sheets[0].link.name)
    return {
        "name": row.name, "href": row.href, "small": row.small, "long": row.long,
        "same": all(cells) and len({cell.same for cell in cells if cell}) == 1,
        "cells": [
            {"of": sheet.link.name, "cell": cell.cell if cell else {"open": word}, "diff": _difference(reader, cells[0], cell, first), "raised": _rise(cells[0], cell) > 0}
            for sheet, word, cell in zip(sheets, absent, cells)
        ],
    }


def _rise(first: Row | None, cell: Row | None) -> int:
    """By how many levels a cell asks more than the first column."""
    return cell.step - first.step if first and cell else 0


def _difference(reader: Reader, first: Row | None, cell: Row | None, name: str) -> str:
    return differences(reader).get(str(_rise(first, cell)), "").replace("{name}", name)


def differences(reader: Reader) -> dict[str, str]:
    """How it is said that a cell asks for so many levels more, or fewer, than the first column, with a place for its name."""
    steps = range(1, len(LEVELS))
    more = {str(n): reader.say_n("{n} level above the {name}", "{n} levels above the {name}", n, name="{name}") for n in steps}
    return {**more, **{str(-n): reader.say_n("{n} level below the {name}", "{n} levels below the {name}", n, name="{name}") for n in steps}}


def compare(reader: Reader) -> dict[str, object]:
    """The page on which roles or stages are chosen, with every comparison that has a page of its own."""
    handbook = reader.handbook
    stages = [
        {"name": reader.text(stage.name), "roles": [{"id": role.id, "name": reader.text(role.name)} for role in handbook.ordered_roles if role.stage == stage.id]}
        for stage in handbook.used("stages")
    ]
    return {
        "title": reader.say("Compare"),
        "essence": reader.say("Lay two to four roles side by side, or two stages. With two roles you also see the way from one to the other."),
        "by_stage": [stage for stage in stages if stage["roles"]],
        "stages": [{"id": stage.id, "name": reader.text(stage.name)} for stage in handbook.used("stages")],
        "tracks": [{"id": track.id, "name": reader.text(track.name)} for track in handbook.used("tracks")],
        "ways": [way_entry(reader, way) for way in ways(handbook)],
        "assets": f"{reader.root}assets/",
        "sections": {},
    }


def way_page(reader: Reader, way: Way) -> dict[str, object]:
    """Two roles that a step or a move joins: what is new, the plan, and both side by side."""
    found = plan(reader, way)
    entry = way_entry(reader, way)
    sections = [Section("plan", reader.say("Plan the move")), *contents(found, reader), Section("side-by-side", reader.say("Side by side"))]
    return {
        **entry,
        "name": f"{reader.text(way.origin.name)} → {reader.text(way.target.name)}",
        "essence": found["sentence"] or reader.say("The documents ask for no further competency at this step."),
        "plan": found,
        "endings": endings(reader),
        "table": side_by_side(reader, [role_sheet(reader, way.origin.id), role_sheet(reader, way.target.id)]),
        "assets": f"{reader.root}assets/",
        "sections": {section.id: section for section in sections},
    }
