"""Makes the edits one by one: for each a line with its name, what check and tests said, and the seconds it took.

`--browser` runs every test that reads the data, in the browser too, `--all` the whole suite, `--check` no test;
`--only WORD` makes the edits whose name holds the word, `--list` names them."""
from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.edits.changes import EDITS
from tests.edits.draft import Draft
from tests.places import DATA, ROOT

COPIED = ("data", "docs", "examples", "macros", "maintaining", "overrides", "samples", "tests", "mkdocs.yml", "pyproject.toml", "Makefile")
LINKED = (".venv", "node_modules")
FAST = ["tests/handbook", "-m", "not browser"]
READERS = ["tests/handbook", "-n", "2"]


def copied(root: Path) -> None:
    """A copy of the project to spoil."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, root / name)
    for name in LINKED:
        (root / name).symlink_to((ROOT / name).resolve())


def tried(root: Path, edit: Callable[[Draft], None], tests: list[str]) -> Iterator[str]:
    """Make an edit; yields the name of each command that did not pass, with what it said."""
    shutil.rmtree(root / "data")
    shutil.copytree(DATA, root / "data")
    draft = Draft(root / "data")
    edit(draft)
    draft.save()
    for name, command in (("check", ["macros", "check"]), ("tests", ["pytest", "-q", "-p", "no:cacheprovider", *tests])):
        run = subprocess.run([sys.executable, "-m", *command], cwd=root, capture_output=True, text=True)
        if run.returncode:
            yield f"{name}\n{run.stdout}{run.stderr}"
            return


def main() -> None:
    """Make every edit and print a line for each; fail when one of them turns something red."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--all", action="store_true", help="the whole suite after each edit")
    asked.add_argument("--browser", action="store_true", help="every test that reads data/, in the browser too")
    asked.add_argument("--check", action="store_true", help="check alone after each edit")
    asked.add_argument("--only", default="", help="edits whose name holds this")
    asked.add_argument("--list", action="store_true", help="names and meanings of the edits")
    options = asked.parse_args()
    chosen = [edit for edit in EDITS if options.only in edit.__name__]
    if options.list:
        print("\n".join(f"{edit.__name__:22} {edit.__doc__.strip()}" for edit in chosen))
        return
    tests = ["--version"] if options.check else ["tests", "-n", "2"] if options.all else READERS if options.browser else FAST
    red = 0
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder))
        for edit in chosen:
            started = time.monotonic()
            failed = next(tried(Path(folder), edit, tests), "")
            red += bool(failed)
            what = failed.partition("\n")[0]
            line = {"": ("green", "green"), "check": ("red", "—"), "tests": ("green", "red")}[what]
            print(f"{edit.__name__:22} check {line[0]:6} tests {line[1]:6} {time.monotonic() - started:5.0f} s", flush=True)
            if failed:
                print("\n".join(failed.splitlines()[-25:]), flush=True)
    print(f"{len(chosen) - red} of {len(chosen)} edits left everything green")
    sys.exit(bool(red))


if __name__ == "__main__":
    main()
