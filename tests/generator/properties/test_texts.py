"""Whatever sentence the model takes, in whatever place: the site is made, says it to the letter, and makes neither markup nor code of it."""
from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from macros.loading import document
from macros.model.handbook import Handbook
from tests.generator.properties.sites import Texts, documents, fitted, made, sentences
from tests.generator.properties.values import pairs

BLOCKS = "//*[" + " or ".join(f"self::{tag}" for tag in ("p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "div", "title")) + "]"


def shape(page: Path) -> set[str]:
    """Which elements with which attributes a page has, and what its links begin with."""
    tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
    links = {re.match("[a-z]+:|", str(link)).group() for link in tree.xpath("//@href | //@src | //@action")}
    return {f"{one.tag} {name}" for one in tree.iter(etree.Element) for name in ("", *one.attrib)} | links


def said(folder: Path) -> str:
    """All that the pages show, say to screen readers and tell of themselves, with one space for any white space."""
    found = []
    for page in sorted(folder.rglob("*.html")):
        tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
        found += [" ".join("".join(block.xpath(".//text()[not(ancestor::script)]")).split()) for block in tree.xpath(BLOCKS)]
        found += [" ".join(str(one).split()) for one in tree.xpath("//@content | //@aria-label | //@title | //@data-term")]
    return "\n".join(found).replace("\u200b", "")


def baseline(folder: Path) -> tuple[set[str], str, set[str]]:
    """Of the handbook as it is: what its pages are made of, what they say, and which links lead nowhere since their pages are written by hand."""
    links = made(fitted({}).handbook, folder)
    return {one for page in folder.rglob("*.html") for one in shape(page)}, said(folder), {*links.dead_ends(folder)}


@given(st.lists(st.tuples(st.sampled_from(sentences()), pairs()), min_size=12, max_size=40, unique_by=lambda one: one[0]).map(dict))
def test_what_the_model_takes_is_shown_to_the_letter_and_is_never_markup(tally: Counter[str], texts: Texts):
    loaded = fitted(texts)
    assert not loaded.problems
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        before, once, dead = baseline(Path(first))
        folder = Path(second)
        links = made(loaded.handbook, folder)
        assert {one for page in folder.rglob("*.html") for one in shape(page)} <= before
        assert {_led(one) for one in links.dead_ends(folder)} <= {_led(one) for one in dead}
        now = said(folder)
        shown = list(_shown(texts, once))
        assert not [(place, text) for place, text in shown if text not in now]
        tally += Counter(examples=1, values=len(shown))
        assert_read_by_programs(folder)
    assert_survives(loaded.handbook)


def _led(dead: str) -> str:
    return dead.partition(": ")[2]


def _shown(texts: Texts, once: str) -> Iterator[tuple[object, str]]:
    """The halves whose text the pages of the handbook as it is say as it stands. Formulas are set in lines of their own at each sign of equality,
    and one that itself says what it works out stands in place of the name of its measure."""
    for (name, path), text in texts.items():
        if path[-1] == "formula" or (name, (*path[:-1], "formula")) in texts:
            continue
        was = documents()[name].data
        for part in path:
            was = was[part]
        yield from (((name, path), " ".join(text[half].split())) for half in text if len(was[half]) > 9 and was[half] in once)


def assert_read_by_programs(folder: Path) -> None:
    """Every file for programs is what its name says."""
    for file in folder.rglob("*"):
        if file.suffix == ".json":
            json.loads(file.read_text(encoding="utf-8"))
        elif file.suffix in (".xml", ".svg"):
            etree.parse(str(file))
        elif file.suffix == ".csv":
            rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
            assert len({len(row) for row in rows}) == 1, file
            assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")], file


def assert_survives(handbook: Handbook) -> None:
    """A record is the same after JSON and back; a file is the same after YAML and back."""
    for kind in ("roles", "competencies", "kpis", "practices", "terms"):
        for record in handbook.of_kind(kind).values():
            written = record.model_dump_json(by_alias=True, exclude_unset=True)
            read = json.loads(written, parse_int=str, parse_float=str)  # as files are read, which keeps a number as it is written
            assert type(record).model_validate(read).model_dump() == record.model_dump()
            assert yaml.safe_load(yaml.safe_dump(json.loads(written), allow_unicode=True)) == json.loads(written)
    for name, one in documents().items():
        again = document.read(yaml.safe_dump(one.data, allow_unicode=True, sort_keys=False, width=10**9).encode(), f"data/{name}")
        assert again.data == one.data
