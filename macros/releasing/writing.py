"""Where a site is written."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.editing.placing import CLOSED, FULL, why_not
from macros.words.refused import Refused


@contextmanager
def writing_to(place: Path) -> Iterator[None]:
    """A full disk or a folder that is closed is told in a sentence. Raises Refused."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL | CLOSED:
            raise
        zh, en = why_not(error)
        raise Refused(f"网站写不进“{place}”，原来的没有动；{zh}", f"The site cannot be written to “{place}”, and what was there is as it was; {en}") from None
