"""A plan to take along, read back by a parser of each kind of file: what was written is there, as text."""
from __future__ import annotations

import csv
import io
import re

import markdown
import pytest
from lxml import html

from macros.views.spreadsheets import COMPUTED
from tests.generator.path.hostile import TEXTS
from tests.generator.path.scripts import answers


def same(text: str) -> str:
    """A text as any file may hold it."""
    return re.sub("[\x00\x07]", "", text.replace("\r\n", "\n"))


def running(text: str) -> str:
    """A text with its white space, however it is broken into lines, as one space."""
    return " ".join(same(text).split())


def sheet(*texts: str, lang: str = "en") -> dict[str, object]:
    return {
        "lang": lang, "title": texts[0], "facts": [["Role", texts[0]], ["Goal", texts[-1]]], "foot": texts[-1],
        "parts": [
            {"title": "Profile", "table": {"columns": ["Competency", "Mine"], "rows": [[text, text] for text in texts]}},
            {"title": "Plan", "entries": [{"title": text, "facts": [["What I will do", text], ["By when", "2027-06-30"]]} for text in texts]},
            {"title": "To talk about", "text": texts[0]},
        ],
    }


@pytest.mark.parametrize("lang, tag", [("zh", "zh-Hans"), ("en", "en-GB")])
def test_a_page_for_word_says_its_language_and_characters_and_loads_and_runs_nothing(lang, tag):
    (found,) = answers("exports.js", "asHtml(given)", given=sheet(*TEXTS, lang=lang))
    page = html.document_fromstring(found.encode())
    assert page.get("lang") == tag and page.find("head/meta").get("charset") == "utf-8"
    assert {one.tag for one in page.iter()} == {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "br",
    }
    assert {name for one in page.iter() for name in one.attrib} == {"lang", "charset", "http-equiv", "content", "border", "width", "dir"}


@pytest.mark.parametrize("text", [text for text in TEXTS if text], ids=range(len(TEXTS) - 1))
def test_every_text_comes_back_from_the_page_for_word(text):
    (found,) = answers("exports.js", "asHtml(given)", given=sheet(text, "end"))
    page = html.document_fromstring(found.encode())
    for one in page.iter("br"):
        one.tail = f"\n{one.tail or ''}"
    assert page.findtext("body/h1") is not None and running(page.find("body/h1").text_content()) == running(text)
    profile, first, last = page.findall("body/table")[1:]
    assert [cell.text_content() for cell in profile.iter("td")] == [same(text), same(text), "end", "end"]
    assert [cell.text_content() for cell in first.iter("td")] == [same(text), "2027-06-30"] and last.find(".//td").text == "end"
    assert page.findall("body/p")[0].text_content() == same(text)


@pytest.mark.parametrize("text", [text for text in TEXTS if text], ids=range(len(TEXTS) - 1))
def test_every_text_comes_back_from_markdown(text):
    (found,) = answers("exports.js", "asMarkdown(given)", given=sheet(text, "end"))
    page = html.fragment_fromstring(markdown.markdown(found, extensions=["tables"]), create_parent=True)
    assert {one.tag for one in page.iter()} <= {
        "div", "h1", "h2", "h3", "p", "ul", "li", "strong", "br", "table", "thead", "tbody", "tr", "th", "td",
    }
    assert [running(one.text_content()) for one in page.iter("h1")] == [running(text)]
    assert [running(one.text_content()) for one in page.iter("h3")] == [running(text), "end"]
    assert [running(cell.text_content()) for cell in page.iter("td")] == [running(text), running(text), "end", "end"]
    assert [running(one.text_content()) for one in page.iter("li")][2:4] == [running(f"What I will do: {text}"), "By when: 2027-06-30"]


def test_a_table_is_read_back_and_nothing_in_it_is_computed():
    (found,) = answers("exports.js", "asCsv(given)", given={"columns": ["One", "Two"], "rows": [[text, text] for text in TEXTS]})
    assert found.startswith("\ufeff") and found.endswith("\r\n")
    heading, *rows = csv.reader(io.StringIO(found.removeprefix("\ufeff"), newline=""))
    assert heading == ["One", "Two"]
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == [[same(text)] * 2 for text in TEXTS]
    assert not [cell for row in rows for cell in row if cell.startswith(COMPUTED)]


def test_both_kinds_of_tables_take_the_same_signs_for_the_beginning_of_a_formula():
    assert answers("exports.js", "COMPUTED") == [list(COMPUTED)]
