"""How long it takes from an edit of the data to the page that shows it, asked for over HTTP while the handbook is served."""
from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.bench.clock import Failed
from tests.bench.grown import write

# Put before the first sentence of the role in turn, in both languages: a half that is changed alone is a mistake.
WORDS = (("眼下", "Now"), ("今后", "Soon"), ("平日", "Daily"), ("始终", "Always"), ("处处", "Everywhere"), ("事事", "Altogether"))
LONGEST = 600  # seconds that a server may take to begin, and then to show an edit
BETWEEN = 0.01  # seconds between one request and the next
REST = 3  # seconds between one edit and the next, as of someone who reads the page; the rules have their say meanwhile


def edit_to_page(project: Path, role: str, rounds: int) -> list[float]:
    """Seconds from a changed file of a role to the role’s page with the new words, for several edits one after another."""
    file = project / "data/roles" / f"{role}.yml"
    record = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # every value as text, as the handbook reads it
    sentence = record["essence"]["zh"]
    port = _free_port()
    server = subprocess.Popen([sys.executable, "-m", "macros", "serve", "--port", str(port)], cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/zh/roles/{role}/"
        _wait(address, lambda page: sentence[:2] in page, server)
        found = []
        for number in range(rounds):
            time.sleep(REST)
            reworded = other_words(record, number)
            edit(file, reworded)
            started = time.perf_counter()
            _wait(address, lambda page, words=reworded["essence"]["zh"]: words[:4] in page, server)
            found.append(time.perf_counter() - started)
        return found
    finally:
        server.terminate()
        server.wait()


def other_words(record: Mapping[str, Any], number: int) -> dict[str, Any]:
    """A role whose first sentence begins with other words."""
    zh, en = WORDS[number % len(WORDS)]
    essence = record["essence"]
    return {**record, "essence": {**essence, "zh": zh + essence["zh"], "en": f"{en} {essence['en']}"}}


def edit(file: Path, record: object) -> None:
    """Change a file at once, as a good editor does, so that nobody reads half of it."""
    aside = file.parents[2] / f"{file.name}.new"
    write(aside, record)
    os.replace(aside, file)


def _wait(address: str, shown: Callable[[str], bool], server: subprocess.Popen[bytes]) -> None:
    """Ask for a page until it shows what is waited for."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        if server.poll() is not None:
            raise Failed(f"serve ended with {server.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=LONGEST) as answer:
                if shown(answer.read().decode("utf-8")):
                    return
        except OSError:  # not listening yet, or no such page while a mistake is shown
            pass
        time.sleep(BETWEEN)
    raise Failed(f"nothing to see after {LONGEST} s")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
