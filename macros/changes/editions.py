"""The number an edition should have, by what changed since the one before."""
from __future__ import annotations

from collections.abc import Collection

from macros.model.editions import Meaning

DIGITS = 6  # of a part of a number
STEPS: tuple[frozenset[Meaning], ...] = (frozenset({"more"}), frozenset({"less", "new", "gone", "clarified"}), frozenset({"wording"}))


def suggested(edition: str, meanings: Collection[Meaning]) -> str | None:
    """The next number after an edition such as 1.0: 2.0 where more is asked of somebody, 1.1 where something was added or made clearer, 1.0.1 for words
    alone; None where nothing changed, or the edition is no number."""
    parts = numbers(edition)
    if not meanings or not parts:
        return None
    step = next(number for number, those in enumerate(STEPS) if those & {*meanings})
    parts = [*parts, 0, 0][: max(step + 1, len(parts))]
    return ".".join(map(str, [*parts[:step], parts[step] + 1, *(0 for _ in parts[step + 1:])]))


def numbers(edition: str) -> list[int]:
    """The numbers of an edition such as 1.10, by which editions are in order; none where it is called otherwise."""
    parts = edition.split(".")
    return [int(part) for part in parts] if all(part.isdecimal() and len(part) <= DIGITS for part in parts) else []
