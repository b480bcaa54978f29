"""The lines of a text: where they begin and end, and which comments and empty lines belong to an entry."""
from __future__ import annotations

from collections.abc import Sequence


def newline(text: str) -> str:
    """The line end that a text has."""
    return "\r\n" if "\r\n" in text else "\n"


def set_at(lines: Sequence[str], column: int, text: str) -> str:
    """Lines at a column, each with the line end that the text has."""
    return "".join(f"{' ' * column}{line}{newline(text)}" for line in lines)


def line_start(text: str, index: int) -> int:
    """Where the line begins."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Where the next line begins."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def behind(text: str, end: int, column: int) -> int:
    """Where what follows an entry begins: behind the rest of its line, and behind comments below it that stand deeper than its column."""
    end = line_end(text, end)
    while end < len(text):
        line = text[end:line_end(text, end)]
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        end = line_end(text, end)
    return end


def with_comments_above(text: str, start: int, column: int) -> int:
    """Where the comments begin that stand right above a line in its column; the head of the file is not among them."""
    above = start
    while above:
        begins = line_start(text, above - 1)
        if not text[begins:above].startswith(" " * column + "#"):
            break
        above = begins
    return above or start


def apart(text: str, end: int, begins: int) -> bool:
    """Whether an empty line stands between two entries."""
    return any(not line.strip() for line in text[line_end(text, end):line_start(text, begins)].splitlines())
