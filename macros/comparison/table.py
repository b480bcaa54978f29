"""Sheets of the same kind side by side: first what several have, then what one alone has."""
from __future__ import annotations

from collections.abc import Sequence

from macros.comparison.rows import Row
from macros.comparison.sheet import Group, Sheet
from macros.views.page import View
from macros.views.reader import Reader

# Where links to lists of earlier editions lead on the page of a way: what the first role alone has, and the second, and what both have.
ANCHORS = {"levels": ("no-longer", "", ""), "figures": ("kpis-end", "kpis-new", "kpis-stay")}
NOWHERE = ("", "", "", "")
TABLED = ("facts", "levels")  # the kinds of groups that share the first table


def side_by_side(reader: Reader, sheets: Sequence[Sheet]) -> View:
    """Sheets of the same kind beside each other: one table of facts and levels, then the other groups; equal rows can be hidden."""
    groups = [_laid(reader, sheets, [sheet.groups[number] for sheet in sheets]) for number in range(len(sheets[0].groups))]
    equal = sum(row["same"] for group in groups for table in group["tables"] for row in table["rows"])
    return {
        "columns": [{"id": sheet.id, "link": sheet.link, "about": sheet.about} for sheet in sheets],
        "tabled": [group for group in groups if group["kind"] in TABLED],
        "others": [group for group in groups if group["kind"] not in TABLED and (group["tables"] or any(one["rows"] for one in group["own"]))],
        "hidden": reader.say_n("{n} equal row hidden", "{n} equal rows hidden", equal) if equal else "",
        "words": words(reader),
        "file": "-".join(["compare", *(sheet.id for sheet in sheets)]),
    }


def words(reader: Reader) -> View:
    """What is said around rows, here and in the browser."""
    return {
        "absent": reader.say("not listed"),
        "unstated": reader.say("not stated"),
        "both": reader.say("In both roles"),
        "all": reader.pattern("In all {n} roles"),
        "some": reader.pattern("In {n} of the roles"),
        "only": reader.pattern("{name} only"),
        "neither": reader.pattern("Not stated for either: {names}"),
        "none": reader.pattern("Not stated for any of them: {names}"),
        "names": reader.word("list", "names"),
        "unfigured": reader.say_forms("{n} without a target", "{n} without a target"),
        "informing": reader.say_forms("{n} for reference only", "{n} for reference only"),
        "caution": reader.say("Not listed does not mean not needed."),
    }


def _laid(reader: Reader, sheets: Sequence[Sheet], groups: Sequence[Group]) -> View:
    own, first = [{row.key: row for row in group.rows} for group in groups], groups[0]
    every = {key: row for rows in reversed(own) for key, row in reversed(rows.items())}
    keys = list(dict.fromkeys(key for rows in own for key in rows))
    said = words(reader)
    missing = (first.empty or said["unstated"], said["absent"])
    tables = [
        {
            "title": _bucket(said, n, len(sheets)) if n else first.title,
            "rows": [_row(missing[bool(n)], every[key], [rows.get(key) for rows in own], n) for key in found],
        }
        for n, found in _shared(first, own, keys)
    ]
    ids = ANCHORS.get(first.kind, NOWHERE) if len(sheets) == 2 else NOWHERE
    alone = [] if first.kind == "facts" else [
        {**_alone(said, sheet, rows, own if first.kind != "columns" else ()), "id": id}
        for sheet, rows, id in zip(sheets, own, (*ids[:2], *NOWHERE))
    ]
    silent = [phrase for key, phrase in first.unknown if key not in every]
    return {
        "id": first.id, "title": first.title, "kind": first.kind, "folded": first.folded,
        "tables": tables, "own": alone, "long": any(row.long for row in every.values()), "anchor": ids[2],
        "silent": said["neither" if len(sheets) == 2 else "none"].format(names=said["names"].join(silent)) if silent else "",
    }


def _shared(group: Group, own: Sequence[dict[str, Row]], keys: Sequence[str]) -> list[tuple[int, list[str]]]:
    """The rows that stand in a table: facts in one; of levels and figures those of several sheets, by how many have them, the most first."""
    if group.kind == "columns" or not keys:
        return []
    if group.kind == "facts":
        return [(0, list(keys))]
    having = {key: sum(key in rows for rows in own) for key in keys}
    return [(n, found) for n in range(len(own), 1, -1) if (found := [key for key in keys if having[key] == n])]


def _bucket(said: View, n: int, all: int) -> str:
    """What is written over rows that so many of the roles have."""
    if n == all == 2:
        return str(said["both"])
    return str(said["all" if n == all else "some"]).replace("{n}", str(n))


def _alone(said: View, sheet: Sheet, rows: dict[str, Row], every: Sequence[dict[str, Row]]) -> View:
    """What one sheet alone has; without `every`, all that it has."""
    found = [row for key, row in rows.items() if sum(key in other for other in every) < 2]
    bare = [("unfigured", [row for row in found if not row.figured and not row.informs]), ("informing", [row for row in found if row.informs])]
    return {
        "link": sheet.link, "title": said["only"].replace("{name}", sheet.link.name), "empty": not rows,
        "rows": found, "figured": [row for row in found if row.figured],
        "bare": [{"title": said[of]["one" if len(rows) == 1 else "other"].replace("{n}", str(len(rows))), "rows": rows} for of, rows in bare if rows],
    }


def _row(missing: str, row: Row, cells: Sequence[Row | None], n: int) -> View:
    return {
        "name": row.name, "href": row.href, "long": row.long,
        "same": all(cells) and len({cell.same for cell in cells if cell}) == 1,
        "cells": [cell.cell if cell else {"missing": missing, "dot": bool(n)} for cell in cells],
    }
