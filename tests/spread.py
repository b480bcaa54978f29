"""Takes a file that holds all records of a kind apart into a folder, as an editor would: the lines stay as they are."""
from __future__ import annotations

import re
from pathlib import Path


def records(data: Path, kind: str) -> dict[str, str]:
    """The lines of every record of `<kind>.yml`, with its id."""
    _, *found = re.split(r"^  (?=[a-z0-9-]+:)", (data / f"{kind}.yml").read_text(encoding="utf-8"), flags=re.M)
    return {id: lines for id, _, lines in (record.partition(":\n") for record in found)}


def spread(data: Path, kind: str) -> None:
    """Put every record of `<kind>.yml` into a file of its own in the folder `<kind>`."""
    (data / kind).mkdir()
    for id, lines in records(data, kind).items():
        (data / kind / f"{id}.yml").write_text(re.sub("^    ", "", lines, flags=re.M), encoding="utf-8")
    (data / f"{kind}.yml").unlink()
