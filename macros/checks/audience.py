"""The rule on audience: what is for staff only in one place is so wherever it is said, or nowhere."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from macros.checks.statements import COMMON, Statement, Units, quantities, statements, units, words
from macros.loading.folder import Loaded
from macros.model.record import SourceId
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

Fact = tuple[Language, Decimal, str]  # a number as one language gives it, and its unit


def staff_only_is_so_everywhere(loaded: Loaded) -> Iterator[Problem]:
    """What one statement keeps for staff, no other gives away: the line of a KPI, or a figure of one section about one thing.

    Differences and remarks are marked as a whole, and not all in them need be for staff; so they keep no fact of their own."""
    every = list(statements(loaded.handbook))
    following = {language: units(loaded.handbook, language) for language in LANGUAGES}
    kept = [one for one in every if one.of.internal and not one.of.whole]
    of_line = {line: one for one in reversed(kept) for line in one.lines}
    facts: dict[tuple[SourceId, Fact], list[tuple[Statement, set[str]]]] = defaultdict(list)
    for one in kept:
        for fact, about in _facts(one, following):
            for section in one.of.sources:
                facts[section, fact].append((one, about))
    sections = {section for section, _ in facts}
    for one in every:
        if one.of.internal:
            continue
        same = (
            other
            for fact, about in (_facts(one, following) if one.of.sources & sections else ())
            for section in sorted(one.of.sources)
            for other, theirs in facts.get((section, fact), ())
            if len(about & theirs) >= COMMON[fact[0]]
        )
        found = next((of_line[line] for line in one.lines if line in of_line), None) or next(same, None)
        if found:
            there = loaded.problem(found.kind, found.record, found.path, "", "")
            yield loaded.problem(
                one.kind, one.record, one.path,
                f"{there.file}:{there.line}说的是同一件事，标了internal，这里没有；两处都标，或都不标；标不了的，去掉数字",
                f"{there.file}:{there.line} says the same and is internal, while this is not; mark both or neither, "
                "or leave the figure out where no mark can stand",
            )


def _facts(one: Statement, following: Mapping[Language, Units]) -> Iterator[tuple[Fact, set[str]]]:
    """Every figure of a statement in each language, with what it speaks of there."""
    for language in LANGUAGES:
        about = words(one.text[language], language) if language in one.text else set()
        for number, unit in sorted(quantities(one.text.get(language, ""), language, following[language])):
            yield (language, number, unit), about
