"""`handbook addresses`: keeps the addresses that were published, so that a build that would lose one says so."""
from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from macros.commands.building import WRONG, make
from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import told


@click.command()
@data_option
@click.option("--let-go", "gone", metavar="ADDRESS", multiple=True, help="An address that need not be there any more, as the build names it.")
def addresses(gone: tuple[str, ...]) -> None:
    """Keep every address of the site, pages and places on them, so that none is lost unnoticed: `data/urls.lock`. Those kept before stay."""
    from macros.commands import site_build
    from macros.commands.refusing import write_out
    from macros.loading.contents import contents
    from macros.loading.opening import ensure_handbook
    from macros.website.addresses import LOCK, new, read, together, without, written
    from macros.words.refused import Refused

    data = data_folder()
    with told(WRONG):
        ensure_handbook(data)
        before = read(contents(data).get(LOCK) or b"")
        unknown = [one for one in gone if without(before, [one]) == before]
        if unknown:
            raise Refused(f"{LOCK}里没有“{unknown[0]}”；照生成时报的写", f"{LOCK} has no “{unknown[0]}”; write it as the build names it")
        kept = without(before, gone)
        with TemporaryDirectory(prefix="handbook-") as folder:
            make(Path(folder) / "site")
        whole = together(kept, site_build.under_way().addresses)
        write_out(data / LOCK, written(whole).encode())
    count = new(before, whole)
    click.echo(f"已写入{data.name}/{LOCK}：{len(whole)}页，新记{count}个网址。\nWritten to {data.name}/{LOCK}: {len(whole)} pages, {count} new addresses.")
