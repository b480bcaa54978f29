"""`handbook changed`: what a proposal changes on the site."""
from __future__ import annotations

import os
import sys
from pathlib import Path

import click


@click.command()
@click.argument("before", type=click.Path(path_type=Path), required=False)
@click.argument("after", type=click.Path(path_type=Path), required=False)
@click.option("--page", type=click.Path(path_type=Path), help="Where to write the list as a page with links to both sites.")
def changed(before: Path | None, after: Path | None, page: Path | None) -> None:
    """Compare two sites that were built, and list the pages whose own text differs, as Markdown."""
    from macros.website.changed_pages import as_markdown, as_page, changed_pages

    if before is None or after is None:
        click.echo("要写两个网站的文件夹，先改前，后改后。\nName the folders of two sites: the one before, then the one after.", err=True)
        sys.exit(2)
    for site in (before, after):
        if not (site / "index.html").is_file():
            click.echo(f"“{site}”里没有生成好的网站；先运行handbook build --site {site}。\n"
                       f"There is no finished site in “{site}”; first run handbook build --site {site}.", err=True)
            sys.exit(2)
    found = changed_pages(before, after)
    if page:
        page.write_text(as_page(found, *(Path(os.path.relpath(site, page.parent)).as_posix() for site in (before, after))), encoding="utf-8")
    click.echo(as_markdown(found), nl=False)
