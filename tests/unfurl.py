"""What a chat shows of a link, tried without scripts: `python -m tests.unfurl ADDRESS`.

Each app takes a tag it knows before a plainer one, as its makers describe: LinkedIn knows Open Graph alone; Slack takes Open Graph or Twitter's,
whichever comes first; Feishu, DingTalk and WeCom take Open Graph, then what any page has, and WeCom the first large picture of the text."""
from __future__ import annotations

import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

OPEN_GRAPH, TWITTER = "og", "twitter"
APPS: dict[str, tuple[str, ...]] = {  # whose tags each app knows
    "LinkedIn": (OPEN_GRAPH,), "Slack": (OPEN_GRAPH, TWITTER), "Feishu": (OPEN_GRAPH,), "DingTalk": (OPEN_GRAPH,), "WeCom": (OPEN_GRAPH,),
}
PICTURE_IN_TEXT = ("WeCom",)
LARGE = 300  # pixels at least, for a picture of the text to stand for the page


@dataclass(frozen=True)
class Shown:
    """What stands beside a link; an empty string where nothing does."""

    title: str
    description: str
    image: str


def shown(page: str, app: str) -> Shown:
    """What an app shows of a page."""
    tree = html.fromstring(page)
    tags = [(one.get("property") or one.get("name") or "", one.get("content") or "") for one in tree.iter("meta")]

    def first(name: str, *others: str) -> str:
        known = {f"{maker}:{name}" for maker in APPS[app]}
        return next((said for tag, said in tags if tag in known and said), next((one for one in others if one), ""))

    image = first("image", *(_pictures(tree) if app in PICTURE_IN_TEXT else ()))
    return Shown(first("title", tree.findtext(".//title") or ""), first("description", dict(tags).get("description", "")),
                 image if image.startswith(("https://", "http://")) else "")


def _pictures(tree: html.HtmlElement) -> Iterator[str]:
    return (one.get("src", "") for one in tree.iter("img") if int(one.get("width", 0)) >= LARGE)


def main() -> None:
    """Read a page and say what each app shows of it."""
    with urllib.request.urlopen(sys.argv[1], timeout=10) as answer:
        page = answer.read().decode()
    for app in APPS:
        print(app, shown(page, app))


if __name__ == "__main__":
    main()
