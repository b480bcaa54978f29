"""Python environments apart from the project's own, each with what one lock file pins, kept in .cache/ for the next time."""
from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from tests.places import ROOT

HOME = ROOT / ".cache/supply"


class NotRun(Exception):
    """Something could not be tried here, and why: never the same as having found nothing."""


def environment(name: str, lock: Path, python: str = sys.executable) -> Path:
    """The folder with the commands of an environment. Raises NotRun where its packages cannot be had."""
    wanted = hashlib.sha256(lock.read_bytes() + python.encode()).hexdigest()[:12]
    place = HOME / f"{name}-{wanted}"
    done = place / "done"
    if not done.exists():
        shutil.rmtree(place, ignore_errors=True)
        for words in ([python, "-m", "venv", str(place)],
                      [str(place / "bin/python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", str(lock)]):
            run = subprocess.run(words, capture_output=True, text=True, check=False)
            if run.returncode:
                raise NotRun(next((line for line in run.stderr.splitlines() if line.startswith("ERROR")), f"{Path(words[0]).name}: {run.returncode}"))
        done.touch()
    return place / "bin"
