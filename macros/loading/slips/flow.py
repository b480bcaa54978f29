"""The first slip of a list or fields in brackets on one line: `[a, b]`, `{zh: …, en: …}`."""
from __future__ import annotations

import re
from dataclasses import replace

from macros.loading.slips.names import IN_CHINESE, NAME, names
from macros.loading.slips.values import BRACKETS, NUMBER, PARTNER, QUOTES, RESERVED, SHORTCUT, blank_slip, end_of_quoted, quoted, unquoted
from macros.loading.slips.words import Slip
from macros.words.languages import LANGUAGES

DEEPEST = 16
WIDE_OPENING, WIDE_CLOSING = "｛［", "｝］"  # of the brackets of YAML; others may stand in a text
ENTRY = re.compile(rf"({NAME}) *:(?=[ ,}}\]]|$)")
PLAIN = re.compile(r"(?:[^,\[\]{}:\s]|:(?![ ,\]}]|$)|[^\S\n](?!#))*")  # up to what ends a plain text inside brackets
COLON = re.compile(rf"({NAME})\s*[：﹕∶]\s*")
FULL_WIDTH_COMMA = re.compile(r"\s*[，、；;]\s*")


class Found(Exception):
    """The first slip has been found; the walk need not go on."""

    def __init__(self, slip: Slip) -> None:
        self.slip = slip


def flow_slip(line: str, at: int, name: str) -> Slip | None:
    """The first slip of what is in brackets from a place on, and of what follows it. Brackets that the line leaves open may go on in the next."""
    try:
        end = _walk(line, at, name)
    except Found as found:
        return found.slip
    if end is None or re.fullmatch(r"\s*(\s#.*)?", line[end:]):
        return None
    rest = line[end:].lstrip()
    if rest[0] in "]}":
        return Slip(line.index(rest[0], end), "stray-bracket", (rest[0],), line[:end] + rest[1:])
    return Slip(end, "after-bracket", (), line[:at] + quoted(line[at:].rstrip()) if name in LANGUAGES else None)


def _walk(line: str, at: int, name: str, deep: int = 0) -> int | None:
    """Where the brackets that open at a place are closed; None where the line ends before, or nobody would nest so deep."""
    if deep > DEEPEST:
        return None
    opening, i, text_before = line[at], at + 1, -1
    while True:
        start = i
        i = len(line) - len(line[i:].lstrip())
        if slip := blank_slip(line, start, i):
            raise Found(slip)
        if line[i:i + 1] == "#" and re.search(r"[\]}]", line[i:]):
            raise Found(_hash(line, i))
        if i >= len(line) or line[i] == "#":
            _ensure_not_closed_in_full_width(line, at)
            return None
        if line[i] in "]}":
            if line[i] != PARTNER[opening]:
                raise Found(Slip(i, "wrong-bracket", (PARTNER[opening],), f"{line[:i]}{PARTNER[opening]}{line[i + 1:]}"))
            return i + 1
        if line[i] == ",":
            i += 1
            continue
        item, held = i, name
        if opening == "{":
            i, held = _entry(line, i, text_before)
        else:
            _listed(line, i)
        end = _value(line, i, held, deep)
        if end is None:
            return None
        text_before = i if end > i and line[i] not in "[{\"'" else -1
        if end == item:  # a sign that can begin nothing, as in `[: a]`
            return None
        i = end


def _hash(line: str, i: int) -> Slip:
    """A # with which an item begins, or one that hides the rest of the line and the bracket that closes."""
    item = re.compile(r"#[^\s,\[\]{}][^,\[\]{}]*").match(line, i)
    if item and line[:i].rstrip()[-1] in "[{,:":
        text = item[0].rstrip()
        return Slip(i, "first-sign", ("#",), line[:i] + quoted(text) + line[i + len(text):])
    return Slip(i, "comment-in-brackets")


def _ensure_not_closed_in_full_width(line: str, at: int) -> None:
    last = line.rstrip()
    if last[-1] in BRACKETS and len(last) > at + 1:
        raise Found(Slip(len(last) - 1, "bracket", (BRACKETS[last[-1]],), f"{last[:-1]}{BRACKETS[last[-1]]}"))


def _entry(line: str, i: int, text_before: int) -> tuple[int, str]:
    """Where the value of an entry begins, and its name."""
    named = ENTRY.match(line, i)
    if named and named[1] not in names() and named[1].lower() in names():
        raise Found(Slip(i, "name-with-a-capital", (named[1].lower(),), line[:i] + named[1].lower() + line[named.end(1):]))
    if named and named[1] in IN_CHINESE:
        raise Found(Slip(i, "name-in-chinese", (named[1],), line[:i] + IN_CHINESE[named[1]] + line[named.end(1):]))
    if named:
        return len(line) - len(line[named.end():].lstrip(" ")), named[1]
    if found := COLON.match(line, i):
        raise Found(Slip(i + len(found[1]), "colon", (found[1],), f"{line[:i]}{found[1]}: {line[found.end():]}"))
    if (found := re.compile(rf"({NAME})\s*:(\s*)").match(line, i)) and found[1] in names():
        raise Found(Slip(found.start(2) - 1, "no-space-after-colon", (found[1],), f"{line[:i]}{found[1]}: {line[found.end():]}"))
    if (found := re.compile(r"([A-Za-z_]+)(?:\s*[;；=＝。．]\s*|\s+)").match(line, i)) and found[1] in names():
        raise Found(Slip(found.end(1), "no-colon", (found[1],), f"{line[:i]}{found[1]}: {line[found.end():]}"))
    if text_before >= 0:
        _cut(line, i, text_before)
    return i, ""


def _cut(line: str, i: int, text_before: int) -> None:
    """A comma cut a text, or a number, in two."""
    plain = PLAIN.match(line, i)
    end = plain.end() if plain else i
    while line[end:end + 1] == "," and not ENTRY.match(line, len(line) - len(line[end + 1:].lstrip(" "))) and (plain := PLAIN.match(line, end + 1)):
        end = plain.end()  # the text goes on behind its next comma
    whole = line[text_before:end].rstrip()
    if number := NUMBER.match(line, text_before):
        whole = number[0]
    mended = whole.replace(",", "") if NUMBER.fullmatch(whole) else quoted(whole)
    name, words = ("thousands", (mended,)) if NUMBER.fullmatch(whole) else ("comma-in-text", ())
    raise Found(Slip(max(text_before, line.rfind(",", text_before, i)), name, words, line[:text_before] + mended + line[text_before + len(whole):]))


def _listed(line: str, i: int) -> None:
    """An item of a list that a full-width comma made of several."""
    plain = PLAIN.match(line, i)
    text = plain[0] if plain and line[i] not in "\"'" else ""
    if found := FULL_WIDTH_COMMA.search(text):
        mended = FULL_WIDTH_COMMA.sub(", ", text)
        raise Found(Slip(i + found.start(), "comma", (), line[:i] + mended + line[i + len(text):]))


def _value(line: str, i: int, name: str, deep: int) -> int | None:
    """Where a value inside brackets ends; None where the line ends before."""
    if i >= len(line) or line[i] in ",]}":
        return i
    if line[i] in WIDE_OPENING:
        raise Found(Slip(i, "bracket", (BRACKETS[line[i]],), f"{line[:i]}{BRACKETS[line[i]]}{line[i + 1:]}"))
    if line[i] in "[{":
        return _walk(line, i, name, deep + 1)
    if line[i] in "\"'":
        end = end_of_quoted(line, i)
        if end is None:
            raise Found(Slip(i, "open-quote"))
        if not re.match(r"\s*([,\]}]|\s#|$)", line[end:]):
            _ensure_comma(line, end)
            raise Found(Slip(end, "after-quote"))
        return end
    plain = PLAIN.match(line, i)
    assert plain
    text, end = plain[0].rstrip(), plain.end()
    _look_at_plain(line, i, text, name)
    if line[end:end + 1] == ":":
        glued = re.search(rf"\s*[，；;、]\s*({NAME})$", text)
        if glued and glued[1] in names():
            raise Found(Slip(i + glued.start(), "comma", (), f"{line[:i + glued.start()]}, {line[i + glued.start(1):]}"))
        if (apart := re.search(rf"\s+({NAME})$", text)) and _is_next(name, text[:apart.start()], apart[1]):
            raise Found(Slip(i + apart.start(1), "no-comma", (apart[1],), f"{line[:i + apart.start()]}, {line[i + apart.start(1):]}"))
        raise Found(Slip(end, "colon-in-text"))
    return end


def _ensure_comma(line: str, end: int) -> None:
    """What follows a closing quotation mark is no next entry or item that lacks a plain comma. Raises Found where it is."""
    found = re.compile(rf"(\s*[，、；;]\s*|\s+)(?=({NAME})\s*[:：]|[\"'])").match(line, end)
    if found and (not found[2] or found[2] in names()):
        slip = Slip(end, "comma") if found[1].strip() else Slip(found.end(), "no-comma", (found[2],)) if found[2] else None
        if slip:
            raise Found(replace(slip, mended=f"{line[:end]}, {line[found.end():]}"))


def _is_next(name: str, text: str, following: str) -> bool:
    """Whether a word before a colon is the name of the next entry, and no part of a text: the other language after a sentence, a field after a word."""
    return following in LANGUAGES if name in LANGUAGES else following in names() and not re.search(r"\s", text)


def _look_at_plain(line: str, i: int, text: str, name: str) -> None:
    def put(mended: str) -> str:
        return line[:i] + mended + line[i + len(text):]

    for found in re.finditer(rf"[，,；;]\s*({NAME})\s*[:：]\s*", text):
        if found[1] in names():
            raise Found(Slip(i + found.start(), "comma", (), put(f"{text[:found.start()]}, {found[1]}: {text[found.end():]}")))
    if text[:1] in QUOTES and name not in LANGUAGES and text.endswith(QUOTES[text[0]]) and len(text) > 1:
        raise Found(Slip(i, "quotes", (text[0], QUOTES[text[0]]), put(unquoted(text[1:-1]))))
    if text[-1:] and text[-1] in WIDE_CLOSING:
        end = i + len(text)
        raise Found(Slip(end - 1, "bracket", (BRACKETS[text[-1]],), f"{line[:end - 1]}{BRACKETS[text[-1]]}{line[end:]}"))
    if text[:1] and text[0] in RESERVED and not SHORTCUT.match(text):
        raise Found(Slip(i, "first-sign", (text[0],), put(quoted(text))))
    if escape := re.search(r"\\[a-zA-Z]", text):
        raise Found(Slip(i + escape.start(), "backslash", (escape[0],)))
