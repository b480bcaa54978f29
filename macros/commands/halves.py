"""The `confirm` command: the other half still says the same."""
from __future__ import annotations

from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import told
from macros.words.excerpts import harmless

if TYPE_CHECKING:
    from macros.editing.confirming import Confirmed
    from macros.loading.translations import State


@click.command()
@data_option
@click.option("--all", "all_of_them", is_flag=True, help="All pairs hold as they stand; the first time, this begins translations.lock.")
@click.option("--list", "listing", is_flag=True, help="List what waits, and write nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.argument("names", nargs=-1, metavar="[FILE|FILE:LINE|KIND/ID]...")
def confirm(all_of_them: bool, listing: bool, dry_run: bool, names: tuple[str, ...]) -> None:
    """Say that both languages still say the same, where one was changed.

    New pairs are taken in by themselves, lines no longer used are dropped. Without names, nothing else is confirmed."""
    from macros.editing.confirming import confirmed, ensure_read, waiting
    from macros.loading.folder import read_all
    from macros.loading.translations import LOCK

    data = data_folder()
    with told():
        loaded = read_all(data)
        if listing:
            ensure_read(loaded)
            return click.echo(_listed(waiting(data, loaded)))
        lock = confirmed(data, loaded, names, all_of_them)
        if not dry_run:
            lock.write(data)
    click.echo(_done(lock, dry_run, f"{loaded.handbook.folder}/{LOCK}"))


def _listed(now: State) -> str:
    """Everything that waits: what is to be looked at, and what is new, each with its place."""
    from macros.checks.halves import asked

    blocks = [str(problem) for problem in sorted(map(asked, now.behind))]
    blocks += [harmless(f"{pair.at('zh')}  +\n  {pair.text['zh']}\n  {pair.text['en']}") for pair in now.new]
    behind, new = len(now.behind), len(now.new)
    blocks.append(f"{behind}句只改了一半，等着看另一半；{new}对新写的，运行handbook confirm就记下。\n"
                  f"{_count(behind, 'pair')} changed in one half only; {new} new, which handbook confirm takes in.")
    return "\n\n".join(blocks)


def _done(lock: Confirmed, dry_run: bool, file: str) -> str:
    if lock.raw == lock.before:
        zh, en = "没有要记的", "Nothing to write"
    else:
        zh = f"确认{lock.confirmed}对，新记{lock.new}对，去掉不用的{lock.dropped}行"
        en = f"{_count(lock.confirmed, 'pair')} confirmed, {lock.new} new, {_count(lock.dropped, 'unused line')} dropped"
        if dry_run:
            zh, en = f"会写：{zh}", f"Would write: {en}"
        else:
            zh, en = f"已写入{file}：{zh}", f"Written to {file}: {en}"
    waiting = len(lock.behind)
    if waiting:
        zh, en = f"{zh}；还有{waiting}对只改了一半，用--list看", f"{en}; {_count(waiting, 'pair')} changed in one half only, see --list"
    return f"{zh}。\n{en}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
