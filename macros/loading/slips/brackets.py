"""The brackets that a line leaves open."""
from __future__ import annotations

import re

from macros.loading.slips.line import parts

BRACED = re.compile(r" *\{[a-z_]+: .*\}\s*$")
STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|(?<![^\s\[{,:])'(?:[^']|'')*'")


def is_in_braces(line: str) -> bool:
    """Whether a line is fields in braces and nothing else, as an item of a list is behind its dash."""
    return BRACED.match(line) is not None


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
