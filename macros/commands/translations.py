"""`handbook translations`: sentences to a translator and back, as PO."""
from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.words.problems import Problems, report

if TYPE_CHECKING:
    from macros.editing.translating import Translated
    from macros.words.languages import Language


def _language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """One of the languages, which are looked up only here: what a check brings in is no more than it needs."""
    from macros.words.languages import LANGUAGES

    return str(click.Choice(LANGUAGES).convert(value, parameter, context))


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
    from macros.editing.edits import CannotEdit
    from macros.loading.folder import read_all

    data = data_folder()
    try:
        loaded = read_all(data)
        ensure_readable(loaded)
        _ensure_free(file)
        found = entries(loaded, to)
        chosen = found if all_of_them else needed(loaded, found)
        if not chosen:
            return click.echo("没有等着翻译的。\nNothing waits for a translator.")
        file.write_bytes(catalog(loaded, chosen, to, earlier(data, chosen, to, loaded.lock or frozenset())))
    except Problems as wrong:
        _stop(str(wrong))
    except CannotEdit as refused:
        _stop(str(refused), 2)
    except OSError:
        _stop(f"写不了“{file}”；检查文件夹和权限。\n“{file}” cannot be written; check the folder and its permissions.", 2)
    click.echo(f"已写好{file}：{len(chosen)}条。\nWrote {file}: {_entries(len(chosen))}.")


@translations.command(name="import")
@data_option
@click.option("--yes", is_flag=True, help="Write what the diff shows; without it nothing is written.")
@click.argument("file", type=click.Path(path_type=Path))
def from_translator(yes: bool, file: Path) -> None:
    """Take the translations of FILE into the YAML files: shows every line that would change, and with --yes writes them."""
    from macros.checks import RULES
    from macros.editing.catalogs import ensure_readable
    from macros.editing.edits import CannotEdit
    from macros.editing.translating import of_entries, put_in, translated
    from macros.loading.folder import read_all
    from macros.loading.translations import LOCK

    data = data_folder()
    try:
        loaded = read_all(data)
        ensure_readable(loaded)
        back = translated(loaded, file.read_bytes(), file.name)
        result = put_in(data, loaded, RULES, back)
        click.echo(replace(result, after={name: raw for name, raw in result.after.items() if name != LOCK}).diff(), nl=False)
        wrong = [*of_entries(result, back, file.name)]
        if wrong:
            _stop(report([*wrong, *back.refused]))
        if yes and result.after:
            result.write()
    except Problems as problems:
        _stop(str(problems))
    except CannotEdit as refused:
        _stop(str(refused), 2)
    except OSError:
        _stop(f"打不开“{file}”；检查名称和权限。\n“{file}” cannot be opened; check its name and permissions.", 2)
    click.echo(_done(back, yes, bool(result.after)))
    if back.refused:
        _stop(report(back.refused))


def _done(back: Translated, yes: bool, changes: bool) -> str:
    said = (f"改{len(back.taken)}条，确认{len(back.held)}条，还没翻好{back.waiting}条，不能收{len(back.refused)}条",
            f"{_entries(len(back.taken))} changed, {len(back.held)} confirmed, {back.waiting} not ready, {len(back.refused)} refused")
    if not changes:
        return f"没有要写的：{said[0]}。\nNothing to write: {said[1]}."
    if yes:
        return f"已写入：{said[0]}。\nWritten: {said[1]}."
    return f"还没有写入：{said[0]}。确认以后加上--yes再运行一次。\nNothing is written yet: {said[1]}. Run it again with --yes to write."


def _ensure_free(file: Path) -> None:
    from macros.editing.edits import CannotEdit

    if file.suffix != ".po":
        raise CannotEdit(f"“{file.name}”不以.po结尾；例如写成{file.stem}.po", f"“{file.name}” does not end in .po; write {file.stem}.po, say")
    if file.exists():
        raise CannotEdit(f"已有“{file}”，里面也许有没收回的译文；换个名称，或先移走它",
                         f"There is a “{file}” already, perhaps with translations not yet taken in; choose another name, or move it first")
    if data_folder().resolve() in file.resolve().parents:
        raise CannotEdit("译文不放在手册的文件夹里；写到别处", "Translations do not belong in the folder of the handbook; put the file elsewhere")


def _entries(number: int) -> str:
    return f"{number} {'entry' if number == 1 else 'entries'}"


def _stop(said: str, code: int = 1) -> None:
    click.echo(said, err=True)
    sys.exit(code)
