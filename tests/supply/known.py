"""Known vulnerabilities of what is locked, asked of those who collect them: `python -m tests.supply.known`.

No registry ships a current database (safety-db is of 2021), so this needs the network: pip-audit asks PyPI, npm asks its own registry. Among
the packages asked about is one that is known to be vulnerable; an answer that does not name it is none, and then this says that it did
not run, with exit code 3. pip-audit alone would end with “no known vulnerabilities” where it could ask about nothing."""
from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.places import ROOT
from tests.supply.apart import NotRun, environment
from tests.supply.locked import NPM, Package, packages

LOCK = Path(__file__).with_name("tools.txt")
# Vulnerabilities that do not concern us, each with the reason; there are none.
ACCEPTED: dict[str, str] = {}
NOT_RUN = 3


@dataclass(frozen=True)
class Answer:
    """What was asked of whom, about how many packages, and what is known of them; or why it was not asked."""

    who: str
    packages: int
    known: Sequence[str] = ()
    not_run: str = ""

    def __str__(self) -> str:
        if self.not_run:
            why = re.sub(r"https?://\S+", "…", self.not_run)  # this stands in the table of the audit, whose readers have other registries
            return f"{self.who}: NOT RUN, so nothing is known of {self.packages} packages ({why})"
        return f"{self.who}: {len(self.known)} known vulnerabilities in {self.packages} packages"


Run = Callable[[Sequence[str | Path], Path], subprocess.CompletedProcess[str]]


def run(words: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    """One command, whatever it ends with."""
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)


def of_python(locked: Sequence[tuple[str, str]], run: Run = run) -> Answer:
    """What pip-audit is told of packages for Python by PyPI."""
    who, planted = "pip-audit, of PyPI", ("django", "1.11")
    try:
        commands = environment("tools", LOCK)
        with TemporaryDirectory() as folder:
            asked = Path(folder) / "requirements.txt"
            asked.write_text("".join(f"{name}=={version}\n" for name, version in (*locked, planted)), encoding="utf-8")
            said = run([commands / "pip-audit", "--format=json", "--progress-spinner=off", "--no-deps", "--disable-pip", "-r", asked], Path(folder))
        found = _read(said)["dependencies"]
    except NotRun as why:
        return Answer(who, len(locked), not_run=str(why))
    skipped = [one["name"] for one in found if "vulns" not in one]
    if skipped or len(found) <= len(locked):
        return Answer(who, len(locked), not_run=f"{len(skipped)} of {len(locked) + 1} could not be asked about, such as {', '.join(skipped[:2])}")
    known = {f"{one['name']} {one['version']}: {fault['id']}" for one in found for fault in one["vulns"] if fault["id"] not in ACCEPTED}
    return _without(who, len(locked), known, planted)


def of_npm(locked: Sequence[Package], run: Run = run) -> Answer:
    """What npm's registry says of the packages in its lock file."""
    who, planted = "npm audit", ("minimist", "0.0.8")
    name, version = planted
    with TemporaryDirectory() as folder:
        lock, project = json.loads(NPM.read_text(encoding="utf-8")), json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
        lock["packages"][f"node_modules/{name}"] = {"version": version}
        for asking in (lock["packages"][""], project):
            asking["dependencies"][name] = version
        (Path(folder) / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
        (Path(folder) / "package.json").write_text(json.dumps(project), encoding="utf-8")
        npm = Path(sys.executable).with_name("npm")
        try:
            said = _read(run([npm if npm.exists() else shutil.which("npm") or "npm", "audit", "--json"], Path(folder)))
            if "vulnerabilities" not in said:
                raise NotRun(str(said.get("message") or said.get("error") or said)[:160])
        except NotRun as why:
            return Answer(who, len(locked), not_run=str(why))
    versions = {one.name: one.version for one in locked} | {name: version}
    known = {
        f"{package} {versions.get(package, '')}: {via['url'].rpartition('/')[2]}" for package, found in said["vulnerabilities"].items()
        for via in found["via"] if isinstance(via, dict) and via["url"].rpartition("/")[2] not in ACCEPTED
    }
    return _without(who, len(locked), known, planted)


def _read(said: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The JSON of an answer. Raises NotRun where there is none, with the last line of what was said instead."""
    try:
        found: dict[str, Any] = json.loads(said.stdout)
        return found
    except json.JSONDecodeError:
        raise NotRun((said.stderr.strip().splitlines() or [f"exit code {said.returncode}"])[-1][:160]) from None


def _without(who: str, count: int, known: set[str], planted: tuple[str, str]) -> Answer:
    """The answer, once it has named what was planted."""
    ours = {one for one in known if not one.startswith(f"{' '.join(planted)}:")}
    if ours == known:
        return Answer(who, count, not_run=f"nothing was said of {' '.join(planted)}, which is known to be vulnerable")
    return Answer(who, count, sorted(ours))


def audited() -> list[Answer]:
    """Both answers."""
    locked = packages()
    return [of_python([(one.name, one.version) for one in locked if one.kind == "pypi"]), of_npm([one for one in locked if one.kind == "npm"])]


def main() -> None:
    """Print both; fail on what is known, and otherwise on what was not run."""
    answers = audited()
    for one in answers:
        print(one, *one.known, sep="\n  ")
    sys.exit(1 if any(one.known for one in answers) else NOT_RUN if any(one.not_run for one in answers) else 0)


if __name__ == "__main__":
    main()
