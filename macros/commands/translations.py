"""`handbook translations`: sentences to a translator and back, as PO."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import ensure_free, stop, told, write_out
from macros.commands.usage import Mistyped
from macros.words.problems import report

if TYPE_CHECKING:
    from macros.editing.change import Change
    from macros.editing.translating import Returned, Translated
    from macros.words.languages import Language

FEW = 8  # entries named in a sentence


def _language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """One of the languages, which are looked up only here: what a check brings in is no more than it needs."""
    from macros.words.languages import LANGUAGES

    value = value.lower()
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
    from macros.editing.taking_in import of_entries, put_in
    from macros.editing.translating import translated
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
            click.echo("".join(f"{line}\n" for line in _not_ready(back)), nl=False)
            stop(f"{report([*wrong, *back.refused])}\n什么也没有写入。\nNothing is written.")
        if yes and result.after:
            result.write()
    click.echo("\n".join([*_not_ready(back), *_left(back), _done(back, yes, result)]))
    if back.refused:
        stop(report(back.refused))


def _bytes(file: Path) -> bytes:
    from macros.editing.edits import CannotEdit

    try:
        return file.read_bytes()
    except OSError:
        raise CannotEdit(f"打不开“{file}”；检查名称和权限", f"“{file}” cannot be opened; check its name and permissions") from None


def _not_ready(back: Translated) -> Iterator[str]:
    """The entries that are not taken in since they are not done, and those that may be and still have their mark."""
    if back.marked:
        yield (f"译文改过、可是还标着fuzzy，所以没有收：{_lines(back.marked, back.file)}。翻好了就去掉标记，再来一次。\n"
               f"Changed, but still marked fuzzy and so not taken in: {_lines(back.marked, back.file)}. Take the mark away once they are done, and try again.")
    if back.empty:
        yield f"还没有译文：{_lines(back.empty, back.file)}。\nWithout a translation yet: {_lines(back.empty, back.file)}."
    if back.untouched:
        yield (f"没有动过、还标着fuzzy：{_lines(back.untouched, back.file)}。仍然对得上的，去掉标记就算确认。\n"
               f"As they were, and still marked fuzzy: {_lines(back.untouched, back.file)}. Where one is still right, taking the mark away confirms it.")


def _left(back: Translated) -> Iterator[str]:
    """The entries to look at once more: left as they were under a source that changed."""
    if left := [one for one in back.held if one.entry.changed]:
        yield (f"原文改过、译文照旧，算作仍然对得上：{_lines(left, back.file)}。\n"
               f"The source has changed, the translation has not and counts as right: {_lines(left, back.file)}.")


def _lines(entries: Sequence[Returned], file: str) -> str:
    """Where entries are in the file; the first of very many."""
    return " ".join([*(f"{file}:{one.line}" for one in entries[:FEW]), *([f"(+{len(entries) - FEW})"] if len(entries) > FEW else [])])


def _done(back: Translated, yes: bool, result: Change) -> str:
    said = (f"改{len(back.taken)}条，确认{len(back.held)}条，还没翻好{len(back.waiting)}条，不能收{len(back.refused)}条",
            f"{_entries(len(back.taken))} changed, {len(back.held)} confirmed, {len(back.waiting)} not ready, {len(back.refused)} refused")
    if not result.after:
        return f"没有要写的：{said[0]}。\nNothing to write: {said[1]}."
    if yes:
        return f"已写入{result.folder}/：{said[0]}。\nWritten to {result.folder}/: {said[1]}."
    return f"还没有写入：{said[0]}。确认以后加上--yes再运行一次。\nNothing is written yet: {said[1]}. Run it again with --yes to write."


def _entries(number: int) -> str:
    return f"{number} {'entry' if number == 1 else 'entries'}"
