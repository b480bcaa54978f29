"""Pages as Markdown: how each thing is written, that nothing of a page is missing, and that links lead somewhere."""
from __future__ import annotations

import os.path
import re

import pytest
from lxml import etree
from markdown import Markdown

from macros.exporting.elements import elements
from macros.exporting.markdown import has_markdown, markdown
from macros.exporting.markdown_text import Writer
from macros.loading.folder import load
from macros.model.public import public
from macros.views.reader import PAGED, Reader
from macros.website.page_list import outlines
from macros.words.languages import LANGUAGES
from tests.places import BAKERIES, BAKERY, DATA, SMALLEST

URL = "https://bakery.example/book/"
LINK = re.compile(r"\]\(([^)]*)\)")
WORDS = re.compile(r"\w+")
HEADINGS = ("h1", "h2", "h3", "h4")
# What only a screen needs; a profile is said again under Competencies, and a picture beside itself.
FOR_SCREENS = etree.XPath(" | ".join((
    "//svg", "//form", "//figure", "//details[count(.//figure) = 1 and count(*) = 2]/summary", "//details[contains(@class, 'rest')]/summary",
    "//*[@class='unsaid']//summary", "//*[contains(@class, 'matrix-legend')]/span", "//*[@class='basis']",
    *(f"//*[contains(concat(' ', @class, ' '), ' {one} ')]"
      for one in ("profile-box", "scroll-cue", "kpi-head", "steps-head", "count", "chip", "more", "ask", "how", "legend")),
    "//*[@aria-hidden]",
)))


def files(handbook, url=URL):
    """Each page with its body and its file."""
    pages = [one.made(handbook) for one in outlines(handbook) if has_markdown(one)]
    return [(page.outline, page.content.body, markdown(page.outline.reader(handbook), page.outline, page.content.body, url)) for page in pages]


@pytest.fixture(scope="module", params=[BAKERY, BAKERIES, SMALLEST, DATA], ids=["tiny", "bakery", "smallest", "own"])
def whole(request):
    return load(request.param, ())


def said(page) -> list[str]:
    """Every piece of text of a page that is for whoever reads it in another way, too."""
    for one in FOR_SCREENS(page):
        one.text = ""
        del one[:]
    for name in page.iterfind(".//div[@class='means']/b"):
        name.tail = ""  # what the kind of mark means in general
    return [text for text in page.itertext() if text.strip()]


def written(body: str, language: str = "en") -> str:
    return "\n\n".join(Writer(Reader(load(BAKERY, ()), language, "../"), "/", "/here/").blocks(elements(body)))


@pytest.mark.parametrize(("body", "found"), [
    ("<h1>Baker<span class=\"other-name\" lang=\"zh-Hans\">面包师</span></h1>\n<p>Bakes.</p>", "# Baker · 面包师\n\nBakes."),
    ("<ul><li>one</li><li>two <a href=\"../en/roles/x/#duties\">x</a></li></ul>", "- one\n- two [x](/en/roles/x/#duties)"),
    ("<p>see <a href=\"#kpis\">below</a> or <a href=\"mailto:a@b.example\">ask</a></p>", "see below or [ask](mailto:a@b.example)"),
    ("<ol><li><div>one</div><div>more</div><ul><li>a</li></ul></li><li>two</li></ol>", "1. one · more\n    - a\n2. two"),
    ("<dl><div><dt>For</dt> <dd>1 year</dd></div><div><dt>Who</dt> <dd><ul><li>all</li></ul></dd></div></dl>", "- **For**: 1 year\n- **Who**:\n    - all"),
    ("<ol><li><h3>Execute</h3><ul><li>a</li></ul></li></ol>", "### 1. Execute\n\n- a"),
    ("<p>5 * 3 &lt; 20 &amp; a_b [x]</p><p>1. no list</p>", r"5 \* 3 \< 20 & a\_b \[x\]" + "\n\n" + r"1\. no list"),
    ("<p>at least <span class=\"target\">≥ <b>30</b>%</span> <b>Note: </b>x</p>", "at least ≥ 30% **Note**: x"),
    ("<ul><li>a</li></ul><details class=\"plain rest\"><summary>1 more</summary><ul><li>b</li></ul></details>", "- a\n- b"),
    ("<form><p>x</p></form><svg class=\"a\"><path d=\"M0 0\"/></svg><p><span aria-hidden=\"true\">2</span>b</p>", "b"),
])
def test_how_things_are_written(body, found):
    assert written(body) == found


@pytest.mark.parametrize(("inside", "found"), [
    ('<div class="means"><b>推断</b> 由编者推断。</div>', "- 能揉面（推断）"),
    ('<div><b>推断</b> 文件没有写到揉面。</div>', "- 能揉面（推断：文件没有写到揉面。）"),
])
def test_a_mark_stands_in_words_with_the_reason_where_it_gives_one(inside, found):
    summary = '<summary class="basis"><span aria-hidden="true">推</span><span class="for-ears">推断</span></summary>'
    assert written(f'<ul><li>能揉面<details class="why">{summary}{inside}</details></li></ul>', "zh") == found


def test_a_table_has_one_row_of_names_and_only_the_names_of_rows_lead_somewhere():
    head = '<tr><th rowspan="2">C</th><th colspan="2">Stage</th></tr><tr><th>A</th><th>B</th></tr>'
    row = '<tr><th><a href="../en/c/">dough</a></th><td><a href="../en/r/">Plan</a></td><td>2 | 3</td></tr>'
    body = f'<table><thead>{head}</thead><tbody><tr><th colspan="3">all</th></tr>{row}</tbody></table>'
    assert written(body).split("\n") == ["| C | Stage · A | Stage · B |", "| --- | --- | --- |", "| all |  |  |", r"| [dough](/en/c/) | Plan | 2 \| 3 |"]


@pytest.mark.parametrize("edition", [lambda one: one, public], ids=["internal", "public"])
def test_every_page_of_a_record_and_the_glossary_has_one_and_no_other_page(whole, edition):
    handbook = edition(whole)
    found = [file.path for _, _, file in files(handbook)]
    records = [f"{kind}/{id}/" for kind in PAGED for id in handbook.of_kind(kind)] + ["terms/"] * ("terms" in handbook.present)
    assert sorted(found) == sorted(f"{language}/{path}index.html.md" for language in LANGUAGES for path in records)


@pytest.mark.parametrize("edition", [lambda one: one, public], ids=["internal", "public"])
def test_what_a_page_says_its_file_says_and_its_headings_and_lists_are_read_as_such(whole, edition):
    for outline, body, file in files(edition(whole)):
        read = etree.HTML(Markdown(extensions=["tables"]).convert(file.text))
        told = " ".join(read.itertext())
        assert not re.search(r"\*\*|\]\(", told), file.path
        page = etree.HTML(body)
        plain = re.sub(r"\s", "", told).lower()
        assert not [text for text in said(page) if not all(word in plain for word in WORDS.findall(text.lower()))], file.path
        headings = [(one.tag, {*WORDS.findall("".join(one.itertext()).lower())}) for one in read.iter(*HEADINGS)]
        for one in page.iter(*HEADINGS):
            assert any(tag == one.tag and {*WORDS.findall(" ".join(one.itertext()).lower())} <= words for tag, words in headings), (file.path, one.text)
        assert len([*read.iter("table")]) == len([*page.iter("table")]), file.path


@pytest.mark.parametrize("url", ["", "https://handbook.example.com/"])
def test_every_link_leads_somewhere_on_the_site(handbook, site, url):
    for _, _, file in files(handbook, url):
        links = {link.removeprefix(url) for link in LINK.findall(file.text) if not re.match(r"mailto:|https://(?!handbook\.example\.com)", link)}
        there = os.path.dirname(file.path) if not url else ""
        assert links and all((site / os.path.normpath(os.path.join(there, re.split("[#?]", link)[0]))).exists() for link in links), file.path


def test_it_says_of_which_edition_it_is_and_how_to_read_it(handbook, site):
    role = next(iter(handbook.roles.values()))
    text = (site / f"en/roles/{role.id}/index.html.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {role.name.en} · {role.name.zh}\n\n> {handbook.about.title.en} · Edition {handbook.about.edition}, in effect from ")
    assert f"(https://handbook.example.com/api/v1/roles/{role.id}.json)" in text and "Where no brackets say otherwise" in text


def test_the_public_file_has_no_mark_of_what_is_internal(whole):
    assert not [file.path for _, _, file in files(public(whole)) if re.search(r"（内部|\(internal", file.text)]


def test_the_same_handbook_gives_the_same_bytes():
    assert [file.content for _, _, file in files(load(BAKERIES, ()))] == [file.content for _, _, file in files(load(BAKERIES, ()))]
