"""Tests that `make audit` runs again, with more examples than `make test` takes time for, and counts."""
from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from tests.places import ROOT

AUDIT = "HANDBOOK_AUDIT"  # set, tests try more than `make test` has time for


@dataclass(frozen=True)
class Ran:
    """How many tests passed, which did not, why some were not run, and what they tallied (tests/conftest.py)."""

    passed: int
    failed: tuple[str, ...]
    skipped: tuple[str, ...]
    tallied: Counter[str]


def ran(*paths: str) -> Ran:
    """Runs the tests at these paths of the project."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        words = ["-n", "auto", "--dist", "load", "-q", f"--junitxml={report}", "-o", "junit_family=xunit1", *paths]
        run = subprocess.run([sys.executable, "-m", "pytest", *words], cwd=ROOT, env={**os.environ, AUDIT: "1"}, capture_output=True, text=True, check=False)
        if not report.exists():
            return Ran(0, (f"pytest: {(run.stdout + run.stderr)[-500:]}",), (), Counter())
        cases = etree.parse(str(report)).xpath("//testcase")
    failed = tuple(f"{_name(case)}: {_first(case)}" for case in cases if case.xpath("failure | error"))
    skipped = tuple(f"{_name(case)}: {case.find('skipped').get('message')}" for case in cases if case.xpath("skipped"))
    tallied: Counter[str] = Counter()
    for told in (one for case in cases for one in case.xpath("properties/property")):
        tallied[told.get("name")] += int(told.get("value"))
    return Ran(sum(not case.xpath("failure | error | skipped") for case in cases), failed or _unless_well(run, cases), skipped, tallied)


def _unless_well(run: subprocess.CompletedProcess[str], cases: Sequence[object]) -> tuple[str, ...]:
    """A run that found no test, or ended badly though each of its tests went well, did not go well."""
    return () if cases and run.returncode == 0 else (f"pytest ended with {run.returncode}: {(run.stdout + run.stderr)[-500:]}",)


def _name(case: etree._Element) -> str:
    return f"{case.get('classname')}::{case.get('name')}"


def _first(case: etree._Element) -> str:
    return str(case.xpath("(failure | error)/@message")[0]).splitlines()[0]
