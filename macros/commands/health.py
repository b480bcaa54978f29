"""`handbook health`: everything that those who look after a handbook have to see to, as Markdown or as a table."""
from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.due import day_option, reminder
from macros.commands.refusing import told, write_out
from macros.words.markdown import plain

if TYPE_CHECKING:
    from macros.loading.folder import Loaded
    from macros.model.health import Health
    from macros.words.languages import Text

OF_NO_ROLE = "没有岗位用到 · asked of no role"
UNNAMED = "没有别处提到 · named nowhere else"
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would compute
COLUMNS = ("matter", "owner", "kind", "id", "zh", "en", "file", "due")


@click.command()
@data_option
@day_option
@click.option("--within", "days", type=click.IntRange(0, 366), default=30, show_default=True, help="How many days ahead to look.")
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write it as a table into this file, too.")
def health(day: datetime.date, days: int, table: Path | None) -> None:
    """Tell what there is to see to: reviews by who looks after them, points to confirm, halves behind, records out of use by nobody, what rests on what."""
    from macros.loading.folder import ensure_sound, read_all
    from macros.model.health import health as found_in

    with told():
        loaded = read_all(data_folder())
        ensure_sound(loaded, ())
        found, points = found_in(loaded.handbook, day, days), _points(loaded)
        if table:
            write_out(table, _as_table(loaded, found, points))
    click.echo("\n".join(_lines(loaded, found, points, day, days)))


def _points(loaded: Loaded) -> dict[str, int]:
    """How many points each team has to settle, as the page of open points counts them, the most first."""
    from macros.pages.open_points import left_open
    from macros.views.reader import Reader
    from macros.words.languages import LANGUAGES

    return dict(Counter(one.owner for one in left_open(Reader(loaded.handbook, LANGUAGES[0], "")) if one.owner and not one.settled).most_common())


def _lines(loaded: Loaded, found: Health, points: dict[str, int], day: datetime.date, days: int) -> Iterator[str]:
    teams = loaded.handbook.teams
    yield from reminder(loaded.handbook, day, days) if found.due else [f"{days}天内没有要复核的。Nothing is to be reviewed within {days} days.", ""]
    if points:
        yield f"## 待确认事项 · Points to confirm ({sum(points.values())})\n"
        yield from (f"- {_both(teams[owner].name)}: {count}" for owner, count in points.items())
        yield ""
    behind = loaded.halves.behind if loaded.halves else ()
    if behind:
        yield f"## 只改了一半 · One half changed ({len(behind)})\n"
        yield from (f"- {one.pair.at(one.changed)}" for one in behind)
        yield ""
    for kind, records in found.unused.items():
        yield f"## {_word('kind-heading', kind)}: {OF_NO_ROLE if kind in ('competencies', 'kpis') else UNNAMED} ({len(records)})\n"
        yield from (f"- {_both(one.name)} (`{one.file}`)" for one in records)
        yield ""
    if found.without_contact:
        yield f"## 没有写到哪里问 · Without a contact ({len(found.without_contact)})\n"
        yield from (f"- {_both(teams[owner].name)}: {count}" for owner, count in found.without_contact.items())
        yield ""
    whole = sum(found.bases.values())
    yield "## 依据 · What rests on what\n"
    yield from (f"- {_word('basis', basis)}: {count} ({count / whole:.0%})" for basis, count in found.bases.items())


def _as_table(loaded: Loaded, found: Health, points: dict[str, int]) -> bytes:
    """The same as a table that spreadsheets open, with a line for each matter."""
    into = io.StringIO()
    writer = csv.writer(into)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(loaded, found, points))
    return b"\xef\xbb\xbf" + into.getvalue().encode()  # the mark by which spreadsheets know UTF-8


def _rows(loaded: Loaded, found: Health, points: dict[str, int]) -> Iterator[Sequence[object]]:
    for owner, waiting in found.due.items():
        for matter, records in (("overdue", waiting.late), ("due", waiting.soon)):
            yield from ([matter, owner, type(one).__name__.lower(), one.id, one.name.zh, one.name.en, one.file, one.review_by] for one in records)
    for kind, records in found.unused.items():
        yield from (["unused", one.owner, kind, one.id, one.name.zh, one.name.en, one.file, ""] for one in records)
    yield from (_of_team(loaded, owner, f"points to confirm: {count}") for owner, count in points.items())
    yield from (_of_team(loaded, owner, f"without contact: {count}") for owner, count in found.without_contact.items())
    for one in loaded.halves.behind if loaded.halves else ():
        yield ["half behind", "", "", "", one.pair.text["zh"], one.pair.text["en"], one.pair.at(one.changed), ""]


def _of_team(loaded: Loaded, owner: str, matter: str) -> list[str]:
    name = loaded.handbook.teams[owner].name
    return [matter, owner, "", "", name.zh, name.en, "", ""]


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _both(name: Text) -> str:
    return f"{plain(name.zh)} · {plain(name.en)}"


def _word(context: str, value: str) -> str:
    from macros.words import catalog
    from macros.words.languages import LANGUAGES

    return " · ".join(catalog.word(language, context, value) for language in LANGUAGES)
