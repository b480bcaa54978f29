"""How much one page holds before its matter is split. Every limit lies well above what a handbook of twenty roles needs, which stays whole.

A page that lists everything grows with the department, and so does the time for all pages that do: at five hundred roles a table
of all roles and competencies had 700,000 cells, and every role at a stage told the same hundred moves."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.model.handbook import Handbook
from macros.model.moves import Move, naming
from macros.model.record import Party

USERS = 3000  # names of who uses a term, under all terms of a page; of more, each list has the first few, and the others are counted
FEW = 5
CITED = 60  # records named under a section of a document
POINTS = 700  # open points of one page
SEEN_TO = 700  # lines of one matter of upkeep; all are in the table beside the page
CHOSEN = 60  # roles in a list to choose from within a page
DRAWN = 100  # places in one picture of the map; with more it is some screens wide and high
ACROSS = 40  # roles in one table of roles and competencies
INDEXED = 400  # entries of one index
BESIDE = 60  # entries of the list beside a page
SHARED = 12  # moves that take in a whole stage and yet stand on the page of each of its roles


def most_users(users: Mapping[str, Sequence[object]]) -> int | None:
    """How many of its users each term names; None is all of them."""
    return None if sum(map(len, users.values())) <= USERS else FEW


def shared_moves(handbook: Handbook, stage: str) -> Sequence[Move]:
    """The moves that take in everyone at a stage, where they are too many for the pages of its roles and stand on its own."""
    moves = naming(handbook.moves_by_party, Party(stage=stage))
    return moves if len(moves) > SHARED else ()
