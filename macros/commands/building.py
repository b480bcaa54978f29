"""`handbook build`: the whole site, made aside and put in its place once it is whole."""
from __future__ import annotations

import gc
import logging
import os
import sys
import time
from pathlib import Path

import click

from macros.commands.data_folder import ROOT, data_folder, data_option
from macros.commands.refusing import stop, told

CONFIG = ROOT / "mkdocs.yml"
WRONG = 1  # the exit code where no site could be made


@click.command()
@data_option
@click.option("--site", type=click.Path(path_type=Path), default=ROOT / "site", help="Where the finished site goes.")
def build(site: Path) -> None:
    """Build the site strictly: a link that leads nowhere is an error."""
    from macros.releasing.aside import made_aside

    gc.disable()  # what a build makes is dropped page by page and rarely lies in circles, so looking for garbage costs more than it frees
    started = time.monotonic()
    with told(WRONG):
        ensure_apart(site)
        with made_aside(site) as new:
            pages, frames = make(new)
    if not os.environ.get("HANDBOOK_URL"):
        from macros.commands.site_build import NO_ADDRESS

        click.echo(NO_ADDRESS)
    seconds = time.monotonic() - started
    click.echo(f"网站写在{site}：{pages}页，{frames}个框架，{seconds:.1f}秒\nWritten to {site}: {pages} pages, {frames} frames, {seconds:.1f} seconds")


def ensure_apart(site: Path) -> None:
    """There is a handbook, and the site lies apart from what people have written. Raises NoHandbook, or ends the command."""
    from macros.commands.site_folder import misplaced
    from macros.loading.opening import ensure_handbook

    ensure_handbook(data_folder())
    if refused := misplaced(site, ROOT, data_folder()):
        stop(refused)


def make(site: Path) -> tuple[int, int]:
    """Make the site in a new folder; returns how many pages there are, and in how many frames."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s  %(message)s")
    from macros.commands import site_build, written

    try:
        written.build(load_config(str(CONFIG), site_dir=str(site)))
    except MkDocsException as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG)
    built = site_build.under_way().whole()
    return len(built.outlines), len(built.frames)
