"""The mark of a statement on a finished site: none stands idle or where no note may open, and every reason in the data is in a note."""
from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.words.languages import LANGUAGES
from macros.words.texts import Text

# A note is a block, and what is pressed holds nothing else to press.
CLOSED = {"a", "b", "button", "cite", "code", "em", "h1", "h2", "h3", "h4", "label", "p", "small", "span", "strong", "summary"}

SHOWN = {"roles", "stages", "layers", "tracks", "competencies", "kpis", "moves", "practices", "cases", "posts", "titles"}


class Marks(HTMLParser):
    """Every mark of a page: what it is called, what it opens, and what it lies in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.within: list[str] = []
        self.found: list[tuple[str, str, set[str]]] = []
        self.idle: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        classes = (known.get("class") or "").split()
        if tag == "details" and "why" in classes:
            self.found.append(("", "", {*self.within}))
        if "basis" in classes:
            if tag == "summary" and self.found and self.within[-1] == "details":
                self.found[-1] = ("", "", self.found[-1][2])
            else:
                self.idle.append(tag)
        self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.found and "details" in self.within:
            name, said, within = self.found[-1]
            self.found[-1] = (name, said + data, within) if "summary" not in self.within else (data, said, within)  # the last is for the ear


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Marks]:
    """The marks of every page, by its address."""
    return {path.relative_to(site).as_posix(): Marks(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("index.html"))}


def test_every_mark_opens_a_note_that_says_more_than_the_mark(pages):
    assert sum(len(page.found) for page in pages.values()) > 20
    assert not [(name, page.idle) for name, page in pages.items() if page.idle]
    assert not [(name, mark) for name, page in pages.items() for mark, said, _ in page.found if not mark or len(said.strip()) < len(mark) + 5]


def test_no_note_opens_within_a_paragraph_a_heading_or_a_link(pages):
    assert not [(name, mark, within & CLOSED) for name, page in pages.items() for mark, _, within in page.found if within & CLOSED]


def test_no_mark_says_that_an_example_is_one_where_its_sentence_opens_by_saying_so(site):
    twice = re.compile(
        r'<li>(?:例如|for example)[^<>]*'
        r'<details class="why"><summary class="basis"><span[^>]*>[^<]*</span><span[^>]*>(?:举例|Given as an example)<', re.I,
    )
    assert not [path for path in sorted(site.rglob("index.html")) if twice.search(path.read_text(encoding="utf-8"))]


def reasons(model: BaseModel) -> Iterator[Text]:
    """Every reason and every remark inside a record, however deep; other names stand in one line, without remarks."""
    for name in type(model).model_fields.keys() - {"aliases"}:
        value = getattr(model, name)
        if name in ("why", "note") and isinstance(value, Text):
            yield value
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from reasons(one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_and_every_remark_in_the_data_is_told_somewhere(site, handbook, language):
    said = "\n".join(unescape(re.sub("<[^>]*>", "", path.read_text(encoding="utf-8"))) for path in sorted((site / language).rglob("index.html")))
    kept = [text[language] for kind, record in handbook.records() if kind in SHOWN and not record.retired for text in reasons(record)]
    assert kept and [text for text in kept if text not in said] == []
