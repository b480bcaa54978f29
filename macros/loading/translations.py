"""Which halves somebody has found to say the same: `translations.lock`, a line of two short hashes for each distinct pair.

Where a pair stands does not matter: what is moved or put into another order stays confirmed."""
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.loading.document import Document
from macros.words.languages import LANGUAGES, Language, other
from macros.words.problems import Path, Problem

LOCK = "translations.lock"
HEAD = (
    "# 中英文已经核对过的句子，一行一对；由handbook confirm写，不用手改。\n"
    "# The pairs of Chinese and English that were found to say the same, a line each; handbook confirm writes them.\n"
)
LINE = re.compile("([0-9a-f]{10}) ([0-9a-f]{10})")
CONFLICT = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)|\|{7}( |$)")

Halves = tuple[str, str]  # the hashes of the Chinese and of the English


@dataclass(frozen=True)
class Pair:
    """A text in both languages, where it stands, and its hashes."""

    document: Document
    path: Path
    text: Mapping[str, str]  # by language
    halves: Halves

    @property
    def whole(self) -> bool:
        """Whether both halves say something; one that is empty says the same as nothing."""
        return all(half.strip() for half in self.text.values())

    def at(self, language: Language) -> str:
        """Where one half begins, as file:line:column."""
        line, column = self.document.values[(*self.path, language)]
        return f"{self.document.file}:{line}:{column}"


@dataclass(frozen=True)
class Behind:
    """A pair of which one half was changed after they were found to say the same."""

    pair: Pair
    changed: Language
    elsewhere: Pair | None = None  # where the half that stayed still stands with its own other half: this may be a place of its own, and no change

    @property
    def stayed(self) -> Language:
        """The half to look at."""
        return other(self.changed)


Known = list[Pair | None]


def half(text: str) -> str:
    """A text as the lock has it."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def pairs(documents: Iterable[Document]) -> Iterator[Pair]:
    """Every text that stands in both languages."""
    for document in documents:
        for path, text in document.pairs():
            if len(text) == len(LANGUAGES):
                yield Pair(document, path, text, (half(text["zh"]), half(text["en"])))


@dataclass(frozen=True)
class State:
    """The pairs of a handbook, sorted by what the lock says of them."""

    held: tuple[Pair, ...]
    new: tuple[Pair, ...]  # neither half is known: both were written in one go
    behind: tuple[Behind, ...]


def state(documents: Iterable[Document], confirmed: frozenset[Halves]) -> State:
    """What the lock says of each pair. A known half with an unknown other one was left as it is when the other was changed."""
    held: list[Pair] = []
    unknown: list[Pair] = []
    for pair in pairs(documents):
        (held if pair.halves in confirmed else unknown).append(pair)
    standing = {pair.halves: pair for pair in held}
    zh, en = (_known(confirmed, standing, place) for place in range(len(LANGUAGES))) if unknown else ({}, {})
    asked = [(pair, zh.get(pair.halves[0], []), en.get(pair.halves[1], [])) for pair in unknown]
    return State(
        tuple(held), tuple(pair for pair, *known in asked if not any(known)), tuple(_behind(*one) for one in asked if any(one[1:])),
    )


def _behind(pair: Pair, zh: Known, en: Known) -> Behind:
    """Both halves may be known, each with another one: then the one whose own is gone is the one that stayed."""
    stayed: Language = "en" if en and (not zh or (None in en and None not in zh)) else "zh"
    known = en if stayed == "en" else zh
    return Behind(pair, other(stayed), None if None in known else known[0])


def _known(confirmed: frozenset[Halves], standing: Mapping[Halves, Pair], place: int) -> Mapping[str, Known]:
    """Each half that was confirmed with the pairs it was confirmed in, as they stand; None for one that stands nowhere any more."""
    found: dict[str, Known] = {}
    for halves in sorted(confirmed):
        found.setdefault(halves[place], []).append(standing.get(halves))
    return found


def lock(found: Mapping[str, bytes | None], folder: str, problems: list[Problem]) -> frozenset[Halves] | None:
    """The pairs in the lock of a folder; None where there is none, or where a line is no pair, since what else is missing nobody knows then."""
    if LOCK not in found:
        return None
    for number, line in enumerate(_lines(found[LOCK]), 1):
        if line.strip() and not line.startswith("#") and not LINE.fullmatch(line):
            problems.append(Problem(f"{folder}/{LOCK}", number, 1, "", *(_CONFLICT if CONFLICT.match(line) else _DAMAGED), written=line))
            return None
    return rest(found[LOCK])


def rest(raw: bytes | None) -> frozenset[Halves]:
    """The pairs that can still be read in a lock with damaged lines; after a conflict, those of both sides."""
    return frozenset((match[1], match[2]) for line in _lines(raw) if (match := LINE.fullmatch(line)))


def written(confirmed: Iterable[Halves]) -> bytes:
    """A lock with these pairs, the same bytes for the same pairs."""
    return (HEAD + "".join(f"{zh} {en}\n" for zh, en in sorted(set(confirmed)))).encode()


def in_order(confirmed: frozenset[Halves], now: State) -> frozenset[Halves]:
    """A lock with what is new taken in, and without the pairs that stand nowhere and tell nothing of one that is behind."""
    in_use = {pair.halves for pair in (*now.held, *now.new) if pair.whole}
    asked = [{one.pair.halves[place] for one in now.behind} for place in range(len(LANGUAGES))]
    return frozenset(in_use | {halves for halves in confirmed if halves in in_use or halves[0] in asked[0] or halves[1] in asked[1]})


def _lines(raw: bytes | None) -> list[str]:
    return (raw or b"").decode("utf-8", "replace").replace("\r\n", "\n").split("\n")


_CONFLICT = (
    "合并时留下的冲突标记；运行handbook confirm，两边的行都会留下。在网页上改：只删掉<<<<<<<、=======、>>>>>>>这几行",
    "A mark of a merge that was not finished; run handbook confirm, which keeps the lines of both sides. "
    "In a browser, delete the lines <<<<<<<, ======= and >>>>>>> and nothing else",
)
_DAMAGED = (
    "这一行不是一对编码；这个文件由命令写，不用手改。运行handbook confirm，坏的行会去掉，别的行留下",
    "This line is no pair of hashes; the file is kept by commands and not by hand. Run handbook confirm: it drops damaged lines and keeps the others",
)
