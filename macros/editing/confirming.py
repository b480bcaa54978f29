"""What `translations.lock` becomes when somebody says that the halves of some pairs say the same."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from macros.editing.edits import CannotEdit
from macros.editing.placing import put, why_not
from macros.loading.contents import contents
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.translations import LOCK, Behind, Pair, State, in_order, rest, state, written
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problems

PLACE = re.compile(r"(?P<file>.+?)(:(?P<line>[0-9]+)(:[0-9]+)?)?")
AS_MEANT = str.maketrans({"：": ":", "\\": "/"})  # a Chinese keyboard, and paths of Windows


@dataclass(frozen=True)
class Confirmed:
    """A lock as it would be, and how it got there."""

    raw: bytes
    before: bytes | None
    confirmed: int
    new: int
    dropped: int
    behind: tuple[Behind, ...]  # what still waits for somebody

    def write(self, data: FilePath) -> None:
        """Put it in place, whole or not at all."""
        if self.raw == self.before:
            return
        try:
            put(data / LOCK, self.raw)
        except OSError as error:
            zh, en = why_not(error)
            raise CannotEdit(f"{LOCK}写不进去；{zh}", f"{LOCK} cannot be written; {en}") from None


def waiting(data: FilePath, loaded: Loaded) -> State:
    """What of a handbook is confirmed and what is not. Raises CannotEdit where nothing was ever confirmed."""
    raw = contents(data).get(LOCK)
    if raw is None:
        raise CannotEdit(f"还没有{LOCK}；运行handbook confirm --all，现在的中英文就都算核对过，以后改一半会提醒另一半",
                      f"There is no {LOCK} yet; run handbook confirm --all to take all pairs as they are, and later changes of one half will name the other")
    return state(loaded.documents.values(), rest(raw))


def confirmed(data: FilePath, loaded: Loaded, names: Sequence[str], all_of_them: bool = False) -> Confirmed:
    """The lock once the pairs that are named hold, with new pairs taken in. Raises CannotEdit for a name that is none, Problems for files that do not read."""
    ensure_read(loaded)
    files = contents(data)
    before = files.get(LOCK)
    if LOCK in files and before is None:
        raise CannotEdit(f"{LOCK}打不开，什么也没有写；检查这个文件的权限", f"{LOCK} cannot be opened, so nothing was written; check its permissions")
    now = state(loaded.documents.values(), rest(before)) if all_of_them else waiting(data, loaded)
    places = [_place(name, data, loaded) for name in names]
    said = [one for one in now.behind if one.pair.whole and (all_of_them or any(_within(one.pair, *place) for place in places))]
    for name, (document, path, line) in zip(names, places, strict=True):
        if line and not any(_within(one.pair, document, path, line) for one in said):
            raise CannotEdit(f"“{name}”那一行没有等着确认的句子", f"No sentence on the line “{name}” waits to be confirmed")
    old = rest(before)
    known = old | {one.pair.halves for one in said}
    lock = in_order(known, state(loaded.documents.values(), known))
    return Confirmed(
        written(lock), before, len(said), len({pair.halves for pair in now.new if pair.whole}), len(old - lock),
        tuple(one for one in now.behind if one not in said),
    )


def ensure_read(loaded: Loaded) -> None:
    """Every file of the handbook could be read, so that every pair is known. Raises Problems otherwise; what is wrong with the lock is to be mended here."""
    wrong = [problem for problem in loaded.problems if not problem.file.endswith(f"/{LOCK}")]
    if wrong:
        raise Problems(wrong)


Place = tuple[Document, Path, int]  # a file, what in it, and on which line, where one is named


def _place(name: str, data: FilePath, loaded: Loaded) -> Place:
    match = PLACE.fullmatch(name.translate(AS_MEANT))
    file, line = (match["file"], match["line"]) if match else (name, None)
    for inside, document in loaded.documents.items():
        if file in (inside, document.file) or FilePath(file).resolve() == (data / inside).resolve():
            return document, (), int(line or 0)
    kind, _, id = file.partition("/")
    if (kind, id) in loaded.homes and not line:
        return *loaded.homes[kind, id], 0
    behind = f":{line}" if line else ""
    known = [f"{document.file}{behind}" for document in loaded.documents.values()]
    raise CannotEdit(*_unknown(name, known if line else [*known, *(f"{kind}/{id}" for kind, id in loaded.homes)]))


def _unknown(name: str, known: Iterable[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(name.translate(AS_MEANT), known, 1, 0.6)
    if near:
        return f"没有“{name}”，最接近的是“{near[0]}”", f"There is no “{name}”; the nearest is “{near[0]}”"
    return (f"没有“{name}”；写文件（data/roles/baker.yml）、它的一行（data/roles/baker.yml:12）或一条记录（roles/baker）",
            f"There is no “{name}”; name a file (data/roles/baker.yml), a line of it (data/roles/baker.yml:12) or a record (roles/baker)")


def _within(pair: Pair, document: Document, path: Path, line: int) -> bool:
    """Whether a pair stands in a file, in a record, and on a line."""
    if pair.document is not document or pair.path[:len(path)] != path:
        return False
    return not line or line in {document.values[(*pair.path, language)][0] for language in LANGUAGES}
