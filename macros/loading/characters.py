"""From the bytes of a file to its text: UTF-8, with no character that nobody sees."""
from __future__ import annotations

import re

from macros.words.problems import Problem, Problems

LARGEST_FILE = 512 * 1024
# Control characters, line ends that only YAML sees, soft hyphens and fillers, the byte order mark inside
# a file, and marks that turn the reading direction.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164\ufe00-\ufe0f\ufeff"
    "\ufff9-\uffff\U000e0000-\U000e0fff]"
)


def decoded(raw: bytes, file: str) -> str:
    """The text of a file; raises Problems where it is no plain UTF-8."""
    if len(raw) > LARGEST_FILE:
        raise _refuse(file, 1, 1, f"文件超过{LARGEST_FILE // 1024}KB；拆成几条记录",
                      f"The file is larger than {LARGEST_FILE // 1024} kB; split it into several records")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refuse(file, 1, 1, "文件是UTF-16编码；另存为UTF-8", "The file is UTF-16; save it as UTF-8")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise _refuse(file, 1, 1, "文件开头有字节顺序标记（BOM）；另存为不带BOM的UTF-8",
                      "The file starts with a byte order mark (BOM); save it as UTF-8 without BOM")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        raise _refuse(file, line, column, "文件不是UTF-8编码（可能是GBK）；另存为UTF-8",
                      "The file is not UTF-8 (it may be GBK); save it as UTF-8") from None
    problems = []
    for number, written in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        found = FORBIDDEN.search(written)
        if found:
            problems.append(Problem(file, number, found.start() + 1, "", *forbidden(found[0])))
    if problems:
        raise Problems(problems)
    if not text.strip() or all(line.lstrip().startswith("#") or not line.strip() for line in text.splitlines()):
        raise _refuse(file, 1, 1, "文件是空的；从samples里复制一份样本，或删掉它",
                      "The file is empty; copy a sample from samples/ or delete it")
    return text


def forbidden(character: str) -> tuple[str, str]:
    """What to say of a character that nobody sees."""
    code = f"U+{ord(character):04X}"
    return f"有看不见的字符{code}；删掉它", f"An invisible character, {code}; delete it"


def _refuse(file: str, line: int, column: int, zh: str, en: str) -> Problems:
    return Problems([Problem(file, line, column, "", zh, en)])
