"""`make bench`, or `python -m tests.bench --help`."""
from __future__ import annotations

import datetime
import os
import platform
import re
import sys
import tempfile
from pathlib import Path

import click

from macros.commands.data_folder import NAMED_BY, data_folder, data_option
from tests.bench.clock import Failed
from tests.bench.measuring import measure
from tests.bench.report import markdown, summary
from tests.places import ROOT

PAGE, FRONT = ROOT / "maintaining/speed.md", ROOT / "README.md"
MARKED = re.compile(r"(?s)(<!-- bench -->\n).*?(<!-- /bench -->)")


@click.command()
@data_option
@click.option("--times", default="1", show_default=True, help="How many times as large the handbooks are, such as 1,5,25.")
@click.option("--rounds", default=3, show_default=True, help="How often each is measured.")
@click.option("--full", is_flag=True, help="The same as --times 1,5,25.")
@click.option("--without", multiple=True, metavar="WORD", help="Leave out the generators whose name holds this word.")
@click.option("--write", is_flag=True, help="Put the tables into maintaining/speed.md and three lines into README.md.")
def main(times: str, rounds: int, full: bool, without: tuple[str, ...], write: bool) -> None:
    """Measure this project beside other generators on the same page bodies, and print the tables. Compare ratios, not seconds."""
    data = data_folder().resolve()
    os.environ.pop(NAMED_BY, None)  # each copy of the project builds its own
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # code is compiled once, as on most machines
    sizes = [int(one) for one in ("1,5,25" if full else times).split(",")]
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as work:
        try:
            report = measure(data, Path(work), sizes, rounds, without, machine())
        except Failed as error:
            sys.exit(str(error))
    print(markdown(report))
    print(summary(report))
    if write:
        for place, text in ((PAGE, markdown(report)), (FRONT, summary(report))):
            place.write_text(MARKED.sub(lambda found: f"{found[1]}{text}{found[2]}", place.read_text(encoding="utf-8")), encoding="utf-8")


def machine() -> str:
    """The day, the processor, how busy it was and what Python ran."""
    models = (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name"))
    name = next(models, platform.processor() or platform.machine())
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return f"{datetime.date.today()}, {name}, {os.cpu_count()} cores, load {load} at the start; Python {platform.python_version()}"


def _lines(file: str) -> list[str]:
    path = Path(file)
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    main()
