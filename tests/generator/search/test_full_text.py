"""The full text: what a page says by section, and the index of it as the browser reads it."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import normalize

import pytest
from lxml import html

from macros.search.full_text import APART, CARD, LINE, SIZE, FullText, sections
from macros.views.page import Page
from macros.website.page_list import outlines
from macros.website.publishing import in_full_text
from macros.words.languages import LANGUAGES


@pytest.fixture(scope="module")
def pages(handbook) -> list[Page]:
    """Every generated page that the full text holds."""
    return [outline.made(handbook) for outline in outlines(handbook) if in_full_text(outline)]


@pytest.fixture(scope="module")
def files(pages) -> dict[str, list]:
    """The files of their index, read as JSON."""
    return {path: json.loads(text) for path, text in indexed(pages)}


def indexed(pages: list[Page]) -> Iterator[tuple[str, str]]:
    full_text = FullText()
    for page in pages:
        yield from ((one.path, one.text) for one in full_text.add(page.outline.language, page.outline.path, page.outline.title, page.content.body))
    yield from ((one.path, one.text) for one in full_text.files())


@pytest.mark.parametrize(("language", "name"), [("zh", "售出个数"), ("en", "Loaves sold")])
def test_a_record_out_of_use_is_found_on_the_page_of_what_followed_it(files, language, name):
    read = {path: text for path, text in files.items() if "/search/text/kpis/" in path}
    assert name in str(read[f"{language}/search/text/kpis/takings-per-hour.0.json"]) and not any("loaves-sold" in path for path in read)


def xpath(selector: str) -> str:
    name = selector.removeprefix(".")
    return f"*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" if name != selector else name


def read(body: str) -> list[tuple[str, str]]:
    """Anchors with the letters of their sections, headings among them: by paths, each text under the last heading before it."""
    tree = html.fragment_fromstring(body, create_parent="div")
    left_out = [f"ancestor-or-self::{xpath(one)}" for one in sorted(APART)]
    left_out.append(f"ancestor-or-self::{xpath(LINE)}/ancestor::{xpath(CARD)}")
    kept = f"[not({' or '.join(left_out)})]"
    order = {element: place for place, element in enumerate(tree.iter())}
    headings = [(order[one], one.get("id")) for one in tree.xpath(f".//*[self::h2 or self::h3 or self::h4][@id]{kept}")]
    found = {"": "", **{anchor: "" for _, anchor in headings}}
    for text in tree.xpath(f".//*{kept}/text() | ./text()"):
        before = text.getparent() if text.is_text else [*text.getparent().iter()][-1]
        anchor = next((anchor for place, anchor in reversed(headings) if place <= order[before]), "")
        found[anchor] += text
    return [(anchor, letters(text)) for anchor, text in found.items()]


def letters(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def test_sections_hold_what_the_page_says_and_nothing_that_is_left_out(pages):
    assert len(pages) > 50
    for page in pages:
        found = sections(page.content.body)
        assert [(anchor, letters(heading + text)) for anchor, heading, text in found] == read(page.content.body), page.outline.address
        assert found[0][1] == page.outline.title and all(line == " ".join(line.split()) for _, _, text in found for line in text.splitlines())


def test_what_stands_apart_is_left_out_with_all_that_is_in_it_and_text_goes_on_after_it():
    body = """<h1>A<span class="other-name">甲</span></h1><p>one<span class="x basis"><b>two</b></span> three &lt;b&gt;</p><!-- four -->five
      <section class="role-card"><dl><dt>six</dt><dd>seven</dd></dl></section><dt>eight</dt>
      <h2 id="b">B<small>b</small></h2><h3>nine</h3><p>ten\u200b<br>eleven</p><table><thead><tr><th>12</th></tr></thead><tr><td>13</td></tr></table>"""
    assert sections(body) == [("", "A", "one three <b>\nfive\nseven\neight"), ("b", "Bb", "nine\nten\neleven\n13")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_from_each_word_to_the_sections_that_hold_it_and_to_no_other(files, language):
    contents = files[f"{language}/search/text.json"]
    texts, places = [], {}
    for path, lengths in contents["pages"].items():
        for number, digits in enumerate(lengths.split(" ")):
            _, *parts = files[f"{language}/search/text/{path.removesuffix('/')}.{number}.json"]
            assert len(parts) == len(digits)
            texts += [normalize("NFKC", f"{heading}\n{text}").lower() for _, heading, text in parts]
    for number, first in enumerate(contents["pieces"]):
        piece = files[f"{language}/search/words-{contents['stamp']}/{number}.json"]
        assert next(iter(piece)) == first and list(piece) == sorted(piece) and len(json.dumps(piece, ensure_ascii=False)) < 3 * SIZE
        places |= {word: list(accumulate(steps)) for word, steps in piece.items()}
    assert contents["pieces"] == sorted(contents["pieces"]) and len(places) > 500
    for word, found in places.items():
        inside = re.compile(f"(?<![^\\W_\u3400-\u9fff]){re.escape(word)}(?![^\\W_\u3400-\u9fff])" if word.isascii() else re.escape(word))
        assert found == [number for number, text in enumerate(texts) if inside.search(text)] or len(word) == 1, word


def test_the_same_pages_give_the_same_bytes_and_another_word_another_stamp(pages):
    few = pages[:5]
    assert dict(indexed(few)) == dict(indexed(few))
    stamps = {path for more in (few, pages[:6]) for path, _ in indexed(more) if path.endswith("/0.json") and "words-" in path}
    assert len(stamps) == 2
