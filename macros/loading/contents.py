"""What lies in the folder of a handbook, before anything is made of it. Nothing else opens files there."""
from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path

from macros.loading.characters import LARGEST_FILE
from macros.loading.kept import stamp

# What systems leave in a folder, and the name under which Vim tries whether it may write there.
LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "4913"})

RECORD = (".yml", ".yaml")
# A hidden file with records in it: not the lock of Emacs (.#role.yml), nor what macOS keeps beside a file (._role.yml).
HIDDEN = re.compile(r"(?![._][#_])\.?[^#~]*\.ya?ml", re.I)

Contents = Mapping[str, bytes | None]  # every file by its name in the folder; None for one that cannot be opened


def contents(data: Path) -> Contents:
    """Every file, in the order of their names, but for what systems and editors leave behind.

    A link to a folder, and a folder named like a file, count as files that cannot be opened: nothing in them is read."""
    try:
        files = [(file, file.relative_to(data).as_posix()) for file in sorted(data.rglob("*")) if not _is_folder(file)]
    except OSError:  # what is wrong with the folder itself is said elsewhere
        return {}
    return {name: _bytes(file) for file, name in files if not _passed_over(name.split("/"))}


def _is_folder(file: Path) -> bool:
    return file.is_dir() and not file.is_symlink() and not file.name.lower().endswith(RECORD)


def _passed_over(parts: list[str]) -> bool:
    """Whether nothing is said of a file: one left behind, or below a hidden folder of the whole, such as .git or that of an editor."""
    *folders, name = parts
    inside = [one for one in folders if one.startswith(".")]
    return any(_left_behind(one) for one in (*folders, name)) and not (HIDDEN.fullmatch(name) and (not inside or parts[0] not in inside))


def _left_behind(name: str) -> bool:
    """Whether this is the name of something hidden, or of an editor’s copy of a file (`role.yml~`, `#role.yml#`): no record can have such a name."""
    return name.startswith(".") or name.endswith("~") or (name.startswith("#") and name.endswith("#")) or name.lower() in LEFT_BEHIND


def _bytes(file: Path) -> bytes | None:
    """What stands in a file, which may be a link to nothing, or no one’s to read; of a very large one no more than shows that it is too large."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError:
        return None


def state_of(found: Contents) -> str:
    """Names what pages are made from, the same on every machine and for every version of the program; locks say nothing that is read."""
    whole = hashlib.sha256()
    for name, raw in found.items():
        if not name.endswith(".lock"):
            whole.update(f"{name}\0{len(raw or b'')}\0".encode("utf-8", "surrogateescape") + (raw or b""))
    return whole.hexdigest()[:16]


def stamp_of(found: Contents) -> str:
    """Tells the whole of a folder from any other. An empty file and one that cannot be opened are both mistakes, and count as one here."""
    return stamp(*(part for name, raw in found.items() for part in (os.fsencode(name), raw or b"")))
