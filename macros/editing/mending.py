"""Writes the lines that a check proposes, where only one answer is possible, and nothing else."""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.editing.change import Change, problems_of
from macros.loading.contents import contents
from macros.loading.folder import Loaded, Rule, read_all, read_contents
from macros.words.problems import Problem

MOST_TIMES = 20  # one slip may hide the next
MOST_MOVED = 3  # lines to begin elsewhere; where there are more, a whole block was shifted, and only whoever did it knows what it was


def mended(data: Path, rules: Iterable[Rule]) -> Change:
    """What would be written, as a change that has not been written yet. Its problems are those that are left."""
    rules = tuple(rules)
    before, loaded = contents(data), read_all(data)
    now, problems = dict(before), problems_of(loaded, rules)
    for _ in range(MOST_TIMES):
        then = _with_lines(now, loaded, problems)
        if then == now:
            break
        now = then
        loaded = read_contents(now, loaded.handbook.folder, loaded)
        problems = problems_of(loaded, rules)
    after = {name: raw for name, raw in now.items() if raw is not None and raw != before[name]}
    return Change(data, loaded.handbook.folder, before, after, loaded, tuple(problems))


def _with_lines(files: Mapping[str, bytes | None], loaded: Loaded, problems: Iterable[Problem]) -> dict[str, bytes | None]:
    """The files with every line mended for which a problem names the one that would be right. Line ends stay."""
    names = {document.file: name for name, document in loaded.documents.items()}
    problems = list(problems)
    moved = Counter(problem.file for problem in problems if problem.rule.startswith("indentation"))
    after = dict(files)
    for name, document in loaded.documents.items():
        if document.right is not None and moved[document.file] <= MOST_MOVED:
            kept = (line for number, line in enumerate(document.right.split("\n"), 1) if number not in document.left_empty)
            after[name] = ("\r\n" if b"\r\n" in document.raw else "\n").join(kept).encode()
    for problem in problems:
        name = names.get(problem.file, "")
        raw = after.get(name)
        if problem.mended is None or raw is None or moved[problem.file] > MOST_MOVED or loaded.documents[name].right is not None:
            continue
        lines = raw.split(b"\n")
        end = b"\r" if lines[problem.line - 1].endswith(b"\r") else b""
        lines[problem.line - 1] = problem.mended.encode() + end
        after[name] = b"\n".join(lines)
    return after
