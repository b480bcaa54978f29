"""Where a line may begin, going by the lines above it."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from macros.loading.slips.brackets import is_in_braces
from macros.loading.slips.line import Parts, parts
from macros.loading.slips.names import holder_of, holders, names
from macros.loading.slips.words import Slip
from macros.words.languages import LANGUAGES

NEVER_FIRST = (LANGUAGES[1], "basis", "sources", "note", "audience")  # what no item begins with
INDENT = 2  # what files of the handbook indent by


def goes_on(line: str) -> Slip | None:
    """Says that a line has neither a name nor a dash and so goes on from the one above."""
    found = parts(line)
    return None if found.dashes or found.name is not None else Slip(_at(line), "braces-alone" if is_in_braces(line) else "several-lines")


def lacks_a_colon(line: str, below: str) -> Slip | None:
    """Says that a line is the name of what stands below it, deeper, without its colon."""
    name, under = line.strip(), parts(below := re.sub(r"^ *:(?= )", "", below))  # the colon may have slipped down
    if not re.fullmatch(r"[A-Za-z0-9_-]+", name) or not (under.dashes or under.name is not None) or _at(below) <= _at(line):
        return None
    return Slip(len(line.rstrip()), "no-colon", (name,), f"{line.rstrip()}:")


def dash_stands_apart(line: str, below: str) -> Slip | None:
    """Says that more than one blank stands behind a dash, where the line below goes on as behind one."""
    found, under = parts(line), parts(below)
    if not found.dashes or found.name is None or under.dashes or under.name != found.dashes[-1] + INDENT or found.name <= under.name:
        return None
    return Slip(under.name, "dash", (), line[:under.name] + line[found.name:])


def lacks_a_name(line: str, below: str) -> Slip | None:
    """Says that an item begins with a text, though the line below names another field of it."""
    found, under = parts(line), parts(below)
    if found.dashes and found.name is None and not found.empty and not under.dashes and under.name == found.value:
        return Slip(found.value, "no-name")
    return None


def holds_lines(line: str, below: str, in_list: bool) -> Slip | None:
    """Says that a line has a value of its own, though what it names begins on the line below: a record, or the first item of a list."""
    found, under = parts(line), parts(below)
    if found.name is None or found.empty or line[found.value] in "|>[{\"'&*!" or _at(below) <= found.name:
        return None
    if under.dashes:
        begins = not in_list
    else:
        begins = _kind(below, under) == "id" and (under.empty or below.startswith("{", under.value))
    begins = begins or line[found.name:].partition(":")[0] in holders()
    return Slip(found.value, "lines-below") if begins else None


class Step(NamedTuple):
    """A column at which a list or fields stand that are still open."""

    column: int
    is_list: bool
    names: str  # what stands there: a language, a field or an id
    keys: tuple[str, ...] = ()  # the names that stand there so far


@dataclass
class Ladder:
    """What is open above a line, the innermost last."""

    steps: list[Step] = field(default_factory=list)
    empty: bool = True  # the last line left its value to the lines below
    closed: bool = False  # the last line said that its list is empty
    shift: int = 0  # by how much the line above stood too deep: what stands too deep by as much follows from it
    shifted: int = 0  # where the line stood that was too deep, or not deep enough; what stands before that column does not follow from it

    def step(self, line: str, below: str) -> tuple[Slip | None, str]:
        """Take in the next line, with the one below it: what is wrong with where it begins, and the line where it should begin.

        One that is wrong because the line above was is moved with it, and nothing is said."""
        if slip := lacks_a_colon(line, below) or dash_stands_apart(line, below) or self._braced(line):
            assert slip.mended
            return slip, self.step(slip.mended, below)[1]
        if slip := goes_on(line):
            self.empty = True  # nobody knows what it was, so that what stands below may stand under it
            return slip, line
        at = _at(line)
        if self.shift and at >= self.shifted and not self._misplaced(moved := " " * (at - self.shift) + line.lstrip(), below):
            self._climb(moved)
            return None, moved
        if slip := self._lacks_its_list(line, at):
            there = int(slip.words[-1])
            self._climb(f"{' ' * (there - INDENT)}{slip.words[0]}:")  # what follows is looked at as if it stood there
            self._climb(" " * there + line.lstrip())
            self.shift, self.shifted = at - there, at
            return slip, line
        slip = self._misplaced(line, below) or self._lacks_its_dash(line, _at(below)) or self._first_of_its_kind(line, at, _at(below))
        right = line if slip is None or slip.mended is None else slip.mended
        self.shift, self.shifted = at - _at(right) if slip else 0, at
        if slip is None or slip.mended is not None:
            self._climb(right)
        if slip is None and (slip := lacks_a_name(line, below)):
            self.steps.append(Step(slip.column, False, _kind(below, parts(below))))
        if slip is None and not self._lacks_its_list(below, _at(below)) and (slip := holds_lines(line, below, any(step.is_list for step in self.steps))):
            self.empty = True
        return slip, right

    def _braced(self, line: str) -> Slip | None:
        """An item in braces without its dash, where a list is open or may begin."""
        at = _at(line)
        fits = any(step.is_list and step.column == at for step in self.steps) or (self.empty and self.steps and at > self.steps[-1].column)
        return Slip(at, "no-dash", (), f"{line[:at]}- {line.lstrip()}") if fits and is_in_braces(line) else None

    def _lacks_its_list(self, line: str, at: int) -> Slip | None:
        """The item of a list of which the line that holds it is missing: no list is open, and what the item begins with stands in no other."""
        holder = holder_of(line)
        fields = [step for step in self.steps if step.names == "field"]
        if not holder or not fields or any(step.is_list for step in self.steps) or (self.empty and self.steps[-1].keys[-1:] == (holder,)):
            return None
        there = fields[-1].column
        if holder in fields[-1].keys:
            return Slip(at, "list-is-closed", (holder, str(there + INDENT))) if self.closed and fields[-1].keys[-1] == holder else None
        return Slip(at, "no-list-above", (holder, str(there), str(there + INDENT)))

    def _misplaced(self, line: str, below: str) -> Slip | None:
        found, at = parts(line), _at(line)
        columns = [step.column for step in self.steps]
        if not columns:
            return None if at == 0 else Slip(at, "indentation", ("0",), line.lstrip())
        if (slip := self._of_the_item_above(line, found, at, below)) or (slip := self._beside_its_list(line, found, at)):
            return slip
        if at > columns[-1]:
            if self.empty:
                return None
            return Slip(at, "several-lines") if _kind(line, found) == "id" and not found.dashes else self._moved(line, columns[-1:], below)
        if at not in columns:
            above, deeper = ([column for column in columns if column < at], [column for column in columns if column > at])
            return self._moved(line, [*above[-1:], *deeper[:1]], below)
        lists = {step.is_list for step in self.steps if step.column == at}
        if not found.dashes:
            return None if False in lists else Slip(at, "no-dash", (), f"{line[:at]}- {line[at:]}" if _name(line, found) not in NEVER_FIRST else None)
        held = self.empty and columns[-1] == at  # a list may stand right under the name that holds it
        return None if True in lists or held else Slip(at, "dash-among-names")

    def _of_the_item_above(self, line: str, found: Parts, at: int, below: str) -> Slip | None:
        """A name that stands too far to the left: the other half of the sentence above, or a field that the item above does not have yet."""
        if found.dashes or found.name is None:
            return None
        name, kind = _name(line, found), _kind(line, found)
        here = [step for step in self.steps if step.column == at]
        deeper = [step for step in self.steps if step.column > at and not step.is_list and name not in step.keys]
        if kind == "language" and not any(step.names == kind for step in here if not step.is_list):
            fitting = [step for step in deeper if step.names == kind][-1:]
        elif kind == "field" and here and (all(step.is_list for step in here) or (name in NEVER_FIRST and not found.empty and self._goes_on(at, below))):
            fitting = [step for step in deeper if step.keys][:1]
        else:
            fitting = []
        return _indented(line, "indentation", fitting[0].column) if fitting else None

    def _goes_on(self, at: int, below: str) -> bool:
        """Whether the list that is open deeper than a column has its next item on the line below."""
        return bool(parts(below).dashes) and any(step.is_list and step.column == _at(below) for step in self.steps if step.column > at)

    def _beside_its_list(self, line: str, found: Parts, at: int) -> Slip | None:
        """The dash of a new item that stands in line with the fields of the item above, or with the name that holds the list."""
        here = [step for step in self.steps if step.column == at]
        if not found.dashes or not here or any(step.is_list for step in here) or (self.empty and self.steps[-1].column == at):
            return None
        above = [step.column for step in self.steps if step.is_list and step.column == at - INDENT]
        deeper = [step.column for step in self.steps if step.is_list and step.column > at][:1]
        if deeper:
            return _indented(line, "indentation-of-a-dash", deeper[0]) if not above else None
        begins_anew = found.name is None or _name(line, found) in here[0].keys
        return _indented(line, "indentation-of-a-dash", above[0]) if above and begins_anew else None

    def _lacks_its_dash(self, line: str, next_at: int) -> Slip | None:
        """The first field of the first item, one column off, where the next field stands as it would behind a dash."""
        found, at = parts(line), _at(line)
        if not self.empty or not self.steps or found.dashes or found.empty or found.name is None or _kind(line, found) == "id":
            return None
        usual = self.steps[-1].column + INDENT
        return Slip(at, "no-dash", (), f"{' ' * usual}- {line.lstrip()}") if (at, next_at) == (usual + 1, usual + INDENT) else None

    def _first_of_its_kind(self, line: str, at: int, next_at: int) -> Slip | None:
        """The first line under a name or a dash, where the next stands at the usual place and this one beside it."""
        usual = self.steps[-1].column + INDENT if self.steps else 0
        found = parts(line)
        deeper = bool(found.dashes) + found.empty  # it may be in line with this line, with what stands behind its dash, or under it
        in_line = range(usual, usual + INDENT * deeper + 1, INDENT)
        if next_at not in in_line or abs(at - usual) != 1 or not self.steps or at <= self.steps[-1].column:
            return None
        return _indented(line, "indentation", usual)

    def _moved(self, line: str, to: list[int], below: str) -> Slip:
        """A line that must stand at one of some columns: the one nearest, or where its like stand, or that goes with the line below."""
        found, at = parts(line), _at(line)
        item = [step.column for step in self.steps if step.column == to[-1] + INDENT and _name(line, found) not in step.keys]
        if len(to) > 1 and item and not found.dashes and _name(line, found) in NEVER_FIRST:  # of the item above, or of what holds the list
            return Slip(at, "indentation-between", (str(to[0]), str(item[0])))
        # Where an item may stand, or a name that does not stand there yet; and of these where its like stand.
        name, dashed = _name(line, found), bool(found.dashes)
        free = [step for step in self.steps if step.column in to and step.is_list == dashed and (dashed or name not in step.keys)]
        alike = [step.column for step in free if step.is_list or step.names == _kind(line, found)]
        fit = alike or [step.column for step in free] or to
        near = [column for column in fit if abs(column - at) == min(abs(one - at) for one in fit)]
        if len(near) > 1:
            fits = (0, INDENT) if parts(below).dashes else (INDENT,)
            near = [column for column in near if (_at(below) - column in fits if found.empty else _at(below) == column)] or near
        if len(near) == 1:
            return _indented(line, "indentation", near[0])
        return Slip(at, "indentation-between", (str(near[0]), str(near[1])))

    def _climb(self, line: str) -> None:
        """What is open after a line."""
        found, at = parts(line), _at(line)
        self.empty, self.closed = found.empty, line.startswith("[]", found.value)
        kept = [step for step in self.steps if step.column < at or (step.column == at and (not step.is_list or bool(found.dashes)))]
        for column in found.dashes:
            if not any(step.column == column and step.is_list for step in kept):
                kept.append(Step(column, True, ""))
        if found.name is not None:
            before = next((step for step in kept if step.column == found.name and not step.is_list), Step(found.name, False, _kind(line, found)))
            kept = [*(step for step in kept if step != before), before._replace(keys=(*before.keys, _name(line, found)))]
        self.steps = kept


def _at(line: str) -> int:
    """The column at which a line begins."""
    return len(line) - len(line.lstrip(" "))


def _indented(line: str, slip: str, column: int) -> Slip:
    """Says that a line begins at another column than it must."""
    return Slip(_at(line), slip, (str(column),), " " * column + line.lstrip())


def _name(line: str, found: Parts) -> str:
    return line[found.name:].partition(":")[0] if found.name is not None else ""


def _kind(line: str, found: Parts) -> str:
    name = _name(line, found)
    return "language" if name in LANGUAGES else "field" if name in names() else "id"
