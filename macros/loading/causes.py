"""One mistake is told once, and where it was made: what only follows from another is left out."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from macros.words.problems import IS_ALL, Problem, anything_in

BEHIND = "no-half-is-behind"  # the rule that asks, of a sound sentence, whether the other language still says the same
TELLS_NOBODY = "nobody-is-asked-for-more-without-a-word"  # the rule that asks, of what is sound, whether people were told; nothing follows from that
# Rules that hold one half of a text, or its figures, against the other: of two that differ, the one that was changed is at fault.
BETWEEN_HALVES = frozenset({"words-keep-the-sense-of-their-term", "numbers-agree", "names-have-one-translation", "figures-agree"})

Pair = tuple[str, str]  # a file, and the field under which a text stands in both languages


def of_their_own(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems that do not follow from others, each at the place to be mended."""
    problems = _without_what_is_said(problems)
    own = [problems[number] for number in sorted(_told(problems))]
    asked = {_pair(one): one for one in own if one.rule == BEHIND}
    moved = list(_at_the_changed_half(own, asked)) if asked else own
    wrong = {_pair(one) for one in moved if one.rule != BEHIND}
    yield from (one for one in moved if one.rule != BEHIND or _pair(one) not in wrong)


def _without_what_is_said(problems: Sequence[Problem]) -> Sequence[Problem]:
    """The problems without what else is said of a field of which one of them is all there is to say, or of that field against its other half."""
    all_of = {(one.file, one.field): one for one in problems if one.cause == IS_ALL}
    if not all_of:
        return problems
    halves = {_pair(one) for one in all_of.values()}
    first = set(map(id, all_of.values()))
    return [one for one in problems
            if id(one) in first or ((one.file, one.field) not in all_of and not (one.rule in BETWEEN_HALVES and _pair(one) in halves))]


def _told(problems: Sequence[Problem]) -> set[int]:
    """The numbers of those that follow from no other; of some that only follow from each other, the first that others are known to follow from."""
    named: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(problems):
        for name in _named(one):
            named[name].add(number)
    before = [set().union(*(named[cause] for cause in one.because)) - {number} for number, one in enumerate(problems)]
    told = {number for number, causes in enumerate(before) if not causes}
    left = _not_following(told, before)
    while left:
        told.add(min(left, key=lambda number: (not problems[number].cause, number)))
        left = _not_following(told, before)
    return told


def _not_following(told: set[int], before: Sequence[set[int]]) -> set[int]:
    """Those that follow from none of these, by however many steps."""
    left = {*range(len(before))} - told
    while follow := {number for number in left if before[number] - left}:
        left -= follow
    return left


def _named(problem: Problem) -> set[str]:
    """What others call a problem that they follow from."""
    if problem.rule == TELLS_NOBODY:
        return set()
    around = {anything_in(problem.file, problem.field[:end.start()]) for end in re.finditer(r"(?!^)(?=[.\[])|$", problem.field)}
    return {problem.cause, f"{problem.file}:{problem.field}", anything_in(problem.file), *around} - {""}


def _at_the_changed_half(problems: Sequence[Problem], asked: dict[Pair, Problem]) -> Iterator[Problem]:
    """What the halves of a text disagree in, told at the one that was changed, and once."""
    told = set()
    for one in problems:
        changed = asked.get(_pair(one)) if one.rule in BETWEEN_HALVES else None
        if changed is None:
            yield one
        elif (one.rule, _pair(one)) not in told:
            told.add((one.rule, _pair(one)))
            yield one if one.line == changed.line else replace(
                one, line=changed.line, column=changed.column, field=changed.field,
                zh=f"{one.zh}（另见第{one.line}行）", en=f"{one.en} (see line {one.line}, too)",
            )


def _pair(problem: Problem) -> Pair:
    return problem.file, re.sub(r"\.(?:zh|en|figures\[\d+\])$", "", problem.field)
