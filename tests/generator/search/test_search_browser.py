"""How the search is used in a real browser, and what it says when something is missing or odd."""
from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import replace
from urllib.parse import quote

import pytest
from pypinyin import lazy_pinyin

from macros.model.handbook import Handbook
from macros.model.tracks import Rung
from macros.search.readings import traditional_forms
from macros.search.records import search_records
from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened, until
from tests.building import asset
from tests.generator.search.asking import asked, settled


def traditional(name: str) -> str:
    """A name as it is written in traditional characters."""
    forms = traditional_forms(name)
    other = {simple: form for form, simple in zip(forms[::2], forms[1::2], strict=True)}
    return "".join(other.get(one, one) for one in name)


def common(handbook: Handbook, language: str) -> str:
    """A word that the names of most kinds of record have, competencies among them."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, record in handbook.records():
        if not record.retired and kind not in ("layers", "teams"):
            name = record.name[language].lower()
            for word in {name[place : place + 2] for place in range(len(name) - 1)} if language == "zh" else set(re.findall("[a-z]{4,}", name)):
                kinds[word].add(kind)
    return max((word for word in kinds if "competencies" in kinds[word]), key=lambda word: (len(kinds[word]), word))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_keys_alone_open_choose_and_follow(browser, address, handbook, language, width, scheme):
    role = examples.role(handbook)
    query, name = (" ".join(lazy_pinyin(role.name.zh)), role.name.zh) if language == "zh" else (traditional(role.name.zh), role.name.en)
    page, faults = opened(browser, address, f"{language}/kpis/", viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.keyboard.press("Control+k")
    page.locator("dialog.search[open]").wait_for()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type(query)
    settled(page)
    first = page.locator(".hit").first
    assert name in first.inner_text() and page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')").endswith(f"/{language}/roles/{role.id}/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert not page.locator("dialog.search").is_visible()
    page.keyboard.press("/")
    settled(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{language}/roles/{role.id}/")
    assert faults == []
    page.context.close()


@pytest.mark.parametrize(("language", "label", "pages"), [("zh", "搜索手册", "条结果"), ("en", "Search the handbook", "answers")])
def test_ears_hear_what_it_is_and_how_many_answers_there_are(browser, address, language, label, pages):
    page, _ = opened(browser, address, f"{language}/")
    button = page.locator("a.find-button")
    assert button.get_attribute("aria-haspopup") == "dialog"
    button.click()
    dialog = page.get_by_role("dialog", name=label)
    dialog.get_by_role("searchbox", name=label).fill("KPI")
    settled(page)
    assert pages in dialog.get_by_role("status").inner_text()
    assert dialog.get_by_role("list").count() >= 1 and dialog.get_by_role("radio").first.is_checked()
    dialog.locator(".close").click()
    assert page.evaluate("document.activeElement.className") == "find-button"
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_filters_narrow_and_their_counts_are_true(browser, address, handbook, language, width):
    page, faults = opened(browser, address, f"{language}/", viewport={"width": width, "height": 844})
    asked(page, common(handbook, language))
    kinds = page.locator(".kinds label:visible")
    counts = {label.locator("input").get_attribute("value"): int(label.locator("span").inner_text()) for label in kinds.all()}
    assert counts[""] == sum(count for kind, count in counts.items() if kind) and len(counts) > 2
    page.locator(".kinds input[value=competencies]").check(force=True)
    settled(page)
    until(page, "[...document.querySelectorAll('.hit .kind')].every((one, _, all) => one.textContent === all[0].textContent)")
    assert page.locator(".hit").count() == min(8, counts["competencies"])
    stage = page.locator("select[data-narrow=stage]")
    option = stage.locator("option:not([disabled])").nth(1)
    number = int(option.inner_text().rpartition("(")[2].rstrip(")"))
    stage.select_option(option.get_attribute("value"))
    until(
        page, "number => +document.querySelector('.kinds input[value=competencies]').parentElement.querySelector('span').textContent === number", arg=number
    )
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth") and faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_result_offers_names_that_look_alike(browser, address, handbook, language):
    name = max((role.name[language] for role in handbook.ordered_roles), key=len)
    query = garbled("".join(lazy_pinyin(name)) if language == "zh" else name.lower().replace(" ", ""))
    page, faults = opened(browser, address, f"{language}/")
    asked(page, query)
    assert query in page.locator(".notice").inner_text()
    assert name in page.locator(".hit strong").all_inner_texts() and faults == []
    page.context.close()


def garbled(word: str) -> str:
    """A word with more slips in it than a search forgives."""
    return "".join(one + one if place % 4 == 3 else "e" if one == "a" else one for place, one in enumerate(word)) + "y"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    [
        "品" * 500,
        "x" * 500,
        "\"'“”«»",
        "<img src=x onerror=alert(1)>",
        "<script>bread</script>",
        "🙂🙂",
        "   ",
        "\\ ^$.*+?()[]{}|",
        "%00%ff&q=1",
        "ﷺ",
        "null",
        "__proto__",
    ],
)
def test_odd_input_is_answered_safely(browser, address, language, query):
    page, faults = opened(browser, address, f"{language}/")
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.keyboard.press("/")
    page.locator("dialog.search[open] input[name=q]").fill(query)
    until(
        page, """typed => {
          const results = document.querySelector('.results');
          const answered = document.querySelector('.hit:not(.list), .notice') && !results.hasAttribute('aria-busy');
          return typed.trim() ? answered : results.querySelector('.examples') }""",
        arg=query,
    )
    assert page.locator(".results img, .results script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth") and faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_has_an_address(browser, address, handbook, language):
    name = (
        examples.role(handbook).name.zh
        if language == "zh"
        else max((one.name.en for one in handbook.used("competencies") if one.name.en.isalpha()), key=len)
    )
    query = name if language == "zh" else name[:3] + name[4:]      # with a slip
    page, faults = opened(browser, address, f"{language}/")
    asked(page, query)
    page.locator("dialog a.as-link").click()
    page.wait_for_url(f"**/{language}/search/?q=*")
    settled(page)
    assert name in page.locator(".hit").first.inner_text() and page.locator("input[name=q]").first.input_value() == query
    assert not page.locator(".needs-script").is_visible()
    page.goto(address + f"{language}/")
    page.locator("form.ask-line input").fill(query)
    page.locator("form.ask-line button").click()
    page.locator("dialog.search[open] .hit", has_text=name).first.wait_for()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize(("language", "said"), [("zh", "搜索需要JavaScript"), ("en", "Searching needs JavaScript")])
def test_without_javascript_the_search_leads_to_the_lists(browser, address, language, said):
    page, _ = opened(browser, address, f"{language}/", java_script_enabled=False)
    page.locator("form.ask-line input").fill("OKR")
    page.locator("form.ask-line button").click()
    page.wait_for_url(f"**/{language}/search/?q=OKR")
    assert said in page.locator("article").inner_text() and not page.locator(".search-page").is_visible()
    page.locator(".browse a").nth(1).click()
    page.wait_for_url(f"**/{language}/competencies/")
    page.locator("a.find-button").click()
    page.wait_for_url(f"**/{language}/search/")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_of_the_search_page_keeps_what_was_chosen(browser, address, handbook, language):
    term = handbook.used("terms")[0].name[language]
    page, faults = opened(browser, address, f"{language}/search/?q={quote(term)}&kind=terms&stage=nowhere")
    settled(page)
    until(page, "!location.search.includes('nowhere')")
    assert page.locator(".kinds input:checked").get_attribute("value") == "terms" and page.locator(".facets select").first.input_value() == ""
    kinds = page.locator(".hit .kind").all_inner_texts()
    assert kinds and set(kinds) == {"术语" if language == "zh" else "Term"}
    page.locator(".kinds input[value='']").check(force=True)
    until(page, "term => new URL(location.href).searchParams.toString() === new URLSearchParams({ q: term }).toString()", arg=term)
    assert faults == []


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_the_other_language_is_asked_the_same(browser, address, handbook, language, other):
    first, second = (role.name[language] for role in examples.roles(handbook, 2))
    page, faults = opened(browser, address, f"{language}/search/?q={quote(first)}&kind=roles")
    settled(page)
    page.locator(".panel input[name=q]").fill(second)
    until(page, "query => new URLSearchParams(location.search).get('q') === query", arg=second)
    page.click("a.language-link")
    page.wait_for_url(f"**/{other}/search/?q=*&kind=roles")
    settled(page)
    assert page.locator(".panel input[name=q]").input_value() == second and page.locator(".kinds input:checked").get_attribute("value") == "roles"
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_nothing_stands_out_of_the_search_page(browser, address, handbook, language):
    page, faults = opened(browser, address, f"{language}/search/?q={quote(common(handbook, language))}", viewport={"width": 390, "height": 800})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth") and faults == []


def test_a_record_belongs_to_its_tracks_however_many_there_are(visit, site, handbook):
    track, role = handbook.used("tracks")[0], handbook.ordered_roles[0].id
    held = {f"track-{n}": (Rung(roles=(role,)),) if n in (1, 11) else () for n in range(12)}
    many = replace(handbook, tracks={id: track.model_copy(update={"id": id, "rungs": rungs}) for id, rungs in held.items()})
    index = json.loads(next(search_records(many, "en", [], str)).text)
    found = visit("en/").evaluate("""async ([script, index, role]) => {
      const { openIndex } = await import(new URL(`../${script}`, location.href).href);
      return openIndex(index, location.href).records.find(one => one.key === `roles/${role}`).tracks;
    }""", [asset(site, "search/records.js"), index, role])
    assert found == [1, 11]


@pytest.mark.parametrize(("language", "query", "name", "why"), [
    ("zh", "售出个数", "每工时营收", "接替"), ("en", "loaves sold", "Takings per hour worked", "in place of"),
])
def test_what_followed_a_record_answers_to_its_name(browser, address, language, query, name, why):
    page, faults = opened(browser, address, f"{language}/")
    asked(page, query)
    first = page.locator(".hit").first
    assert first.locator("strong").inner_text() == name and first.locator(".why").inner_text() == why
    assert not page.locator(".hit[href*='/kpis/loaves-sold/']").count() and faults == []
    page.context.close()
