"""A finished site as files: both languages alike, nothing dead, nothing empty, everything near."""
from __future__ import annotations

import os.path
import re
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

import pytest
from lxml import html

from macros.model.references import inside
from macros.views.marks import Kind
from macros.website.page_list import KINDS, outlines
from macros.words.catalog import word
from macros.words.languages import LANGUAGES
from macros.words.texts import Text


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of both languages, parsed, by its address."""
    pages = {path.parent.relative_to(site).as_posix(): path for language in LANGUAGES for path in sorted((site / language).rglob("index.html"))}
    return {name: html.parse(str(path), parser=html.HTMLParser(encoding="utf-8")).getroot() for name, path in pages.items()}


def main_text(tree: html.HtmlElement) -> str:
    return " ".join(tree.xpath("//article")[0].text_content().split())


def test_every_generated_page_is_there(trees, handbook):
    assert {outline.address.rstrip("/") for outline in outlines(handbook)} <= trees.keys()


def test_both_languages_have_the_same_pages_and_ids_in_the_same_order(trees):
    def of_words(id: str, path: str) -> bool:
        """The terms of a page are those that its sentences say, which in the other language may be others."""
        return path not in ("methods", "terms") and (id == "terms" or id.startswith("term-"))

    zh, en = ({name[3:]: tree for name, tree in trees.items() if name[:2] == language} for language in LANGUAGES)
    assert zh.keys() == en.keys()
    for path in zh:
        ids = [[id for id in tree.xpath("//article//@id") if not of_words(id, path)] for tree in (zh[path], en[path])]
        # An index that is sorted by the alphabet of its language has the same entries in another order.
        assert (ids[0] == ids[1]) or (
            path in ("competencies", "methods", "terms")
            and {i for i in ids[0] if not i.startswith("letter-")} == {i for i in ids[1] if not i.startswith("letter-")}
        ), path


def test_every_record_has_its_page(trees, handbook):
    for kind in KINDS:
        for id in handbook.of_kind(kind):
            for language in LANGUAGES:
                assert f"{language}/{kind}/{id}" in trees


def test_no_page_shows_what_only_a_program_would_say(trees, handbook):
    written = {text[language] for _, record in handbook.records() for _, text in inside(record, Text) for language in LANGUAGES}
    for name, tree in trees.items():
        text = re.sub("“[^”]*”", "“”", main_text(tree))  # what data quotes stands as it is
        for sign in ("{{", "{%", "Macro Rendering Error", "data-handbook", "Undefined", "not-stated"):
            assert sign not in text or any(sign in one for one in written), (name, sign)
        said = [*(one.strip() for one in tree.xpath("//article//text()")), *tree.xpath("//@*")]
        assert not {"None", "True", "False", "[]", "{}", "()"} & set(said), name


def test_no_section_is_empty(trees):
    for name, tree in trees.items():
        for heading in tree.xpath("//article//*[self::h2 or self::h3][not(ancestor::*[@hidden])]"):  # what is hidden a script fills
            after = heading.xpath("following-sibling::*[1] | parent::summary/following-sibling::*[1]")
            holder = heading.getparent()
            said = (
                " ".join(holder.text_content().split()).replace(" ".join(heading.text_content().split()), "", 1)
                if holder.tag in ("section", "aside", "li")
                else ""
            )
            assert said.strip() or (after and after[0].tag not in ("h1", "h2") and " ".join(after[0].text_content().split())), (
                name,
                heading.get("id"),
                heading.text_content(),
            )


def test_every_heading_of_a_section_has_an_english_id(trees):
    for name, tree in trees.items():
        for heading in tree.xpath("//article//h2"):
            assert re.fullmatch(r"[a-z0-9-]+", heading.get("id") or ""), (name, heading.text_content())


def test_every_record_in_use_is_at_most_three_clicks_from_home(trees, handbook):
    gone = {f"{language}/{kind}/{record.id}" for kind, record in handbook.records() if record.retired for language in LANGUAGES}
    for language in LANGUAGES:
        near, edge = {language}, {language}
        for _ in range(3):
            edge = {target for page in edge for target in links(page, trees[page]) if target in trees} - near
            near |= edge
        assert not {name for name in trees if name.startswith(language)} - near - gone


def links(page: str, tree: html.HtmlElement) -> set[str]:
    """The pages a page's own links lead to, the language switch left out."""
    found = set()
    for href in tree.xpath("//a[not(@hreflang)]/@href"):
        if not urlsplit(href).scheme:
            found.add(os.path.normpath(os.path.join(page, urlsplit(href).path)))
    return found


def test_a_page_shows_the_other_language_only_where_it_is_marked(trees):
    for name, tree in trees.items():
        article = tree.xpath("//article")[0]
        for marked in article.xpath(".//*[@lang]"):
            marked.drop_tree() if marked.tag != "article" else None
        for code in article.xpath(".//code"):
            code.drop_tree()
        text = main_text(tree)
        if name.startswith("en"):
            assert not re.search(r"[\u4e00-\u9fff]", text), (name, re.search(r".{20}[\u4e00-\u9fff].{0,20}", text))


def test_the_frame_is_right(trees, site, handbook):
    id = handbook.about.example_role
    for name in (f"{language}/roles/{id}" for language in LANGUAGES):
        tree = trees[name]
        language, other = (name[:2], "en" if name[:2] == "zh" else "zh")
        assert tree.get("lang") == {"zh": "zh-Hans", "en": "en-GB"}[language]
        switch = tree.xpath("//a[@class='language-link' or @class='drawer-language']/@href")
        assert set(switch) == {f"../../../{other}/roles/{id}/"} and len(switch) == 2, "in the header and in the drawer"
        current = tree.xpath("//nav[@class='sisters']//a[@aria-current='page']")
        assert len(current) == 1 and current[0].text_content().strip() == tree.xpath("//h1/text()")[0].strip()
        assert tree.xpath("//div[@class='groups']//a[@aria-current]/@href") == [f"../../../{language}/roles/"]
        edit = tree.xpath(f"//a[contains(@href, 'edit/main/data/roles/{id}.yml')]")
        assert len(edit) == len(tree.xpath("//p[contains(@class, 'edit')]")) == bool(os.environ.get("HANDBOOK_REPOSITORY")), "no place to edit, no link"
        assert len(tree.xpath("//h1")) == 1
        assert {link.get("hreflang") for link in tree.xpath("//link[@hreflang]")} == {"zh-Hans", "en-GB", "x-default"}
    assert (site / "sitemap.xml").is_file() and (site / "404.html").is_file() and (site / "index.html").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_that_a_page_shows_is_explained_and_none_says_what_no_mark_says(trees, language):
    pages = [tree for name, tree in trees.items() if name.startswith(language)]
    marks = {mark for tree in pages for summary in tree.xpath("//summary[@class='basis']") for mark in re.findall(r"[a-z.]+|[^ ·]", summary[0].text)}
    flags = {flag.text_content() for tree in pages for flag in tree.xpath("//*[@class='flag']")}
    explained = trees[f"{language}/how-to-read"].xpath("//h2[@id='basis']/following-sibling::ul[position() < 3]//strong/text()")
    assert len(marks) > 3 and marks | flags <= set(explained)
    named = {name.lower() for tree in pages for summary in tree.xpath("//summary[@class='basis']/span[2]/text()") for name in summary.split(" · ")}
    assert named <= {word(language, "basis", kind).lower() for kind in get_args(Kind)}, "what a document states has no mark"


def test_contents_list_names_every_section_and_previous_and_next_stay_in_the_language(trees):
    for name, tree in trees.items():
        if name.count("/") != 2:
            continue
        contents, jumps = ([href.lstrip("#") for href in tree.xpath(f"//nav[@class='{one}']//a/@href")] for one in ("on-this-page", "jump"))
        headings = tree.xpath("//article//h2/@id")
        assert contents == jumps == (headings if len(headings) > 1 else []), name
        for href in tree.xpath("//a[@rel='prev' or @rel='next']/@href"):
            assert os.path.normpath(os.path.join(name, href)).startswith(name[:2] + "/")
