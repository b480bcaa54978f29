"""`handbook write`: the way out. Every page as a file from which another generator makes the site."""
from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from macros.commands.building import WRONG, ensure_apart, make
from macros.commands.data_folder import data_option
from macros.commands.edition import edition_option
from macros.commands.refusing import told
from macros.commands.site_folder import SiteFolder


@click.command()
@data_option
@edition_option
@click.argument("folder", type=SiteFolder())
def write(folder: Path) -> None:
    """Write every page as a file from which another generator makes the site, such as ProperDocs or Zensical."""
    from macros.releasing.aside import made_aside

    with told(WRONG):
        ensure_apart(folder)
        with made_aside(folder) as new, TemporaryDirectory() as beside:
            from macros.commands.site_build import under_way
            from macros.releasing.ownership import mark
            from macros.releasing.sources import write_sources

            made = Path(beside) / "site"
            make(made)
            new.mkdir()
            pages = write_sources(under_way().whole(), made, new)
            mark(new)
    click.echo(f"写在{folder}：{pages}页；在那里运行zensical build或properdocs build。\n"
               f"Written to {folder}: {pages} pages; run zensical build or properdocs build in there.")
