"""What is in a release: its name by what it holds, packed copies for the server, and what pages that are still open may ask for."""
from __future__ import annotations

import gzip
import hashlib
import os
import re
import stat
from pathlib import Path

from macros.editing.placing import put

PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"})
SMALLEST = 1000  # bytes; below, packing gains nothing
BY_CONTENT = re.compile(r"[.-][0-9a-f]{8,}(?=[./])")  # a name that says what the file holds, or its folder
CARRIED = ".carried"  # lists what a release has from the one before it


def name_of(site: Path, edition: str) -> str:
    """The name of a release: its edition, and a hash of every path and what stands there, but for packed copies and what it has from another."""
    whole, carried = hashlib.sha256(), _carried(site)
    paths = files(site)
    copies = {f"{path}.gz" for path in paths}
    for path in paths:
        if path not in copies and path not in carried and not path.startswith((CARRIED, f".{CARRIED}.")):
            with open(f"{site}/{path}", "rb") as file:
                whole.update(f"{path}\0{hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return f"{slug(edition)}-{whole.hexdigest()[:12]}"


def is_whole(release: Path) -> bool:
    """Whether a release still holds what its name says."""
    return name_of(release, edition_of(release.name)) == release.name


def slug(edition: str) -> str:
    """The number of an edition in letters that a path may have."""
    return re.sub("[^0-9A-Za-z.]+", "-", edition).strip("-.") or "edition"


def edition_of(name: str) -> str:
    """The edition in the name of a release."""
    return name.rpartition("-")[0]


def pack(site: Path) -> None:
    """A packed copy beside each file that gets smaller, for servers that hand those out."""
    for file in (site / path for path in files(site)):
        raw = file.read_bytes()
        if file.suffix in PACKED and len(raw) >= SMALLEST:
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(raw, mtime=0))


def opened(folder: Path) -> None:
    """Lets a web server look into a folder that was there before, whoever runs it."""
    folder.chmod(folder.stat().st_mode | stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)


def carry_over(before: Path, site: Path) -> None:
    """Stylesheets, scripts and pieces of the last release that the new one has no more, for pages that were opened before the switch; those that the
    last one had from the one before it are left behind."""
    older = _carried(before)
    carried = [path for path in files(before) if BY_CONTENT.search(path) and path not in older and not (site / path).exists()]
    put(site / CARRIED, "".join(f"{path}\n" for path in sorted({*_carried(site), *carried})).encode())
    for path in carried:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(before / path, site / path)


def share(before: Path, site: Path) -> None:
    """What is as it was in the last release is the same file, so that browsers need not fetch it again and it takes no room."""
    for path in files(before):
        file, twin = before / path, site / path
        if twin.is_file() and twin.stat().st_size == file.stat().st_size and twin.read_bytes() == file.read_bytes():
            twin.unlink()
            os.link(file, twin)


def _carried(site: Path) -> set[str]:
    """What a release has from another."""
    return {*(site / CARRIED).read_text(encoding="utf-8").splitlines()} if (site / CARRIED).is_file() else set()


def files(site: Path) -> list[str]:
    """The paths of all files below a folder, in an order that is always the same."""
    top = len(f"{site}/")
    return sorted((f"{folder}/{name}"[top:] for folder, _, names in os.walk(site) for name in names), key=lambda path: path.split("/"))
