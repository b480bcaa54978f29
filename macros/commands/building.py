"""`handbook build`: the whole site, made aside and put in its place once it is whole."""
from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path

import click

from macros.commands.data_folder import ROOT, data_folder, data_option, set_for_now
from macros.commands.edition import EDITIONS, NAMED_BY, edition
from macros.commands.refusing import stop, told, write_out
from macros.commands.site_folder import SiteFolder, misplaced
from macros.commands.source_date import source_date

CONFIG = ROOT / "mkdocs.yml"
SHOWN = 20  # addresses that are listed
WRONG = 1  # the exit code where no site could be made


@click.command()
@data_option
@click.option("--edition", "whom", type=click.Choice((*EDITIONS, "both")), help="For whom: everything, for staff; what anyone may see; or both, "
              "the public one beside the other; else HANDBOOK_EDITION or internal.")
@click.option("--site", type=SiteFolder(), default=ROOT / "site", help="Where the finished site goes.")
@click.option("--zip", "packed", metavar="FILE.zip", type=click.Path(path_type=Path), help="Also write the site as a zip that is read without a server, "
              "from a stick.")
@click.pass_context
def build(context: click.Context, site: Path, whom: str | None, packed: Path | None) -> None:
    """Build the site strictly: a link that leads nowhere is an error."""
    _ensure_apart_from(site, packed)
    for one in EDITIONS if whom == "both" else (whom,):
        set_for_now(NAMED_BY)(context, None, one)
        beside = (whom, one) == ("both", "public")
        folder = site.with_name(f"{site.name}-public") if beside else site
        _build(folder)
        if packed:
            _pack(folder, packed.with_name(f"{packed.stem}-public.zip") if beside else packed)


def _ensure_apart_from(site: Path, packed: Path | None) -> None:
    """A zip may be written there. Ends the command otherwise, before anything is built."""
    if packed and packed.suffix != ".zip":
        stop(f"“{packed.name}”不以.zip结尾；例如写成{packed.stem}.zip\n“{packed.name}” does not end in .zip; write {packed.stem}.zip, say")
    if packed and site.resolve() in packed.resolve().parents:
        stop(f"“{site}”会整个换掉，压缩包不要放在里面；写到别处。\n“{site}” is replaced whole, so the zip does not belong in there; put it elsewhere.")


def _pack(site: Path, packed: Path) -> None:
    """The site just built as a zip, in the place of the one before it."""
    from macros.commands.site_build import under_way
    from macros.releasing.contents import slug
    from macros.releasing.portable import readme, zipped

    started = time.monotonic()
    built = under_way().whole()
    about, public = built.handbook.about, built.handbook.audience == "public"
    with told(WRONG):
        raw = zipped(site, ROOT, f"handbook-{slug(about.edition)}{'-public' if public else ''}", readme(about, built.url))
        write_out(packed, raw)
    click.echo(f"压缩包写在{packed}：{len(raw) / 1e6:.1f}MB，{time.monotonic() - started:.1f}秒；解开后打开index.html。\n"
               f"The zip is {packed}: {len(raw) / 1e6:.1f} MB, {time.monotonic() - started:.1f} seconds; unpack it, then open index.html.")


def _build(site: Path) -> None:
    from macros.releasing.aside import made_aside

    started = time.monotonic()
    with told(WRONG):
        ensure_apart(site)
        with made_aside(site) as new:
            pages, frames = make(new)
            ensure_nothing_lost()
    if not os.environ.get("HANDBOOK_URL"):
        from macros.commands.site_build import NO_ADDRESS

        click.echo(NO_ADDRESS)
    seconds = time.monotonic() - started
    click.echo(f"网站写在{site}：{pages}页，{frames}个框架，{seconds:.1f}秒\nWritten to {site}: {pages} pages, {frames} frames, {seconds:.1f} seconds")


def ensure_apart(site: Path) -> None:
    """There is a handbook, settings are sound, and the site lies apart from what people have written. Raises NoHandbook or Refused, or ends the command."""
    from macros.loading.opening import ensure_handbook
    from macros.releasing.writing import settled

    ensure_handbook(data_folder())
    edition()
    source_date()
    settled(site)
    if refused := misplaced(site, ROOT, data_folder()):
        stop(refused)


def ensure_nothing_lost() -> None:
    """Every address that the lock of this edition keeps leads somewhere on the site just made. Raises Refused otherwise; says where there are new ones."""
    from macros.commands.site_build import under_way
    from macros.loading.contents import contents
    from macros.website.addresses import LOCKS, lost, new, read
    from macros.words.refused import Refused

    built = under_way()
    name = LOCKS[built.handbook.audience]
    lock = contents(data_folder()).get(name)
    if lock is None:
        return
    known = read(lock, name)
    gone = list(lost(known, built.addresses, built.handbook, built.whole().moved))
    if gone:
        shown = "\n".join(f"  {one}" for one in gone[:SHOWN]) + (f"\n  … {len(gone)}" if len(gone) > SHOWN else "")
        raise Refused(f"这些网址发布过，现在没有了，指向它们的链接会断：\n{shown}\n"
                      f"照原样放回；记录停用用handbook retire；换了地方的，用handbook addresses --moved {gone[0]}=新网址写明现在在哪里；"
                      f"真的不要了，用handbook addresses --let-go {gone[0]}去掉",
                      "These addresses were published and are gone, so links to them would break. Put them back, or take a record out of use with "
                      f"handbook retire. Where one has moved, handbook addresses --moved {gone[0]}=NEW says where to; "
                      f"where one is not wanted any more, handbook addresses --let-go {gone[0]} lets it go")
    if count := new(known, built.addresses):
        click.echo(f"有{count}个新网址还没有记进{name}；handbook addresses把它们记下，以后丢了会提醒。\n"
                   f"New addresses not yet in {name}: {count}. handbook addresses takes them in, and a build that would lose one will say so.")


def make(site: Path) -> tuple[int, int]:
    """Make the site in a new folder; returns how many pages there are, and in how many frames."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s  %(message)s")
    from macros.commands import site_build, written
    from macros.website.cards import undrawn

    try:
        written.build(load_config(str(CONFIG), site_dir=str(site)))
    except MkDocsException as error:
        click.echo(str(error), err=True)
        sys.exit(WRONG)
    built = site_build.under_way().whole()
    if left_out := undrawn(built.handbook, built.url):
        click.echo(f"卡片的字体没有这些字，画的时候略去了：{left_out}。要画出来，把它们写进macros/website/card_font.py的MORE，再运行make font。\n"
                   f"The fonts of the cards lack these characters, which were left out: {left_out}. To have them drawn, add them to MORE in "
                   "macros/website/card_font.py and run make font.")
    return len(built.outlines), len(built.frames)
