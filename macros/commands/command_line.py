"""The `handbook` command."""
from __future__ import annotations

import gc
import logging
import os
import sys
import time
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.changed import changed
from macros.commands.chinese import in_both
from macros.commands.data_folder import ROOT, data_folder, data_option
from macros.commands.due import due
from macros.commands.editors import schema
from macros.commands.exchange import bring_in, export
from macros.commands.halves import confirm
from macros.commands.records import COMMANDS as RECORD_COMMANDS
from macros.commands.translations import translations
from macros.commands.usage import InBothLanguages
from macros.words.problems import NoHandbook, Problems

if TYPE_CHECKING:
    from macros.loading.contents import Contents
    from macros.loading.kept import Kept
    from macros.loading.last_commit import Listing

PROGRAMS = ("gitlab", "json")  # formats that programs read: they get the form even where nothing is wrong
CONFIG = ROOT / "mkdocs.yml"


def _version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"handbook {tomllib.loads((ROOT / 'pyproject.toml').read_text(encoding='utf-8'))['project']['version']}")
        context.exit()


@click.group(cls=InBothLanguages, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version and exit.")
def main() -> None:
    """Checks, builds and serves the career handbook, and changes its records."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice about a MkDocs that is not ours


main.add_command(export)
main.add_command(bring_in)
main.add_command(schema)
main.add_command(due)
main.add_command(changed)


@main.command()
@data_option
@click.option("--format", "form", type=click.Choice(["text", "github", "gitlab", "json"]), default="text", show_default=True,
              help="How problems are told: to people, as notes on the lines of a proposal, or to another program.")
@click.option("--fix", is_flag=True, help="Write the mended lines (→) of a report, where there is one answer; sentences stay as they are.")
def check(form: str, fix: bool) -> None:
    """Check the data alone and list every problem."""
    gc.disable()  # everything read stays until the command ends, so looking for garbage only costs time
    if fix:
        _fix()
    from macros.editing.schema_files import stamp as schemas_as_they_are
    from macros.loading.contents import contents, stamp_of
    from macros.loading.kept import Kept
    from macros.loading.last_commit import listing

    data = data_folder()
    sound = Kept.of(data, "sound")
    commit = listing(data)
    besides = schemas_as_they_are(data) + (commit.stamp if commit else "")
    found = contents(data)
    known = sound.get(stamp_of(found) + besides)
    count, new = known if isinstance(known, list) else _checked(data, found, sound, form, besides, commit)
    if form in PROGRAMS:
        from macros.commands.formats import FORMATS

        return click.echo(FORMATS[form]([]))
    click.echo(f"数据没有问题：{count}条记录。\nThe data is sound: {count} records.")
    if new:
        click.echo(f"另有{new}对新写的中英文；handbook confirm把它们记下，以后改一半会提醒另一半。\n"
                   f"Pairs of new sentences: {new}. handbook confirm takes them in, and a later change of one half will name the other.")


def _fix() -> None:
    """Write what has one answer only, and show it."""
    from macros.checks import RULES
    from macros.editing.edits import CannotEdit
    from macros.editing.mending import mended

    try:
        found = mended(data_folder(), RULES)
        found.write()
    except (Problems, CannotEdit) as refused:
        click.echo(str(refused), err=True)
        sys.exit(1)
    lines = found.diff()
    click.echo(lines or "没有只有一种改法的地方，什么也没有写。\nNothing has one answer only, and nothing was written.", nl=not lines)


def _checked(data: Path, contents: Contents, sound: Kept, form: str, besides: str, commit: Listing | None) -> tuple[int, int]:
    """The number of records, all of them sound, and of pairs that translations.lock does not know; only then is the model needed, and what was found kept."""
    from macros.checks import RULES
    from macros.editing.schema_files import stale
    from macros.loading.folder import ensure_sound, read_all

    try:
        loaded = read_all(data, found=contents)
        loaded.last_commit = commit.changed(contents) if commit else {}
        ensure_sound(loaded, RULES)
        if found := [*stale(data, loaded)]:
            raise Problems(found)
    except Problems as found:
        from macros.commands.formats import FORMATS

        said = FORMATS[form](found.problems) if found.problems else str(found)
        click.echo(said, err=not found.problems)  # a report is what was asked for: `check > report.txt` holds it
        sys.exit(1)
    count = sum(1 for _ in loaded.handbook.records())
    new = len({pair.halves for pair in loaded.halves.new}) if loaded.halves else 0
    sound.put(loaded.contents + besides, [count, new])
    sound.save()
    return count, new


@main.command()
@data_option
@click.option("--site", type=click.Path(path_type=Path), default=ROOT / "site", help="Where the finished site goes.")
def build(site: Path) -> None:
    """Build the site strictly: a link that leads nowhere is an error."""
    gc.disable()  # what a build makes is dropped page by page and rarely lies in circles, so looking for garbage costs more than it frees
    started = time.monotonic()
    try:
        pages, frames = make(site)
    except Problems as found:
        click.echo(str(found), err=True)
        sys.exit(1)
    if not os.environ.get("HANDBOOK_URL"):
        from macros.commands.site_build import NO_ADDRESS

        click.echo(NO_ADDRESS)
    seconds = time.monotonic() - started
    click.echo(f"网站写在{site}：{pages}页，{frames}个框架，{seconds:.1f}秒\nWritten to {site}: {pages} pages, {frames} frames, {seconds:.1f} seconds")


@main.command()
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve on.")
@click.option("--port", default=8000, show_default=True, help="The port to serve on.")
def serve(host: str, port: int) -> None:
    """Build and serve with live reload."""
    from macros.commands.server import serve as keep_serving
    from macros.loading.opening import ensure_handbook

    try:
        ensure_handbook(data_folder())
    except NoHandbook as found:
        click.echo(str(found), err=True)
        sys.exit(1)
    keep_serving(ROOT, host, port)


for one in (confirm, translations, *RECORD_COMMANDS):
    main.add_command(one)
in_both(main)


def make(site: Path) -> tuple[int, int]:
    """Build the site into a folder; returns how many pages there are, and in how many frames."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from macros.editing.placing import CLOSED, FULL, why_not

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s  %(message)s")
    from macros.commands import site_build, written
    from macros.commands.site_folder import misplaced
    from macros.loading.opening import ensure_handbook

    ensure_handbook(data_folder())
    refused = misplaced(site, ROOT, data_folder())  # before MkDocs looks, which speaks English only
    if refused:
        click.echo(refused, err=True)
        sys.exit(1)
    try:
        written.build(load_config(str(CONFIG), site_dir=str(site)))
    except MkDocsException as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        if error.errno not in FULL | CLOSED:
            raise
        zh, en = why_not(error)
        click.echo(f"网站写不进“{site}”，没有做完；{zh}。\nThe site cannot be written to “{site}” and is not whole; {en}.", err=True)
        sys.exit(1)
    built = site_build.under_way().whole()
    return len(built.outlines), len(built.frames)


if __name__ == "__main__":
    main()
