"""The first slip of what stands behind a name or a dash."""
from __future__ import annotations

import re

from macros.loading.slips.names import names
from macros.loading.slips.words import Slip
from macros.words.languages import LANGUAGES

QUOTES = {"“": "”", "„": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "＂": "＂"}
BRACKETS = {"［": "[", "］": "]", "【": "[", "】": "]", "｛": "{", "｝": "}"}
ROUND = re.compile(r"[(（]\s*([a-z_]+)\s*[:：]\s*")  # round brackets that hold fields
BARE = re.compile(r"([a-z_]+): [^\s,\[\]{}\"']+(?:, [a-z_]+: [^\s,\[\]{}\"']+)*")  # fields in one line, without the braces round them
PARTNER = {"[": "]", "{": "}"}
MARKDOWN = re.compile(r"\*\*(?=\S)|__(?=\S)|!?\[[^\]]*\]\([^)]*\)|`(?=[^`]+`)|#{2,6} |~~(?=\S)")
RESERVED = "*&!%@`|>"
SHORTCUT = re.compile(r"[*&][A-Za-z0-9_-]+\s*([\[{,\]}]|$)|![A-Za-z!<]")  # of YAML: the reader refuses these by what they are
NUMBER = re.compile(r"\d{1,3}(,\d{3})+")
ODD_BLANK = re.compile(r"[^\S \n]")
BLANK_NAMES = {"\t": "tab", "\u3000": "ideographic-space", "\u00a0": "no-break-space"}


def quoted(text: str) -> str:
    """A text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unquoted(text: str) -> str:
    """A text that stood in quotes of another kind: bare, where that is sure to mean the same."""
    return text if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9#._-]*", text) else quoted(text)


def blank_slip(line: str, start: int, end: int) -> Slip | None:
    """A blank that is no plain space, among the blanks between two places."""
    found = ODD_BLANK.search(line, start, end)
    if not found:
        return None
    blanks = "".join("  " if sign in "\u3000\t" else " " for sign in line[start:end])
    if "\t" in line[start:end] and not start:
        return Slip(found.start(), "tab")
    return Slip(found.start(), BLANK_NAMES.get(found[0], "odd-space"), (f"U+{ord(found[0]):04X}",), line[:start] + (blanks if not start else " ") + line[end:])


def value_slip(line: str, at: int, name: str) -> Slip | None:
    """The first slip of the value that begins at a place; `name` is what stands before it."""
    from macros.loading.slips.flow import flow_slip

    value = line[at:]
    if not value:
        return None
    first = value[0]
    if first in "\"'":
        return _quoted_slip(line, at, name)
    if SHORTCUT.match(value):
        return None
    if slip := _opening_slip(line, at, name):
        return slip
    if first in "[{":
        return flow_slip(line, at, name)
    return _plain_slip(line, at, name)


def _opening_slip(line: str, at: int, name: str) -> Slip | None:
    """What is wrong with how a value begins."""
    value, first = line[at:], line[at]
    text = value.rstrip()
    if name not in LANGUAGES:
        if first in QUOTES and text.endswith(QUOTES[first]) and len(text) > 1:
            return Slip(at, "quotes", (first, QUOTES[first]), line[:at] + unquoted(text[1:-1]))
        if (fields := ROUND.match(text)) and text[-1] in ")）" and fields[1] in names():
            return Slip(at, "bracket", ("{ }",), f"{line[:at]}{{{text[1:-1]}}}")
        if first in BRACKETS and len(text) > 1 and (text[-1] in BRACKETS or text[-1] in "]}"):
            opening = BRACKETS[first]
            inner = "".join(BRACKETS.get(sign, sign) for sign in text[1:-1])
            return Slip(at, "bracket", (f"{opening} {PARTNER.get(opening, opening)}",), line[:at] + opening + inner + PARTNER.get(opening, opening))
    if re.fullmatch(r"[|>][-+0-9]*(\s+#.*)?", text):
        return Slip(at, "block-of-text", (first,))
    if found := MARKDOWN.match(value):
        return Slip(at, "markdown", (found[0],))
    if first == "#" and line[at - 1:at] == " " and (name in LANGUAGES or line[at - 2:at - 1] != " "):
        return Slip(at, "first-sign", ("#",), line[:at] + quoted(text))
    if value.startswith("- ") and name:
        return Slip(at, "list-in-line")
    if first in RESERVED or value.startswith("? "):
        return Slip(at, "first-sign", (first,), line[:at] + quoted(text))
    return None


def _quoted_slip(line: str, at: int, name: str) -> Slip | None:
    end = end_of_quoted(line, at)
    if end is None:
        whole = line.rstrip()
        if line[at] == '"' and whole.endswith("”") and "“" not in whole[at:] and '"' not in whole[at + 1:]:  # closed by the keyboard's other mark
            return Slip(at, "open-quote", (), f'{whole[:-1]}"')
        return Slip(at, "open-quote", (), whole + line[at] if line[at] not in whole[at + 1:] and " #" not in whole[at:] else None)
    if re.fullmatch(r"\s*(\s#.*)?", line[end:]):
        return _escape_slip(line, at, end)
    if stop := re.fullmatch(r"\s*([,;，；。])\s*", line[end:]):
        return Slip(end, "stop-behind", (stop[1],), line[:end])
    return _next_language(line, end, len(line), name) or Slip(end, "after-quote")


def _next_language(line: str, start: int, end: int, name: str) -> Slip | None:
    """The other language behind a sentence, on its line: nobody wants it inside the sentence."""
    found = re.compile(rf"(?<![A-Za-z])({'|'.join(one for one in LANGUAGES if one != name)}): ").search(line, start, end) if name in LANGUAGES else None
    return Slip(found.start(), "two-lines-in-one", (found[1],)) if found else None


def end_of_quoted(line: str, at: int) -> int | None:
    """Where a quoted text ends that begins at a place; None where it does not on this line."""
    pattern = r'"(?:[^"\\]|\\.)*"' if line[at] == '"' else r"'(?:[^']|'')*'"
    found = re.compile(pattern).match(line, at)
    return found.end() if found else None


def _escape_slip(line: str, at: int, end: int) -> Slip | None:
    double = r'(?<!\\)(?:\\\\)*(\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^"\\]))'
    found = re.search(double if line[at] == '"' else r"(\\[a-zA-Z])", line[at:end])
    return Slip(at + found.start(1), "backslash", (found[1],)) if found else None


def _plain_slip(line: str, at: int, name: str) -> Slip | None:
    """The first slip of a value without quotes or brackets."""
    comment = re.compile(r"\s#").search(line, at)
    text = line[at:comment.start() if comment else None].rstrip()
    if slip := _next_language(line, at, at + len(text), name):
        return slip
    for sign in re.finditer(r":(?= |$)|\\[a-zA-Z]", text):
        if name not in LANGUAGES and (fields := BARE.fullmatch(text)) and fields[1] in names():
            return Slip(at, "no-braces", (), f"{line[:at]}{{{text}}}{line[at + len(text):]}")
        if sign[0] == ":":
            return Slip(at + sign.start(), "colon-in-text", (), None if comment else line[:at] + quoted(text))
        return Slip(at + sign.start(), "backslash", (sign[0],))
    if NUMBER.fullmatch(text):
        return Slip(at, "thousands", (text.replace(",", ""),), line[:at] + text.replace(",", "") + line[at + len(text):])
    if comment and line[comment.start() - 1] != " ":
        return Slip(comment.start() + 1, "comment-glued")
    if comment and name in LANGUAGES:
        return Slip(comment.start() + 1, "comment-in-sentence")
    return None
