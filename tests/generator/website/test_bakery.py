"""The bakeries in examples/ built whole: their site speaks of ovens and of nothing that any other handbook holds."""
from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import parse

from macros.words.languages import LANGUAGES

READ = {".html", ".json", ".js", ".css", ".svg", ".xml", ".txt", ".webmanifest"}
# What the generator said of its first department before departments were data.
SAID_ONCE = (
    r"marketing", r"市场", r"crust brander", r"crust-brander", r"品牌", r"ppjl", r"\bOKR\b", r"WeChat", r"微信", r"Double 11", r"双11", r"\b618\b",
    r"the four\b", r"\bfour (?:stages|levels|layers|steps)", r"四(?:个|大)?(?:阶段|等级|层级)", r"四[级层]", r"\b500 users", r"500名?用户",
    r"\bCNY\b", r"\byuan\b", r"人民币", r"[0-9百千万亿]元", "执行(?!局)", "战术", "战略", "生态", r"\bexecute\b", r"营销", r"线索",
)
# Odd signs that stand in the bakeries' data on purpose, in names and in sentences.
SIGNS = ("{{ 7*7 }} | *", "“{% raw %}”", "“{: .x }”", "<b>crust</b>", "“<b>酥皮</b>”", "“A &amp; B”", "“A | B”", "“*”")


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, str]:
    """Every file of the site that can be read, by its path, with entities as the signs they stand for."""
    return {path.relative_to(site).as_posix(): html.unescape(path.read_text(encoding="utf-8")) for path in readable(site)}


def readable(site: Path) -> Iterator[Path]:
    """The files of a site in which something can be said."""
    for path in sorted(site.rglob("*")):
        if path.suffix in READ and path.is_file():
            yield path


def test_no_page_and_no_file_says_what_was_once_said_of_the_first_department(texts):
    refused = re.compile("|".join(SAID_ONCE), re.I)
    found = {(path, match[0]) for path, text in texts.items() for match in refused.finditer(text)}
    assert not found, sorted(found)[:40]


def test_what_the_bakeries_lack_has_no_page_no_door_and_no_tab(texts, handbook):
    assert not handbook.practices and not handbook.cases
    assert not [path for path in texts if re.match(r"(zh|en)/(practices|cases)/", path)]
    assert not [path for path, text in texts.items() if re.search(r'href="[^"]*/(practices|cases)/', text)]


def test_a_retired_record_of_every_kind_is_cited_and_its_place_says_what_came_after(site, handbook):
    retired = [(kind, record) for kind, record in handbook.records() if record.retired]
    assert {"roles", "stages", "layers", "tracks", "competencies", "kpis", "moves", "posts", "titles", "teams", "terms"} == {kind for kind, _ in retired}
    (cited,) = {section for kind, record in retired for section in handbook.cited[kind, record.id]}
    document, _, section = cited.partition("#")
    for language in LANGUAGES:
        page = parse(str(site / language / "sources" / document / "index.html"))
        listed = page.xpath("//article")[0].text_content()
        for kind, record in retired:
            assert record.name[language] in listed or kind == "teams", (kind, record.id, section)


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_are_shown_as_written(site, sign):
    pages = "\n".join(path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html")))
    shown = html.escape(sign)
    assert shown in pages
    assert "<" not in sign or sign not in pages
    assert sign not in pages or shown == sign
