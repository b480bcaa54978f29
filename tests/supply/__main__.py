"""Every trial of the supply chain, a row each: `python -m tests.supply`. What could not be tried is said to be so, and is never green."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.places import BAKERY
from tests.supply import anywhere, bom, exits, known, licences


@dataclass(frozen=True)
class Row:
    """What was tried, the figures, what is wrong, and what could not be tried and why."""

    name: str
    figures: str
    faults: tuple[str, ...] = ()
    not_run: tuple[str, ...] = ()

    def __str__(self) -> str:
        state = "FAULTS" if self.faults else "NOT RUN" if self.not_run and not self.figures else "ok, in part" if self.not_run else "ok"
        return f"{self.name} | {state} | {self.figures or '–'}"


def rows(data: Path = BAKERY) -> Iterator[Row]:
    """One after the other; `data` is the handbook that is built by other generators."""
    faults, counted = licences.audited()
    yield Row("licences", f"{counted.total()} packages under {len(counted)} licences, each allowed", tuple(faults))
    wrong, listed = bom.audited()
    yield Row("bill of materials", f"{listed['pypi']} components for Python and {listed['npm']} for npm, sound by CycloneDX 1.6", tuple(wrong))
    answers = known.audited()
    yield Row("known vulnerabilities", "; ".join(str(one) for one in answers if not one.not_run), tuple(fault for one in answers for fault in one.known),
              tuple(str(one) for one in answers if one.not_run))
    differences, lines = exits.audited(data)
    tried = [line for line in lines if exits.NOT_TRIED not in line]
    yield Row("ways out", "; ".join(tried), tuple(differences), tuple(line for line in lines if exits.NOT_TRIED in line))
    unequal, found, files = anywhere.audited()
    figures = f"{len(found['compared'])} builds of {files} files: {', '.join(found['compared'])}"
    yield Row("the same bytes", figures, tuple(unequal), tuple(found["not compared"]))


def main() -> None:
    """Print the rows; fail on a fault, and with 3 where only something was not run."""
    found = []
    for row in rows(Path(sys.argv[1]).resolve() if sys.argv[1:] else BAKERY):
        print(row, *(f"  fault: {one}" for one in row.faults), *(f"  not run: {one}" for one in row.not_run), sep="\n", flush=True)
        found.append(row)
    sys.exit(1 if any(row.faults for row in found) else known.NOT_RUN if any(row.not_run for row in found) else 0)


if __name__ == "__main__":
    main()
