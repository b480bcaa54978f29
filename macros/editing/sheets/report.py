"""What is wrong with a workbook, told by sheet, row and column."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from macros.editing.change import Change
from macros.editing.edits import Add, Edit, Put, Remove
from macros.editing.sheets.merging import Merged
from macros.editing.sheets.reading import Mistake
from macros.loading.folder import FILLING
from macros.words.excerpts import harmless
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem, field_name

QUOTED = re.compile("“([^”]+)”")
IN_CELLS = (  # what is said of files, and of cells instead
    ("写change: decrease", "在“变化”一栏选“降低”"), ("write change: decrease", "choose “decrease” under Change"),
    ("^整个写成target: .*", "目标要写全：比较、数值、单位和时间一起填；没有规定时间的，选“没有写”"),
    ("^Write it in full, target: .*", "Fill in the whole target: comparison, value, unit and period, which may be “not stated”"),
)
FEW = 8  # cells named in a sentence
MOST = 40  # mistakes shown: a workbook gone wrong as a whole has one for every cell


def report(file: str, mistakes: Iterable[Mistake]) -> str:
    """Every mistake with its place, and how many there are."""
    every = sorted(set(mistakes))
    blocks = [f"{file}  {one.title}{'  ' * bool(one.place)}{one.place}\n  {one.zh}\n  {one.en}" for one in every[:MOST]]
    if len(every) > MOST:
        blocks.append(f"还有{len(every) - MOST}处。\nAnd {len(every) - MOST} more.")
    return harmless("\n\n".join(blocks)) + (
        f"\n\n工作簿里有{len(every)}处要改；什么也没有写入。\n{len(every)} problem{'s' * (len(every) > 1)} in the workbook; nothing is written.")


def one_half(merged: Merged) -> Iterator[str]:
    """Says which cells change a sentence in one language only; nothing where none does."""
    changed = {(file, edit.path) for _, file, edit in merged.asked}
    alone = [
        f"{place.title} {place.place}" for place, file, edit in merged.asked
        if _is_half(edit) and not {(file, (*edit.path[:-1], half)) for half in LANGUAGES} <= changed
    ]
    if alone:
        shown, more = ", ".join(alone[:FEW]), len(alone) - FEW
        zh, en = (f"等{len(alone)}格", f" and {more} more") if more > 0 else ("", "")
        yield (f"只改了一种语言：{shown}{zh}；另一种也改，或运行handbook confirm表明它仍然对。\n"
               f"Changed in one language only: {shown}{en}; change the other too, or run handbook confirm to say that it still holds.")


def unsound(change: Change) -> list[Problem]:
    """What is wrong with a change, beside what new records still have to be filled in with."""
    return [problem for problem in change.problems if problem.rule != FILLING]


def to_fill(change: Change) -> Iterator[str]:
    """What new records still have to be filled in with, record by record; nothing where none does."""
    left = [problem for problem in change.problems if problem.rule == FILLING]
    if left:
        yield "导入以后还要在YAML里填：\nTo be filled in as YAML after the import:"
        yield from (f"  {problem.file}:{problem.line}\n  {problem.zh}\n  {problem.en}" for problem in left)


def report_of_rules(file: str, merged: Merged, change: Change) -> str:
    """What the rules of the handbook say of the data as they would be: at the cell that asks for it, where one does; else at its file."""
    mistakes, others = [], []
    for problem in unsound(change):
        place = _cell(problem, merged, change)
        if place:
            mistakes.append(replace(place, zh=_in_cells(problem.zh), en=_in_cells(problem.en)))
        else:
            others.append(problem.shown())
    return "\n\n".join([*others, *([report(file, mistakes)] if mistakes else ["什么也没有写入。\nNothing is written."])])


def _in_cells(text: str) -> str:
    for of_files, of_cells in IN_CELLS:
        text = re.sub(of_files, of_cells, text)
    return text


def _cell(problem: Problem, merged: Merged, change: Change) -> Mistake | None:
    """The cell whose edit stands nearest to where a problem is."""
    near: list[tuple[int, Mistake]] = []
    for place, file, edit in merged.asked:
        if f"{change.folder}/{file}" != problem.file:
            continue
        field, parent, inside = _field(edit), field_name(edit.path[:-1]), _below(problem.field)
        if field in inside:
            near.append((2 + len(field), place))
        elif _is_half(edit) and parent in inside:  # the rule speaks of the other half
            near.append((1, place))
        elif problem.field in _below(field):
            near.append((0, place))
    for place, row in merged.begun:
        home, prefix = change.loaded.homes[row.kind, row.id]
        if home.file == problem.file and field_name((*prefix, *row.inner)) in ("", *_below(problem.field)):
            near.append((-1, place))
    return max(near)[1] if near else _named(problem, merged)


def _named(problem: Problem, merged: Merged) -> Mistake | None:
    """The first cell that a problem elsewhere speaks of: another record has the name that it gives, or needs what it takes away."""
    said = set(QUOTED.findall(problem.zh))
    speaking = {place for place, _, edit in merged.asked if isinstance(edit, Put) and edit.value in said}
    of_its_record = {
        place for place, file, edit in merged.asked
        if said & {PurePath(file).stem, *map(str, edit.path)} and (isinstance(edit, Remove) or problem.field.endswith(field_name(edit.path[-2:])))
    }
    return min(speaking or of_its_record, default=None)


def _is_half(edit: Edit) -> bool:
    """Whether an edit is of one language of a sentence."""
    return bool(edit.path) and edit.path[-1] in LANGUAGES


def _below(field: str) -> set[str]:
    """A field, and everything that it stands in."""
    parts = re.split(r"(?=[.\[])", field)
    return {"".join(parts[:length]) for length in range(1, len(parts) + 1)}


def _field(edit: Edit) -> str:
    return field_name((*edit.path, edit.name) if isinstance(edit, Add) else edit.path)
