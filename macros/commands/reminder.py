"""What there is to see to as Markdown in both languages, for a terminal, a mail, an issue or a proposal."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from macros.words.markdown import plain

if TYPE_CHECKING:
    from macros.model.handbook import Handbook
    from macros.model.health import Row
    from macros.views.reader import Reader

REVIEWS = ("overdue", "soon")
SHOWN = 20  # records of one team in one list; the others are counted


def readers_of(handbook: Handbook) -> list[Reader]:
    """Who reads each language, wherever they stand."""
    from macros.views.reader import Reader
    from macros.words.languages import LANGUAGES

    return [Reader(handbook, language, "") for language in LANGUAGES]


def opening(handbook: Handbook, every: Sequence[Row], days: int) -> Iterator[str]:
    """As of which day the rows are, and what follows a review."""
    from macros.pages.health_rows import as_of

    yield "  \n".join(as_of(reader, every, days) for reader in readers_of(handbook))
    if any(row.matter in REVIEWS for row in every):
        yield "\n复核完了，更新`reviewed_on`和`review_by`。  \nOnce something is reviewed, renew its `reviewed_on` and `review_by`."


def lists(handbook: Handbook, every: Sequence[Row]) -> Iterator[str]:
    """The rows under a heading for each matter, and below that for each team."""
    from macros.pages.health_rows import together

    readers = readers_of(handbook)
    for matter, held in groupby(every, key=lambda row: row.matter):
        of_matter = list(held)
        count = f" ({len(of_matter)})" if of_matter[0].count is None else ""
        yield f"## {together(readers, lambda reader, matter=matter: [reader.word('matter', matter)])[0]}{count}\n"
        for owner, of_owner in groupby(of_matter, key=lambda row: row.owner if row.count is None else ""):
            if owner:
                yield f"### {plain(together(readers, lambda reader, owner=owner: [reader.link('teams', owner).name])[0])}\n"
            yield from _listed(readers, list(of_owner))
            yield ""


def _listed(readers: Sequence[Reader], of_owner: Sequence[Row]) -> Iterator[str]:
    yield from (_line(readers, row) for row in of_owner[:SHOWN])
    if more := len(of_owner) - SHOWN if len(of_owner) > SHOWN else 0:
        yield f"- 另有{more}条 · {more} more"


def _line(readers: Sequence[Reader], row: Row) -> str:
    from macros.pages.health_rows import share, together, what

    name = plain(together(readers, lambda reader: [what(reader, row)])[0])
    if row.count is not None:
        return f"- {name}: {row.count}" + (f" ({share(row)})" if row.of else "")
    day = f"{row.record.review_by} " if row.record and row.matter in REVIEWS else ""
    return f"- {day}{name}" + (f" (`{row.record.file}`)" if row.record else "")
