"""Which folder the handbook is read from: the same answer for every command and for MkDocs alone."""
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

ROOT = Path(__file__).resolve().parents[2]
NAMED_BY = "HANDBOOK_DATA"
Command = TypeVar("Command", bound=Callable[..., object])


def data_folder() -> Path:
    """The folder that the environment names, seen from where the command runs; else `data` of the project."""
    named = os.environ.get(NAMED_BY)
    return Path(named) if named else ROOT / "data"


def set_for_now(variable: str) -> Callable[[click.Context, click.Parameter | None, str | None], None]:
    """What an option does that names something in the environment, also for what the command starts, until it has ended."""

    def name(context: click.Context, parameter: click.Parameter | None, value: str | None) -> None:
        if value is not None:
            before = os.environ.get(variable)
            os.environ[variable] = value
            context.call_on_close(lambda: _restore(variable, before))

    return name


def _restore(variable: str, before: str | None) -> None:
    """The environment as it was, for whoever runs another command after this one."""
    if before is None:
        os.environ.pop(variable, None)
    else:
        os.environ[variable] = before


def data_option(command: Command) -> Command:
    """Lets a command take `--data`."""
    return click.option(
        "--data", metavar="FOLDER", expose_value=False, callback=set_for_now(NAMED_BY), help=f"Where the handbook is kept; else {NAMED_BY} or data.",
    )(command)
