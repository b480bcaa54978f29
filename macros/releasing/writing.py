"""Where a site is written."""
from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.editing.placing import CLOSED, FULL, why_not
from macros.words.refused import Refused

NO_PLACE = {errno.ELOOP, errno.ENAMETOOLONG, errno.EEXIST, errno.ENOTDIR, errno.ENOENT, errno.EINVAL}


@contextmanager
def writing_to(place: Path) -> Iterator[None]:
    """A full disk, a folder that is closed or a place that can hold none is told in a sentence; what is written, a web server can read, whoever
    runs it. Raises Refused."""
    before = os.umask(0o022)
    try:
        yield
    except OSError as error:
        if error.errno in NO_PLACE and str(place) in str(error.filename or ""):
            raise _no_place(place) from None
        if error.errno not in FULL | CLOSED:
            raise
        zh, en = why_not(error)
        raise Refused(f"网站写不进“{place}”，原来的没有动；{zh}", f"The site cannot be written to “{place}”, and what was there is as it was; {en}") from None
    finally:
        os.umask(before)


@contextmanager
def opening(place: Path) -> Iterator[None]:
    """A folder that may not be looked into is told in a sentence. Raises Refused."""
    try:
        yield
    except PermissionError:
        raise Refused(f"“{place}”打不开；检查它和上级文件夹的权限",
                      f"“{place}” cannot be opened; check the permissions of it and of the folders above") from None


def settled(place: Path) -> Path:
    """The folder itself, wherever it is named from and whatever leads there. Raises Refused where nothing does, or nobody may look."""
    try:
        with opening(place):
            whole = place.resolve()
            aside(whole).exists()  # its name may be too long
            return whole
    except (OSError, RuntimeError):  # a link that leads to itself, or a working folder that is gone
        raise _no_place(place) from None


def aside(place: Path) -> Path:
    """The folder beside a place in which what comes there is made."""
    return place.parent / f".{place.name}.handbook"


def _no_place(place: Path) -> Refused:
    return Refused(f"“{place}”放不了文件夹；核对路径，或另选一个文件夹", f"There can be no folder “{place}”; look at the path, or choose another folder")
