"""Files put in their places, each whole or not at all; whoever stops a command meanwhile stops it afterwards; and why one could not be written."""
from __future__ import annotations

import errno
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
written: list[bool] = []  # whether anything was, for who tells of a command that was stopped


def beside(file: Path) -> Path:
    """Where a file is written before it takes its place: systems and the reading of a handbook pass it over."""
    return file.with_name(f".{file.name}.{os.getpid()}")


def put(file: Path, raw: bytes) -> None:
    """The file with these bytes, or as it was. Raises OSError where it cannot be written."""
    new = beside(file)
    try:
        with undisturbed():
            new.write_bytes(raw)
            new.replace(file)
    finally:
        with suppress(OSError):
            new.unlink()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C waits until what is inside is done, which takes no time that anybody notices."""
    if threading.current_thread() is not threading.main_thread():  # where no signal arrives
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
        written.append(True)
    finally:
        signal.signal(signal.SIGINT, before)


def why_not(error: OSError) -> tuple[str, str]:
    """What to do where nothing could be written, in both languages."""
    if error.errno in FULL:
        return "磁盘满了，腾出空间再来一次", "the disk is full, make room and try again"
    return "检查文件夹的权限", "check the permissions of the folder"
