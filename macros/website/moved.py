"""Addresses that lead on: to what a record is called by today, to where a page or a place on one has moved, to what has been made of roles since.

A page of its own leads on from an address that has none any more, so that any server that hands out files will do. Scripts take the question
and the place along; without them, the page leads to the new one, and a place that has moved says where it is."""
from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from macros.model.appearance import Colours
from macros.model.handbook import Handbook
from macros.views.file import Export
from macros.views.page import Outline, Page
from macros.views.reader import Reader
from macros.views.templates import environment
from macros.website.front_door import FRONT_COLOURS
from macros.website.policy import policy
from macros.words.languages import HTML_LANG, LANGUAGES, Language
from macros.words.refused import Refused

WAY = re.compile(r"compare/([a-z0-9-]+)/([a-z0-9-]+)/")
SHEET = re.compile(r"interviews/([a-z0-9-]+)/")
Moved = Mapping[str, str]  # addresses without their language: `roles/old/`, `roles/baker/#duty-old`


def leading_on(known: Iterable[str], moved: Moved, handbook: Handbook, paths: Container[str]) -> dict[str, str]:
    """Where addresses lead today that were known and have no page now: as was said of them, to the comparison of the same two roles, or to the
    interview sheet of the same role. Raises Refused where there is no such page."""
    for old, new in moved.items():
        if _path(new) not in paths:
            raise Refused(f"{old}现在指到{new}，没有这一页；写明它在哪里：handbook addresses --moved {old}=新网址",
                          f"{old} leads to {new}, and there is no such page; say where it is: handbook addresses --moved {old}=NEW")
    gone = [path for path in known if path not in paths]
    made = {path: today for path in gone if (today := _way_today(path, handbook, paths) or _sheet_today(path, handbook, paths))}
    return {**made, **{old: new for old, new in moved.items() if "#" in old or old not in paths}}


def today(handbook: Handbook, page: Outline) -> str:
    """The page of a record that has only another id today; nothing where something else has taken its place, or the record is in use."""
    id = handbook.another_id(page.section, handbook.of_kind(page.section)[page.path.split("/")[1]]) if page.retired else None
    return f"{page.section}/{id}/" if id else ""


def places(moved: Moved, page: Page, reader: Reader, titles: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The places that were on a page and have moved: the id of each, where it is now, and on which page."""
    outline = page.outline
    for old, new in moved.items():
        path, mark, id = old.partition("#")
        if mark and path == outline.path and f' id="{id}"' not in page.content.body:
            yield {"id": id, "href": reader.href(new), "name": titles.get(f"{outline.language}/{_path(new)}", _path(new))}


def moved_page(reader: Reader, old: str, new: str, url: str, title: str) -> Iterator[Export]:
    """The page that leads on from an address; `url` is the address of the site, where that is known."""
    language: Language = reader.language
    view = {
        "html_lang": HTML_LANG[language], "said": reader.say("This page has moved"), "root": reader.root, "logo": reader.handbook.logo,
        "to": reader.href(new), "canonical": f"{url}{language}/{new}" if url else reader.href(new), "title": title,
        "colours": FRONT_COLOURS if reader.handbook.about.colours != Colours() else "",
    }
    yield Export(f"{language}/{old}index.html", environment().get_template("website/moved.html").render(view=view, policy=policy()))


def moved_pages(moved: Moved, handbook: Handbook, titles: Mapping[str, str], url: str) -> dict[str, Iterator[Export]]:
    """All of these pages, by the folder of each."""
    return {
        f"{language}/{old}": moved_page(Reader(handbook, language, "../" * (1 + old.count("/"))), old, new, url, titles.get(f"{language}/{_path(new)}", ""))
        for old, new in moved.items() if "#" not in old for language in LANGUAGES
    }


def _path(address: str) -> str:
    """The page of an address."""
    return re.split("[?#]", address)[0]


def _way_today(path: str, handbook: Handbook, paths: Container[str]) -> str | None:
    found = WAY.fullmatch(path)
    if not found or any(id not in handbook.roles for id in found.groups()):
        return None
    origin, target = (_followed(handbook, id) for id in found.groups())
    if origin == target:
        return f"roles/{origin}/"
    way = f"compare/{origin}/{target}/"
    return way if way in paths else f"compare/?roles={origin},{target}" if "compare/" in paths else None


def _sheet_today(path: str, handbook: Handbook, paths: Container[str]) -> str | None:
    found = SHEET.fullmatch(path)
    if not found or found[1] not in handbook.roles:
        return None
    role = _followed(handbook, found[1])
    return sheet if (sheet := f"interviews/{role}/") in paths else f"roles/{role}/"


def _followed(handbook: Handbook, id: str) -> str:
    """The role that has taken the place of one, or the first of several; the rules see to it that none leads round in a circle."""
    gone = handbook.roles[id].retired
    return _followed(handbook, gone.replaced_by[0]) if gone else id
