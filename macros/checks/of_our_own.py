"""The rule on sentences that take over a figure which the company sets: they do not pass for what a document states."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.checks.altered import Anew, anew, told
from macros.checks.repeated import following_of, says, speaks_of
from macros.checks.reworded import mended
from macros.checks.since_commit import ITEMS
from macros.checks.statements import Context, Statement
from macros.loading.as_it_was import as_it_was
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problem


def a_sentence_with_a_figure_of_our_own_says_so(loaded: Loaded) -> Iterator[Problem]:
    """Where a target became the company's own with another number, a sentence of its role that was changed to that number rests on no document, either."""
    for one in anew(loaded):
        if one.matter.kind != "roles" or one.line.basis != "editorial":
            continue
        document, prefix = loaded.homes["roles", one.matter.record]
        raw = loaded.last_commit.get(document.file.removeprefix(f"{loaded.handbook.folder}/"))
        old = as_it_was(document.file, raw) if raw else None
        for path, was, now in mended(old, document, prefix) if old else ():
            if path[-2:-1] and path[-2] in ITEMS and _cites(document, prefix, path) and _follows(loaded, one, path, was, now):
                yield _asked(loaded, one, path)


def _cites(document: Document, prefix: Path, path: Path) -> bool:
    """Whether a sentence goes by sources of its own or of its group, and says nothing of its basis."""
    item: Any = document.at((*prefix, *path))
    group: Any = document.at((*prefix, *path[:-2]))
    return isinstance(item, dict) and "basis" not in item and bool(item.get("sources") or (isinstance(group, dict) and group.get("sources")))


def _follows(loaded: Loaded, one: Anew, path: Path, was: dict[str, str], now: dict[str, str]) -> bool:
    """Whether a sentence said the old figure of a target and says the new one."""
    before, after = (Statement("roles", one.matter.record, path, Context(), {language: pair[language] for language in LANGUAGES}) for pair in (was, now))
    following = following_of(loaded.handbook, one.matter)
    said, says_now = (says(says_it, amount, following, loaded.handbook) for says_it, amount in ((before, one.old), (after, one.new)))
    return said and says_now and not says(after, one.old, following, loaded.handbook) and speaks_of(after, one.matter)


def _asked(loaded: Loaded, one: Anew, path: Path) -> Problem:
    (zh, en) = told(loaded, one.matter, one.new)
    there = loaded.problem("roles", one.matter.record, (*one.matter.line, "target"), "", "")
    return loaded.problem(
        "roles", one.matter.record, path,
        f"这一句随{there.file}:{there.line}的目标改成了{zh}，那里是basis: editorial，这一句却还当成文件写明的；也加上basis: editorial，自己写了sources就去掉",
        f"This sentence followed the target at {there.file}:{there.line} to {en}, which is basis: editorial there, while the sentence still passes for what "
        "a document states; add basis: editorial here, too, without sources of its own")
