"""`handbook schema`: what editors complete from."""
from __future__ import annotations

import sys

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import stop
from macros.words.problems import Problems


@click.command()
@data_option
def schema() -> None:
    """Write the schemas by which editors complete the files, beside the folder of the handbook."""
    from macros.editing.placing import why_not
    from macros.editing.schema_files import FOLDER, write
    from macros.loading.folder import read_all

    try:
        loaded = read_all(data_folder())
        if loaded.problems:
            raise Problems(loaded.problems)
        count = len(write(data_folder(), loaded))
    except Problems as found:
        click.echo(str(found), err=True)
        sys.exit(1)
    except OSError as error:
        zh, en = why_not(error)
        stop(f"{FOLDER}/写不进去；{zh}。\n{FOLDER}/ cannot be written to; {en}.")
    click.echo(f"{FOLDER}/里换了{count}个文件。\n{count} file{'' if count == 1 else 's'} renewed in {FOLDER}/." if count
               else f"{FOLDER}/是最新的。\n{FOLDER}/ is up to date.")
