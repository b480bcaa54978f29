"""`handbook due`: what has to be reviewed, as Markdown that can be mailed or put into an issue; nothing where nothing is due."""
from __future__ import annotations

import datetime

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import told
from macros.commands.reminder import REVIEWS, lists, opening
from macros.commands.source_date import set_day


def day_given(context: click.Context, parameter: click.Parameter, value: str | None) -> datetime.date:
    """The day that a command was given; the clock of the machine is never asked."""
    try:
        return datetime.date.fromisoformat(value or "")
    except ValueError:
        click.echo("--on要写一个日期，例如--on 2026-11-29。\n--on needs a date, such as --on 2026-11-29.", err=True)
        context.exit(2)


within_option = click.option("--within", "days", type=click.IntRange(0, 366), default=30, show_default=True, help="How many days ahead to look.")


@click.command()
@data_option
@click.option("--on", "day", callback=day_given, help="The day it is, such as 2026-11-29.")
@within_option
def due(day: datetime.date, days: int) -> None:
    """List what has to be reviewed by now or soon, by who looks after it; nothing where nothing is due."""
    from macros.checks import RULES
    from macros.loading.folder import ensure_sound, read_all
    from macros.pages.health_rows import rows

    with told():
        loaded = read_all(data_folder())
        set_day(loaded, day)
        ensure_sound(loaded, RULES)
    reviews = [row for row in rows(loaded.handbook, days) if row.matter in REVIEWS]
    if reviews:
        click.echo("\n".join([*opening(loaded.handbook, reviews, days), "", *lists(loaded.handbook, reviews)]))
