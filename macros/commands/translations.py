"""`handbook translations`: sentences to a translator and back, as PO."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import ensure_free, stop, told, write_out
from macros.commands.usage import Mistyped
from macros.words.problems import report

if TYPE_CHECKING:
    from macros.editing.translating import Translated
    from macros.words.languages import Language


def _language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """One of the languages, which are looked up only here: what a check brings in is no more than it needs."""
    from macros.words.languages import LANGUAGES

    if value not in LANGUAGES:
        raise Mistyped(f"“--to”后面可写：{'、'.join(LANGUAGES)}", f"What may follow “--to”: {', '.join(LANGUAGES)}", context)
    return value


@click.group()
def translations() -> None:
    """Sentences to a translator and back, as PO files."""


@translations.command(name="export")
@data_option
@click.option("--to", metavar="LANGUAGE", callback=_language, required=True, help="The language to translate into.")
@click.option("--all", "all_of_them", is_flag=True, help="Everything, and not only what is new, changed or missing.")
@click.argument("file", type=click.Path(path_type=Path))
def to_translator(to: Language, all_of_them: bool, file: Path) -> None:
    """Write what needs a translator into FILE, which ends in .po."""
    from macros.editing.catalogs import catalog, ensure_readable, entries, needed
    from macros.editing.earlier import earlier
    from macros.loading.folder import read_all

    data = data_folder()
    with told():
        loaded = read_all(data)
        ensure_readable(loaded)
        ensure_free(file, ".po")
        found = entries(loaded, to)
        chosen = found if all_of_them else needed(loaded, found)
        if not chosen:
            return click.echo("没有等着翻译的。\nNothing waits for a translator.")
        write_out(file, catalog(loaded, chosen, to, earlier(data, chosen, to, loaded.lock or frozenset())))
    click.echo(f"已写好{file}：{len(chosen)}条。\nWrote {file}: {_entries(len(chosen))}.")


@translations.command(name="import")
@data_option
@click.option("--yes", is_flag=True, help="Write what the diff shows; without it nothing is written.")
@click.argument("file", type=click.Path(path_type=Path))
def from_translator(yes: bool, file: Path) -> None:
    """Take the translations of FILE into the YAML files: shows every line that would change, and with --yes writes them."""
    from macros.checks import RULES
    from macros.editing.catalogs import ensure_readable
    from macros.editing.translating import of_entries, put_in, translated
    from macros.loading.folder import read_all
    from macros.loading.translations import LOCK

    data = data_folder()
    with told():
        loaded = read_all(data)
        ensure_readable(loaded)
        back, result = put_in(data, loaded, RULES, translated(loaded, _bytes(file), file.name))
        click.echo(replace(result, after={name: raw for name, raw in result.after.items() if name != LOCK}).diff(), nl=False)
        wrong = [*of_entries(result, back)]
        if wrong:
            stop(report([*wrong, *back.refused]))
        if yes and result.after:
            result.write()
    click.echo(_done(back, yes, bool(result.after)))
    if back.refused:
        stop(report(back.refused))


def _bytes(file: Path) -> bytes:
    from macros.editing.edits import CannotEdit

    try:
        return file.read_bytes()
    except OSError:
        raise CannotEdit(f"打不开“{file}”；检查名称和权限", f"“{file}” cannot be opened; check its name and permissions") from None


def _done(back: Translated, yes: bool, changes: bool) -> str:
    said = (f"改{len(back.taken)}条，确认{len(back.held)}条，还没翻好{back.waiting}条，不能收{len(back.refused)}条",
            f"{_entries(len(back.taken))} changed, {len(back.held)} confirmed, {back.waiting} not ready, {len(back.refused)} refused")
    if not changes:
        return f"没有要写的：{said[0]}。\nNothing to write: {said[1]}."
    if yes:
        return f"已写入：{said[0]}。\nWritten: {said[1]}."
    return f"还没有写入：{said[0]}。确认以后加上--yes再运行一次。\nNothing is written yet: {said[1]}. Run it again with --yes to write."


def _entries(number: int) -> str:
    return f"{number} {'entry' if number == 1 else 'entries'}"
