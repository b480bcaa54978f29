"""A text that goes on over several lines, and the one line that it should be."""
from __future__ import annotations

import re

from macros.loading.slips.indentation import goes_on, lacks_a_colon
from macros.loading.slips.line import first_slip, parts
from macros.loading.slips.values import end_of_quoted, quoted
from macros.words.languages import LANGUAGES

WIDE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”]")  # beside these, no space is wanted where two lines meet
HAN = re.compile("[\u3400-\u9fff]")


def says_something(line: str) -> bool:
    """Whether a line has a value behind a name or a dash."""
    found = parts(line)
    return bool(found.dashes or found.name is not None) and not found.empty


def lines_going_on(lines: list[str], number: int) -> int:
    """How many lines after a line, counted from 1, are nothing but the rest of the sentence that begins on it."""
    line, count = lines[number - 1], 0
    found = parts(line)
    name, value = line[found.name:].partition(":")[0] if found.name is not None else "", line[found.value:]
    if not says_something(line) or name not in (*LANGUAGES, "") or not re.match(r"[^\[\]{}|>&*!%@`'#]", value) or " #" in value:
        return 0
    if value[0] == '"' and end_of_quoted(line, found.value) is not None:
        return 0
    if not name and re.fullmatch(r"[A-Za-z0-9#._-]+", value):  # an id, and no sentence
        return 0
    chinese = bool(HAN.search(value)) if name != "zh" else True
    for at in range(number, len(lines)):
        if not _is_rest(lines[at], lines[at + 1] if at + 1 < len(lines) else "") or bool(HAN.search(lines[at])) != chinese:
            break
        count += 1
    return count


def _is_rest(line: str, below: str) -> bool:
    """Whether a line may be the rest of a sentence, and no field of which something is lost."""
    text = line.strip()
    if not text or text[0] in "#[]{}|>&*!%@`'\"<=" or re.match(r"(---|\.\.\.)( |$)", line):
        return False
    return goes_on(line) is not None and lacks_a_colon(line, below) is None and first_slip(line.lstrip(" ")) is None


def in_one_line(lines: list[str]) -> str | None:
    """The line that a sentence and its rest should be; None where a quotation mark that opens is not closed at the end."""
    whole = lines[0].rstrip()
    for line in lines[1:]:
        text = line.strip()
        whole += ("" if WIDE.match(text[0]) or WIDE.match(whole[-1]) else " ") + text
    at = parts(whole).value
    if whole[at] == '"':
        return whole if end_of_quoted(whole, at) == len(whole) else None
    return whole if first_slip(whole) is None else whole[:at] + quoted(whole[at:])
