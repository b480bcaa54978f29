"""What a check found, in the words of those who show it: a terminal, GitHub, GitLab, or another program."""
from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from macros.words.problems import Problem, report

VERSION = 1  # of the JSON; check.schema.json beside this file describes it
IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = IN_TEXT | {":": "%3A", ",": "%2C"}


def text(problems: Sequence[Problem]) -> str:
    """For people: each mistake with its line and what would be right."""
    return report(problems) if problems else ""


def github(problems: Sequence[Problem]) -> str:
    """Commands of GitHub Actions: each mistake becomes a note on its very line."""
    return "\n".join(
        f"::error file={_escaped(problem.file, IN_PROPERTY)},line={problem.line},col={problem.column},"
        f"title={_escaped(problem.field or problem.rule, IN_PROPERTY)}::{_escaped(_said(problem), IN_TEXT)}"
        for problem in problems
    )


def gitlab(problems: Sequence[Problem]) -> str:
    """A report of GitLab's code quality. A fingerprint does not hold the line, so that an old mistake that moved is not taken for a new one."""
    return _json([
        {"description": _said(problem).replace("\n", " "), "check_name": problem.rule, "fingerprint": mark, "severity": "major",
         "location": {"path": problem.file, "lines": {"begin": problem.line}}}
        for problem, mark in zip(problems, _fingerprints(problems), strict=True)
    ])


def as_json(problems: Sequence[Problem]) -> str:
    """For other programs: every mistake as values."""
    return _json({"version": VERSION, "problems": [
        {"file": problem.file, "line": problem.line, "column": problem.column, "field": problem.field, "rule": problem.rule,
         "zh": problem.zh, "en": problem.en, "written": problem.written, "mended": problem.mended}
        for problem in problems
    ]})


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {"text": text, "github": github, "gitlab": gitlab, "json": as_json}


def _said(problem: Problem) -> str:
    mended = "" if problem.mended is None else f"\n→ {problem.mended}"
    return f"{problem.zh}\n{problem.en}{mended}"


def _fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for problem in problems:
        same = (problem.file, problem.field, problem.rule)
        seen[same] += 1
        yield hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest()[:32]


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
