"""What the commands that change records have in common: what would change is shown, what is left to people is listed, and then it is asked for."""
from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder
from macros.commands.refusing import told
from macros.commands.usage import wanted
from macros.words.problems import Problems

if TYPE_CHECKING:
    from macros.editing.change import Change
    from macros.editing.retiring import Step
    from macros.loading.folder import Loaded


def proposed(
    steps: Callable[[Loaded], Sequence[Step]], yes: bool, left: Callable[[Loaded, Change], Iterable[str]] = lambda *_: (), sound: bool = True,
) -> Change | None:
    """Shows what would change and what is left to people, and writes it once that is wanted; with `sound`, only from one sound handbook to another.

    Returns what was written."""
    from macros.checks import RULES
    from macros.editing.change import in_steps, judging, problems_of
    from macros.editing.edits import CannotEdit
    from macros.loading.folder import read_all

    data = data_folder()
    with told(misused=1):
        loaded = read_all(data)
        if sound and problems_of(loaded, judging(RULES)):
            raise CannotEdit("手册里还有没改好的问题，先用handbook check查出来改好",
                             "Something is wrong with the handbook already; find it with handbook check and mend it first")
        change = in_steps(data, loaded, RULES, steps(loaded))
        click.echo(change.diff(), nl=False)
        if sound and change.problems:
            click.echo(f"\n{Problems(change.problems)}", err=True)
            raise CannotEdit("这样改会带来上面的问题，什么也没有写；先改好它们指出的地方，再来一次",
                             "The change would bring the problems above, so nothing was written; settle what they point at first, then try again")
        for line in left(loaded, change):
            click.echo(line)
        if not change.after:
            click.echo("没有要改的。\nThere is nothing to change.")
            return None
        if not (yes or sys.stdin.isatty() and wanted("写进去吗？Write this?")):
            click.echo("什么也没有写；加--yes就写。\nNothing was written; --yes writes it.")
            return None
        change.write()
    names = [f"{change.folder}/{name}" for name in sorted(change.after)]
    click.echo(f"写好了{len(names)}个文件：{'、'.join(names)}。\nWritten: {', '.join(names)}.")
    return change


def of_the_old(left: Iterable[str]) -> Iterator[str]:
    """What still says the old name or id: sentences change by hand, since only people know how."""
    if places := list(left):
        said = "place says" if len(places) == 1 else "places say"
        yield f"\n还有{len(places)}处写着旧的，由人来改：\n{len(places)} {said} the old one still, for people to change:"
        yield from (f"  {line}" for line in places)
