"""A site made aside, which takes the place of the one before it once it is whole, and only then."""
from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.releasing.alone import alone
from macros.releasing.ownership import ensure_no_part, ensure_ours
from macros.releasing.swap import put, restored
from macros.releasing.writing import aside, settled, writing_to
from macros.words.refused import Refused

LOCK = "lock"


@contextmanager
def made_aside(place: Path) -> Iterator[Path]:
    """Where to make a site that then takes a place; whatever goes wrong inside, what stood in the place still does.
    Raises Refused where the place is not ours, somebody else is at work on it, or nothing can be written there."""
    whole = settled(place)
    beside = aside(whole)
    new = beside / "new"
    with writing_to(place):
        ensure_no_part(whole)
        try:
            with alone(beside / LOCK, place):
                try:
                    restored(new, whole)
                    ensure_ours(whole)
                    shutil.rmtree(new, ignore_errors=True)  # what a command that was ended left half made
                    yield new
                    _put(new, whole)
                finally:
                    restored(new, whole)  # where a hand on the keyboard came between two steps
                    _clear(beside)
        finally:
            with suppress(OSError):  # the next one may be at work in it already
                beside.rmdir()


def _clear(beside: Path) -> None:
    """All that was made aside goes but the lock, which is given up last: without it another command would begin beside what is being deleted."""
    for one in beside.iterdir() if beside.is_dir() else ():
        if one.name != LOCK:
            shutil.rmtree(one, ignore_errors=True)


def _put(new: Path, place: Path) -> None:
    try:
        put(new, place)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        raise Refused(f"“{place}”本身是挂载的磁盘，不能整个换新；写到它里面的一个文件夹，例如“{place / 'handbook'}”",
                      f"“{place}” is a mounted disk itself and cannot be replaced whole; choose a folder inside it, such as “{place / 'handbook'}”") from None
