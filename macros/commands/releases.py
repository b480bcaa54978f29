"""`handbook publish`, `rollback` and `releases`: what readers see of the site, put online in one step and taken back in one."""
from __future__ import annotations

import datetime
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import click

from macros.commands.building import WRONG, ensure_apart, ensure_nothing_lost, make
from macros.commands.data_folder import data_option
from macros.commands.edition import edition_option
from macros.commands.refusing import stop, told
from macros.commands.site_folder import SiteFolder

PLACE = click.argument("place", metavar="DEST", type=SiteFolder())
HOST = re.compile(r"\w([\w-]*\w)?(\.\w([\w-]*\w)?)*\.?")
NOWHERE = re.compile(r"(^|\.)(example\.(com|org|net)|example|invalid|localhost|your-company|公司域名)\.?$|^127\.|^0\.0\.0\.0$")
PATH = re.compile(r"(/(?!\.{1,2}(/|$))[\w.~%-]+)*/?")


@click.command()
@data_option
@edition_option
@PLACE
def publish(place: Path) -> None:
    """Build the site aside, look it through and put it online in one step: DEST/current is what the server serves; the last five stay for rollback."""
    from macros.releasing import releases

    _ensure_address(os.environ.get("HANDBOOK_URL", ""))
    with told(WRONG):
        ensure_apart(place)
        done = releases.publish(place, _made)
    name, before = done.name, done.before
    if not done.switched:
        click.echo(f"和正在网上的一样（{name}），什么也没有换。\nThe same as what is online ({name}); nothing was switched.")
    elif name == before:
        click.echo(f"网上的{name}缺了文件，或者有人改过，已经重新放好。\nOf {name}, which is online, something was missing or changed; it is whole again.")
    elif before:
        click.echo(f"{name}上线了。退回{before}：handbook rollback {place}\n{name} is online. Back to {before}: handbook rollback {place}")
    else:
        click.echo(f"{name}上线了；服务器指向{place / 'current'}。\n{name} is online; let the server serve {place / 'current'}.")


def _made(new: Path) -> str:
    from macros.commands.site_build import under_way
    from macros.releasing.verifying import ensure_come

    make(new)
    ensure_nothing_lost()
    handbook = under_way().handbook
    about, day = handbook.about, handbook.given_day
    ensure_come(handbook, day)
    if day and about.effective_on > day:
        click.echo(f"第{about.edition}版从{about.effective_on}起施行，现在是{day}；页脚写着施行的日期。\n"
                   f"Edition {about.edition} takes effect on {about.effective_on}, and it is {day}; the foot of every page names the date.")
    return about.edition


@click.command()
@PLACE
@click.argument("name", required=False)
def rollback(place: Path, name: str | None) -> None:
    """Put the release before the one online in its place, or NAME of those that are kept."""
    from macros.releasing.releases import taken_back

    with told(WRONG):
        to = taken_back(place, name)
    click.echo(f"现在网上是{to}。\n{to} is online now.")


@click.command()
@PLACE
def releases(place: Path) -> None:
    """List the releases that are kept, the newest first, and which one is online."""
    from macros.releasing.releases import RELEASES, kept

    with told(WRONG):
        found = kept(place)
    for name in reversed(found.names):
        day = datetime.datetime.fromtimestamp((place / RELEASES / name).stat().st_mtime).strftime("%Y-%m-%d %H:%M")
        click.echo(f"{day}  {name}{'  ← 在网上 · online' if name == found.online else ''}")


def _ensure_address(address: str) -> None:
    """The site has the address it will be found at; said before anything is built."""
    if not _is_address(address):
        shown = address.encode("unicode_escape").decode() if not address.isprintable() else address
        said = f"HANDBOOK_URL是“{shown}”，不是网站的网址" if address else "没有设HANDBOOK_URL"
        told_en = f"HANDBOOK_URL is “{shown}”, which is no address of a site" if address else "HANDBOOK_URL is not set"
        stop(f"{said}；写上读者打开它用的网址，例如HANDBOOK_URL=https://handbook.公司域名/。什么也没有发布。\n"
             f"{told_en}; give the address at which people will open it, such as HANDBOOK_URL=https://handbook.your-company/. Nothing was published.")


def _is_address(address: str) -> bool:
    """Whether people could open a site at an address: a host that is one, no password, no question, nothing that is only an example."""
    try:
        parts = urlsplit(address)
        plain = parts.port is None or 0 < parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return (plain and address.isprintable() and " " not in address and parts.scheme in ("http", "https") and bool(HOST.fullmatch(host))
            and not NOWHERE.search(host) and bool(PATH.fullmatch(parts.path))
            and not (parts.username or parts.password or parts.query or parts.fragment or "?" in address or "#" in address))
