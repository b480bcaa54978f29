"""`handbook addresses`: keeps the addresses that were published, so that a build that would lose one says so, and where those lead that have moved."""
from __future__ import annotations

import re
from collections.abc import Container, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from macros.commands.building import WRONG, make
from macros.commands.data_folder import data_folder, data_option
from macros.commands.edition import edition, edition_option, of_this_edition
from macros.commands.refusing import told


def ensure_there(addresses: Iterable[str], known: Container[str], data: Path) -> None:
    """There is a page at each of these addresses. Raises Refused otherwise."""
    from macros.loading.folder import load
    from macros.website.page_list import outlines
    from macros.words.refused import Refused

    wanted = [re.split("[?#]", one)[0] for one in addresses]
    pages = {one.path for one in outlines(of_this_edition(load(data, ())))} if wanted else set()
    missing = next((one for one in wanted if one not in pages and one not in known), None)
    if missing is not None:
        raise Refused(f"没有{missing}这一页；写现在有的网址，不带网站和语言",
                      f"There is no page {missing}; write an address that there is, without the site and the language")


@click.command()
@data_option
@edition_option
@click.option("--let-go", "gone", metavar="ADDRESS", multiple=True, help="An address that need not be there any more, as the build names it.")
@click.option("--moved", metavar="OLD=NEW", multiple=True, help="An address as the build names it, and where it leads from now on.")
def addresses(gone: tuple[str, ...], moved: tuple[str, ...]) -> None:
    """Keep every address of the site, pages and places on them, so that none is lost unnoticed: `data/urls.lock`, or `urls.public.lock` of the
    public edition. Those kept before stay."""
    from macros.commands import site_build
    from macros.commands.refusing import write_out
    from macros.loading.contents import contents
    from macros.loading.opening import ensure_handbook
    from macros.website.addresses import LOCKS, ensure_known, leading, new, read, read_moved, together, without, written

    data = data_folder()
    with told(WRONG):
        lock = LOCKS[edition()]
        ensure_handbook(data)
        raw = contents(data).get(lock) or b""
        before = read(raw, lock)
        pairs = [(old, to) for old, _, to in (one.partition("=") for one in moved)]
        leads = leading({old: to for old, to in read_moved(raw, lock).items() if old not in gone}, pairs)
        ensure_known(before, [*gone, *(old for old, _ in pairs)], lock)
        ensure_there((to for _, to in pairs), before, data)
        kept = without(before, gone)
        if pairs:  # the next build makes sure that they lead somewhere
            write_out(data / lock, written(kept, leads).encode())
            click.echo("\n".join(f"{old} → {to}" for old, to in pairs))
            click.echo(f"已写入{data.name}/{lock}，下次生成起就这样通。\nWritten to {data.name}/{lock}; from the next build on they lead there.")
            return
        with TemporaryDirectory(prefix="handbook-") as folder:
            make(Path(folder) / "site")
        whole = together(kept, site_build.under_way().addresses)
        write_out(data / lock, written(whole, leads).encode())
    count = new(before, whole)
    click.echo(f"已写入{data.name}/{lock}：{len(whole)}页，新记{count}个网址。\nWritten to {data.name}/{lock}: {len(whole)} pages, {count} new addresses.")
