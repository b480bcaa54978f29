"""Which way a sentence moved: by its figures, by how often and how firmly it says something, and by how much of it is new."""
from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from macros.words.languages import LANGUAGES

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
CEILING = re.compile(r"以内|之内|内[^容部外]|内$|不超过|不高于|不多于|至多|最多|低于|少于"
                     r"|\bwithin\b|\bat most\b|\bno more than\b|\bbelow\b|\bunder\b|\bfewer\b")
FLOOR = re.compile(r"以上|不少于|不低于|至少|最少|(?<!不)超过|\bat least\b|\bmore than\b|\bover\b|\bor more\b|\bminimum\b")
# How often, the most often first, as each language says it.
OFTEN = (
    re.compile(r"每(?:个?小时)|\b(?:every|each|an|per) hour\b|\bhourly\b", re.I), re.compile(r"每[天日]|\b(?:every|each|a|per) day\b|\bdaily\b", re.I),
    re.compile(r"每(?:周|个?星期)|\b(?:every|each|a|per) week\b|\bweekly\b", re.I), re.compile(r"每个?月|\b(?:every|each|a|per) month\b|\bmonthly\b", re.I),
    re.compile(r"每个?季度?|\b(?:every|each|a|per) quarter\b|\bquarterly\b", re.I),
    re.compile(r"每半年|\b(?:every|each|a|per) (?:half-year|half year|six months)\b|\b(?:half-yearly|twice a year)\b", re.I),
    re.compile(r"每年|\b(?:every|each|a|per) year\b|\b(?<!half-)yearly\b|\bannual(?:ly)?\b", re.I),
)
DEGREES = (  # the lowest first
    re.compile(r"高中|中专|\bhigh school\b", re.I), re.compile(r"大专|\bdiploma\b|\bassociate degree\b", re.I), re.compile(r"本科|学士|\bbachelor\b", re.I),
    re.compile(r"硕士|研究生|\bmaster’s\b", re.I), re.compile(r"博士|\bdoctora(?:te|l)\b|\bPhD\b", re.I),
)
# Whoever may leave a thing is asked less than who may not.
LEAVES_FREE = re.compile(r"可以|可自|可酌|可选|建议|鼓励|酌情|尽量|\bcan\b|\bmay\b|\bcould\b|\boptional|\brecommended\b|\bencouraged?\b|\bsuggested\b", re.I)
FORBIDS = re.compile(r"不得|不可|禁止|严禁|不允许|\bmust not\b|\bmay not\b|\bnever\b|\bforbidden\b|\bnot allowed\b", re.I)
EXAMPLE = re.compile(r"例如|for example\b", re.I)  # how a sentence opens that asks nothing
# What people are given, and not asked for.
GRANTS = re.compile(r"奖[金励给]|薪|工资|津贴|补贴|提成|\bbonus(?:es)?\b|\bpay\b|\bsalar(?:y|ies)\b|\ballowances?\b|\brewards?\b|\bcommission\b", re.I)
SAME = 0.7  # a sentence with less in common with the one before is another, not the same in other words
ADDED = {"zh": 3, "en": 8}  # letters that say something more

Sentence = Mapping[str, Any]


def of_sentences(before: Sentence, after: Sentence) -> int | None:
    """1 where a sentence asks for more than before, -1 for less, 0 where nothing in it says so; None where nobody can say."""
    for language in LANGUAGES if before.get("zh") != after.get("zh") else LANGUAGES[:1]:  # what Chinese writes as words, English may write as digits
        old, new = (_numbers(str(one.get(language, ""))) for one in (before, after))
        if old != new:
            return _of_numbers(old, new, f"{after.get('zh', '')} {after.get('en', '')}")
    return _of_words(before, after)


def is_another(before: Sentence, after: Sentence) -> bool:
    """Whether both halves say something else, or something more or less, or how often otherwise, than in other words the same."""
    halves = [(language, str(before.get(language, "")), str(after.get(language, ""))) for language in LANGUAGES]
    return all(_likeness(one, other) < SAME for _, one, other in halves) or all(_is_longer(*half) for half in halves) \
        or all(_times(one) != _times(other) for _, one, other in halves)


def grants(before: Sentence, after: Sentence) -> bool:
    """Whether a sentence tells what people are given."""
    return all(GRANTS.search(f"{one.get('zh', '')} {one.get('en', '')}") for one in (before, after))


def _of_numbers(old: set[Decimal], new: set[Decimal], said: str) -> int | None:
    if len(old - new) != 1 or len(new - old) != 1:
        return None
    (one,), (other,) = old - new, new - old
    ceiling, floor = CEILING.search(said), FLOOR.search(said)
    return None if bool(ceiling) == bool(floor) else _sign(one - other if ceiling else other - one)


def _numbers(text: str) -> set[Decimal]:
    return {Decimal(one.replace(",", "")) for one in NUMBER.findall(text)}


def _of_words(before: Sentence, after: Sentence) -> int | None:
    """The same of a sentence with the figures it had. Both languages have to say so, since in one it may be another word alone."""
    if all(EXAMPLE.match(after[language]) for language in LANGUAGES if after.get(language)):
        return 0
    found = {moved for cue in (_often, _degree, _freedom, _ban, _bound) if (moved := _in_both(cue, before, after))}
    return None if len(found) > 1 else next(iter(found), 0)


def _in_both(cue: Callable[[str, str], int], before: Sentence, after: Sentence) -> int:
    moves = {cue(before[language], after[language]) for language in LANGUAGES if before.get(language) and after.get(language)}
    return moves.pop() if len(moves) == 1 else 0


def _often(before: str, after: str) -> int:
    """More often is more; but what may happen so many times at most may then happen more often."""
    moved = _rank(OFTEN, before, after)
    return moved if CEILING.search(after) else -moved


def _times(text: str) -> list[int]:
    """How often a text says that something is done, by the places of these words in `OFTEN`; nothing where it says “regularly” or leaves it open."""
    return [number for number, one in enumerate(OFTEN) if one.search(text)]


def _degree(before: str, after: str) -> int:
    return _rank(DEGREES, before, after)


def _rank(grades: tuple[re.Pattern[str], ...], before: str, after: str) -> int:
    """The sign of the way from one grade to another; 0 where a text has several, or none."""
    old, new = ([number for number, one in enumerate(grades) if one.search(text)] for text in (before, after))
    return _sign(new[0] - old[0]) if len(old) == len(new) == 1 else 0


def _freedom(before: str, after: str) -> int:
    return _sign(len(LEAVES_FREE.findall(before)) - len(LEAVES_FREE.findall(after)))


def _ban(before: str, after: str) -> int:
    return _sign(len(FORBIDS.findall(after)) - len(FORBIDS.findall(before)))


def _bound(before: str, after: str) -> int:
    """A figure that was a ceiling and is a floor moved in no way that has a name; one that is a bound now and was none asks for more."""
    old, new = (bool(CEILING.search(text) or FLOOR.search(text)) for text in (before, after))
    return (new - old) if NUMBER.search(after) else 0


def _is_longer(language: str, one: str, other: str) -> bool:
    """Whether one of two holds all of the other, and words beside."""
    steps = {step for step, *_ in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()} - {"equal"}
    return len(steps) == 1 and steps < {"insert", "delete"} and abs(len(one) - len(other)) >= ADDED[language]


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _sign(number: Decimal | int) -> int:
    return (number > 0) - (number < 0)

