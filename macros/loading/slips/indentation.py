"""Where a line may begin, going by the lines above it."""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from macros.loading.slips.line import Parts, parts
from macros.loading.slips.names import holders, names
from macros.loading.slips.words import Slip
from macros.words.languages import LANGUAGES

INDENT = 2  # what files of the handbook indent by
STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![^\s\[{,:])'(?:[^']|'')*'")


def goes_on(line: str) -> Slip | None:
    """Says that a line has neither a name nor a dash and so goes on from the one above."""
    found = parts(line)
    return None if found.dashes or found.name is not None else Slip(_at(line), "several-lines")


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


@dataclass
class Ladder:
    """What is open above a line, the innermost last."""

    steps: list[Step] = field(default_factory=list)
    empty: bool = True  # the last line left its value to the lines below
    shift: int = 0  # by how much the line above stood too deep: what stands too deep by as much follows from it

    def step(self, line: str, below: str) -> tuple[Slip | None, str]:
        """Take in the next line, with the one below it: what is wrong with where it begins, and the line where it should begin.

        One that is wrong because the line above was is moved with it, and nothing is said."""
        if slip := lacks_a_colon(line, below):
            assert slip.mended
            return slip, self.step(slip.mended, below)[1]
        if slip := dash_stands_apart(line, below):
            assert slip.mended
            return slip, self.step(slip.mended, below)[1]
        if slip := goes_on(line):
            self.empty = True  # nobody knows what it was, so that what stands below may stand under it
            return slip, line
        at = _at(line)
        if self.shift and not self._misplaced(moved := " " * (at - self.shift) + line.lstrip(), below):
            self._climb(moved)
            return None, moved
        slip = self._misplaced(line, below) or self._lacks_its_dash(line, _at(below)) or self._first_of_its_kind(line, at, _at(below))
        right = line if slip is None or slip.mended is None else slip.mended
        self.shift = at - (len(right) - len(right.lstrip(" "))) if slip else 0
        if slip is None or slip.mended is not None:
            self._climb(right)
        if slip is None and (slip := lacks_a_name(line, below)):
            self.steps.append(Step(slip.column, False, _kind(below, parts(below))))
        if slip is None and (slip := holds_lines(line, below, any(step.is_list for step in self.steps))):
            self.empty = True
        return slip, right

    def _misplaced(self, line: str, below: str) -> Slip | None:
        found, at = parts(line), _at(line)
        columns = [step.column for step in self.steps]
        if not columns:
            return None if at == 0 else Slip(at, "indentation", ("0",), line.lstrip())
        if at > columns[-1]:
            if self.empty:
                return None
            return Slip(at, "several-lines") if _kind(line, found) == "id" and not found.dashes else self._moved(line, columns[-1:], below)
        if at not in columns:
            above, deeper = ([column for column in columns if column < at], [column for column in columns if column > at])
            return self._moved(line, [*above[-1:], *deeper[:1]], below)
        lists = {step.is_list for step in self.steps if step.column == at}
        if not found.dashes:
            return None if False in lists else Slip(at, "no-dash", (), f"{line[:at]}- {line[at:]}")
        held = self.empty and columns[-1] == at  # a list may stand right under the name that holds it
        return None if True in lists or held else Slip(at, "dash-among-names")

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
        return Slip(at, "indentation", (str(usual),), " " * usual + line.lstrip())

    def _moved(self, line: str, to: list[int], below: str) -> Slip:
        """A line that must stand at one of some columns: the one nearest, or where its like stand, or that goes with the line below."""
        found, at = parts(line), _at(line)
        alike = [step.column for step in self.steps if step.column in to and step.is_list == bool(found.dashes)
                 and (step.is_list or step.names == _kind(line, found))]
        near = [column for column in alike or to if abs(column - at) == min(abs(one - at) for one in alike or to)]
        if len(near) > 1:
            fits = (0, INDENT) if parts(below).dashes else (INDENT,)
            near = [column for column in near if (_at(below) - column in fits if found.empty else _at(below) == column)] or near
        if len(near) == 1:
            return Slip(at, "indentation", (str(near[0]),), " " * near[0] + line.lstrip())
        return Slip(at, "indentation-between", (str(near[0]), str(near[1])))

    def _climb(self, line: str) -> None:
        """What is open after a line."""
        found, at = parts(line), _at(line)
        self.empty = found.empty
        kept = [step for step in self.steps if step.column < at or (step.column == at and (not step.is_list or bool(found.dashes)))]
        for column in found.dashes:
            if not any(step.column == column and step.is_list for step in kept):
                kept.append(Step(column, True, ""))
        if found.name is not None and not any(step.column == found.name and not step.is_list for step in kept):
            kept.append(Step(found.name, False, _kind(line, found)))
        self.steps = kept


def _at(line: str) -> int:
    """The column at which a line begins."""
    return len(line) - len(line.lstrip(" "))


def _kind(line: str, found: Parts) -> str:
    name = line[found.name:].partition(":")[0] if found.name is not None else ""
    return "language" if name in LANGUAGES else "field" if name in names() else "id"


def left_open(line: str) -> str:
    """What would close the brackets that a line leaves open whose value begins with one."""
    value = line[parts(line).value:]
    return closing("", value) if value[:1] in ("[", "{") else ""


def closing(still: str, line: str) -> str:
    """What would close the brackets that are open after a line, of those open before it and its own."""
    for sign in re.sub(r"\s#.*", "", STRINGS.sub("", line)):
        if sign in "[{":
            still = ("]" if sign == "[" else "}") + still
        elif sign in "]}":
            still = still[1:]
    return still
