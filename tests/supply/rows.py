"""Every trial of the supply chain, a row each. What could not be tried is said to be so, and is never green."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.audit.row import Row
from tests.places import BAKERY
from tests.supply import anywhere, bom, exits, known, licences


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
