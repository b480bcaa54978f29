"""Rule on the words by which something is found or refused: when a letter slips in one, nobody sees it until the word is looked for in vain."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.since_commit import as_it_was
from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problem


def words_are_not_changed_by_a_slip(loaded: Loaded) -> Iterator[Problem]:
    """No word of a list differs from what it was at the last commit by one letter dropped, doubled or swapped, where others are still written as it was."""
    for name, raw in loaded.last_commit.items():
        document = loaded.documents.get(name)
        if document is None or document.data is None or raw is None:
            continue
        added = [(path, word) for path, word in _words(document.data, ()) if word.encode() not in raw]
        old = as_it_was(name, raw) if added else None
        if old is None:
            continue
        gone = {word for _, word in _words(old.data, ())} - {word for _, word in _words(document.data, ())}
        for path, word in added:
            was = next((one for one in sorted(gone) if word in _slips(one)), None)
            if was and _stands_out(loaded, *_pieces(was, word)):
                yield document.problem(
                    path, f"“{word}”上次提交时是“{was}”，别处的写法都没有变；多半是打错了，写回去。要另加一个词，就两个都留",
                    f"“{word}” was “{was}” at the last commit, as it is still written elsewhere; likely a slip, so put it back. To add a word, keep both",
                )


def _words(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every word in a list of a language."""
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(inner, str) and isinstance(value, list) and path[-1] in LANGUAGES:
                yield (*path, key), inner
            yield from _words(inner, (*path, key))


def _slips(word: str) -> set[str]:
    """A word with one letter dropped, doubled or swapped with the next."""
    places = range(len(word))
    return {f"{word[:at]}{word[at + 1:]}" for at in places} | {f"{word[:at]}{word[at]}{word[at:]}" for at in places} \
        | {f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2:]}" for at in places[:-1]}


def _pieces(was: str, now: str) -> tuple[str, str]:
    """What differs in two words: the English words in which it does, or the Chinese characters with one on either side."""
    shorter = min(len(was), len(now))
    start = next((at for at in range(shorter) if was[at] != now[at]), shorter)
    end = next((at for at in range(shorter - start) if was[-1 - at] != now[-1 - at]), shorter - start)
    head, tail = re.search(r"[A-Za-z]+$|.?$", was[:start]), re.match(r"[A-Za-z]+|.?", was[len(was) - end:])
    first, last = start - len(head[0] if head else ""), end - len(tail[0] if tail else "")
    return was[first:len(was) - last], now[first:len(now) - last]


def _stands_out(loaded: Loaded, was: str, now: str) -> bool:
    """Whether a handbook still has what was written in other places, and what is written now nowhere else."""
    every = [document.raw for document in loaded.documents.values()]
    return any(was.encode() in raw for raw in every) and sum(raw.count(now.encode()) for raw in every) == 1
