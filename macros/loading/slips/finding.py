"""Every slip of a file, each line looked at by itself and beside those above it."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.loading.slips.brackets import closing, left_open
from macros.loading.slips.going_on import in_one_line, lines_going_on, says_something
from macros.loading.slips.indentation import INDENT, Ladder, goes_on
from macros.loading.slips.line import first_slip, parts
from macros.loading.slips.names import names
from macros.loading.slips.values import quoted
from macros.loading.slips.words import Slip
from macros.words.languages import LANGUAGES

MARKS = re.compile(r" *(<{7}|>{7}|={7}|\|{7})(?= |$)")
AFTER_BRACKETS = re.compile(r"\s*[\]}][\s\]}]*[^\s\]},#]")  # a line that closes brackets of those above, and goes on
MOST_IN_A_LINE = 8
NUMBERED = re.compile(r" *(?:\d+[.)、．]|[①-⑳])\s*(?=\w+: \S)")
TABS = re.compile(r" *\t[ \t]*(?=\S)")  # in front of what a line says
MOST_TABS = 3  # where more lines begin with one, the whole file does
# A line without its end: the next one, with the blanks it began with, stands behind it.
JOINED = re.compile(rf"(?<=[^\s,\[{{:-])(?<!  ) {{2,}}((?:- )?({'|'.join(sorted(names()))}):(?: |$))(?=[^\"]*$)")
# A line with nothing that could be a slip, as nearly all are: told at once.
PLAIN = r"(?=[^\W_])(?!\d{1,3},\d)[^\\#:]*(?::(?! |$)[^\\#:]*)*"
IN_BRACKETS = r"(?=[^\W_])(?:[^\\#:,，、；;\[\]{}]|(?<=\S)#)*"
FIELD = r"[a-z_]+: (?=[^\W_]|《)[^\\#:,;；\[\]{}“”]*"
LIST = rf"\[{IN_BRACKETS}(?:, {IN_BRACKETS})*\]"
QUOTED = r"\"[^\"\\“]*\""
FIELDS = rf"\{{{FIELD}(?:, {FIELD})*\}}"
BEGINS = re.compile(r"\s*(?:$|#|- |[A-Za-z0-9_.\"-]+:(?: |$))")  # a line that goes on from none
SOUND = re.compile(rf" *(?:- )?(?:(?:[a-z0-9][A-Za-z0-9_.-]*|{QUOTED}):(?: (?:{PLAIN}|{QUOTED}|{LIST}|{FIELDS}))?|{FIELDS})$")


@dataclass(frozen=True)
class Found:
    """The slips of one line, counted from 1, and the line with those mended that have one answer."""

    line: int
    slips: tuple[Slip, ...]
    right: str
    joined: str | None = None  # the line that this one and those it goes on from should be together; then nothing is left of this one

    @property
    def mended(self) -> str | None:
        """The line as it would be right; None where a slip has more than one answer."""
        return self.right if all(slip.mended is not None for slip in self.slips) else None


def slips(text: str, is_yaml: bool) -> list[Found]:
    """Every slip of a file that can be told by lines; what is left is for YAML and the model.

    In what YAML takes at all every line begins where it may, so that lines are not looked at beside those above them."""
    lines = text.replace("\r\n", "\n").split("\n")
    tabs = [number for number, line in enumerate(lines, 1) if TABS.match(line)]
    if len(tabs) <= MOST_TABS:
        return list(_found(lines, None if is_yaml else Ladder()))
    spaced = [TABS.sub(lambda lead: lead[0].replace("\t", " " * INDENT), line) for line in lines]  # a tab is a step
    others = {one.line: one for one in _found(spaced, Ladder())}
    first = Found(tabs[0], (Slip(lines[tabs[0] - 1].index("\t"), "tabs", (str(len(tabs)),), spaced[tabs[0] - 1]),), spaced[tabs[0] - 1])
    return [first, *(others.get(number, Found(number, (), spaced[number - 1])) for number in sorted({*tabs[1:], *others} - {tabs[0]}))]


def mended(text: str, found: list[Found]) -> str:
    """The text with those slips mended that have one answer."""
    lines = text.replace("\r\n", "\n").split("\n")
    for one in found:
        lines[one.line - 1] = one.right
    return "\n".join(lines)


def left_empty(found: list[Found]) -> frozenset[int]:
    """The lines of which nothing is left in the text with the slips mended."""
    return frozenset(one.line for one in found if not one.right)


def _found(lines: list[str], ladder: Ladder | None) -> Iterator[Found]:
    skip_to, brackets = 0, ""  # the last line of a conflict that is known; what would close the brackets that lines above left open
    text_under = None  # the column under which a text stands that began with | or >
    for number, line in enumerate(lines, 1):
        if number <= skip_to or (ladder is None and _is_sound(line, lines[number:number + 1])) or not line.strip() or line.lstrip().startswith("#"):
            continue
        if mark := MARKS.match(line):
            skip_to = _end_of_conflict(lines, number)
            words: tuple[str, ...] = (str(skip_to),) if mark[1][0] == "<" and skip_to > number else ()
            yield Found(number, (Slip(mark.start(1), "conflict" if words else "conflict-without-end", words),), line)
            continue
        if re.match(r"(---|\.\.\.|%YAML)( |$)", line):
            ladder = Ladder() if ladder else None
            continue
        if text_under is not None and len(line) - len(line.lstrip()) > text_under:
            continue
        text_under = None
        if brackets:
            brackets = closing(brackets, line)
            if after := AFTER_BRACKETS.match(line):
                yield Found(number, (Slip(after.end() - 1, "after-bracket-below"),), line)
                if ladder:
                    ladder.empty = True
            continue
        if (count := lines_going_on(lines, number)) and (whole := in_one_line(lines[number - 1:number + count])):
            skip_to = number + count
            every, right = _of_line(whole)
            yield Found(number, (), right)
            rest = lines[number]
            yield Found(number + 1, (*every, Slip(len(rest) - len(rest.lstrip(" ")), "several-lines", (), "")), "", right)
            yield from (Found(at, (), "") for at in range(number + 2, skip_to + 1))
            if ladder:
                ladder.step(right, _below(lines, skip_to))
            continue
        below = _below(lines, number)
        if (joined := JOINED.search(line)) and says_something(line[:joined.start()]) and " #" not in line[:joined.start()]:
            if ladder:
                ladder.step(line[:joined.start()], line[joined.start():])
                ladder.step(line[joined.start():], below)
            yield Found(number, (Slip(joined.start(1), "two-lines-in-one", (joined[2],)),), line)
            continue
        every, right = _of_line(line)
        if numbered := _item(line, below):
            every, right = (numbered,), numbered.mended or right
        if ladder and [slip.name for slip in every] == ["tab"] and (tabbed := _of_tabs(line, ladder, below)):
            every, right, beside = (tabbed,), tabbed.mended or right, None
            ladder.step(right, below)
        elif right.lstrip(" ").startswith(("\t", "```")):  # nobody knows where it should begin
            beside = None
        else:
            beside, right = ladder.step(right, below) if ladder else (goes_on(right), right)
        if beside:
            every = (*every, beside)
        brackets = left_open(right) if not any(slip.name == "comment-in-brackets" for slip in every) else ""
        if brackets and ladder and not _goes_on_below(right, below):
            at = parts(right).value
            sentence = right[:at].rstrip().endswith(tuple(f"{language}:" for language in LANGUAGES))
            right, brackets = (right[:at] + quoted(right[at:].rstrip()) if sentence else right.rstrip() + brackets), ""
            every = (*every, Slip(at, "open-bracket", (), right))
        if right != line or every:
            yield Found(number, every, right)
        if any(slip.name == "block-of-text" for slip in every):
            text_under = len(line) - len(line.lstrip())


def _is_sound(line: str, below: list[str]) -> bool:
    """Whether a line has nothing that could be a slip, and ends with what it says."""
    return bool(SOUND.match(line)) and "\t" not in line and all(map(BEGINS.match, below))


def _of_line(line: str) -> tuple[tuple[Slip, ...], str]:
    """The slips of a line, at the columns where they stand in it, and the line with those mended that can be."""
    found: list[Slip] = []
    right = line
    for _ in range(MOST_IN_A_LINE):
        slip = first_slip(right)
        if slip is None and "\t" in right:
            slip = Slip(right.index("\t"), "tab")
        if slip is None:
            break
        found.append(replace(slip, column=max(0, slip.column + len(line) - len(right) if found else slip.column)))
        if slip.mended is None:
            break
        right = slip.mended
    return tuple(found), right


def _of_tabs(line: str, ladder: Ladder, below: str) -> Slip | None:
    """Says how many spaces a line needs that begins with tabs; None where that depends on how wide a tab was meant to be."""
    lead = TABS.match(line)
    answers: set[str | None] = set()
    for width in (INDENT, 2 * INDENT) if lead else ():
        every, right = _of_line(" " * len(lead[0].expandtabs(width)) + line[lead.end():]) if lead else ((), line)
        beside, right = replace(ladder, steps=[*ladder.steps]).step(right, below)
        answers.add(right if all(slip.mended is not None for slip in (*every, *([beside] if beside else []))) else None)
    mended = answers.pop() if len(answers) == 1 else None
    return Slip(line.index("\t"), "tab-in-front", (str(len(mended) - len(mended.lstrip(" "))),), mended) if mended is not None else None


def _item(line: str, below: str) -> Slip | None:
    """Says that a number stands where the dash of an item should: the line below goes on as it would behind a dash."""
    found, at = NUMBERED.match(line), len(line) - len(line.lstrip(" "))
    if not found or len(below) - len(below.lstrip(" ")) != at + INDENT or not parts(line[:at] + line[found.end():]).value > at:
        return None
    return Slip(at, "dash", (), f"{line[:at]}- {line[found.end():]}")


def _below(lines: list[str], number: int) -> str:
    """The next line that is not empty."""
    return next((lines[at] for at in range(number, len(lines)) if lines[at].strip()), "")


def _goes_on_below(line: str, below: str) -> bool:
    """Whether brackets that a line leaves open go on in the next: it ends with a comma or a bracket that opens, or the next begins with one that closes."""
    return line.rstrip()[-1] in ",[{" or below.lstrip()[:1] in ("]", "}")


def _end_of_conflict(lines: list[str], start: int) -> int:
    """The line on which a conflict ends that begins on a line; that line itself where no end follows before the next."""
    for number, line in enumerate(lines[start:], start + 1):
        if line.lstrip().startswith(">>>>>>>"):
            return number
        if line.lstrip().startswith("<<<<<<<"):
            break
    return start

