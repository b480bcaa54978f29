"""The same bytes anywhere: the tiny handbook built under another date, zone, locale, folder, seed, file order, umask and by every other Python
that is found on the machine, each from a fresh copy of the project and compared with the first: `python -m tests.supply.anywhere`.

With --fingerprint it prints one line for the site as it is built here, which the weekly workflow compares between Pythons and machines."""
from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.building import copied
from tests.places import BAKERY, ROOT
from tests.supply.apart import NotRun, environment
from tests.supply.sites import differing, files, fingerprint

MINORS = range(11, 15)
BACKWARDS = """import os
listed, scanned = os.listdir, os.scandir
os.listdir = lambda *path: listed(*path)[::-1]
class Scanned:
    def __init__(self, found): self.found = iter(found)
    def __iter__(self): return self
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
os.scandir = lambda *path: Scanned([*scanned(*path)][::-1])
"""


@dataclass(frozen=True)
class Otherwise:
    """A way to build that must make no difference, or, where it is planted, that must."""

    name: str
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""
    before: Sequence[str] = ()
    python: str = sys.executable
    planted: bool = False


def ways(top: Path) -> tuple[list[Otherwise], list[str]]:
    """Every way that can be tried on this machine; and which cannot, with why."""
    not_tried = []
    (top / "backwards").mkdir()
    (top / "backwards/sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    found = [
        Otherwise("zone", {"TZ": "America/St_Johns"}),
        Otherwise("locale C", {"LC_ALL": "C", "LANG": "C"}),
        Otherwise("locale POSIX without UTF-8", {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        Otherwise("folder with spaces and Chinese letters", folder="a b 深 ü"),
        Otherwise("seed 1", {"PYTHONHASHSEED": "1"}), Otherwise("seed 12345", {"PYTHONHASHSEED": "12345"}),
        Otherwise("file order", {"PYTHONPATH": str(top / "backwards")}),
        Otherwise("umask 077", before=("sh", "-c", 'umask 077 && exec "$@"', "sh")),
        Otherwise("planted: another address", {"HANDBOOK_URL": "https://elsewhere.example.com/"}, planted=True),
    ]
    faketime = shutil.which("faketime")
    for name, by in (("date, 400 days on", "+400d"), ("date, 28 February 2024", "@2024-02-28 23:59:58")):
        if faketime:
            found.append(Otherwise(name, before=(faketime, "-f", by)))
        else:
            not_tried.append(f"{name}: faketime is not installed")
    for minor, python in pythons().items():
        try:
            if python is None:
                raise NotRun("not on this machine")
            found.append(Otherwise(f"Python 3.{minor}", python=str(environment(f"python3.{minor}", ROOT / "requirements.txt", python) / "python")))
        except NotRun as why:
            not_tried.append(f"Python 3.{minor}: {why}")
    return found, not_tried


def pythons() -> dict[int, str | None]:
    """The other Pythons that a handbook can be built by, by their minor version; None where there is none of it."""
    versions = Path.home() / ".pyenv/versions"
    found: dict[int, str | None] = {}
    for minor in MINORS:
        named = [*map(str, sorted(versions.glob(f"3.{minor}.*/bin/python"))), shutil.which(f"python3.{minor}") or ""]
        found[minor] = next((one for one in named if one and _works(one)), None)
    return {minor: one for minor, one in found.items() if minor != sys.version_info.minor}


def _works(python: str) -> bool:
    return subprocess.run([python, "-c", "import venv, ensurepip"], capture_output=True, check=False).returncode == 0


def built(way: Otherwise, top: Path) -> Path:
    """The site of the tiny handbook, built that way in a copy of the project of its own."""
    name = re.sub(r"\W+", "-", way.name)
    root = copied(top / name / (way.folder or "p"), BAKERY)
    settings = {key: text for key, text in os.environ.items() if not key.startswith(("HANDBOOK", "SOURCE_DATE", "PYTHON", "LC_", "LANG"))}
    run = subprocess.run(
        [*way.before, way.python, "-m", "macros", "build", "--site", str(root / "site")], cwd=root, capture_output=True, text=True, check=False,
        env={**settings, "LANG": "C.UTF-8", "HANDBOOK_URL": "https://handbook.example.com/", **way.environment},
    )
    if run.returncode:
        raise NotRun((run.stderr.strip().splitlines() or [str(run.returncode)])[-1])
    return root / "site"


def audited() -> tuple[list[str], dict[str, list[str]], int]:
    """The faults; which ways were compared and which could not be; and how many files were compared each time."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as workers:
        top = Path(folder)
        first = built(Otherwise("first"), top)
        tried, not_tried = ways(top)
        faults = [fault for found in workers.map(lambda way: _compared(way, first, top), tried) for fault in found]
        compared = [way.name for way in tried if not way.planted]
        return faults, {"compared": compared, "not compared": not_tried}, len(files(first))


def _compared(way: Otherwise, first: Path, top: Path) -> list[str]:
    try:
        found = differing(first, built(way, top))
    except NotRun as why:
        return [f"{way.name}: did not build: {why}"]
    if way.planted:
        return [] if found else [f"{way.name} makes no difference, so nothing was compared"]
    return [f"{way.name}: {len(found)} files differ, such as {', '.join(found[:3])}"] if found else []


def main() -> None:
    """Print what was compared and every fault; or this machine's fingerprint."""
    if sys.argv[1:] == ["--fingerprint"]:
        with TemporaryDirectory() as folder:
            print(f"{fingerprint(built(Otherwise('first'), Path(folder)))}  Python {platform.python_version()}, {platform.system()} {platform.machine()}")
        return
    faults, found, count = audited()
    print(f"{len(found['compared'])} builds of {count} files compared with the first, by Python {platform.python_version()}: {'; '.join(found['compared'])}")
    print(*(f"not compared: {one}" for one in found["not compared"]), *faults, sep="\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
