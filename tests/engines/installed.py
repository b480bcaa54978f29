"""A small walk in the other engines, Firefox and WebKitGTK, where they are installed: `python -m tests.audit engines`.

The handbook's own site is read by http and, unpacked from its zip, by `file:`. What could not be tried is told, and is never called ok."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.checks import RULES
from macros.loading.folder import load
from macros.words.languages import LANGUAGES
from tests import examples
from tests.audit.row import Row
from tests.browser import serving
from tests.places import DATA, ROOT
from tests.supply.apart import NotRun, environment

LOCK = Path(__file__).with_name("engines.txt")
FIREFOX = ("firefox-esr", "firefox")
WEBKIT = "WebKitWebDriver"
PLANTED, COMPLAINT = "planted.html", "as it was planted"
ALONE = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"} if hasattr(os, "geteuid") and os.geteuid() == 0 else {}  # as Chromium, see tests/chromium.py


def engines() -> Iterator[tuple[str, list[str], list[str]]]:
    """Every engine, the programs that make it, none where it is not installed, and what they are run under."""
    yield "Firefox", [found for name in FIREFOX if (found := shutil.which(name))][:1], []
    small = sorted(str(path) for path in Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    driver, screen = shutil.which(WEBKIT), [] if "DISPLAY" in os.environ else ["xvfb-run", "-a"]
    yield "WebKitGTK", [driver, small[-1]] if driver and small and (not screen or shutil.which(screen[0])) else [], screen


def audited() -> tuple[list[str], list[str], list[str]]:
    """What is wrong; what was walked; and what was not, and why."""
    faults, walked, left = [], [], []
    with TemporaryDirectory() as folder:
        bases = _built(Path(folder))
        with serving(Path(folder, "site")) as address:
            for name, programs, under in engines():
                if not programs:
                    left.append(f"{name}: not installed")
                    continue
                try:
                    said = _walked(name, programs, under, [address, *bases])
                except NotRun as why:
                    left.append(f"{name}: {why}")
                    continue
                walked.append(f"{name} {said['version']}: 6 pages in {len(LANGUAGES)} languages, by http and by file")
                faults += [f"{name} {said['version']}: {one}" for one in said["faults"]]
    return faults, walked, left


def _built(folder: Path) -> list[str]:
    """Builds the site with a page that complains beside it, and unpacks its zip; the address of that."""
    words = ["build", "--data", DATA, "--site", folder / "site", "--zip", folder / "site.zip"]
    subprocess.run([sys.executable, "-m", "macros", *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    (folder / "site" / PLANTED).write_text(f"<!doctype html><script>throw new Error('{COMPLAINT}')</script>", encoding="utf-8")
    with zipfile.ZipFile(folder / "site.zip") as packed:
        packed.extractall(folder / "stick")
    (top,) = (folder / "stick").iterdir()
    return [f"{top.as_uri()}/"]


def _walked(engine: str, programs: list[str], under: list[str], bases: list[str]) -> dict[str, Any]:
    handbook = load(DATA, RULES)
    first, second = examples.roles(handbook, 2)
    asked = {"engine": engine, "programs": programs, "bases": bases, "names": {one: first.name[one] for one in LANGUAGES},
             "roles": [first.id, second.id], "planted": PLANTED, "complaint": COMPLAINT}
    words = [*under, environment("engines", LOCK) / "python", "-m", "tests.engines.walk"]
    run = subprocess.run(words, cwd=ROOT, input=json.dumps(asked), capture_output=True, text=True, check=False, env={**os.environ, **ALONE}, timeout=600)
    return dict(json.loads(run.stdout)) if run.returncode == 0 else {"version": "", "faults": [run.stderr.strip()[-600:]]}


def rows() -> Iterator[Row]:
    """The walks as a row of the audit."""
    faults, walked, left = audited()
    yield Row("other engines", "; ".join(walked), tuple(faults), tuple(left))
