"""`make audit`: everything that other people's checkers and longer trials say of the built sites, in one table; or `python -m tests.audit --help`."""
from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from tests.audit import axe, html, tried, walk
from tests.audit.row import Row
from tests.audit.sites import SITES
from tests.bench.__main__ import machine
from tests.engines.installed import rows as engines
from tests.places import ROOT
from tests.supply.rows import rows as supply

PAGE = ROOT / "maintaining/audit.md"
MARKED = re.compile(r"(?s)(<!-- audit -->\n).*?(<!-- /audit -->)")


def sites() -> Iterator[Row]:
    """What is read, seen and asked for on the built sites."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as builders:
        top = Path(folder)
        [*builders.map(lambda site: site.made(top), SITES)]
        yield html.checked(top)
        yield html.linked(top)
        yield axe.looked_at(top)
        yield from walk.walked(top)


PARTS: dict[str, Callable[[], Iterator[Row]]] = {"sites": sites, "tests": tried.tried, "engines": engines, "supply": supply}


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice([*PARTS]))
@click.option("--write", is_flag=True, help="Put the table into maintaining/audit.md, with the day and the machine.")
def main(parts: Sequence[str], write: bool) -> None:
    """Audit the sites, the tests that try most, the other engines and the supply chain, or some PARTS; fail on any fault; tell what was not run."""
    found: list[Row] = []
    begun, at = machine(), time.monotonic()
    for part in parts or PARTS:
        for row in PARTS[part]():
            print(row.told(), flush=True)
            found.append(row)
    minutes = f"{(time.monotonic() - at) / 60:.1f} minutes"
    failed = [row for row in found if row.faults]
    if write and not failed:
        text = f"{begun}; {minutes}\n\n{table(found)}"
        PAGE.write_text(MARKED.sub(lambda marks: f"{marks[1]}{text}{marks[2]}", PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{len(found) - len(failed)} passed, {len(failed)} failed, in {minutes}")
    sys.exit(bool(failed))


def table(found: Sequence[Row]) -> str:
    """The rows in Markdown, with what was not run below them."""
    lines = ["| Tried · 试了什么 | State · 结果 | Figures · 数字 |", "| --- | --- | --- |", *(f"| {row} |" for row in found)]
    left = [f"- {row.name}: {one}" for row in found for one in row.not_run]
    return "\n".join([*lines, *(["", "Not run · 没有试的：", "", *left] if left else [])]) + "\n"


if __name__ == "__main__":
    main()
