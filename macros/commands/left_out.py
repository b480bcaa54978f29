"""`handbook edition`: what the public edition has, and what it leaves out."""
from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import told

if TYPE_CHECKING:
    from macros.model.handbook import Handbook
    from macros.model.left_out import Why

BECAUSE: dict[Why, str] = {
    "internal": "标了internal · marked internal",
    "target": "目标没有标public · target not marked public",
    "guessed": "由编者推断 · concluded by the editors",
    "part": "只给员工看 · for staff",
    "kind": "这一类只给员工看 · a kind for staff",
    "unnamed": "公开版没有提到 · nothing public names it",
    "incomplete": "缺了它离不开的 · does not hold without what is left out",
    "gone": "指到的公开版没有 · leads to what is left out",
}


@click.command("edition")
@data_option
@click.option("--diff", "listed", is_flag=True, help="List what the public edition leaves out, record by record, and why.")
def show_edition(listed: bool) -> None:
    """Say how much of the handbook the public edition has; with --diff, what it leaves out of each record, and what keeps it inside."""
    from macros.editing.sheets.wording import TITLES
    from macros.loading.folder import ensure_sound, read_all
    from macros.model.public import public
    from macros.model.records import RECORD_KINDS

    with told():
        loaded = read_all(data_folder())
        ensure_sound(loaded, ())
    handbook, shown = loaded.handbook, public(loaded.handbook)
    click.echo("公开版有的 · In the public edition")
    for kind in (kind for kind in RECORD_KINDS if handbook.of_kind(kind)):
        click.echo(f"  {TITLES[kind]}: {len(shown.of_kind(kind))}/{len(handbook.of_kind(kind))}")
    if listed:
        _list(handbook)


def _list(handbook: Handbook) -> None:
    """What is left out of each record: where in it, in the words of the pages, and why; then how much that is."""
    from macros.model.left_out import left_out
    from macros.views.reader import Reader
    from macros.views.what_changed import part_of
    from macros.words.languages import LANGUAGES

    readers = [Reader(handbook, language, "") for language in LANGUAGES]
    whole: Counter[Why] = Counter()
    parts: Counter[Why] = Counter()
    click.echo("公开版没有的 · Left out")
    for _, record, places in left_out(handbook):
        named = f"  {' · '.join(dict.fromkeys(reader.text(record.name) for reader in readers))} ({record.file})"
        if places[0][0] == ():
            whole[places[0][1]] += 1
            click.echo(f"{named}: 整条 · all of it: {BECAUSE[places[0][1]]}")
            continue
        click.echo(named)
        found = Counter((tuple(part_of(reader, path) for reader in readers), why) for path, why in places)
        for (words, why), n in found.items():
            parts[why] += n
            click.echo(f"    {' · '.join(words)}: {BECAUSE[why]} ({n})")
    click.echo("合计 · In all")
    for lead, counted in (("整条 · whole records", whole), ("句子和数字 · sentences and figures", parts)):
        if counted:
            click.echo(f"  {lead}: {counted.total()}")
        for why in (why for why in BECAUSE if counted[why]):
            click.echo(f"    {BECAUSE[why]}: {counted[why]}")
