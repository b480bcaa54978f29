"""What a command costs as a whole process with all that it starts, as the operating system counts it.

A command is started from a small process of its own (this file, run as a script), since the peak memory that the system
counts begins with that of the starter."""
from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

KILOBYTE = 1 if sys.platform == "darwin" else 1024  # what ru_maxrss counts in


class Cost(NamedTuple):
    """Processor seconds (user and system), seconds on the clock, and bytes of memory of the largest process at its peak."""

    processor: float
    clock: float
    memory: int


class Failed(Exception):
    """A command that is measured did not work; the message is the last line it said."""


def cost(command: list[str], folder: Path, **environment: str) -> Cost:
    """Run a command in a folder and say what it cost."""
    run = subprocess.run([sys.executable, "-I", "-S", __file__, *command], cwd=folder, capture_output=True, text=True, env={**os.environ, **environment})
    code, *found = json.loads(run.stdout) if run.returncode == 0 else [run.returncode]
    if code:
        lines = [line.strip() for line in run.stderr.splitlines() if line.strip()]
        raise Failed(lines[-1] if lines else f"exit {code}")
    return Cost(*found)


def watch(command: list[str]) -> None:
    """Run a command and print its exit code and cost; what it says goes where errors go."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=sys.stderr)
    _, status, used = os.wait4(child.pid, 0)
    spent = time.perf_counter() - started
    print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, spent, used.ru_maxrss * KILOBYTE]))


if __name__ == "__main__":
    watch(sys.argv[1:])
