"""The rule on audience: what is for staff only in one place is so wherever it is said, or nowhere."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from macros.checks.statements import Statement, alike, statements, units
from macros.loading.folder import Loaded
from macros.model.record import SourceId
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem


def staff_only_is_so_everywhere(loaded: Loaded) -> Iterator[Problem]:
    """What one statement keeps for staff, no other gives away: the line of a KPI, or a figure of one section about one thing.

    Differences and remarks are marked as a whole, and not all in them need be for staff; so they keep no fact of their own."""
    every = list(statements(loaded.handbook))
    of_line: dict[tuple[str, str], Statement] = {}
    of_section: dict[SourceId, list[Statement]] = defaultdict(list)
    for one in every:
        if one.of.internal and not one.of.whole:
            of_line.update((line, one) for line in one.lines if line not in of_line)
            for section in one.of.sources:
                of_section[section].append(one)
    following = {language: units(loaded.handbook, language) for language in LANGUAGES}
    for one in every:
        if one.of.internal:
            continue
        near = (other for section in sorted(one.of.sources) for other in of_section.get(section, ()))
        found = next((of_line[line] for line in one.lines if line in of_line), None) or next((other for other in near if alike(one, other, following)), None)
        if found:
            there = loaded.problem(found.kind, found.record, found.path, "", "")
            yield loaded.problem(
                one.kind, one.record, one.path,
                f"{there.file}:{there.line}说的是同一件事，标了internal，这里没有；两处都标，或都不标；标不了的，去掉数字",
                f"{there.file}:{there.line} says the same and is internal, while this is not; mark both or neither, "
                "or leave the figure out where no mark can stand",
            )
