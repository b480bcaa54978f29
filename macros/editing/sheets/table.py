"""A sheet as values: which columns it has, which of them may be changed, and what stands in each row."""
from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from macros.editing.change import Wanted as Changes
from macros.editing.edits import Edit
from macros.editing.retiring import Step, retiring
from macros.loading.folder import Loaded
from macros.model.called import id_called
from macros.words.problems import Path


@dataclass(frozen=True)
class Column:
    """One column. `path` leads from what its row stands for to the value; without one the column is there for reading.

    `choices` are the words an editor chooses among, each with what stands for it in the file."""

    key: str
    heading: str
    path: Path | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False
    numbers: bool = False
    default: str = ""  # what holds where the file says nothing
    many: bool = False  # whether the file has a list, whose items stand in the cell with commas between


@dataclass(frozen=True)
class Row:
    """What stands in a row: its key, which is the same as long as its ids are, and the text of its cells by the keys of their columns."""

    key: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Retire:
    """A record goes out of use since a day, and others follow it, which go by their ids or their names."""

    kind: str
    id: str
    by: tuple[str, ...]
    on: str

    def step(self, loaded: Loaded) -> Changes:
        """The same as `handbook retire` does. Raises CannotEdit where it cannot be."""
        by = dict.fromkeys(id_called(loaded.handbook, self.kind, one) or one for one in self.by)
        return retiring(self.kind, self.id, list(by), {}, self.on, anew=True)(loaded)


@dataclass(frozen=True)
class Asked:
    """An edit that a changed cell asks for: the column of the cell, and the file by its name in the folder."""

    column: str
    file: str
    edit: Edit | Retire


@dataclass(frozen=True)
class Begun:
    """What a row that an editor added stands for: its key among the rows, the record and the place in it, and what makes that where it is not there yet."""

    key: str
    kind: str
    id: str
    inner: Path = ()
    step: Step | None = None


class Refused(Exception):
    """What a cell asks for cannot be done; says why, and what would be right."""

    def __init__(self, column: str, zh: str, en: str) -> None:
        super().__init__(column, zh, en)
        self.column, self.zh, self.en = column, zh, en


Wanted = Mapping[str, str]  # the changed cells of a row, by the keys of their columns
Plan = Callable[[Loaded, str, Wanted], Iterator[Asked]]  # what they ask for; raises Refused
Begin = Callable[[Loaded, Wanted, Collection[str]], Begun]  # what a new row with such cells is, with hints in these languages; raises Refused


@dataclass(frozen=True)
class Sheet:
    """A sheet of the workbook; its first `ids` columns tell the rows apart, and `plan` says what changed cells come to."""

    title: str
    about: tuple[str, str]
    ids: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    plan: Plan
    extended: bool = False  # whether a choice may be followed by more words
    kind: str = ""  # of which it is the list
    begin: Begin | None = None  # None where rows cannot be added

    def column(self, key: str) -> Column | None:
        """The column of that key, where the handbook still has it."""
        return next((column for column in self.columns if column.key == key), None)


def key_of(ids: tuple[str, ...]) -> str:
    """The key of a row with these ids."""
    return "/".join(ids)
