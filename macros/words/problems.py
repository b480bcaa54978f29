"""How a mistake is shown: where it is, the line as it stands, what is wrong and what would be right, in both languages."""
from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from macros.words.excerpts import excerpt, harmless

Path = tuple[str | int, ...]
FILE_NAME = "file-name"  # the rule on what files are called: said before all others, since much may follow from one that is not read
LONGEST_VALUE = 60  # characters of what a message quotes from a file
MOST_OF_A_FILE = 100  # mistakes in how a file is written; who has mended these sees the others
MOST_SHOWN = 200  # of a report: more than that, nobody reads
LONGEST_FIELD = 200  # characters of the name of a field
LONGEST_MENDED = 1000  # characters of a line that is shown as it would be right; nobody copies a longer one
# What to do about what was deleted by mistake, in Chinese and English.
RESTORE = ("取回上次提交的内容（git restore，或在网页上还原那次提交）", "take back what the last commit has (git restore, or revert that commit on the web)")
# Where it stands what to write of sources and basis, for messages that ask for them.
GUIDE = ("怎么选，见编写指南docs/zh/writing.md里的“依据怎么标”", "Which of them: see “Marking the basis” in the writing guide, docs/en/writing.md")
IS_ALL = "is all there is to say"  # the cause by which a problem is all that is told of its field: what holds the place of a text has no wrong punctuation
QUOTED = re.compile(f"“([^“”]{{{LONGEST_VALUE + 1},}})”")


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one place. `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    field: str
    zh: str
    en: str
    rule: str = dataclasses.field(default="", compare=False)  # which rule says so; it keeps its name when the mistake moves to another line
    written: str = dataclasses.field(default="", compare=False)  # the line as it stands in the file
    mended: str | None = dataclasses.field(default=None, compare=False)  # the line that would be right in its place, where there is one answer
    joined: str | None = dataclasses.field(default=None, compare=False)  # the line that would be right in place of this one and of those it goes on from
    cause: str = dataclasses.field(default="", compare=False)  # what others that follow from this one call it, beside its `file:field`
    because: tuple[str, ...] = dataclasses.field(default=(), compare=False)  # the causes that, if told, explain this one

    def __post_init__(self) -> None:
        object.__setattr__(self, "zh", QUOTED.sub(_shortened, harmless(self.zh)))
        object.__setattr__(self, "en", QUOTED.sub(_shortened, harmless(self.en)))

    def __str__(self) -> str:
        field = self.field if len(self.field) <= LONGEST_FIELD else f"{self.field[:LONGEST_FIELD - 1]}…"
        where = _one_line(f"{self.file}:{self.line}:{self.column}  {field}".rstrip())
        return f"{where}\n  {_one_line(self.zh)}\n  {_one_line(self.en)}"

    def following(self, *because: str) -> Problem:
        """The same, told only where none of the causes is."""
        return dataclasses.replace(self, because=because)

    def shown(self) -> str:
        """The mistake with the line it stands on, a caret under the place, and that line as it would be right."""
        where, *said = str(self).split("\n")
        right = self.joined if self.mended is None else self.mended
        proposed = [] if right is None or len(right) > LONGEST_MENDED else [f"  → {harmless(right)}"]
        return "\n".join([where, *excerpt(self.line, self.column, self.written), *said, *proposed])


class Problems(Exception):
    """The data cannot be used; `self.problems` is every mistake found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__(report(self.problems))


class NoHandbook(Problems):
    """There is nothing to read where the data should be."""

    def __init__(self, zh: str, en: str) -> None:
        self.problems = []
        Exception.__init__(self, f"{zh}。\n{en}.")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once: those of files that are not called what they should be, then the others by file and line."""
    return sorted(set(problems), key=lambda problem: (problem.rule != FILE_NAME, problem))


def first_of_a_file(problems: list[Problem]) -> list[Problem]:
    """The problems of one file; where there are very many, the first of them, and that there are more."""
    if len(problems) <= MOST_OF_A_FILE:
        return problems
    first = sorted(problems)[:MOST_OF_A_FILE]
    more = Problem(first[-1].file, first[-1].line, first[-1].column, "", "从这里往后还有；先改好上面这些，再检查一次",
                   "There are more from here on; mend the ones above and check again", "more-below")
    return [*first, more]


def _one_line(text: str) -> str:
    """A text without what a terminal obeys, and without line breaks, such as the name of a file may have."""
    return harmless(text).replace("\n", "␣")


def _shortened(quoted: re.Match[str]) -> str:
    return f"“{quoted[1][:LONGEST_VALUE - 1]}…”"


def report(problems: Iterable[Problem]) -> str:
    """The text printed by `check`, by a build and in the browser while serving."""
    problems = in_order(problems)
    files = len({problem.file for problem in problems})
    blocks = "\n\n".join(problem.shown() for problem in problems[:MOST_SHOWN])
    if (left := len(problems) - MOST_SHOWN) > 0:
        blocks += f"\n\n还有{left}处没有列出；先改好上面这些，再检查一次。\n{left} more are not listed; mend the ones above and check again."
    some, in_files = ("problem" if len(problems) == 1 else "problems"), ("file" if files == 1 else "files")
    return f"{blocks}\n\n{files}个文件里有{len(problems)}处要改。\n{len(problems)} {some} in {files} {in_files}."


def anything_in(file: str, field: str = "") -> str:
    """What whatever is wrong in a file, or in a field of it, is a cause by."""
    return f"in {file}:{field}"


def field_name(path: Path) -> str:
    """`("duties", "content", "items", 0, "zh")` as `duties.content.items[0].zh`."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name
