"""Rows that an editor added: what each stands for, made one after the other, so that one may name what another brings."""
from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from macros.editing.change import stepped
from macros.editing.edits import CannotEdit
from macros.editing.kinds import SINGULAR
from macros.editing.sheets.cells import in_words
from macros.editing.sheets.matching import Matched
from macros.editing.sheets.reading import Mistake
from macros.editing.sheets.table import Begun, Refused, Sheet
from macros.loading.contents import Contents
from macros.loading.folder import Loaded


@dataclass
class Rows:
    """The handbook with the new rows in it, and what was begun for them: `fresh` are those that were nowhere before, by sheet and key."""

    files: Contents
    loaded: Loaded
    begun: list[tuple[Mistake, Begun]] = field(default_factory=list)  # with the place of the row
    fresh: set[tuple[str, str]] = field(default_factory=set)
    refused: dict[tuple[str, str], str] = field(default_factory=dict)  # ids that could not be taken, with their kinds, and the sheet that brings them

    def begin(self, sheet: Sheet, found: Matched, languages: Collection[str]) -> None:
        """Takes in the new rows of a sheet; the sheet has them among its rows then, or a mistake for each that cannot be."""
        first = next(iter(found.places), "")
        for number, line in found.new:
            cells = {key: in_words(text, column) if (column := sheet.column(key)) else text for key, text in line.items()}
            place = found.places[first]
            if sheet.begin is None:
                found.wrong(number, place, "这一类不能在表格里新增；在YAML文件里写，清空这一行",
                            "Nothing can be added to this kind here; write it as YAML, and empty the row")
                continue
            try:
                begun = sheet.begin(self.loaded, cells, languages)
                if begun.key in found.rows:
                    raise Refused(first, f"与第{found.rows[begun.key][0]}行重复；删掉一行", f"The same as row {found.rows[begun.key][0]}; delete one of them")
                if begun.step:
                    self.files, self.loaded = stepped(self.files, self.loaded, begun.step)
                    self.fresh.add((sheet.title, begun.key))
                self.begun.append((found.grid.mistake(number, place, "", ""), begun))
                found.rows[begun.key] = (number, cells)
            except Refused as refused:
                id = cells.get(refused.column, "")
                home = self.refused.get((refused.column, id))
                zh, en = (f"“{id}”要先在“{home}”里改好；那里改成什么编号，这里就写什么",
                          f"“{id}” has to be mended in “{home}” first; write the id here that it has there then") if home else (refused.zh, refused.en)
                found.wrong(number, found.places[refused.column], zh, en)
            except CannotEdit as error:
                self.refused[SINGULAR.get(sheet.kind, ""), cells[first]] = sheet.title
                found.wrong(number, place, error.zh, error.en)
