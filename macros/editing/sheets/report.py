"""What is wrong with a workbook, told by sheet, row and column."""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from macros.editing.change import Change
from macros.editing.edits import Add, Edit, Put, Remove
from macros.editing.sheets.instead import instead
from macros.editing.sheets.merging import Merged
from macros.editing.sheets.reading import Mistake
from macros.loading.folder import FILLING
from macros.words.excerpts import harmless
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem, field_name

QUOTED = re.compile("“([^”]+)”")
MOST = 40  # mistakes shown: a workbook gone wrong as a whole has one for every cell


def report(file: str, mistakes: Iterable[Mistake]) -> str:
    """Every mistake with its place, and how many there are."""
    every = sorted(set(mistakes))
    blocks = [f"{file}  {one.title}{'  ' * bool(one.place)}{one.place}\n  {one.zh}\n  {one.en}" for one in every[:MOST]]
    if len(every) > MOST:
        blocks.append(f"还有{len(every) - MOST}处。\nAnd {len(every) - MOST} more.")
    return harmless("\n\n".join(blocks)) + (
        f"\n\n工作簿里有{len(every)}处要改；什么也没有写入。\n{len(every)} problem{'s' * (len(every) > 1)} in the workbook; nothing is written.")


def unsound(change: Change) -> list[Problem]:
    """What is wrong with a change, beside what new records still have to be filled in with."""
    return [problem for problem in change.problems if problem.rule != FILLING]


def report_of_rules(file: str, merged: Merged, change: Change) -> str:
    """What the rules of the handbook say of the data as they would be: at the cell that asks for it, where one does; else at its file."""
    mistakes, others = [], []
    for problem in unsound(change):
        place = _cell(problem, merged, change)
        if place:
            zh, en, column = instead(problem.zh, problem.en)
            mistakes.append(replace(place, column=merged.places.get(place.title, {}).get(column, place.column), zh=zh, en=en))
        elif place := _named(problem, merged):
            mistakes.append(replace(place, zh=f"{_whose(problem, change, 'zh')}：{problem.zh}", en=f"{_whose(problem, change, 'en')}: {problem.en}"))
        elif gone := _by_going(problem, merged, change):
            mistakes.append(gone)
        else:
            others.append(problem.shown())
    return "\n\n".join([*others, *([report(file, mistakes)] if mistakes else ["什么也没有写入。\nNothing is written."])])


def _cell(problem: Problem, merged: Merged, change: Change) -> Mistake | None:
    """The cell whose edit stands nearest to where a problem is."""
    near: list[tuple[int, Mistake]] = []
    for place, file, edit in merged.asked:
        if f"{change.folder}/{file}" != problem.file:
            continue
        field, parent, inside = _field(edit), field_name(edit.path[:-1]), _below(problem.field)
        if field in inside:
            near.append((2 + len(field), place))
        elif is_half(edit) and parent in inside:  # the rule speaks of the other half
            near.append((1, place))
        elif problem.field in _below(field):
            near.append((0, place))
    for place, row in merged.begun:
        home, prefix = change.loaded.homes[row.kind, row.id]
        if home.file == problem.file and field_name((*prefix, *row.inner)) in ("", *_below(problem.field)):
            near.append((-1, place))
    return max(near)[1] if near else None


def _named(problem: Problem, merged: Merged) -> Mistake | None:
    """The first cell that a problem elsewhere speaks of: another record has the name that it gives, or needs what it takes away."""
    said = set(QUOTED.findall(problem.zh))
    speaking = {place for place, _, edit in merged.asked if isinstance(edit, Put) and edit.value in said}
    of_its_record = {
        place for place, file, edit in merged.asked
        if said & {PurePath(file).stem, *map(str, edit.path)} and (isinstance(edit, Remove) or problem.field.endswith(field_name(edit.path[-2:])))
    }
    return min(speaking or of_its_record, default=None)


def _by_going(problem: Problem, merged: Merged, change: Change) -> Mistake | None:
    """The cell that takes a record out of use, of which or of whose followers a problem elsewhere speaks; else the only one, if nothing else changes."""
    said = set(QUOTED.findall(problem.zh))
    speaking = [place for place, one in merged.retired if said & {one.id, *one.by} or problem.file.endswith(f"/{one.kind}/{one.id}.yml")]
    only = [place for place, _ in merged.retired] if not (merged.asked or merged.begun) else []
    place = min(speaking or only[:1], default=None)
    return place and replace(place, zh=f"停用以后，{_whose(problem, change, 'zh')}就不对了：{problem.zh}。先改好那里",
                             en=f"Once this is out of use, {_whose(problem, change, 'en')} is wrong: {problem.en}. Mend that first")


def _whose(problem: Problem, change: Change, language: Language) -> str:
    """What a problem is of, by the name of the record and its file: the cell is elsewhere."""
    for kind, record in change.loaded.handbook.records():
        document, prefix = change.loaded.homes[kind, record.id]
        if document.file == problem.file and field_name(prefix) in ("", *_below(problem.field)):
            return f"“{record.name[language]}”（{problem.file}）" if language == "zh" else f"“{record.name[language]}” ({problem.file})"
    return problem.file


def is_half(edit: Edit) -> bool:
    """Whether an edit is of one language of a sentence."""
    return isinstance(edit, Put) and bool(edit.path) and edit.path[-1] in LANGUAGES


def _below(field: str) -> set[str]:
    """A field, and everything that it stands in."""
    parts = re.split(r"(?=[.\[])", field)
    return {"".join(parts[:length]) for length in range(1, len(parts) + 1)}


def _field(edit: Edit) -> str:
    return field_name((*edit.path, edit.name) if isinstance(edit, Add) else edit.path)
