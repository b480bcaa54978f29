"""Terms explained where they are met."""
from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.loading.folder import load
from macros.model.sources import Names, Term
from macros.model.term_use import Glossary
from macros.views.explaining import explained_terms, showing_by_term
from macros.views.reader import Reader
from macros.views.term_links import explained
from macros.website.page_list import outlines
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
from tests.places import BAKERIES, BAKERY

DEFAULTS = {"file": "terms.yml", "kind": "measure", "owner": "team", "reviewed_on": "2026-01-01", "review_by": "2027-01-01"}


def term(id: str, zh: str, en: str, short: str | None = None, allow: tuple[str, ...] = ()) -> Term:
    return Term(id=id, name=Text(zh=zh, en=en), short=short, definition=Text(zh="…", en="…"), allow=Names(en=allow), **DEFAULTS)


ROI = term("roi", "投入产出比", "return on investment", "ROI")
CRM = term("crm", "客户关系管理系统", "customer relationship management system", "CRM")
SCRM = term("scrm", "社交客户关系管理系统", "social CRM", "SCRM")
RATE = term("rate", "转化率", "conversion rate", "CVR", ("conversion",))


def linked(html: str, *terms: Term, language: str = "zh") -> list[tuple[str, str]]:
    """(address, words) of every link to a term."""
    return re.findall(r'<a class="term" href="([^"]+)">([^<]+)</a>', explained(html, {f"#{one.id}": one for one in terms}, language))


@pytest.mark.parametrize(("html", "found"), [
    ("<p>投入产出比和投入产出比</p><p>ROI</p>", [("#roi", "投入产出比")]),
    ("<p>看ROI</p>", [("#roi", "ROI")]),
    ("<p>看BROI和ROIs2</p>", []),
    ("<p>2 ROIs</p>", [("#roi", "ROIs")]),
    ("<h2>ROI</h2><p><a href='x'>ROI</a> <code>ROI</code></p><table><tr><th>ROI</th><td>ROI</td></tr></table>", [("#roi", "ROI")]),
    ("<p>社交客户关系管理系统、客户关系管理系统</p>", [("#scrm", "社交客户关系管理系统"), ("#crm", "客户关系管理系统")]),
    ("<p>社交客户关系管理系统、社交客户关系管理系统</p><p>客户关系管理系统</p>", [("#scrm", "社交客户关系管理系统"), ("#crm", "客户关系管理系统")]),
    ("<p>社交客户关系管理系统、社交客户关系管理系统</p>", [("#scrm", "社交客户关系管理系统")]),
    ("<p>看不到</p><h2 id=\"terms\">ROI</h2><dl><dd>ROI</dd></dl>", []),
])
def test_the_first_use_is_linked_outside_links_headings_and_codes(html, found):
    assert linked(html, ROI, CRM, SCRM) == found


@pytest.mark.parametrize(("html", "found"), [
    ("<p>Conversion rates rise</p>", [("#rate", "Conversion rates")]),
    ("<p>conversion rose; the conversion rate too</p>", [("#rate", "conversion")]),
    ("<p>the conversion rate rose; conversion too</p>", [("#rate", "conversion rate")]),
    ("<p>roi is not a word, ROI is</p>", [("#roi", "ROI")]),
    ("<p>Returns on investments</p>", []),
])
def test_english_takes_plurals_and_capitals_but_not_other_words(html, found):
    assert linked(html, ROI, RATE, language="en") == found


def test_a_page_without_terms_stays_byte_for_byte_as_it_is():
    html = "<p>没有术语 &amp; nothing</p>"
    assert explained(html, {"#roi": ROI}, "zh") == html


def test_every_link_to_a_term_leads_to_a_meaning_on_its_page_and_both_languages_explain_the_same():
    explanations: dict[str, dict[str, list[str]]] = {language: {} for language in LANGUAGES}
    handbook = load(BAKERY, ())
    for outline in outlines(handbook):
        body = outline.made(handbook).content.body
        meanings = re.findall(r'<div id="(term-[^"]+)">', body)
        assert {f"#{one}" for one in meanings} >= set(re.findall(r'class="term" href="(#[^"]+)"', body))
        explanations[outline.language][outline.path] = meanings
    first, second = explanations.values()
    assert first == second
    assert any(first.values())


def test_a_term_inside_the_name_of_another_is_not_used_there():
    wecom, wechat = term("wecom", "企业微信", "WeCom"), term("wechat", "微信", "WeChat")
    only, both = term("a", "企业微信群", "group"), term("b", "企业微信和微信", "both")
    glossary = Glossary((wechat, wecom))
    assert [one.id for one in glossary.used_by(only)] == ["wecom"]
    assert [one.id for one in glossary.used_by(both)] == ["wechat", "wecom"]


def test_a_phrase_that_means_something_else_names_no_term():
    board = term("dashboard", "看板", "dashboard").model_copy(update={"exempt": Names(zh=("看板工具",))})
    assert Glossary((board,)).named_in("用看板工具") == frozenset() and Glossary((board,)).named_in("看板工具和看板") == {"dashboard"}
    assert explained("<p>看板工具和看板</p>", {"#board": board}, "zh") == '<p>看板工具和<a class="term" href="#board">看板</a></p>'


def test_no_note_of_a_mark_takes_the_link_of_what_stands_in_the_open():
    html = '<li>x<details class="why"><summary>推</summary><div>ROI</div></details></li><li>ROI</li>'
    assert explained(html, {"#roi": ROI}, "zh").index('class="term"') > html.index("</details>")


def test_a_household_word_is_explained_to_those_who_read_english_alone():
    wechat = term("wechat", "微信", "WeChat").model_copy(update={"household": True})
    assert wechat.needs_explaining("en") and not wechat.needs_explaining("zh") and ROI.needs_explaining("zh")


def test_a_page_explains_no_term_that_its_own_language_does_without():
    handbook = load(BAKERY, ())
    role = handbook.ordered_roles[0]
    free = replace(handbook, terms={**handbook.terms, "free": term("free", role.essence.zh, "a word of no page")})
    explaining = [language for language in LANGUAGES if "free" in {one.id for one in explained_terms(Reader(free, language, ""), "roles", role)}]
    assert explaining == ["zh"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_explains_the_terms_in_what_its_competencies_are(language):
    handbook = load(BAKERIES, ())
    role = handbook.ordered_roles[0]
    lent = handbook.competencies[role.competencies[0].competency].summary
    other = replace(handbook, terms={**handbook.terms, "lent": term("lent", lent.zh, lent.en)})
    assert "lent" not in {one.id for one in other.terms_of("roles", role.id)}
    assert "lent" in {one.id for one in explained_terms(Reader(other, language, ""), "roles", role)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_counts_every_page_that_explains_a_term(language):
    handbook = load(BAKERIES, ())
    role = handbook.ordered_roles[0]
    lent = handbook.competencies[role.competencies[0].competency].summary
    other = replace(handbook, terms={**handbook.terms, "lent": term("lent", lent.zh, lent.en)})
    assert ("roles", role.id) in {(kind, one.id) for kind, one in showing_by_term(Reader(other, language, ""))["lent"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_explains_the_terms_in_the_names_of_its_kpis(language):
    handbook = load(BAKERIES, ())
    role = next(one for one in handbook.ordered_roles if one.kpis)
    lent = handbook.kpis[role.kpis[0].kpi].name
    other = replace(handbook, terms={**handbook.terms, "lent": term("lent", lent.zh, lent.en)})
    assert "lent" in {one.id for one in explained_terms(Reader(other, language, ""), "roles", role)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_explains_the_terms_in_where_figures_come_from_where_its_page_says_that(language):
    handbook = load(BAKERY, ())
    role = next(one for one in handbook.ordered_roles if one.kpis and one.kpis[0].target)
    lent = handbook.kpis[role.kpis[0].kpi].data_source
    other = replace(handbook, terms={**handbook.terms, "lent": term("lent", lent.zh, lent.en)})
    aimless = role.model_copy(update={"kpis": tuple(line.model_copy(update={"target": None}) for line in role.kpis)})
    explaining = ["lent" in {one.id for one in explained_terms(Reader(other, language, ""), "roles", one)} for one in (role, aimless)]
    assert explaining == [True, False]
