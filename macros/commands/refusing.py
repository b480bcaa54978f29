"""How the commands that read and write files end where they cannot go on: in a sentence of both languages, never in a traceback."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from macros.commands.data_folder import data_folder
from macros.words.problems import Problems
from macros.words.refused import Refused

MISUSED = 2  # what was asked for cannot be done; 1 is for what is wrong with the handbook


def stop(said: str, code: int = 1) -> NoReturn:
    """Says so and ends the command."""
    click.echo(said, err=True)
    sys.exit(code)


@contextmanager
def told(misused: int = MISUSED) -> Iterator[None]:
    """What goes wrong inside is told in its own words and ends the command, with `misused` where it was asked for wrongly."""
    try:
        yield
    except Problems as found:
        stop(str(found))
    except Refused as refused:
        stop(str(refused), misused)


def ensure_free(file: Path, suffix: str) -> None:
    """A file for others may be written there: called what it is, over no other and beside the handbook. Raises CannotEdit otherwise."""
    from macros.editing.edits import CannotEdit

    if file.suffix != suffix:
        raise CannotEdit(f"“{file.name}”不以{suffix}结尾；例如写成{file.stem}{suffix}",
                         f"“{file.name}” does not end in {suffix}; write {file.stem}{suffix}, say")
    if file.exists():
        raise CannotEdit(f"已有“{file}”，里面也许有没导入的改动；换个名称，或先移走它",
                         f"There is a “{file}” already, perhaps with changes not yet imported; choose another name, or move it first")
    if data_folder().resolve() in file.resolve().parents:
        raise CannotEdit("给别人改的文件不放在手册的文件夹里；写到别处", "A file for others does not belong in the folder of the handbook; put it elsewhere")


def write_out(file: Path, raw: bytes) -> None:
    """Puts a file for others in its place. Raises CannotEdit where that cannot be done."""
    from macros.editing.edits import CannotEdit
    from macros.editing.placing import put, why_not

    try:
        put(file, raw)
    except FileNotFoundError:
        raise CannotEdit(f"写不了“{file}”：没有“{file.parent}”这个文件夹", f"“{file}” cannot be written: there is no folder “{file.parent}”") from None
    except OSError as error:
        zh, en = why_not(error)
        raise CannotEdit(f"写不了“{file}”；{zh}", f"“{file}” cannot be written; {en}") from None
