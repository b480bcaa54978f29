"""Which column and which row of a sheet that came back is which of those that were exported; what is none of them, or is not there, is a mistake."""
from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.editing.sheets.reading import Grid, Mistake, tidy
from macros.editing.sheets.table import key_of
from macros.editing.sheets.workbook import Exported

Line = tuple[int, Mapping[str, str]]  # a row by its number, with its cells by the keys of their columns


@dataclass
class Matched:
    """A sheet that came back: where its columns are, counted from 1, its rows by their keys, and every mistake."""

    grid: Grid
    places: Mapping[str, int] = field(default_factory=dict)
    rows: dict[str, Line] = field(default_factory=dict)
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
    if _find_columns(found, list(then.headings.values())):
        head = grid.rows[0]
        found.places = {key: head.index(heading) + 1 for key, heading in then.headings.items()}
        _find_rows(found, then, list(then.headings)[:ids])
    return found


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
    for number, line in enumerate(found.grid.rows[1:], 2):
        beyond = [column for column, text in enumerate(line, 1) if text and (column > len(head) or not head[column - 1])]
        if beyond:
            found.wrong(number, beyond[0], "这一栏没有表头；删掉这里的内容", "This column has no heading; delete what stands here")
        cells = {key: line[column - 1] if column <= len(line) else "" for key, column in places.items()}
        if not any(cells.values()):
            continue
        key = _key(found, number, cells, then, ids)
        if key in found.rows:
            found.wrong(number, places[ids[0]], f"编号“{key}”在第{found.rows[key][0]}行已有；删掉多的一行",
                        f"The id “{key}” stands in row {found.rows[key][0]} already; delete the row too many")
        elif key:
            found.rows[key] = (number, cells)


def _key(found: Matched, number: int, cells: Mapping[str, str], then: Exported, ids: Sequence[str]) -> str:
    """The key of a row, or nothing where it is none that was exported."""
    key = key_of(tuple(cells[id] for id in ids))
    if key in then.rows:
        return key
    right = key_of(tuple(unicodedata.normalize("NFKC", tidy(cells[id])) for id in ids))
    near = [right] if right in then.rows else difflib.get_close_matches(key, [one for one in then.rows if one not in found.rows], 1, 0.6)
    if near:
        found.misspelt.add(near[0])
        wrong, part = next((id, part) for id, part in zip(ids, near[0].split("/"), strict=True) if cells[id] != part)
        zh, en = ("，里面有多余的空格或全角字符", ", with stray blanks or full-width characters") if near == [right] else ("", "")
        found.wrong(number, found.places[wrong], f"没有编号“{cells[wrong]}”{zh}；写成“{part}”", f"There is no id “{cells[wrong]}”{en}; write “{part}”")
        return ""
    zh, en = (f"没有编号“{key}”", f"There is no id “{key}”") if any(cells[id] for id in ids) else ("这一行没有编号", "This row has no id")
    found.wrong(number, found.places[ids[0]], f"{zh}；新增的内容在YAML文件里写，这里删掉", f"{en}; what is new is written in the YAML files, so delete it here")
    return ""
