"""`handbook health`: everything that those who look after a handbook have to see to, as Markdown or as a table."""
from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.due import day_given, within_option
from macros.commands.refusing import told, write_out
from macros.commands.reminder import lists, opening, readers_of
from macros.commands.source_date import set_day

if TYPE_CHECKING:
    from macros.loading.folder import Loaded
    from macros.model.health import Row


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> datetime.date | None:
    return None if value is None else day_given(context, parameter, value)


@click.command()
@data_option
@click.option("--on", "day", callback=_day, help="The day it is, such as 2026-11-29; else that of SOURCE_DATE_EPOCH, or the newest in the data.")
@within_option
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write it as a table into this file, too.")
def health(day: datetime.date | None, days: int, table: Path | None) -> None:
    """Tell what there is to see to: reviews by who looks after them, points to confirm, halves behind, what nothing uses, what rests on what."""
    from macros.loading.folder import ensure_sound, read_all
    from macros.pages.health_rows import as_table, to_see_to

    with told():
        loaded = read_all(data_folder())
        set_day(loaded, day)
        ensure_sound(loaded, ())
        every = _rows(loaded, days)
        if table:
            write_out(table, as_table(readers_of(loaded.handbook), every).encode())
    click.echo("\n".join([*opening(loaded.handbook, every, days), *(["", *lists(loaded.handbook, every)] if to_see_to(every) else [])]))


def _rows(loaded: Loaded, days: int) -> Sequence[Row]:
    """The rows of the page, with every half that is behind by its line, whether or not readers are told."""
    from macros.model.health import Row
    from macros.pages.health_rows import in_order, rows

    halves = [Row("behind", place=one.pair.at(one.changed)) for one in loaded.halves.behind] if loaded.halves else []
    return in_order([*(row for row in rows(loaded.handbook, days) if row.matter != "behind"), *halves])
