"""What was changed in a workbook since it was exported, held against the handbook as it stands now: the edits that follow, or what has to be mended first."""
from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from macros.editing.authors import last_change
from macros.editing.change import Wanted, stepped
from macros.editing.edits import CannotEdit, Edit, Insert, Remove
from macros.editing.retiring import Step
from macros.editing.sheets.adding import Rows
from macros.editing.sheets.cells import RETIRED_HALVES, SHARE, in_words, is_to_come, refused_for
from macros.editing.sheets.lists import same_followers
from macros.editing.sheets.matching import Matched, matched
from macros.editing.sheets.matrix import FOR
from macros.editing.sheets.moved_up import as_they_stand
from macros.editing.sheets.reading import Grid, Mistake
from macros.editing.sheets.settings import meant, not_a_choice
from macros.editing.sheets.table import Begun, Refused, Retire, Row, Sheet
from macros.editing.sheets.wording import RETIRED, RETIRED_BY
from macros.editing.sheets.workbook import MEMORY, Exported, recalled, sheets_of
from macros.loading.contents import Contents, contents
from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES


@dataclass
class Merged:
    """What a workbook comes to: edits by file, in the order to make them, with the cell that asks for each; and every mistake."""

    asked: list[tuple[Mistake, str, Edit]] = field(default_factory=list)  # a mistake without words stands for the place of the cell
    mistakes: list[Mistake] = field(default_factory=list)
    begun: list[tuple[Mistake, Begun]] = field(default_factory=list)  # what new rows stand for
    retired: list[tuple[Mistake, Retire]] = field(default_factory=list)
    places: dict[str, Mapping[str, int]] = field(default_factory=dict)  # where the columns of each sheet are, by title and key

    def steps(self) -> Iterator[Step]:
        """What is to be done, one after the other: new records and entries, then what the cells say, then what goes out of use."""
        yield from (begun.step for _, begun in self.begun if begun.step)
        if self.asked:
            yield lambda _: Wanted(self.edits())
        yield from (one.step for _, one in self.retired)

    def edits(self) -> Mapping[str, Sequence[Edit]]:
        """Values first, then what is added to lists, then what leaves them, from the last: no edit moves the place of another."""
        found: dict[str, list[Edit]] = {}
        for _, file, edit in sorted(self.asked, key=lambda one: _order(one[2])):
            found.setdefault(file, []).append(edit)
        return found


def _order(edit: Edit) -> tuple[int, int]:
    if isinstance(edit, Remove) and isinstance(edit.path[-1], int):
        return 2, -edit.path[-1]
    return (1, 0) if isinstance(edit, Insert) else (0, 0)


def merged(loaded: Loaded, grids: Mapping[str, Grid], data: Path, languages: Collection[str] = LANGUAGES) -> Merged:
    """Everything that new rows and changed cells ask of the handbook read from `data`; hints in new files are in these languages.

    Raises CannotEdit where the workbook is none that was exported, or one of another handbook."""
    exported = _memory(grids)
    sheets = {sheet.title: sheet for sheet in sheets_of(loaded)}
    stand = sum(row.key in exported[title].rows for title in exported if title in sheets for row in sheets[title].rows)
    if stand < sum(len(then.rows) for then in exported.values()) / 2:
        raise CannotEdit("这份工作簿是从别的手册导出的；用--data指明那本手册，或者重新导出",
                         "This workbook was exported from another handbook; name that one with --data, or export anew")
    result = Merged()
    found: dict[str, Matched] = {}
    for title, then in exported.items():
        if title not in grids:
            result.mistakes.append(_missing(title, exported, grids))
        elif title in sheets:
            found[title] = matched(grids[title], then, sheets[title].ids)
            result.places[title] = found[title].places
        else:
            result.mistakes.append(grids[title].mistake(0, 0, "导出以后，手册里已没有这一类记录；重新导出",
                                                        "Since the export the handbook has lost all records of this kind; export anew"))
    files = contents(data)
    rows = Rows(files, loaded)
    for title in sorted(found, key=lambda title: not sheets[title].kind):  # records first: what is new of roles and competencies may name them
        rows.begin(sheets[title], found[title], languages)
    result.begun = rows.begun
    for sheet in sheets_of(rows.loaded) if rows.begun else sheets.values():
        if sheet.title in found:
            _Sheet(rows.loaded, data, sheet, exported[sheet.title], found[sheet.title], rows.fresh, result).merge()
    if not result.mistakes:
        result.mistakes += _retired(rows.files, rows.loaded, result)
    return result


def _retired(files: Contents, loaded: Loaded, result: Merged) -> Iterator[Mistake]:
    """Why records cannot go out of use, once everything else is done."""
    if result.retired and result.asked:
        files, loaded = stepped(files, loaded, lambda _: Wanted(result.edits()))
    for place, one in result.retired:
        try:
            files, loaded = stepped(files, loaded, one.step)
        except CannotEdit as refused:
            several = "--went" in refused.zh  # which a cell has no room for
            yield replace(place, zh=refused.zh + "；这要用handbook retire来做" * several, en=refused.en + "; use “handbook retire” for this" * several)


def _memory(grids: Mapping[str, Grid]) -> Mapping[str, Exported]:
    if MEMORY not in grids:
        raise CannotEdit("这份工作簿不是用handbook export xlsx导出的，或者存成了别的格式；重新导出，在那一份里改",
                         "This workbook was not made by “handbook export xlsx”, or was saved in another format since; export anew and make the changes there")
    try:
        return recalled([tuple(row) for row in grids[MEMORY].rows])
    except (ValueError, IndexError):
        raise CannotEdit("这份工作簿是另一个版本导出的，或者它的隐藏工作表改坏了；重新导出，在那一份里改",
                         "This workbook was exported by another version, or its hidden sheet is damaged; export anew and make the changes there") from None


def _missing(title: str, exported: Mapping[str, Exported], grids: Mapping[str, Grid]) -> Mistake:
    others = [one for one in grids if one not in exported]
    near = difflib.get_close_matches(title, others, 1, 0.3)
    zh, en = (f"工作表不见了；“{near[0]}”是不是它？改回原来的名称", f"This sheet is missing; is it “{near[0]}”? Give it back its name") if near else (
        "工作表不见了；放回来，或重新导出", "This sheet is missing; put it back, or export anew")
    return Mistake(len(grids), title, 0, 0, zh, en)


@dataclass
class _Sheet:
    """One sheet held against the handbook."""

    loaded: Loaded
    data: Path
    sheet: Sheet
    then: Exported
    found: Matched
    fresh: Set[tuple[str, str]]  # the rows that this workbook begins, by sheet and key
    result: Merged

    def merge(self) -> None:
        """Adds what this sheet asks for, and what is wrong with it."""
        now = as_they_stand(self.sheet, self.then.rows, self.found.rows)
        for key in self.then.rows if self.found.places else ():
            if key not in self.found.rows and key not in self.found.misspelt:
                zh, en = self._instead()
                self.found.wrong(0, 0, f"“{key}”这一行不见了。删掉一行不会删除内容，放回这一行{zh}",
                                 f"The row “{key}” is missing. Nothing is deleted that way: put it back{en}")
        for key, (number, cells) in self.found.rows.items():
            self._row(key, number, cells, now.get(key))
        self.result.mistakes += self.found.mistakes

    def _instead(self) -> tuple[str, str]:
        last = self.sheet.columns[-1]
        if last.key == "retired" and self.sheet.kind:
            return f"，要停用就在最后一栏写“{RETIRED_BY[0]}”", f", and write “{RETIRED_BY[1]}” in its last column to take it out of use"
        if last.key == "retired":
            return f"，要去掉就在最后一栏写“{RETIRED}”", f", and write “{RETIRED}” in its last column to take it away"
        return "", ""

    def _row(self, key: str, number: int, cells: Mapping[str, str], now: Row | None) -> None:
        was, places, exported = self.then.rows.get(key, {}), self.found.places, key in self.then.rows
        if now and (self.sheet.title, key) in self.fresh:
            was = now.cells
        changed = {
            name: text for name, text in cells.items()
            if text != was.get(name, "") and (exported or text and not is_to_come(text)) and (number, places[name]) not in self.found.grid.wrong
        }
        gone = self.sheet.column("retired") if changed and now is None and not self.sheet.kind else None
        if gone and in_words(changed.get("retired", ""), gone) == RETIRED:
            return  # an import before this one took it away
        if changed and now is None:
            self.found.wrong(number, places[next(iter(changed))], "导出以后，这一行在手册里已经没有了；重新导出",
                             "Since the export this row has gone from the handbook; export anew")
        elif changed and now and exported and now.key == key and self._shifted(key, now, changed):
            self.found.wrong(number, places[next(iter(changed))], "导出以后，这个岗位的这个指标增减过行，对不上了；重新导出",
                             "Since the export this role has gained or lost lines of this KPI, and which is which cannot be told; export anew")
            return
        if not changed or now is None:
            return
        accepted = {name: self._accepted(name, text, was.get(name, ""), now, (number, places[name])) for name, text in changed.items()}
        wanted = {name: text for name, text in accepted.items() if text is not None}
        try:
            for asked in self.sheet.plan(self.loaded, now.key, wanted) if wanted else ():
                place = self.found.grid.mistake(number, places[asked.column], "", "")
                if isinstance(asked.edit, Retire):
                    self.result.retired.append((place, asked.edit))
                else:
                    self.result.asked.append((place, asked.file, asked.edit))
        except Refused as refused:
            self.found.wrong(number, places[refused.column], refused.zh, refused.en)

    def _shifted(self, key: str, now: Row, changed: Mapping[str, str]) -> bool:
        """Whether a row that only its number tells from another is not as it was, but for what is changed here."""
        first, _, _ = key.rpartition("/")
        was = self.then.rows[key]
        twins = first and f"{first}/2" in {*self.then.rows, *(row.key for row in self.sheet.rows)}
        gone = {name.rpartition(".")[0] for name, text in changed.items() if name.rpartition(".")[2] in LANGUAGES and text in RETIRED_HALVES}
        kept = [name for name in self.then.headings if name not in changed and name.rpartition(".")[0] not in gone]  # a sentence goes in both languages
        return bool(twins) and any(now.cells.get(name, "") != was.get(name, "") for name in kept)

    def _accepted(self, name: str, text: str, was: str, now: Row, place: tuple[int, int]) -> str | None:
        """The text that a changed cell asks for; nothing where that holds already, or where it cannot be taken, which is said."""
        column = self.sheet.column(name)
        if column is None:
            self.found.wrong(*place, "导出以后，手册里已没有这一栏；重新导出", "Since the export the handbook has lost this column; export anew")
            return None
        stands, text = now.cells[name], in_words(text, column)
        if text == stands or (name == "retired" and same_followers(self.loaded, self.sheet.kind, text, stands)):
            return None
        if text == RETIRED and not stands and name != "retired":
            if not was:
                self.found.wrong(*place, "这里没有内容可以停用；清空这一格", "There is nothing here to take away; empty the cell")
            return None  # it is gone already
        if stands not in ("", was) and self.sheet.extended and meant(FOR.split(text, 1)[0], column.choices) == stands:
            return None  # it was taken in by an import before this one
        said = refused_for(text, was, column) or (SHARE if column.numbers and place in self.found.grid.shares else None)
        if said is None and stands != was:
            zh, en = self._who(now.key, name, text)
            said = (f"导出以后{zh or '别处'}改过这一格：导出时是“{was}”，现在是“{stands}”，这里写的是“{text}”；重新导出，再改一次",
                    f"This has been changed {en or 'elsewhere'} since the export: it was “{was}”, is now “{stands}”, and here it says “{text}”; "
                    "export anew and change it again")
        if said is None and column.choices and not self.sheet.extended and text not in (*column.choices, RETIRED):
            said = not_a_choice(text, column)
        if said:
            self.found.wrong(*place, *said)
        return None if said else text

    def _who(self, key: str, name: str, text: str) -> tuple[str, str]:
        """Who last changed what stands for a cell, in words; nothing where nobody knows."""
        try:
            asked = next(iter(self.sheet.plan(self.loaded, key, {name: text})), None)
        except Refused:
            return "", ""
        place = self.loaded.documents[asked.file].values.get(asked.edit.path) if asked and not isinstance(asked.edit, Retire) else None
        found = last_change(self.data / asked.file, place[0]) if asked and place else None
        return (f"{found[0]}（{found[1]}）", f"by {found[0]} ({found[1]})") if found else ("", "")
