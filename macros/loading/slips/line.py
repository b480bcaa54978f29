"""The first slip of one line, if it has one, and what the line is made of."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from macros.loading.slips.names import IN_CHINESE, NAME, names
from macros.loading.slips.values import ROUND, blank_slip, value_slip
from macros.loading.slips.words import Slip
from macros.words.languages import LANGUAGES

NAMED = re.compile(rf"({NAME}) *:(?= |$)")
COLONS, DASHES, STOPS = "：﹕︰∶", "－—–−‐‑•●▪◦·・*", ";；=＝。．，,、"
IN_FRONT = re.compile(r"(\d+[.)、．]|[①-⑳]|>|\+)\s*(?=([a-z_]+): )")  # what documents, mail and Git put in front of a line
BLANKS = re.compile(r"[^\S\n]*")


@dataclass(frozen=True)
class Parts:
    """What a line without slips is made of: the columns of its dashes and name, and what its value does, counted from 0."""

    dashes: tuple[int, ...] = ()
    name: int | None = None
    value: int = 0
    empty: bool = False  # nothing stands in the line but dashes and a name: what they hold follows, deeper


def parts(line: str) -> Parts:
    """What a line is made of that has something to say."""
    at = len(line) - len(line.lstrip(" "))
    dashes = []
    while re.match("-( |$)", line[at:]):
        dashes.append(at)
        at += len(line[at:]) - len(line[at + 1:].lstrip(" "))
    named = NAMED.match(line, at)
    value = named.end() if named else at
    value += len(line[value:]) - len(line[value:].lstrip(" "))
    said = line[value:]
    return Parts(tuple(dashes), at if named else None, value, not said or said.startswith("#"))


def first_slip(line: str) -> Slip | None:
    """The first slip of a line that is neither empty nor a comment, looking at it alone."""
    lead = BLANKS.match(line)
    at = lead.end() if lead else 0
    if slip := blank_slip(line, 0, at):
        return slip
    if re.match(":( |$)", line[at:]):
        return Slip(at, "stray-colon", (), line[:at] + line[at + 1:])
    if line.startswith("＃", at):
        return Slip(at, "sign-of-comment", (), f"{line[:at]}#{line[at + 1:]}")
    if line.startswith("```", at):
        return Slip(at, "fence")
    if (found := IN_FRONT.match(line, at)) and found[2] in names():
        return Slip(at, "sign-in-front", (found[1],), line[:at] + line[at + 1 if found[1] == "+" else found.end():])
    listed = False
    while slip_or_end := _dash(line, at, listed):
        if isinstance(slip_or_end, Slip):
            return slip_or_end
        at, listed = slip_or_end, True
    if at >= len(line) or line[at] == "#":
        return None
    if (fields := ROUND.match(line, at)) and fields[1] in names():
        return value_slip(line, at, "")
    named = NAMED.match(line, at)
    if named and named[1] not in names() and named[1].lower() in names():
        return Slip(at, "name-with-a-capital", (named[1].lower(),), line[:at] + named[1].lower() + line[named.end(1):])
    if not named or named[1] in IN_CHINESE or unicodedata.normalize("NFKC", named[1]) != named[1]:
        slip = _name_slip(line, at, listed)
        if slip or not listed:
            return slip
        return value_slip(line, at, "")
    start = BLANKS.match(line, named.end())
    value = start.end() if start else named.end()
    return blank_slip(line, named.end(), value) or value_slip(line, value, named[1])


def _dash(line: str, at: int, listed: bool) -> Slip | int | None:
    """Where the line goes on after the dash of an item, or what is wrong with it; None where there is none."""
    rest = line[at:]
    if re.match("-( |$)", rest):
        end = BLANKS.match(line, at + 1)
        assert end
        return blank_slip(line, at + 1, end.end()) or end.end()
    mended = f"{line[:at]}- {rest.lstrip(rest[:1]).lstrip()}"
    if re.match(r"-[^\S ]", rest):
        odd = blank_slip(line, at + 1, len(line) - len(rest[1:].lstrip()))
        assert odd
        return replace(odd, mended=mended)
    if not listed and re.match(r"-[^-\s]|--+ [a-z_]+: ", rest):
        return Slip(at, "dash", (), mended)
    if not listed and rest and rest[0] in DASHES and not rest.startswith("**"):
        return Slip(at, "dash", (), mended)
    return None


def _name_slip(line: str, at: int, listed: bool) -> Slip | None:
    """What is wrong with the name at the head of a line, or of an item that begins with one."""
    rest, before = line[at:], line[:at]

    def known(name: str) -> bool:
        return name in names() if listed else True

    def mended(name: str, after: str) -> str:
        return f"{before}{name}: {after}".rstrip()

    if (found := re.match(rf"({NAME})\s*([{COLONS}])\s*(.*)", rest)) and known(found[1]) and found[1].isascii():
        return Slip(at + found.start(2), "colon", (found[1],), mended(found[1], found[3]))
    if (found := re.match(r"([a-z_]+):([a-z])(?: (.*)|$)", rest)) and found[1] + found[2] in names() and found[1] not in names():
        return Slip(at + len(found[1]), "colon-in-name", (found[1] + found[2],), mended(found[1] + found[2], found[3] or ""))
    if (found := re.match(rf"({NAME})\s*:(?!//)(\s*)(\S.*)", rest)) and known(found[1]) and found[1].isascii():
        right = mended(found[1], found[3])
        odd = blank_slip(line, at + found.start(2), at + found.end(2))
        return replace(odd, mended=right) if odd else Slip(at + found.start(2) - 1, "no-space-after-colon", (found[1],), right)
    if (found := re.match(r"([^\W\d_]+)\s*[:：]\s*(.*)", rest)) and not found[1].isascii():
        plain = unicodedata.normalize("NFKC", found[1])
        if plain in names():
            return Slip(at, "name-in-full-width", (plain,), mended(plain, found[2]))
        name = IN_CHINESE.get(found[1])
        if name or not listed:
            return Slip(at, "name-in-chinese", (found[1],), mended(name, found[2]) if name else None)
    found = re.match(rf"([A-Za-z_]+)(?:\s*(?:[-=]>|→|[{STOPS}])\s*|\s+|(?=[\u3400-\u9fff“《]))(.*)", rest)
    if found and (found[1] in LANGUAGES or not listed and found[1] in names() and re.fullmatch(r"[\[{].*|\S*[^\s.]", found[2])):
        return Slip(at + len(found[1]), "no-colon", (found[1],), mended(found[1], found[2]))
    return None
