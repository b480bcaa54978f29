"""What the full text finds in a real browser: pasted sentences, other endings, marked words."""
from __future__ import annotations

import json
import re

import pytest

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened
from tests.building import asset
from tests.generator.search.asking import asked, sentence


def test_the_words_are_marked_in_the_full_text_and_lead_to_their_section(browser, address, handbook):
    words = sentence(examples.role(handbook))
    page, faults = opened(browser, address, "zh/")
    asked(page, words)
    page.locator(".results > *").first.evaluate("one => { one.dataset.before = '' }")      # a sentence may lead to the full text before that is chosen
    page.locator(".kinds input[value=text]").check(force=True)
    page.locator(".results:not(:has([data-before])) .hit:has(mark)").first.wait_for()
    assert page.locator(".results h2").all_inner_texts() == [page.evaluate("JSON.parse(document.querySelector('.panel').dataset.words).text")]
    hit = page.locator(".hit:has(mark)").first
    marks = hit.locator("mark").all_inner_texts()
    assert marks and all(mark in words for mark in marks)
    hit.click()
    page.wait_for_url("**/zh/**/#*")
    assert all(mark in page.locator("article").inner_text() for mark in marks) and faults == []
    page.context.close()


def sayings(handbook: Handbook, language: str) -> list[tuple[str, str]]:
    """Pieces of what the duties of roles say, as somebody may paste them, each with the address of its role."""
    shape = {"zh": "[\u4e00-\u9fff]{8,12}", "en": r"\b(?:[a-z]+ ){6}[a-z]+\b"}[language]
    items = ((getattr(item, language), role.id) for role in handbook.ordered_roles for group in role.duties.values() for item in group.items)
    return [(found[0], f"{language}/roles/{id}/") for text, id in items if (found := re.search(shape, text))]


ADDRESSES = """async ([script, language, queries]) => {
  const root = new URL("../", location.href), found = [];
  const { findText, openSources } = await import(new URL(script, root));
  const sources = openSources(root, language);
  for (const query of queries) {
    const hits = await (await findText(sources, query)).take(3);
    found.push([hits.map((hit) => hit.page), hits[0]?.pieces.filter((piece) => piece.marked).map((piece) => piece.text) ?? []]);
  }
  return found;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_pasted_from_a_page_is_found_there_first_in_full_width_too(browser, site, address, handbook, language):
    page, faults = opened(browser, address, f"{language}/")
    pasted = sayings(handbook, language)[:20]
    wide = [("".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text.upper()), where) for text, where in pasted[:5]]
    found = page.evaluate(ADDRESSES, [asset(site, "search/find.js"), language, [text for text, _ in (*pasted, *wide)]])
    for (text, where), (addresses, marks) in zip((*pasted, *wide), found, strict=True):
        assert addresses[0].endswith(where) and marks, (text, addresses)
    for text, where in pasted[::7]:
        asked(page, text)
        first = page.locator(".hit").first
        assert first.get_attribute("href").partition("#")[0].endswith(where) and first.locator("mark").count(), "before names that have some of its words"
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_below_a_name_the_full_text_shows_pages_that_are_not_named_above(browser, address, handbook, language):
    page, faults = opened(browser, address, f"{language}/")
    asked(page, examples.role(handbook).name[language])
    pages = [href.partition("#")[0] for href in page.evaluate("[...document.querySelectorAll('.hit')].map((hit) => hit.href)")]
    below = page.locator(".results ol").last.locator(".hit")
    assert page.locator(".results ol").count() == 2 and below.count() == 3 and below.locator("mark").count() and len({*pages}) == len(pages)
    assert faults == []
    page.context.close()


def test_a_word_is_found_with_another_ending_and_before_it_is_typed_whole(browser, site, address, handbook):
    page, faults = opened(browser, address, "en/")
    words = [found[0] for text, _ in sayings(handbook, "en") if (found := re.search(r"\b[a-z]{3,}[lnrf][kmpt]\b", text))][:10]
    queries = [form for word in words for form in (f"{word}s", word[:-1])]
    found = page.evaluate(ADDRESSES, [asset(site, "search/find.js"), "en", queries])
    for number, word in enumerate(words):
        for _, marks in found[2 * number : 2 * number + 2]:
            assert any(mark.lower().startswith(word) for mark in marks), (word, marks)
    assert faults == []
    page.context.close()


def test_a_latin_word_between_chinese_ones_is_marked_too(browser, site, address):
    between = re.compile("[\u4e00-\u9fff]([A-Za-z]{2,})[\u4e00-\u9fff]")
    sections = [text for file in (site / "zh/search/text").rglob("*.json") for _, _, text in json.loads(file.read_text(encoding="utf-8"))[1:]]
    words = sorted({word.lower() for text in sections for word in between.findall(text)})
    page, faults = opened(browser, address, "zh/")
    found = page.evaluate(ADDRESSES, [asset(site, "search/find.js"), "zh", words])
    assert words and {word for word, (_, marks) in zip(words, found, strict=True) if word in (mark.lower() for mark in marks)} == {*words}
    assert faults == []
