"""A change of several files as one: made to their texts, judged as the handbook it would give, shown as a diff, and written whole or not at all."""
from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from macros.checks.halves import no_half_is_behind
from macros.editing import schema_files
from macros.editing.edits import CannotEdit, Edit, edited
from macros.editing.placing import beside, undisturbed, why_not
from macros.loading.contents import Contents, contents
from macros.loading.folder import Loaded, Rule, ensure_sound, read_contents
from macros.words.problems import Problem, Problems


@dataclass(frozen=True)
class Change:
    """What a command would write: `after` has the files that would differ, by their names in the folder."""

    data: Path
    folder: str  # as messages name it
    before: Contents
    after: Mapping[str, bytes]
    loaded: Loaded  # the handbook as it would be
    problems: tuple[Problem, ...]  # what would be wrong with it that is not wrong now

    def diff(self) -> str:
        """Every line that would go or come, file by file; empty where nothing changes."""
        return "".join(line for name, new in sorted(self.after.items()) for line in _diff(f"{self.folder}/{name}", self.before.get(name), new))

    def write(self) -> None:
        """Puts all files in place, or none. Raises CannotEdit where one was changed by someone else since it was read, or cannot be written."""
        now = contents(self.data)
        if stale := [name for name in self.after if now.get(name) != self.before.get(name)]:
            raise CannotEdit(f"{self.folder}/{stale[0]}刚被别人改过，什么也没有写；再来一次",
                             f"{self.folder}/{stale[0]} has just been changed by someone else, and nothing was written; try again")
        with undisturbed():
            self._put_all()
            schema_files.refresh(self.data, self.loaded)

    def _put_all(self) -> None:
        new = {name: beside(self.data / name) for name in self.after}
        placed: list[str] = []
        try:
            for name, raw in self.after.items():
                (self.data / name).parent.mkdir(exist_ok=True)
                new[name].write_bytes(raw)
            for name in self.after:
                new[name].replace(self.data / name)
                placed.append(name)
        except OSError as error:
            for name in placed:
                _put_back(self.data / name, self.before.get(name))
            zh, en = why_not(error)
            raise CannotEdit(f"{self.folder}里写不进去，什么也没有改；{zh}", f"{self.folder} cannot be written to, and nothing was changed; {en}") from None
        finally:
            for left in new.values():
                with suppress(OSError):
                    left.unlink()


@dataclass(frozen=True)
class Wanted:
    """What to do to a handbook: edits by file, and the whole text of files that are new or made anew."""

    edits: Mapping[str, Sequence[Edit]]
    texts: Mapping[str, str] = field(default_factory=dict)


def change(data: Path, loaded: Loaded, rules: Iterable[Rule], edits: Mapping[str, Sequence[Edit]], new: Mapping[str, str] | None = None) -> Change:
    """What edits of files and new files would make of a handbook that was read from `data`. Raises CannotEdit or Problems where an edit cannot be made."""
    return in_steps(data, loaded, rules, [lambda _: Wanted(edits, new or {})], frozenset(new or ()))


def in_steps(
    data: Path, loaded: Loaded, rules: Iterable[Rule], steps: Iterable[Callable[[Loaded], Wanted]], free: Collection[str] = (),
) -> Change:
    """The same for edits that follow each other, each thought out on the handbook as the one before would leave it.

    No file may stand where those of `free` go."""
    before, folder, rules = contents(data), loaded.handbook.folder, judging(rules)
    for name in free:
        if name in before:
            raise CannotEdit(f"已有{folder}/{name}", f"There is {folder}/{name} already")
    now, then = before, loaded
    for step in steps:
        now, then = stepped(now, then, step)
    after = {name: raw for name, raw in now.items() if raw is not None and raw != before.get(name)}
    return Change(data, folder, before, after, then, _more(problems_of(loaded, rules), problems_of(then, rules)))


def stepped(now: Contents, loaded: Loaded, step: Callable[[Loaded], Wanted]) -> tuple[Contents, Loaded]:
    """The files as a step leaves them, and the handbook in them. Raises CannotEdit or Problems where it cannot be made."""
    wanted, folder = step(loaded), loaded.handbook.folder
    changed = {name: edited((now[name] or b"").decode(), edits, f"{folder}/{name}").encode() for name, edits in wanted.edits.items()}
    mixed = {**now, **changed, **{name: text.encode() for name, text in wanted.texts.items()}}
    after = {name: mixed[name] for name in sorted(mixed, key=Path)}  # the order in which they will be read
    then = read_contents(after, folder, loaded)
    then.verdicts = loaded.verdicts
    return after, then


def judging(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that a change is judged by: whether the other half of a text still holds, the next check asks, since one half has to be changed first."""
    return tuple(rule for rule in rules if rule is not no_half_is_behind)


def problems_of(loaded: Loaded, rules: Iterable[Rule]) -> list[Problem]:
    """Everything that is wrong with what was read."""
    try:
        ensure_sound(loaded, rules)
    except Problems as found:
        return found.problems
    return []


def _more(before: Iterable[Problem], after: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that come: lines move by an edit, so that one is told from others by its file, field and rule."""
    known = Counter((one.file, one.field, one.rule) for one in before)
    come = []
    for one in after:
        same = (one.file, one.field, one.rule)
        known[same] -= 1
        if known[same] < 0:
            come.append(one)
    return tuple(come)


def _diff(file: str, old: bytes | None, new: bytes) -> Iterable[str]:
    was, will = ([] if raw is None else raw.decode().replace("\r\n", "\n").splitlines(True) for raw in (old, new))
    for line in difflib.unified_diff(was, will, "/dev/null" if old is None else file, file):
        yield line if line.endswith("\n") else f"{line}\n"


def _put_back(file: Path, raw: bytes | None) -> None:
    with suppress(OSError):
        if raw is None:
            file.unlink()
        else:
            file.write_bytes(raw)
