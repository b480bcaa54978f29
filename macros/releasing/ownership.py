"""Whether a folder is ours to replace: it is empty, or bears our mark and holds nothing at its top that the mark does not name."""
from __future__ import annotations

import re
from pathlib import Path

from macros.editing.placing import put
from macros.words.refused import Refused

MARK = ".handbook-site"
SAID = "# 这个文件夹由handbook生成，每次整个换新，别的东西不要放在里面。Made by handbook and replaced whole each time; keep nothing else in here."
BESIDE = re.compile(r"\.(.+)\.[0-9]+")
SHOWN = 3  # names of what is not ours


def mark(folder: Path, *more: str) -> None:
    """Puts our mark on a folder: it names everything at its top, and what is yet to come."""
    names = sorted({*more, *(one.name for one in folder.iterdir())} - {MARK})
    put(folder / MARK, "\n".join((SAID, *names, "")).encode())  # whole or not at all: half a mark would make the folder somebody else's


def ensure_ours(folder: Path, *besides: str) -> None:
    """A folder may be replaced. Raises Refused where it holds what we have not put there; `besides` are names that are ours in any case."""
    if not folder.is_dir():
        return
    mark = folder / MARK
    known = {MARK, *mark.read_text(encoding="utf-8").splitlines()[1:]} if mark.is_file() else set()
    ours = known | {MARK, *besides}
    foreign = sorted(one.name for one in folder.iterdir() if one.name not in ours and not _is_left_by_us(one.name, ours))
    if not foreign:
        return
    zh, en = "、".join(f"“{name}”" for name in foreign[:SHOWN]), ", ".join(f"“{name}”" for name in foreign[:SHOWN])
    rest = ("等", " and more") if len(foreign) > SHOWN else ("", "")
    raise Refused(f"“{folder}”里有{zh}{rest[0]}，不是handbook放的；换新会丢掉，所以没有动。移走它们，或另选一个文件夹",
                  f"“{folder}” holds {en}{rest[1]}, which handbook did not put there and would lose. "
                  "Nothing was touched; move that out, or choose another folder")


def ensure_no_part(folder: Path) -> None:
    """A folder does not lie in another that is ours: that one is replaced whole, and this would go with it. Raises Refused."""
    outer = next((one for one in folder.parents if (one / MARK).is_file()), None)
    if outer:
        raise Refused(f"“{folder}”在“{outer}”里面，那里的东西由handbook整个换新，会一起丢掉；选一个不在它里面的文件夹",
                      f"“{folder}” lies in “{outer}”, which handbook replaces whole and this with it; choose a folder that does not lie in there")


def _is_left_by_us(name: str, ours: set[str]) -> bool:
    """Whether a command that was ended left a file of ours beside its place."""
    found = BESIDE.fullmatch(name)
    return found is not None and found[1] in ours
