"""What a text said when its translation was found to say the same, from the history that Git keeps; nothing where Git does not know."""
from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path as FilePath

from macros.editing.catalogs import Entry
from macros.loading.document import read
from macros.loading.translations import Halves, Pair, pairs
from macros.words.languages import Language, other
from macros.words.problems import Path, Problems

MOST = 20  # versions of a file that are looked through, the newest first


def earlier(data: FilePath, entries: Iterable[Entry], to: Language, confirmed: frozenset[Halves]) -> Mapping[tuple[str, Path], str]:
    """For each entry whose source was changed, by its file and path, what the source said before."""
    found: dict[tuple[str, Path], str] = {}
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.changed:
            by_name.setdefault(entry.name, []).append(entry)
    for name, changed in by_name.items():
        sources: dict[str, str] = {}  # the source by its translation
        for raw in _versions(data, name):
            for pair in _confirmed(raw, confirmed):
                sources.setdefault(pair.text[to], pair.text[other(to)])
            if all(entry.target in sources for entry in changed):
                break
        found |= {(entry.document.file, entry.path): sources[entry.target] for entry in changed if entry.target in sources}
    return found


def _versions(data: FilePath, name: str) -> Iterator[bytes]:
    commits = _git(data, "log", f"-{MOST}", "--format=%H", "--", name)
    yield from (_git(data, "show", f"{commit}:./{name}") for commit in commits.decode().split())


def _confirmed(raw: bytes, confirmed: frozenset[Halves]) -> list[Pair]:
    try:
        return [pair for pair in pairs([read(raw, "")]) if pair.halves in confirmed]
    except Problems:  # an earlier version need not have been sound
        return []


def _git(data: FilePath, *words: str) -> bytes:
    try:
        return subprocess.run(["git", *words], cwd=data, capture_output=True, check=True, timeout=20).stdout
    except (OSError, subprocess.SubprocessError):
        return b""
