"""What is locked, read from the lock files themselves: packages for Python and for npm, with their hashes and what each needs."""
from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from packaging.utils import canonicalize_name

from tests.places import ROOT

# From what a site is made with to what only tests use; a package belongs to the first that has it.
PYTHON = {"site": ROOT / "requirements.txt", "books": ROOT / "requirements-book.txt", "tests": ROOT / "requirements-test.txt"}
NPM = ROOT / "package-lock.json"
ENTRY = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)")
VIA = re.compile(r"^    # +(?:via )?([A-Za-z0-9._-]+)(?:\[[^]]*\])?$", re.M)


class Package(NamedTuple):
    """A locked package: in which registry's names, what it is for, the hashes of its files in hexadecimal, and the packages it needs."""

    kind: Literal["pypi", "npm"]
    name: str
    version: str
    use: str
    hashes: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    licence: str = ""  # where the lock says it

    @property
    def called(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}"


def packages() -> list[Package]:
    """All that `make setup` installs."""
    found: dict[str, Package] = {}
    for use, lock in PYTHON.items():
        found |= {one.name: one for one in python(lock, use) if one.name not in found}
    return [*sorted(found.values()), *sorted(npm(NPM))]


def python(lock: Path, use: str) -> Iterator[Package]:
    """The packages of one lock file for Python."""
    entries = re.split(r"(?m)^(?=[A-Za-z])", lock.read_text(encoding="utf-8"))
    named = {canonicalize_name(found[1]): (found[2], text) for text in entries if (found := ENTRY.match(text))}
    wanted_by = {name: {canonicalize_name(one) for one in VIA.findall(text)} for name, (_, text) in named.items()}
    for name, (version, text) in named.items():
        needs = tuple(sorted(other for other, by in wanted_by.items() if name in by))
        yield Package("pypi", name, version, use, tuple(("SHA-256", one) for one in re.findall("--hash=sha256:([0-9a-f]{64})", text)), needs)


def npm(lock: Path) -> Iterator[Package]:
    """The packages of a lock file of npm, for every kind of machine."""
    for path, one in json.loads(lock.read_text(encoding="utf-8"))["packages"].items():
        if path:
            algorithm, _, digest = one["integrity"].partition("-")
            hashes = ((algorithm.upper().replace("SHA", "SHA-"), base64.b64decode(digest).hex()),)
            needs = tuple(sorted({*one.get("dependencies", ()), *one.get("optionalDependencies", ())}))
            use = "tests" if one.get("dev") else "some machines" if one.get("optional") else "site"
            yield Package("npm", path.rpartition("node_modules/")[2], one["version"], use, hashes, needs, one.get("license", ""))
