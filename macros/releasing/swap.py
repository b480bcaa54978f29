"""Two folders that change places in one step, so that at every moment a whole one stands there."""
from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

HERE = -100  # AT_FDCWD: paths are seen from where the process is
EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
OLD = ".old"  # where the folder waits that had the place, beside the one that takes it


def put(new: Path, place: Path) -> None:
    """The new folder in its place, and the one that was there in its stead. Raises OSError where it cannot be moved."""
    if not place.exists():
        new.rename(place)
    elif not _exchanged(new, place):  # an old system or an odd file system; `restored` knows what to do if we die between these
        old = new.with_name(OLD)
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
        old.rename(new)


def restored(new: Path, place: Path) -> None:
    """Puts back what had the place, where whoever was moving it died between two steps."""
    old = new.with_name(OLD)
    if old.exists() and not place.exists():
        old.rename(place)


def _exchanged(one: Path, other: Path) -> bool:
    system = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return system.renamex_np(*names, EXCHANGE) == 0  # type: ignore[no-any-return]
        return system.renameat2(HERE, names[0], HERE, names[1], EXCHANGE) == 0  # type: ignore[no-any-return]
    except AttributeError:
        return False
