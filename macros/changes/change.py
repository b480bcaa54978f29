"""One change, and what it means for who is concerned."""
from __future__ import annotations

from dataclasses import dataclass

from macros.model.editions import Meaning
from macros.words.problems import Path


@dataclass(frozen=True)
class Change:
    """What stood at a path of a record before, and what stands there now, as YAML values; None where nothing does. Parts of lists that have no id
    are counted as they stand now, or stood where they are gone."""

    kind: str
    id: str
    path: Path
    meaning: Meaning
    before: object
    after: object
    moved_from: Path | None = None  # where the same stood before, if it stood elsewhere in the record
