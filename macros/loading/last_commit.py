"""What the folder of a handbook held at the last commit, or at the one a proposal starts from. Where Git cannot tell, nothing is said of it."""
from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.loading.contents import Contents
from macros.loading.kept import stamp

NAMED_BY = "HANDBOOK_BASE"  # the commit to compare with; HEAD where nothing is said, none where it is empty
LONGEST_WAIT = 5  # seconds


@dataclass(frozen=True)
class Listing:
    """The files of a commit: each name in the folder with the id of what stood in it."""

    folder: Path
    files: Mapping[str, str]

    @property
    def stamp(self) -> str:
        """Tells what a folder held then from what another did."""
        return stamp(*(part.encode("utf-8", "surrogateescape") for row in sorted(self.files.items()) for part in row))

    def changed(self, now: Contents) -> dict[str, bytes | None]:
        """What stood in every file that is another now, or is no longer there; None where nothing did, since the file is new."""
        here = {name: _id(raw, len(self.files.get(name, ""))) for name, raw in now.items() if raw is not None}
        other = {name: id for name, id in self.files.items() if here.get(name) != id}
        new: dict[str, bytes | None] = dict.fromkeys(name for name in now if name not in self.files)
        return {**new, **_bodies(self.folder, other)}

    def whole(self) -> Mapping[str, bytes | None]:
        """What stood in every file."""
        return _bodies(self.folder, self.files)


def listing(data: Path, commit: str = "") -> Listing | None:
    """The files of the folder at that commit, or at one that is named; None without Git, outside a repository, or where the commit is not there, as in a
    shallow clone."""
    commit = commit or os.environ.get(NAMED_BY, "HEAD")
    if not commit or commit.startswith("-"):
        return None
    found = _git(data, ["ls-tree", "-r", "-z", f"{commit}^{{tree}}"])
    files = {}
    for row in (found or b"").split(b"\0"):
        what, _, name = row.decode("utf-8", "surrogateescape").partition("\t")
        if name and what.startswith("100"):
            files[name] = what.split()[2]
    return Listing(data, files) if files else None


def _id(raw: bytes, length: int) -> str:
    """What Git calls these bytes, in a repository whose ids are so long."""
    whole = b"blob %d\0%b" % (len(raw), raw)
    return (hashlib.sha256(whole) if length == 64 else hashlib.sha1(whole, usedforsecurity=False)).hexdigest()


def _bodies(folder: Path, files: Mapping[str, str]) -> dict[str, bytes | None]:
    """What stood in some files, all asked for at once."""
    found = _git(folder, ["cat-file", "--batch"], "".join(f"{id}\n" for id in files.values()).encode()) if files else b""
    bodies: dict[str, bytes | None] = {}
    at = 0
    for name in files if found else ():
        head, _, _ = (found or b"")[at:].partition(b"\n")
        if not head.split()[1:2] == [b"blob"]:
            return {}
        begins = at + len(head) + 1
        at = begins + int(head.split()[2]) + 1
        bodies[name] = (found or b"")[begins:at - 1]
    return bodies


def _git(folder: Path, words: list[str], given: bytes = b"") -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], input=given, capture_output=True, timeout=LONGEST_WAIT, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
