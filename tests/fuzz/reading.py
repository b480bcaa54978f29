"""What must hold of any bytes in a file: reading them ends in a document, or in problems that say where, in both languages."""
from __future__ import annotations

from macros.loading.document import read
from macros.words.languages import HAN
from macros.words.problems import Problems


def ends_well(raw: bytes) -> None:
    """Reads the bytes as a file of data; raises AssertionError, or whatever the reader does not expect."""
    try:
        read(raw, "data/roles/x.yml")
    except Problems as found:
        for problem in found.problems:
            assert HAN.search(problem.zh) and problem.en and problem.line > 0 and problem.column > 0
        assert "data/roles/x.yml:" in str(found)
