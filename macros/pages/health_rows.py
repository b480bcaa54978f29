"""Everything there is to see to in a handbook as rows, with their words: the page, the table, the command and the reminder show these and no others."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from macros.model.handbook import Handbook
from macros.model.health import AHEAD, MATTERS, Row, found, next_review
from macros.pages.open_points import left_open
from macros.views import formatting
from macros.views.reader import Reader
from macros.views.spreadsheets import as_csv
from macros.words.languages import LANGUAGES


@lru_cache(maxsize=2)  # for the handbook in hand: the page, the table and the calendars ask in both languages
def rows(handbook: Handbook, days: int = AHEAD) -> tuple[Row, ...]:
    """Everything, matter by matter in the order in which it is seen to; reviews that are due within so many days are soon."""
    return in_order([*found(handbook, days), *_open_points(handbook)])


def in_order(every: Sequence[Row]) -> tuple[Row, ...]:
    """The rows by matter; records by who looks after them, and what is counted as it came, the most first."""
    return tuple(sorted(every, key=lambda row: (MATTERS.index(row.matter), row.owner if row.count is None else "")))


def _open_points(handbook: Handbook) -> Iterator[Row]:
    """How many points each team has to settle, as the page of open points counts them, the most first; nothing where there is no such page."""
    points = left_open(Reader(handbook, LANGUAGES[0], "")) if "open-points" in handbook.present else ()
    counted = Counter(one.owner for one in points if one.owner and not one.settled)
    yield from (Row("open", "teams", handbook.teams[owner], owner, count) for owner, count in counted.most_common())


def to_see_to(every: Sequence[Row]) -> list[Row]:
    """The rows that wait for somebody."""
    return [row for row in every if row.matter != "basis"]


def as_of(reader: Reader, every: Sequence[Row], days: int = AHEAD) -> str:
    """The sentence above the rows: as of which day they are, and what of the reviews; 0 is not said."""
    handbook, n = reader.handbook, Counter(row.matter for row in every)
    day, last = (formatting.date(one, reader.language) for one in (handbook.day, handbook.day + timedelta(days)))
    said = [
        reader.say_n("{n} record is overdue for review", "{n} records are overdue for review", n["overdue"]) if n["overdue"] else "",
        reader.say_n("{n} record is due for review by {last}", "{n} records are due for review by {last}", n["soon"], last=last) if n["soon"] else "",
    ]
    if not any(said):
        coming = formatting.date(next_review(handbook), reader.language)
        said = [reader.say("no record is due for review by {last}", last=last), reader.say("the next review is due on {day}", day=coming)]
    return reader.say("As of {day}, {said}.", day=day, said=reader.say("; ").join(one for one in said if one))


def what(reader: Reader, row: Row) -> str:
    """What a row is about: the name of its record, a place in the files, or a basis."""
    if row.basis:
        return _capital(reader.word("basis", row.basis))
    return reader.text(row.record.name) if row.record else row.place


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def share(row: Row) -> str:
    """How much of the whole a row is, in percent."""
    return f"{(row.count or 0) / row.of:.0%}" if row.of else ""


def as_table(readers: Sequence[Reader], every: Sequence[Row]) -> str:
    """The rows as a table that spreadsheets open and compute nothing of, in the language of one reader or of several."""
    return as_csv(together(readers, _columns), (together(readers, _cells, row) for row in every))


def together(readers: Sequence[Reader], words: Callable[..., Sequence[str]], *of: object) -> list[str]:
    """Words in the languages of all readers, side by side: 指标 · KPIs."""
    return [" · ".join(dict.fromkeys(each)) for each in zip(*(words(reader, *of) for reader in readers))]


def _columns(reader: Reader) -> list[str]:
    return [reader.say("Matter"), reader.say("Name"), reader.say("Kind"), reader.say("Owner"), reader.say("Review by"), reader.say("Number"),
            reader.say("Out of"), reader.say("Id"), reader.say("File")]


def _cells(reader: Reader, row: Row) -> list[str]:
    record = row.record
    return [
        reader.word("matter", row.matter),
        what(reader, row),
        reader.word("kind-heading", row.kind) if row.kind else "",
        reader.link("teams", row.owner).name if row.owner else "",
        record.review_by.isoformat() if record and row.count is None else "",
        "" if row.count is None else str(row.count),
        "" if row.of is None else str(row.of),
        record.id if record else "",
        record.file if record else row.place,
    ]
