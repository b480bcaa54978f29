"""The moves that are open to everyone, told in one line wherever ways are listed."""
from __future__ import annotations

from macros.views.parts import first
from macros.views.reader import Link, Reader
from macros.views.sizes import FEW


def open_to_everyone(reader: Reader) -> list[Link]:
    """The moves anyone can make; of many the first few, and where all of them stand."""
    links = reader.links("moves", [move.id for move in reader.handbook.moves_for_everyone])
    return first(reader, links, FEW, reader.href("moves/#open-to-everyone"))
