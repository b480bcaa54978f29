"""The moves for which no document names a role, told in one line wherever ways are listed."""
from __future__ import annotations

from dataclasses import replace

from macros.model.moves import Move
from macros.views.marks import why
from macros.views.parts import first
from macros.views.reader import Link, Reader
from macros.views.sizes import FEW


def open_to_everyone(reader: Reader) -> list[Link]:
    """The moves for which no role is named, each with the mark of what that rests on; of many the first few, and where all of them stand."""
    links = [_reasoned(reader, move) for move in reader.handbook.moves_for_everyone]
    return first(reader, links, FEW, reader.href("moves/#open-to-everyone"))


def _reasoned(reader: Reader, move: Move) -> Link:
    reason = move.basis_of.get("from")
    return replace(reader.link("moves", move.id), why=why(reader, reason.basis, note=reason.why, sources=reason.sources) if reason else None)
