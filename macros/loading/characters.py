"""From the bytes of a file to its text: UTF-8, with no character that nobody sees."""
from __future__ import annotations

import re

from macros.words.problems import RESTORE, Problem, Problems, first_of_a_file

LARGEST_FILE = 512 * 1024
LONGEST_LINE = 10_000  # characters; a sentence has some hundred at most
ALONE = re.compile("\r(?!\n)")  # the line end of an old Mac
TOO_LONG = (f"这一行超过{LONGEST_LINE}个字；一行只写一句，多出来的多半是粘错了",
            f"This line has more than {LONGEST_LINE:,} characters; a line holds one sentence, and the rest was likely pasted by mistake")
# Control characters, line ends that only YAML sees, soft hyphens and fillers, the byte order mark inside
# a file, and marks that turn the reading direction.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164\ufe00-\ufe0f\ufeff"
    "\ufff9-\uffff\U000e0000-\U000e0fff]"
)
NO_TEXT = (  # how files begin that people save or rename by mistake
    ((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"), "Word、Excel或压缩文件", "a file of Word or Excel, or an archive"),
    ((b"{\\rtf",), "写字板或Word的RTF文件", "an RTF file of a word processor"),
    ((b"%pdf",), "PDF", "a PDF"),
    ((b"\x1f\x8b", b"\x89png", b"\xff\xd8\xff"), "压缩文件或图片", "an archive or a picture"),
    ((b"<!doctype", b"<html", b"<?xml", b"<head", b"<meta"), "网页", "a web page"),
)


def decoded(raw: bytes, file: str) -> str:
    """The text of a file; raises Problems where it is no plain UTF-8."""
    if len(raw) > LARGEST_FILE:
        raise _refuse(file, 1, 1, f"文件超过{LARGEST_FILE // 1024}KB；拆成几条记录",
                      f"The file is larger than {LARGEST_FILE // 1024} kB; split it into several records")
    begins = raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:9].lower()
    for starts, zh, en in NO_TEXT:
        if begins.startswith(tuple(start.lower() for start in starts)):
            raise _refuse(file, 1, 1, f"这是{zh}，不是纯文本，只是名称以.yml结尾；打开它，把文字贴进纯文本文件，按samples里的样子写",
                          f"This is {en}, under a name in .yml, and no plain text; open it and write its text into a plain file, as in samples/")
    if raw.startswith(b"version https://git-lfs"):
        raise _refuse(file, 1, 1, "这是Git LFS的指针，内容没有取下来；运行git lfs pull",
                      "This is a pointer of Git LFS, and the content was not fetched; run git lfs pull")
    if raw and not raw.strip(b"\0"):
        raise _refuse(file, 1, 1, f"文件里全是空字节，内容没有存下来；{RESTORE[0]}",
                      f"The file holds nothing but zero bytes, and its content was not saved; {RESTORE[1]}")
    if wide := _wide(raw):
        raise _refuse(file, 1, 1, f"文件是{wide}编码；另存为UTF-8", f"The file is {wide}; save it as UTF-8")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise _refuse(file, 1, 1, "文件开头有字节顺序标记（BOM）；另存为不带BOM的UTF-8",
                      "The file starts with a byte order mark (BOM); save it as UTF-8 without BOM")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8")) + 1
        if error.reason == "unexpected end of data":
            raise _refuse(file, line, column, f"文件到这里断了，后面的没有了；{RESTORE[0]}，再改一次",
                          f"The file breaks off here; {RESTORE[1]}, and make your change again") from None
        raise _refuse(file, line, column, "文件不是UTF-8编码（可能是GBK）；另存为UTF-8",
                      "The file is not UTF-8 (it may be GBK); save it as UTF-8") from None
    if alone := ALONE.search(text):
        raise _refuse(file, text.count("\n", 0, alone.start()) + 1, alone.start() - text.rfind("\n", 0, alone.start()), *SEEN["\r"])
    problems = []
    for number, written in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if len(written) > LONGEST_LINE:
            problems.append(Problem(file, number, LONGEST_LINE + 1, "", *TOO_LONG))
        elif found := FORBIDDEN.search(written):
            problems.append(Problem(file, number, found.start() + 1, "", *forbidden(found[0])))
    if problems:
        raise Problems(first_of_a_file(problems))
    if not text.strip() or all(line.lstrip().startswith("#") or not line.strip() for line in text.splitlines()):
        raise _refuse(file, 1, 1, f"文件是空的；误删了内容就{RESTORE[0]}，新的照samples里的样本写；没有别处用到它，才可以删掉",
                      f"The file is empty; {RESTORE[1]} if it got lost, or begin with a sample from samples/; delete it only if nothing points at it")
    return text


def _wide(raw: bytes) -> str:
    """The encoding of a file in which every character takes two bytes or four; empty where it is none of these."""
    if raw.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")) or raw.count(b"\0") > len(raw) * 0.4 and raw.count(b"\0\0") > len(raw) // 8:
        return "UTF-32"
    zeros = max(raw[0::2].count(0), raw[1::2].count(0))
    return "UTF-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or zeros > len(raw) // 5 else ""


SEEN = {
    "\r": ("换行的写法不对（CR）；另存为UTF-8，换行选LF", "The line ends are of another kind (CR); save the file with LF"),
    "\ufffd": ("这里的字在转换编码时丢了（�）；重新写上", "A character was lost here when the encoding was converted (�); write it again"),
}


def forbidden(character: str) -> tuple[str, str]:
    """What to say of a character that nobody sees."""
    if character in SEEN:
        return SEEN[character]
    code = f"U+{ord(character):04X}"
    return f"有看不见的字符{code}；删掉它", f"An invisible character, {code}; delete it"


def _refuse(file: str, line: int, column: int, zh: str, en: str) -> Problems:
    return Problems([Problem(file, line, column, "", zh, en)])
