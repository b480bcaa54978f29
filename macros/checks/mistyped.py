"""Rule on the words by which something is found, refused or told apart: when a letter slips in one, nobody sees it until it is looked for in vain."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from macros.loading.as_it_was import as_it_was
from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problem
from macros.words.spelling import one_slip_from

LETTERS = re.compile(r"[A-Za-z]+")
WORDED = re.compile(r"[^\W\d_]")
HAN = re.compile("[\u3400-\u9fff]")
ENDINGS = ("s", "es")  # by which a word becomes another one of its own
RUN = 4  # so many letters in a row, which no word of the handbook has, are likely none of English


def words_are_not_changed_by_a_slip(loaded: Loaded) -> Iterator[Problem]:
    """No word that is no sentence differs from what it was at the last commit by one letter dropped, doubled or swapped, and reads worse for it."""
    told = Told(loaded)
    for name, raw in loaded.last_commit.items():
        document = loaded.documents.get(name)
        if document is None or document.data is None or raw is None:
            continue
        added = [(path, word) for path, word in _words(document.data, ()) if word.encode() not in raw or len(word) == 1]
        old = as_it_was(name, raw) if added else None
        if old is None:
            continue
        gone = {word for _, word in _words(old.data, ())} - {word for _, word in _words(document.data, ())}
        for path, word in added:
            was = next((one for one in sorted(gone) if word in one_slip_from(one)), None)
            if was and told.reads_worse(was, word):
                problem = document.problem(
                    path, f"“{word}”上次提交时是“{was}”；多半是打错了，写回去。要另加一个词，就两个都留",
                    f"“{word}” was “{was}” at the last commit; likely a slip, so put it back. To add a word, keep both",
                )
                yield replace(problem, because=(f"{problem.file}:{problem.field}",))  # what the model says of it is enough


def _words(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every word that is not a text in two languages."""
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(inner, str) and key not in LANGUAGES and WORDED.search(inner):
                yield (*path, key), inner
            yield from _words(inner, (*path, key))


class Told:
    """What the handbook says as it is now, to tell a slip from a word that somebody chose or mended. Looked at only where a word changed."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded

    @cached_property
    def whole(self) -> str:
        """Everything that stands in the files."""
        return "\n".join(document.raw.decode("utf-8", "replace") for document in self.loaded.documents.values())

    @cached_property
    def english(self) -> list[str]:
        """Every English word, as often as it stands there."""
        return LETTERS.findall(self.whole.lower())

    def reads_worse(self, was: str, now: str) -> bool:
        """Whether a word was better before: its old form stands elsewhere and the new one does not, or the letters of the new one go together less well."""
        if any(one + ending == other for one, other in ((was, now), (now, was)) for ending in ENDINGS):
            return False
        old, new = _pieces(was, now)
        if HAN.search(old):
            elsewhere = any(one in self.whole and self._stands(other, one) < 2 for one, other in ((was, now), (old, new)))
            return len(now) == 1 or elsewhere or self._odd_pairs(new, now) > self._odd_pairs(old, "")
        before, after = ([word.lower() for word in LETTERS.findall(piece)] for piece in (old, new))
        if any(one + ending == other for one, other in zip(before, after) for ending in ENDINGS):
            return False
        if all(map(self._known, after)):
            return False
        return all(word in self.english for word in before) or self._odd(after, before) > self._odd(before, after) + 1

    def _stands(self, new: str, old: str) -> int:
        """How often the new form stands in the files, but as a part of the old one."""
        return self.whole.count(new) - self.whole.count(old) * old.count(new)

    def _known(self, word: str) -> bool:
        """Whether another place has a word, too."""
        return self.english.count(word) > 1

    def _odd_pairs(self, piece: str, word: str) -> int:
        """How many pairs of characters side by side stand nowhere, but in this word itself."""
        pairs = {piece[at:at + 2] for at in range(len(piece) - 1)}
        return sum(self.whole.count(pair) <= word.count(pair) for pair in pairs)

    def _odd(self, words: list[str], other: list[str]) -> int:
        """How many runs of letters stand in these words alone, the other form of them left aside."""
        others = " ".join(f" {word} " for word in set(self.english).difference(words, other))
        runs = {f" {word} "[at:at + RUN] for word in words for at in range(len(word) + 3 - RUN)}
        return sum(run not in others for run in runs)


def _pieces(was: str, now: str) -> tuple[str, str]:
    """What differs in two words: the English words in which it does, or the Chinese characters with one on either side."""
    shorter = min(len(was), len(now))
    start = next((at for at in range(shorter) if was[at] != now[at]), shorter)
    end = next((at for at in range(shorter - start) if was[-1 - at] != now[-1 - at]), shorter - start)
    head, tail = re.search(r"[A-Za-z]+$|.?$", was[:start]), re.match(r"[A-Za-z]+|.?", was[len(was) - end:])
    first, last = start - len(head[0] if head else ""), end - len(tail[0] if tail else "")
    return was[first:len(was) - last], now[first:len(now) - last]
