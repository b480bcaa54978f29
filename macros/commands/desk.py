"""The site on the desk of whoever edits it: as last read, what of it the browser asks for, and what there is to mend.

An edit of `data/` reads what changed; anything else reads everything anew, with fresh code."""
from __future__ import annotations

import gc
import importlib
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.exceptions import MkDocsException

from macros.commands.data_folder import data_folder
from macros.words.problems import Problems

if TYPE_CHECKING:
    from macros.commands.preview import Preview

WATCHED = ("docs", "macros", "overrides", "mkdocs.yml")
# What is running now, and the exception it waits for.
KEPT = ("macros.commands.command_line", "macros.commands.data_folder", "macros.commands.server", "macros.commands.desk", "macros.words.problems")
SOON = 0.3  # seconds; by then the page that someone waits for has been made


class Desk:
    """What is being edited. `to_mend` stands in place of every page; `tell` is called when it has changed by itself."""

    def __init__(self, root: Path, tell: Callable[[], None]) -> None:
        self.root = root
        self.tell = tell
        self.seen: dict[str, tuple[int, int]] = {}
        self.preview: Preview | None = None
        self.checked: Preview | None = None
        self.to_mend = ""
        self.reading = threading.RLock()
        self.checking = threading.Lock()

    def watched(self) -> list[Path]:
        """Where an edit counts."""
        return [data_folder(), *(self.root / name for name in WATCHED)]

    def look(self) -> None:
        """Take in what changed since the last look."""
        with self.reading:
            now = dict(_files(self.watched()))
            changed = {name for name in self.seen.keys() | now.keys() if self.seen.get(name) != now.get(name)}
            self.seen = now
            if changed:
                started = time.monotonic()
                self.to_mend = _said_by(lambda: self._read(changed))
                click.echo(self.to_mend or f"{time.monotonic() - started:.1f} s", err=bool(self.to_mend))

    def file(self, name: str) -> tuple[bytes | None, str]:
        """What stands in a file of the site, made from the data as they are now; or what has to be mended before it can be made."""
        found: list[bytes | None] = [None]
        with self.reading:
            self.look()
            preview = self.preview
            if self.to_mend or not preview:
                return None, self.to_mend
            failed = _said_by(lambda: found.append(preview.file(name)))
        if failed:
            self._check(preview)  # what the rules say of the data is of more use than a traceback
            if not self.to_mend:
                click.echo(failed, err=True)
        return found[-1], self.to_mend or failed

    def _read(self, changed: Set[str]) -> None:
        data = data_folder()
        if self.preview and all(name.startswith(f"{data}{os.sep}") for name in changed):
            fresh = importlib.import_module("macros.commands.preview").reread(self.preview, data)
            if fresh:
                self.preview = fresh
                soon = threading.Timer(SOON, self._check, (fresh,))
                soon.daemon = True
                return soon.start()
        self.preview = None  # a mistake in the code may leave half of it
        for name in [name for name in sys.modules if name.partition(".")[0] == "macros" and name not in KEPT]:
            del sys.modules[name]
        self.preview = self.checked = importlib.import_module("macros.commands.preview").whole(self.root, data)
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # what was read stays until then, so that collections between need not look at it: edits show sooner

    def _check(self, preview: Preview) -> None:
        """Let the rules look at the data, once the page that someone waits for is there."""
        with self.checking:
            if preview is self.checked or preview is not self.preview:
                return
            self.checked = preview
            said = _said_by(preview.check)
            with self.reading:
                if not said or preview is not self.preview:
                    return
                self.to_mend = said
        click.echo(said, err=True)
        self.tell()


def _said_by(act: Callable[[], object]) -> str:
    """What there is to mend before something can be done; nothing where it was done."""
    try:
        act()
    except (Problems, MkDocsException) as found:
        return str(found)
    except Exception:  # a mistake in the code or a template: the one editing it needs the traceback
        return traceback.format_exc()
    return ""


def _files(tops: list[Path]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every file with when anything of it was changed last, be it the name or the time of its text, which copies and Git keep; and its size."""
    for top in tops:
        for folder, folders, names in os.walk(top) if top.is_dir() else [(str(top.parent), [], [top.name])]:
            folders[:] = [name for name in folders if name != "__pycache__"]
            for name in names:
                path = os.path.join(folder, name)
                try:
                    found = os.stat(path)
                except OSError:  # gone meanwhile, or a link to nothing
                    continue
                yield path, (found.st_ctime_ns, found.st_size)
