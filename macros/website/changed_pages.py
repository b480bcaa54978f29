"""What a proposal changes on the site: two finished sites compared page by page, both languages together; of a page what it says itself."""
from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.views.templates import environment
from macros.words.languages import LANGUAGES, Language
from macros.words.markdown import plain

TITLE = re.compile("<title>(.*?)</title>", re.S)
ARTICLE = re.compile("<article[ >].*</article>", re.S)
HASHED = re.compile(r"(assets/[\w./-]+)\.[0-9a-f]{10}\.(css|js)\b")  # a style or script that changes does so on every page, and is told apart

State = Literal["added", "changed", "gone"]
CALLED: dict[State, str] = {"added": "新增 · added", "changed": "有改动 · changed", "gone": "没有了 · gone"}
NOTHING = "没有页面变化。No page changes."
ASSETS = "样式或脚本有变化，每一页都可能看出来。Styles or scripts change, which may show on any page."


@dataclass(frozen=True)
class Changed:
    """One page that differs: its address without language (`roles/brand-manager/`), its titles, and how it differs in each language."""

    address: str
    titles: Mapping[Language, str]
    states: Mapping[Language, State]

    @property
    def said(self) -> str:
        """How it differs, in words."""
        return "; ".join(dict.fromkeys(CALLED[state] for state in self.states.values()))

    @property
    def title(self) -> str:
        """What it is called in both languages."""
        return " · ".join(dict.fromkeys(self.titles.values()))


@dataclass(frozen=True)
class Differences:
    """What differs between two sites: pages, by address; how many more do around what they say, as in a list at the side; whether styles or scripts do."""

    pages: Sequence[Changed]
    around: int
    assets: bool

    @property
    def more(self) -> str:
        """The pages that are not listed, in words; empty where there are none."""
        if not self.around:
            return ""
        zh, en = ("另有", " other") if self.pages else ("有", "")
        pages, verb = ("page differs", "is") if self.around == 1 else ("pages differ", "are")
        return (f"{zh}{self.around}个页面正文没有变，只有侧栏、上一个和下一个这些不同，没有列出。"
                f"{self.around}{en} {pages} only around the text (side lists, previous and next) and {verb} not listed.")


def changed_pages(before: Path, after: Path) -> Differences:
    """What differs; builds give the same bytes, so that it was changed. What stands around a text follows from other pages, which are listed themselves."""
    old, new = _pages(before), _pages(after)
    found, around = [], 0
    for address in sorted({address for _, address in old.keys() | new.keys()}):
        titles: dict[Language, str] = {}
        states: dict[Language, State] = {}
        for language in LANGUAGES:
            was, now = old.get((language, address)), new.get((language, address))
            if _own(was) != _own(now):
                states[language] = "added" if was is None else "gone" if now is None else "changed"
                titles[language] = _title(now or was or "")
        if states:
            found.append(Changed(address, titles, states))
        elif any(old.get((language, address)) != new.get((language, address)) for language in LANGUAGES):
            around += 1
    return Differences(found, around, _assets(before) != _assets(after))


def as_markdown(differences: Differences) -> str:
    """The list for people who look at the proposal."""
    found = differences.pages
    rows = [f"| {plain(one.title)} | {one.said} | {', '.join(f'`{language}/{one.address}`' for language in one.states)} |" for one in found]
    table = ["| 页面 · Page | 变化 · Change | 地址 · Address |", "|---|---|---|", *rows] if rows else []
    count = f"{len(found)}个页面有变化。{len(found)} page{'s differ' if len(found) > 1 else ' differs'}." if found else NOTHING
    return "\n\n".join(filter(None, [count, differences.more, ASSETS if differences.assets else "", "\n".join(table)])) + "\n"


def as_page(differences: Differences, before: str, after: str) -> str:
    """The list as a page, each with links to how it was and how it would be; these are where the two sites lie, seen from that page."""
    rows = [
        {"title": one.title, "said": one.said, "address": one.address, "links": [
            {"language": language, "before": "" if state == "added" else f"{before}/{language}/{one.address}index.html",
             "after": "" if state == "gone" else f"{after}/{language}/{one.address}index.html"}
            for language, state in one.states.items()
        ]}
        for one in differences.pages
    ]
    view = {"rows": rows, "nothing": "" if rows else NOTHING, "more": differences.more, "assets": ASSETS if differences.assets else ""}
    return environment().get_template("website/changed.html").render(view=view)


def _pages(site: Path) -> dict[tuple[Language, str], str]:
    return {
        (language, file.relative_to(site / language).as_posix().removesuffix("index.html")): HASHED.sub(r"\1.\2", file.read_text(encoding="utf-8"))
        for language in LANGUAGES for file in (site / language).rglob("index.html")
    }


def _own(text: str | None) -> tuple[str, str] | None:
    """What a page says itself: its title and its article; the whole of one that has none."""
    if text is None:
        return None
    article = ARTICLE.search(text)
    return _title(text), article[0] if article else text


def _assets(site: Path) -> dict[str, bytes]:
    return dict(_files(site / "assets"))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for file in folder.rglob("*"):
        if file.suffix in (".css", ".js", ".woff2"):
            yield file.relative_to(folder).as_posix(), file.read_bytes()


def _title(text: str) -> str:
    found = TITLE.search(text)
    return html.unescape(found[1]).rpartition(" · ")[0] or html.unescape(found[1]) if found else ""
