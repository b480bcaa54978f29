"""How long check and build take, as whole processes: `make bench`. Medians of several runs; compare ratios, not seconds."""
from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import click

from macros.commands.data_folder import data_option
from tests.places import ROOT

RUNS = 5


@click.command()
@data_option
def main() -> None:
    """Time the commands one after another, in turn, so that a slow spell of the machine meets all of them."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "check": [sys.executable, "-m", "macros", "check"],
            "build": [sys.executable, "-m", "macros", "build", "--site", folder],
            "python": [sys.executable, "-c", "import pydantic, yaml"],
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                started = time.perf_counter()
                subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
                seconds[name].append(time.perf_counter() - started)
                shutil.rmtree(folder, ignore_errors=True)
        for name, found in seconds.items():
            print(f"{name:8} median {statistics.median(found):.2f} s, min {min(found):.2f}, max {max(found):.2f}, {RUNS} runs")


if __name__ == "__main__":
    main()
