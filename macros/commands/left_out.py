"""`handbook edition`: what the public edition has, and what it leaves out."""
from __future__ import annotations

from collections import Counter

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import told


@click.command("edition")
@data_option
@click.option("--diff", "listed", is_flag=True, help="List what the public edition leaves out, record by record.")
def show_edition(listed: bool) -> None:
    """Say how much of the handbook the public edition has; with --diff, what it leaves out of each record."""
    from macros.loading.folder import ensure_sound, read_all
    from macros.model.public import left_out, public
    from macros.model.records import RECORD_KINDS

    with told():
        loaded = read_all(data_folder())
        ensure_sound(loaded, ())
    handbook, shown = loaded.handbook, public(loaded.handbook)
    click.echo("公开版有的 · In the public edition")
    for kind in (kind for kind in RECORD_KINDS if handbook.of_kind(kind)):
        click.echo(f"  {kind}: {len(shown.of_kind(kind))}/{len(handbook.of_kind(kind))}")
    for number, (_, record, paths) in enumerate(left_out(handbook) if listed else ()):
        if not number:
            click.echo("公开版没有的，按字段数句子和数字 · Left out, counted in sentences and figures of each field")
        fields = Counter(str(path[0]) for path in paths if path)
        click.echo(f"  {record.file} {record.id}: {', '.join(f'{field} {n}' for field, n in fields.items()) or '整条 · all of it'}")
