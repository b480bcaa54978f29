"""The number an edition should have, by what changed since the one before."""
from __future__ import annotations

from collections.abc import Collection

from macros.changes.change import Meaning

STEPS: tuple[frozenset[Meaning], ...] = (frozenset({"more"}), frozenset({"less", "new", "gone", "clarified"}), frozenset({"wording"}))


def suggested(edition: str, meanings: Collection[Meaning]) -> str | None:
    """The next number after an edition such as 1.0: 2.0 where more is asked of somebody, 1.1 where something was added or made clearer, 1.0.1 for words
    alone; None where nothing changed, or the edition is no number."""
    parts = edition.split(".")
    if not meanings or not all(part.isdecimal() for part in parts):
        return None
    step = next(number for number, those in enumerate(STEPS) if those & {*meanings})
    numbers = [*map(int, parts), 0, 0][: max(step + 1, len(parts))]
    return ".".join(map(str, [*numbers[:step], numbers[step] + 1, *(0 for _ in numbers[step + 1:])]))
