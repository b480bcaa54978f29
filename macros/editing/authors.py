"""Who last changed a line of a file, where Git knows."""
from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

UNCOMMITTED = "0" * 40


def last_change(file: Path, line: int) -> tuple[str, datetime.date] | None:
    """The name of whoever committed the line, and the day; nothing where Git is not at hand or the line is not committed."""
    command = ["git", "blame", "--porcelain", "-L", f"{line},{line}", "--", file.name]
    try:
        run = subprocess.run(command, cwd=file.parent, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    said = dict(one.split(" ", 1) for one in run.stdout.splitlines() if " " in one)
    if run.stdout.startswith(UNCOMMITTED) or not {"author", "author-time"} <= said.keys():
        return None
    return said["author"], datetime.datetime.fromtimestamp(int(said["author-time"]), datetime.UTC).date()
