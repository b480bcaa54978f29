"""The full-text index beside the pages of a finished site."""
from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cbor2

from macros.checks.punctuation import CHINESE

# Left out of the full text: what is not the matter of the page, and names of other records, which are found by themselves.
APART = (
    ".headerlink", ".other-name", ".for-ears", ".basis", ".level", ".need", ".edit", ".legend", ".kind", ".count", ".before", "thead", ".stages",
    ".moves", ".related", ".sources", ".resources .about", ".reasons", ".record-foot", ".role-card dt", ".concerned",
)
# Parts of Pagefind that its core does not load.
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "pagefind-worker.js")
# Pagefind's own files: packed CBOR after this mark.
MARK = b"pagefind_dcd"
PIECES = 2  # where in the index's table of contents the pieces stand, each as [first word, last word, name]
SMALLEST = 5000  # bytes of a piece before packing; every word of a query loads the piece it stands in


class NoIndex(Exception):
    """The full-text index could not be made; the message says why in both languages."""


def add_search(site: Path) -> None:
    """Put the full-text index of both languages into a finished site."""
    indexed = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--silent", "--exclude-selectors", ",".join(APART)], capture_output=True, text=True
    )
    if indexed.returncode:
        raise NoIndex(f"全文索引没有做成。\nThe full-text index could not be made.\n{indexed.stderr}")
    bundle = site / "pagefind"
    for pattern in UNUSED:
        for file in bundle.glob(pattern):
            file.unlink()
    entry = bundle / "pagefind-entry.json"
    contents = json.loads(entry.read_text(encoding="utf-8"))
    for name, language in contents["languages"].items():
        language["hash"] = cut_small(bundle, name, language["hash"])
    entry.write_text(json.dumps(contents, sort_keys=True), encoding="utf-8")


def cut_small(bundle: Path, name: str, contents: str) -> str:
    """Cut the index of a language into small pieces: Pagefind's are about 27 kB, and each word asked for loads one.

    Returns the new name of its table of contents."""
    old = bundle / f"pagefind.{contents}.pf_meta"
    table = _unpacked(old)
    words: list[list[Any]] = []
    for *_, piece in table[PIECES]:
        file = bundle / f"index/{piece}.pf_index"
        [found] = _unpacked(file)
        words += found
        file.unlink()
    table[PIECES] = [[piece[0][0], piece[-1][0], _packed(bundle / "index", name, "pf_index", [piece])] for piece in _pieces(words)]
    old.unlink()
    return _packed(bundle, name, "pf_meta", table, "pagefind.")


def _pieces(words: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    """Neighbouring words, each with where it stands. Words that begin alike stay together, so that half a word still finds all of them."""
    piece: list[list[Any]] = []
    size = 0
    for word in words:
        if size > SMALLEST and _beginning(word[0]) != _beginning(piece[-1][0]):
            yield piece
            piece, size = [], 0
        piece.append(word)
        size += len(cbor2.dumps(word))
    yield piece


def _beginning(word: str) -> str:
    return word[:1] if CHINESE.match(word) else word[:3]


def _unpacked(file: Path) -> list[Any]:
    plain = gzip.decompress(file.read_bytes())
    if not plain.startswith(MARK):
        raise NoIndex(f"全文索引的格式变了：{file.name}。\nThe full-text index has another format: {file.name}.")
    return list(cbor2.loads(plain.removeprefix(MARK)))


def _packed(folder: Path, name: str, ending: str, value: list[Any], before: str = "") -> str:
    """Write a file of the index under a name that its content decides; returns the name."""
    plain = MARK + cbor2.dumps(value)
    called = f"{name}_{hashlib.sha256(plain).hexdigest()[:12]}"
    (folder / f"{before}{called}.{ending}").write_bytes(gzip.compress(plain, 9, mtime=0))
    return called
