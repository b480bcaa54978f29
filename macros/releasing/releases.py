"""Releases of a site in one folder: each stands whole under a name that its content gives it, and one link says which is online.

    DEST/current -> releases/1.0-3f9a2b71c04d    what the web server serves
    DEST/releases/1.0-3f9a2b71c04d/              the site, with a packed copy beside each file that gets smaller
    DEST/online.txt                              the names of those that were online, the last one last
    DEST/editions/0.9/                           the last release of each edition that is past, marked as such
"""
from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from macros.editing.placing import put
from macros.releasing import swap
from macros.releasing.alone import alone
from macros.releasing.contents import carry_over, edition_of, is_whole, name_of, opened, pack, share, slug
from macros.releasing.ownership import MARK, ensure_no_part, ensure_ours, mark
from macros.releasing.past import EDITIONS, keep, kept_in, link_to
from macros.releasing.verifying import ensure_not_back, ensure_whole
from macros.releasing.writing import opening, settled, writing_to
from macros.words.refused import Refused

CURRENT, RELEASES, ONLINE, NEW, LOCK = "current", "releases", "online.txt", ".new", ".lock"
KEPT = 5


@dataclass(frozen=True)
class Published:
    """What is online after a command, and what was before it: one name where that is the same, and `switched` says whether it had to be made good."""

    name: str
    before: str | None
    switched: bool = True


@dataclass(frozen=True)
class Releases:
    """What a folder keeps: the releases in the order in which they came online, those taken back first; and the one that is online."""

    names: tuple[str, ...]
    online: str | None
    before: str | None  # the one that was online before it


def kept(place: Path) -> Releases:
    """What stands in a folder. Raises Refused where nothing was ever published there, or nobody may look."""
    with opening(place):
        if not (place / RELEASES).is_dir() or not (place / MARK).is_file():
            raise Refused(f"“{place}”里没有发布过网站；先运行handbook publish {place}",
                          f"Nothing was ever published in “{place}”; first run handbook publish {place}")
        online = _online(place)
        there = {one.name for one in (place / RELEASES).iterdir() if not one.name.startswith(".")}
        order = [name for name in _order(place) if name in there]
    return Releases((*sorted(there - {*order}), *order), online, order[-2] if len(order) > 1 else None)


def publish(place: Path, make: Callable[[Path], str]) -> Published:
    """Puts online what `make` makes in a new folder (it returns its edition). Nobody else publishes there meanwhile, and whatever goes wrong, what is
    online stays so. Raises Refused where the place is not ours or cannot be written to, or what was made may not go online."""
    place = settled(place)
    new = place / RELEASES / NEW
    with writing_to(place), _alone(place):
        _ensure_ours(place)
        try:
            _clear(place)
            new.mkdir(parents=True)
            for folder in (place, new.parent):
                opened(folder)
            mark(place, CURRENT, f".{CURRENT}", RELEASES, ONLINE, LOCK, EDITIONS)
            edition, before = slug(make(new)), _online(place)
            ensure_whole(new)
            ensure_not_back(edition, before)
            past = edition_of(before) if before and edition_of(before) != edition else None
            editions = {one: place / EDITIONS / one for one in kept_in(place)} | ({past: place / RELEASES / before} if before and past else {})
            link_to(new, {one: folder for one, folder in sorted(editions.items()) if one != edition})
            name = name_of(new, edition)
            switched = name != before or not is_whole(place / RELEASES / name)
            if switched:
                pack(new)
                if before:
                    share(place / RELEASES / before, new)
                    carry_over(place / RELEASES / before, new)
                if before and past:
                    keep(place / RELEASES / before, place, past)
                _put_online(place, name)
            return Published(name, before, switched)
        finally:
            _clear(place)


def taken_back(place: Path, name: str | None) -> str:
    """Puts the release before the one online in its place, or the one that is named; returns which. Raises Refused where there is none."""
    place = settled(place)
    kept(place)  # before a lock is put there
    with writing_to(place), _alone(place):
        found = kept(place)
        to = name or found.before
        if to is None:
            raise Refused(f"“{place}”里在现在这一版之前没有留着别的版", f"“{place}” keeps no release from before the one that is online")
        if to not in found.names:
            shown = ("、".join(found.names), ", ".join(found.names))
            raise Refused(f"“{place}”里没有“{to}”这一版；有：{shown[0]}", f"“{place}” keeps no release “{to}”; there are: {shown[1]}")
        if not is_whole(place / RELEASES / to):
            raise Refused(f"“{to}”的文件不全了，或者有人改过，没有换上；用handbook releases {place}看看别的版", f"“{to}” is not whole any more, or somebody "
                          f"has changed it, so nothing was switched; for others see handbook releases {place}")
        if found.online and found.online != to:
            with suppress(OSError):  # on a full disk, going back comes first
                carry_over(place / RELEASES / found.online, place / RELEASES / to)
        order = _order(place)
        _switch(place, to, order[: order.index(to) + 1] if to in order else [*order, to])
    return to


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    ensure_no_part(place)
    with alone(place / LOCK, place):
        yield


def _ensure_ours(place: Path) -> None:
    ensure_ours(place, LOCK)
    link = place / CURRENT
    if link.exists() and not link.is_symlink():
        raise Refused(f"“{link}”不是handbook放的链接；移走它，或另选一个文件夹",
                      f"“{link}” is not the link that handbook keeps there; move it out, or choose another folder")


def _put_online(place: Path, name: str) -> None:
    """The new release under its name, online, and only the last ones kept. One that has the name is not looked at: somebody may have spoilt it."""
    swap.put(place / RELEASES / NEW, place / RELEASES / name)
    os.sync()  # all of it is on the disk before the link leads there
    _switch(place, name, [*(one for one in _order(place) if one != name), name])
    for old in kept(place).names[:-KEPT]:
        if old != name:
            (place / RELEASES / old).rename(_old(place / RELEASES / old))


def _old(release: Path) -> Path:
    """What a release is called that is about to be deleted, so that half of one is never taken for a whole."""
    return release.with_name(f".{release.name}")


def _clear(place: Path) -> None:
    """Deletes what is old, and what a command that was ended left half made."""
    for one in (*(place / RELEASES).glob(".*"), *(place / EDITIONS).glob(".*")):
        shutil.rmtree(one, ignore_errors=True)
    for one in (*place.glob(f".{MARK}.*"), *place.glob(f".{ONLINE}.*")):
        one.unlink(missing_ok=True)


def _online(place: Path) -> str | None:
    link = place / CURRENT
    return Path(os.readlink(link)).name if link.is_symlink() else None


def _order(place: Path) -> list[str]:
    """Those that were online, the last one last; it is what the link says, also where whoever switched it died before noting so."""
    file, online = place / ONLINE, _online(place)
    order = file.read_text(encoding="utf-8", errors="replace").split() if file.is_file() else []
    if online is None:
        return order
    return [*(order[: order.index(online)] if online in order else order), online]


def _switch(place: Path, name: str, order: list[str]) -> None:
    """The link first, which is what readers see; then what is said of it."""
    link = place / f".{CURRENT}"
    link.unlink(missing_ok=True)
    link.symlink_to(f"{RELEASES}/{name}")
    link.replace(place / CURRENT)
    with suppress(OSError):  # the link is what counts
        put(place / ONLINE, "".join(f"{one}\n" for one in order).encode())
