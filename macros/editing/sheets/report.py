"""What is wrong with a workbook, told by sheet, row and column."""
from __future__ import annotations

import re
from collections.abc import Iterable

from macros.editing.change import Change
from macros.editing.edits import Add, Edit
from macros.editing.sheets.merging import Merged
from macros.editing.sheets.reading import Mistake
from macros.words.excerpts import harmless
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem, field_name

MOST = 40  # mistakes shown: a workbook gone wrong as a whole has one for every cell


def report(file: str, mistakes: Iterable[Mistake]) -> str:
    """Every mistake with its place, and how many there are."""
    every = sorted(set(mistakes))
    blocks = [f"{file}  {one.title}{'  ' * bool(one.place)}{one.place}\n  {one.zh}\n  {one.en}" for one in every[:MOST]]
    if len(every) > MOST:
        blocks.append(f"还有{len(every) - MOST}处。\nAnd {len(every) - MOST} more.")
    return harmless("\n\n".join(blocks)) + (
        f"\n\n工作簿里有{len(every)}处要改；什么也没有写入。\n{len(every)} problem{'s' * (len(every) > 1)} in the workbook; nothing is written.")


def report_of_rules(file: str, merged: Merged, change: Change) -> str:
    """What the rules of the handbook say of the data as they would be: at the cell that asks for it, where one does; else at its file."""
    mistakes, others = [], []
    for problem in change.problems:
        place = _cell(problem, merged, change.folder)
        if place:
            mistakes.append(Mistake(place.sheet, place.title, place.row, place.column, problem.zh, problem.en))
        else:
            others.append(problem.shown())
    return "\n\n".join([*others, *([report(file, mistakes)] if mistakes else ["什么也没有写入。\nNothing is written."])])


def _cell(problem: Problem, merged: Merged, folder: str) -> Mistake | None:
    """The cell whose edit stands nearest to where a problem is."""
    near: list[tuple[int, Mistake]] = []
    for place, file, edit in merged.asked:
        if f"{folder}/{file}" != problem.file:
            continue
        field, parent, inside = _field(edit), field_name(edit.path[:-1]), _below(problem.field)
        if field in inside:
            near.append((2 + len(field), place))
        elif edit.path[-1] in LANGUAGES and parent in inside:  # the rule speaks of the other half
            near.append((1, place))
        elif problem.field in _below(field):
            near.append((0, place))
    return max(near)[1] if near else None


def _below(field: str) -> set[str]:
    """A field, and everything that it stands in."""
    parts = re.split(r"(?=[.\[])", field)
    return {"".join(parts[:length]) for length in range(1, len(parts) + 1)}


def _field(edit: Edit) -> str:
    return field_name((*edit.path, edit.name) if isinstance(edit, Add) else edit.path)
