"""A line of the table that `make audit` and `python -m tests.supply` print."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """What was tried, the figures, what is wrong, and what could not be tried and why."""

    name: str
    figures: str
    faults: tuple[str, ...] = ()
    not_run: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """What could not be tried is never called ok."""
        return "FAULTS" if self.faults else "NOT RUN" if self.not_run and not self.figures else "ok, in part" if self.not_run else "ok"

    def __str__(self) -> str:
        return " | ".join((self.name, self.state, self.figures or "–"))

    def told(self) -> str:
        """The line, and below it what is wrong and what was not run."""
        return "\n".join((str(self), *(f"  fault: {one}" for one in self.faults), *(f"  not run: {one}" for one in self.not_run)))
