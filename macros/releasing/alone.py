"""One at a time: a lock that the system itself takes away when its holder dies, whatever it died of."""
from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from macros.words.refused import Refused

TRIES = 20


@contextmanager
def alone(file: Path, place: Path) -> Iterator[None]:
    """Nobody else is at work on a place while this goes on. Raises Refused where somebody is; leaves no file behind."""
    with _held(file, place):
        try:
            yield
        finally:
            file.unlink(missing_ok=True)


def _held(file: Path, place: Path) -> IO[str]:
    """The file, locked, and still the one that others would find: whoever held it before takes it away, and perhaps its folder."""
    for _ in range(TRIES):
        with suppress(FileNotFoundError):
            return _tried(file, place)
    return _tried(file, place)


def _tried(file: Path, place: Path) -> IO[str]:
    file.parent.mkdir(parents=True, exist_ok=True)
    lock = file.open("w", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(file.stat(), os.fstat(lock.fileno())):
            raise FileNotFoundError(file)
    except BlockingIOError:
        lock.close()
        raise Refused(f"另一个命令正在写“{place}”；等它做完，再来一次",
                      f"Another command is writing to “{place}”; wait until it is done, then try again") from None
    except OSError:
        lock.close()
        raise
    return lock
