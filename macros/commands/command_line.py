"""The `handbook` command."""
from __future__ import annotations

import gc
import os
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.addresses import addresses
from macros.commands.book import book
from macros.commands.building import build
from macros.commands.changed import changed
from macros.commands.changes import changes
from macros.commands.chinese import in_both
from macros.commands.data_folder import ROOT, data_folder, data_option
from macros.commands.due import due
from macros.commands.edition import edition_option
from macros.commands.editors import schema
from macros.commands.exchange import bring_in, export
from macros.commands.halves import confirm
from macros.commands.health import health
from macros.commands.left_out import show_edition
from macros.commands.records import COMMANDS as RECORD_COMMANDS
from macros.commands.releases import publish, releases, rollback
from macros.commands.translations import translations
from macros.commands.usage import InBothLanguages
from macros.commands.write import write
from macros.words.problems import NoHandbook, Problems

if TYPE_CHECKING:
    from macros.loading.contents import Contents
    from macros.loading.kept import Kept
    from macros.loading.last_commit import Listing

PROGRAMS = ("gitlab", "json")  # formats that programs read: they get the form even where nothing is wrong


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
main.add_command(health)
main.add_command(build)
main.add_command(write)
main.add_command(book)
main.add_command(changed)
main.add_command(changes)


@main.command()
@data_option
@click.option("--format", "form", type=click.Choice(["text", "github", "gitlab", "json"]), default="text", show_default=True,
              help="How problems are told: to people, as notes on the lines of a proposal, or to another program.")
@click.option("--fix", is_flag=True, help="Write the mended lines (→) of a report, where there is one answer; sentences stay as they are.")
def check(form: str, fix: bool) -> None:
    """Check the data alone and list every problem."""
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
@edition_option
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
    gc.enable()  # which commands do without, as they end soon
    keep_serving(ROOT, host, port)


for one in (confirm, addresses, show_edition, translations, publish, rollback, releases, *RECORD_COMMANDS):
    main.add_command(one)
in_both(main)


if __name__ == "__main__":
    main()
