"""`handbook due`: what has to be reviewed, as Markdown that can be mailed or put into an issue."""
from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.words.markdown import plain
from macros.words.problems import Problems

if TYPE_CHECKING:
    from macros.model.handbook import Handbook
    from macros.model.record import Record

SHOWN = 20  # records of one team in one list; the others are counted


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> datetime.date:
    """The day that a command was given; the clock of the machine is never asked."""
    try:
        return datetime.date.fromisoformat(value or "")
    except ValueError:
        click.echo("--on要写一个日期，例如--on 2026-11-29。\n--on needs a date, such as --on 2026-11-29.", err=True)
        context.exit(2)


day_option = click.option("--on", "day", callback=_day, help="The day it is, such as 2026-11-29.")


@click.command()
@data_option
@day_option
@click.option("--within", "days", type=click.IntRange(0, 366), default=30, show_default=True, help="How many days ahead to look.")
def due(day: datetime.date, days: int) -> None:
    """List what has to be reviewed by now or soon, by who looks after it; nothing where nothing is due."""
    from macros.checks import RULES
    from macros.loading.folder import load

    try:
        handbook = load(data_folder(), RULES)
    except Problems as found:
        click.echo(str(found), err=True)
        sys.exit(1)
    if lines := [*reminder(handbook, day, days)]:
        click.echo("\n".join(lines))


def reminder(handbook: Handbook, on: datetime.date, days: int) -> Iterator[str]:
    """The lines of the reminder."""
    from macros.model.due import due as due_on

    for number, (owner, waiting) in enumerate(due_on(handbook, on, days).items()):
        yield "" if number else f"到{on}为止，以下内容要复核；改好后更新`reviewed_on`和`review_by`。  \n" \
                                f"To be reviewed as of {on}; then renew `reviewed_on` and `review_by`.\n"
        name = handbook.teams[owner].name
        yield f"## {plain(name.zh)} · {plain(name.en)}\n"
        yield from _listed("已过期 · Overdue", waiting.late)
        yield from _listed(f"{days}天内到期 · Due within {days} days", waiting.soon)


def _listed(title: str, records: Sequence[Record]) -> Iterator[str]:
    if records:
        yield f"{title} ({len(records)})\n"
        yield from (f"- {one.review_by} {plain(one.name.zh)} · {plain(one.name.en)} (`{one.file}`)" for one in records[:SHOWN])
        if more := len(records) - SHOWN:
            yield from [f"- 另有{more}条 · {more} more"] if more > 0 else []
        yield ""
