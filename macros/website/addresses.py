"""Every address that people can point at, a page with the places on it, kept in `urls.lock`: what was there once leads somewhere for good.

    roles/brand-manager/ authority c-brand-strategy … duties duty-content …
    roles/brand-manager/#duty-posts -> roles/editor/#duty-posts

is a page of every language with the ids on it, and a page or a place that has moved. Both are written without their language."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from macros.model.handbook import Handbook
from macros.model.record import Audience
from macros.pages.split_index import SPLIT
from macros.views.reader import PAGED
from macros.views.short_address import LETTERS
from macros.website.dead_links import Links
from macros.website.moved import Moved
from macros.website.page_list import KINDS
from macros.words.languages import LANGUAGES
from macros.words.refused import Refused

LOCKS: Mapping[Audience, str] = {"internal": "urls.lock", "public": "urls.public.lock"}  # by whom the site is for
HEAD = (
    "# 发布过的网址，一行一页，后面是页上可以指到的地方；由handbook addresses写，不用手改。\n"
    "# The addresses that were published, a page each with the places on it; handbook addresses writes them.\n"
)
# Ids that are no place to point at for long: the frame’s own, remarks, and sections and lines that come and go with what a record says.
PASSING = re.compile(
    r"__|why-|term-|differ-|c-|letter-|(?:navigation|content|entries|profile|purpose|open-points|terms|related|job-post|practices|promotion|moves|rewards|thresholds|"
    r"concerns|caution|cautions|not-said)$"
)
# Pages whose parts are arranged by how much there is: what stands on one today has a page of its own when there is more.
ARRANGED = frozenset({*KINDS, *SPLIT, "", "map", "matrix", "methods", "compare", "open-points", "health", "search"})
PAGE, ID = r"(?:/|(?:[a-z0-9-]+/)+)", r"[A-Za-z0-9_.-]+"
LINE = re.compile(rf"{PAGE}(?: {ID})*")
MOVED = re.compile(rf"({PAGE}(?:#{ID})?) -> ({PAGE}(?:\?[a-z]+=[a-z0-9,-]+)?(?:#{ID})?)")
Addresses = Mapping[str, frozenset[str]]


def addresses(links: Links, audience: Audience) -> dict[str, frozenset[str]]:
    """The addresses of a site that was made, by its pages in the first language; a test holds the other against it. Short ones have none.

    Of the public edition only pages of records keep places: which terms and posts its lists have depends on what public records say."""
    start, found = f"{LANGUAGES[0]}/", {}
    for page, ids in links.ids.items():
        if page.startswith(start):
            path = page.removeprefix(start).removesuffix("index.html")
            lists = path.strip("/") in ARRANGED or audience == "public" and path.count("/") < 2
            found[path] = frozenset(() if lists else (one for one in ids.split() if not PASSING.match(one)))
        elif page.partition("/")[0] in LETTERS.values():
            found[page.removesuffix("index.html")] = frozenset()
    return found


def read(raw: bytes, name: str) -> dict[str, frozenset[str]]:
    """What the lock of this name says, a page on several lines put together. Raises Refused where a line is none, as after a conflict in Git."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(raw, name):
        if not MOVED.fullmatch(line):
            path, *ids = line.split()
            path = path.removeprefix("/")
            found[path] = found.get(path, frozenset()) | {*ids}
    return found


def read_moved(raw: bytes, name: str) -> dict[str, str]:
    """Where a lock says that pages and places have moved to. Raises Refused likewise."""
    return {found[1]: found[2] for line in _lines(raw, name) if (found := MOVED.fullmatch(line))}


def _lines(raw: bytes, name: str) -> Iterator[str]:
    for number, line in enumerate(raw.decode("utf-8-sig", "replace").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if not LINE.fullmatch(line.strip()) and not MOVED.fullmatch(line.strip()):
            raise Refused(f"{name}第{number}行读不出来；有合并冲突就两边的行都留下、只删标记，要不就取回上次提交的（git restore）",
                          f"Line {number} of {name} cannot be read; after a conflict keep the lines of both sides and delete the marks alone, "
                          "or take back what the last commit has (git restore)")
        yield line.strip()


def written(known: Addresses, moved: Moved) -> str:
    """The lock that says so."""
    pages = "".join(f"{' '.join((path or '/', *sorted(known[path])))}\n" for path in sorted(known))
    return HEAD + pages + "".join(f"{old} -> {new}\n" for old, new in sorted(moved.items()))


def together(*all_of_them: Addresses) -> dict[str, frozenset[str]]:
    """The addresses of several editions."""
    return {path: frozenset().union(*(one.get(path, ()) for one in all_of_them)) for path in dict.fromkeys(path for one in all_of_them for path in one)}


def lost(known: Addresses, now: Addresses, handbook: Handbook, moved: Moved) -> Iterator[str]:
    """The addresses that were there and lead nowhere now; a page that has moved, or of a record that is out of use, leads on as a whole."""
    for path, ids in sorted(known.items()):
        if path not in now:
            yield path or "/"
        elif path not in moved and not _leads_on(path, handbook):
            yield from (f"{path}#{id}" for id in sorted(ids - now[path]))


def new(known: Addresses, now: Addresses) -> int:
    """How many pages and places are not known yet."""
    return sum((path not in known) + len(ids - known.get(path, frozenset())) for path, ids in now.items())


def without(known: Addresses, gone: Iterable[str]) -> dict[str, frozenset[str]]:
    """The addresses but for some: pages by their path, places as `roles/baker/#duties`."""
    left = dict(known)
    for address in gone:
        path, mark, id = address.partition("#")
        path = "" if path == "/" else path
        if mark and path in left:
            left[path] -= {id}
        elif not mark:
            left.pop(path, None)
    return left


def leading(moved: Moved, more: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What has moved, with more of it; what led to an old address leads to the new one. Raises Refused where one is no address."""
    leads = dict(moved)
    for old, new in more:
        if not MOVED.fullmatch(f"{old} -> {new}") or old == new:
            raise Refused(f"“{old}={new}”不是两个网址；写成kpis/old/=kpis/new/或roles/baker/#a=roles/baker/#b，不带网站和语言",
                          f"“{old}={new}” is not two addresses; write kpis/old/=kpis/new/ or roles/baker/#a=roles/baker/#b, without the site and the language")
        if old.partition("/")[0] in LETTERS.values():
            raise Refused(f"“{old}”是短网址，跟着记录走；放回记录，或用handbook retire停用",
                          f"“{old}” is a short address and follows its record; put that back, or handbook retire it")
        leads = {**{one: new if to == old else to for one, to in leads.items()}, old: new}
    return {old: new for old, new in leads.items() if old != new}  # what has moved back is where it was


def ensure_known(known: Addresses, named: Iterable[str], name: str) -> None:
    """The lock of this name keeps these addresses: pages by their path, places as `roles/baker/#duties`. Raises Refused otherwise."""
    unknown = next((one for one in named if without(known, [one]) == known), None)
    if unknown is not None:
        raise Refused(f"{name}里没有“{unknown}”；照生成时报的写", f"{name} has no “{unknown}”; write it as the build names it")


def _leads_on(path: str, handbook: Handbook) -> bool:
    kind, _, id = path.strip("/").partition("/")
    record = handbook.of_kind(kind).get(id) if kind in PAGED else None
    return record is not None and record.retired is not None
