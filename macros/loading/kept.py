"""What reading and checking found out, kept in `.cache` from one run to the next; all of it may be deleted at any time.

It is JSON: what somebody else put there could hide a mistake, but could run nothing. It is not for sharing between machines all the same."""
from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".cache/data"
MOST = 8  # folders of data that something is kept of; tests and trials come and go


def stamp(*parts: bytes | memoryview) -> str:
    """Tells contents apart, whatever they are called and whenever they were written."""
    whole = hashlib.blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


@cache
def code() -> bytes:
    """A stamp of what findings depend on besides the data: our code, Python and every package that is installed."""
    ours = sorted(file for file in (ROOT / "macros").rglob("*") if file.suffix in (".py", ".yml"))
    parts = [part for file in ours for part in (os.fsencode(file.relative_to(ROOT)), file.read_bytes())]
    packages = sorted(name for place in sys.path if os.path.isdir(place) for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))
    return stamp(sys.version.encode(), *map(os.fsencode, packages), *parts).encode()


class Kept:
    """One table of findings, from a stamp to a value. Damaged or made by other code, it counts as empty.

    What a run does not ask for is dropped from it, unless the table is a growing one."""

    def __init__(self, file: Path | None = None, growing: bool = False) -> None:
        """The table kept in a file; without one, it lasts as long as the object."""
        self.file = file
        self.rows: dict[bytes, bytes | memoryview] = _rows(file) if file else {}
        self.asked = dict(self.rows) if growing else {}

    @classmethod
    def of(cls, data: Path, name: str) -> Kept:
        """A table of one folder of data, so that folders taking turns leave each other's alone."""
        return cls(FOLDER / stamp(os.fsencode(os.path.abspath(data))) / name)

    def get(self, key: str) -> object:
        """What is kept under a key; None where nothing is."""
        row = self.asked.get(key.encode()) or self.rows.get(key.encode())
        if row is None:
            return None
        self.asked[key.encode()] = row
        return json.loads(bytes(row))

    def put(self, key: str, value: object) -> None:
        """Keep a value, which JSON can write."""
        self.asked[key.encode()] = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def save(self) -> None:
        """Write what was asked for, in one piece or not at all. Where nothing can be written, the next run finds it out again."""
        if self.file is None or self.asked == self.rows:
            return
        body = b"\n".join(key + b" " + row for key, row in self.asked.items())
        new = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(stamp(code(), body).encode() + b"\n" + body)
            new.replace(self.file)
            _forget_the_oldest()
        except OSError:
            with suppress(OSError):
                new.unlink()


def _rows(file: Path) -> dict[bytes, bytes | memoryview]:
    """The rows as they lie in what was read: that is given back in one piece, while the room of many small ones would stay taken."""
    try:
        whole = file.read_bytes()
    except OSError:
        return {}
    seen, begin = memoryview(whole), whole.find(b"\n") + 1
    if whole[:max(begin - 1, 0)] != stamp(code(), seen[begin:]).encode():
        return {}
    rows: dict[bytes, bytes | memoryview] = {}
    while begin < len(whole):
        space, end = whole.index(b" ", begin), whole.find(b"\n", begin)
        end = len(whole) if end < 0 else end
        rows[whole[begin:space]] = seen[space + 1:end]
        begin = end + 1
    return rows


def _forget_the_oldest() -> None:
    folders = sorted((folder for folder in FOLDER.iterdir() if folder.is_dir()), key=lambda folder: folder.stat().st_mtime_ns)
    for folder in folders[:-MOST]:
        shutil.rmtree(folder, ignore_errors=True)
