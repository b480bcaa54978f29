"""Which column and which row of a sheet that came back is which of those that were exported; what is none of them, or is not there, is a mistake."""
from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.editing.sheets.reading import Grid, Mistake, is_stray, stray, tidy
from macros.editing.sheets.table import key_of
from macros.editing.sheets.workbook import Exported

HIGHEST = 20  # rows in which the headings are looked for
Line = tuple[int, Mapping[str, str]]  # a row by its number, with its cells by the keys of their columns


@dataclass
class Matched:
    """A sheet that came back: where its columns are, counted from 1, its rows by their keys, and every mistake."""

    grid: Grid
    places: Mapping[str, int] = field(default_factory=dict)
    rows: dict[str, Line] = field(default_factory=dict)
    new: list[Line] = field(default_factory=list)  # rows that were not exported
    misspelt: set[str] = field(default_factory=set)  # the rows whose ids are, which are told of once
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, row: int, column: int, zh: str, en: str) -> None:
        """Adds a mistake at a cell."""
        self.mistakes.append(self.grid.mistake(row, column, zh, en))


def matched(grid: Grid, then: Exported, ids: int) -> Matched:
    """A sheet held against its export; it has no rows where its columns are not all there."""
    found = Matched(grid)
    for (row, column), said in sorted(grid.wrong.items()):
        found.wrong(row, column, *said)
    if _is_in_the_first_row(found, list(then.headings.values())) and _find_columns(found, list(then.headings.values())):
        head = grid.rows[0]
        found.places = {key: head.index(heading) + 1 for key, heading in then.headings.items()}
        _find_rows(found, then, list(then.headings)[:ids])
    return found


def _is_in_the_first_row(found: Matched, headings: Sequence[str]) -> bool:
    """Whether the headings stand where they were exported, and not below rows that somebody put above them."""
    rows = found.grid.rows[:HIGHEST]
    here = [sum(one in row for one in headings) for row in rows]
    at = here.index(max(here)) if here else 0
    if at and here[at] * 2 > len(headings) and not here[0]:
        found.wrong(at + 1, 1, f"表头要在第1行，这里在第{at + 1}行；删掉它上面的{at}行",
                    f"The headings stand in row {at + 1} and belong in row 1; delete the {f'{at} rows' if at > 1 else 'row'} above them")
        return False
    return True


def _find_columns(found: Matched, headings: Sequence[str]) -> bool:
    """Whether every column is there, once."""
    head = list(found.grid.rows[0]) if found.grid.rows else []
    odd = {number: text for number, text in enumerate(head, 1) if text and (text not in headings or text in head[:number - 1])}
    lost = [one for one in headings if one not in head]
    for one in lost:
        number = _in_its_place(one, headings, head, odd)
        text = head[number - 1] if number else ""
        odd = {at: other for at, other in odd.items() if at != number and other != text}
        found.wrong(1, number, f"表头“{one}”不见了；" + (f"把“{text}”改回“{one}”" if text else "放回这一栏，或重新导出"),
                    f"The heading “{one}” is missing; " + (f"change “{text}” back to it" if text else "put the column back, or export anew"))
    for number, text in odd.items():
        if text in headings:
            found.wrong(1, number, f"表头“{text}”有两栏；删掉多的一栏", f"Two columns have the heading “{text}”; delete the one too many")
        else:
            found.wrong(1, number, f"没有“{text}”这一栏；删掉它，备注写在另一张工作表里",
                        f"There is no column “{text}”; delete it, and keep remarks in a sheet of their own")
    return not lost and not any(text in headings for text in odd.values())


def _in_its_place(lost: str, headings: Sequence[str], head: Sequence[str], odd: Mapping[int, str]) -> int:
    """The column that stands where a lost one stood, or the only one that is none; 0 where nobody can tell."""
    there = headings.index(lost) + 1
    if there in odd or (there <= len(head) and head.count(head[there - 1]) > 1):
        return there
    return next(iter(odd)) if len(odd) == 1 else 0


def _find_rows(found: Matched, then: Exported, ids: Sequence[str]) -> None:
    head, places = found.grid.rows[0], found.places
    unknown: list[tuple[Line, str]] = []
    for number, line in enumerate(found.grid.rows[1:], 2):
        beyond = [column for column, text in enumerate(line, 1) if text and (column > len(head) or not head[column - 1])]
        if beyond:
            found.wrong(number, beyond[0], "这一栏没有表头；删掉这里的内容", "This column has no heading; delete what stands here")
        cells = {key: line[column - 1] if column <= len(line) else "" for key, column in places.items()}
        if not any(cells.values()):
            continue
        key = key_of(tuple(cells[id] for id in ids))
        if key not in then.rows:
            unknown.append(((number, cells), key))
        elif key in found.rows:
            found.wrong(number, places[ids[0]], f"编号“{key}”在第{found.rows[key][0]}行已有；删掉多的一行",
                        f"The id “{key}” stands in row {found.rows[key][0]} already; delete the row too many")
        else:
            found.rows[key] = (number, cells)
    for row, key in unknown:
        _place(found, row, key, then, ids)


def _place(found: Matched, line: Line, key: str, then: Exported, ids: Sequence[str]) -> None:
    """A row that was not exported so is new, unless its id is that of a row which is missing, misspelt."""
    number, cells = line
    right = key_of(tuple(unicodedata.normalize("NFKC", tidy(cells[id])) for id in ids))
    lost = [one for one in then.rows if one not in found.rows and one not in found.misspelt]
    near = [right] if right in then.rows else difflib.get_close_matches(key, lost, 1, 0.6)
    if near:
        found.misspelt.add(near[0])
        wrong, part = next((id, part) for id, part in zip(ids, near[0].split("/"), strict=True) if cells[id] != part)
        zh, en = ("，里面有多余的空格或全角字符", ", with stray blanks or full-width characters") if near == [right] else ("", "")
        found.wrong(number, found.places[wrong], f"没有编号“{cells[wrong]}”{zh}；写成“{part}”", f"There is no id “{cells[wrong]}”{en}; write “{part}”")
    elif not cells[ids[0]]:
        found.wrong(number, found.places[ids[0]], "这一行没有编号；写上编号，不要这一行就清空", "This row has no id; write one, or empty the row")
    elif odd := next((id for id in ids if is_stray(cells[id])), None):
        found.wrong(number, found.places[odd], *stray(cells[odd]))
    elif not any((number, found.places[id]) in found.grid.wrong for id in ids):
        found.new.append(line)
