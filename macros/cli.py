"""The `handbook` command."""
from __future__ import annotations

import sys
from pathlib import Path

import click

from macros.problems import Problems

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"


@click.group()
def main() -> None:
    """Checks, builds and serves the career handbook."""


@main.command()
def check() -> None:
    """Check the data alone and list every problem."""
    from macros.checks import RULES
    from macros.loading import load

    try:
        handbook = load(DATA, RULES)
    except Problems as found:
        click.echo(str(found), err=True)
        sys.exit(1)
    count = sum(1 for _ in handbook.records())
    click.echo(f"数据没有问题：{count}条记录。\nThe data is sound: {count} records.")


if __name__ == "__main__":
    main()
