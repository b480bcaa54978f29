"""Choosing and comparing in a real browser, on the real site and on the tiny one with its retired role."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from macros.comparison.transition import ways
from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened, serving, until
from tests.generator.comparison.comparing import WIDTHS, WORDS, compared, head, notices, settled


@pytest.fixture(scope="module")
def tiny(project: Path) -> Iterator[str]:
    """The site of the tiny handbook, in which a role has retired."""
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=project, check=True, capture_output=True)
    with serving(project / "site") as found:
        yield found


def ids(handbook: Handbook, number: int) -> list[str]:
    """The ids of some roles in use."""
    return [role.id for role in examples.roles(handbook, number)]


def misspelt(id: str) -> str:
    """An id with a letter in its middle left out."""
    return id[: len(id) // 2] + id[len(id) // 2 + 1 :]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_roles_are_chosen_compared_and_kept_in_the_address(browser, address, handbook, language, width):
    first, second, third = ids(handbook, 3)
    page, faults = compared(browser, address, f"{language}/compare/", width)
    assert WORDS[language]["choose"] in notices(page) and not page.locator(".comparison").is_visible()
    selects = page.locator("[data-kind=roles] select")
    selects.nth(0).select_option(first)
    selects.nth(1).select_option(second)
    page.wait_for_selector(".comparison tbody")
    assert page.url == f"{address}{language}/compare/?roles={first},{second}"
    assert selects.nth(2).locator(f"option[value={first}]").is_disabled(), "nobody is compared with themselves"
    assert not selects.nth(2).is_visible() and page.locator(".plan-of-move").is_visible()
    page.click("[data-do=add]")
    selects.nth(2).select_option(third)
    until(page, "document.querySelector('.comparison').dataset.columns === '3'")
    assert page.url.endswith(f"?roles={first},{second},{third}")
    assert not page.locator(".plan-of-move").is_visible(), "a plan is for two"
    same = page.locator("tr.same")
    if same.count():
        assert same.first.is_visible(), "nothing is hidden before one asks for it"
        page.locator(".only").check()
        assert not same.first.is_visible() and WORDS[language]["hidden"] in page.locator(".hidden-count").inner_text()
        page.locator(".only").uncheck()
    page.click("a.language-link")
    other = "en" if language == "zh" else "zh"
    page.wait_for_url(f"**/{other}/compare/?roles={first},{second},{third}")
    page.wait_for_selector(".comparison tbody")
    assert len(head(page)) == 3
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("kind", ["roles", "stages"])
def test_of_the_moves_that_can_be_planned_only_those_of_what_is_compared_are_listed(browser, address, handbook, kind):
    known = [{"roles": {way.origin.id, way.target.id}, "stages": {way.origin.stage, way.target.stage}} for way in ways(handbook)]
    for chosen in combinations([role.id for role in handbook.ordered_roles][::6] if kind == "roles" else [stage.id for stage in handbook.used("stages")], 2):
        page, _ = compared(browser, address, f"en/compare/?{kind}={','.join(chosen)}")
        page.wait_for_selector(".comparison tbody")
        listed = sum(bool(one["roles"] & set(chosen)) if kind == "roles" else one["stages"] <= set(chosen) for one in known)
        assert page.locator(".ways > li:not([hidden])").count() == listed
        assert page.locator(".ways-fold").is_visible() == (listed > 0) and page.locator(".legend").is_visible()
        if listed:
            page.locator(".ways-fold > summary").click()
            assert page.locator(".ways > li:visible").count() == listed and page.locator(f".ways-fold [data-of={kind}]").is_visible()
        page.context.close()


def test_back_leads_to_the_page_before_and_returns_to_what_was_chosen(browser, address, handbook):
    first, second, third = examples.roles(handbook, 3)
    page, _ = opened(browser, address, "en/roles/")
    page.goto(f"{address}en/compare/?roles={first.id},{second.id}")
    page.wait_for_selector(".comparison tbody")
    page.locator("[data-kind=roles] select").nth(1).select_option(third.id)
    until(page, "name => document.querySelector('.side thead').textContent.includes(name)", arg=third.name.en)
    page.locator(".side thead a").first.click()
    page.wait_for_url(f"**/roles/{first.id}/")
    page.go_back()
    page.wait_for_selector(".comparison tbody")
    assert head(page) == [first.name.en, third.name.en]
    page.go_back()
    page.wait_for_url("**/en/roles/")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_are_compared_on_a_track(browser, address, handbook, language):
    low, high, track, absent = stages_and_tracks(handbook)
    page = browser.new_context().new_page()
    page.route("**/compare/stages/*.json", lambda route: route.fulfill(json=without(route.fetch().json(), absent)))
    page.goto(f"{address}{language}/compare/?stages={low},{high}&track={track}")
    settled(page)
    assert page.locator("tr th a[href*='tracks/']").count() == 1
    assert page.locator(".way-head .kind").text_content() == WORDS[language]["stages"] and WORDS[language]["stages"] in page.title()
    page.locator("select[name=track]").select_option(absent)
    page.get_by_text(WORDS[language]["offTrack"]).wait_for()
    assert page.locator("tr th a[href*='tracks/']").count() == 0
    page.locator("select[name=track]").select_option("")
    until(page, "document.querySelectorAll(\"tr th a[href*='tracks/']\").length > 0")
    off = [role.id for role in handbook.ordered_roles if role.stage in (low, high) and not handbook.tracks_of(role.id)]
    assert page.locator("tr:has-text('" + WORDS[language]["noTrack"] + "') a[href*='roles/']").count() == len(off), "those on no track stand at the stage, too"
    assert page.url.endswith(f"?stages={low},{high}")
    page.locator("[name=kind][value=roles]").check()
    until(page, "!document.querySelector('[data-kind=roles]').hidden")
    assert page.url.endswith("/compare/") and WORDS[language]["choose"] in notices(page)
    page.context.close()


def stages_and_tracks(handbook: Handbook) -> tuple[str, str, str, str]:
    """Two stages, a track with someone on one of them, and another track, which the test takes off both."""
    tracks = [(track.id, {handbook.roles[id].stage for rung in track.rungs for id in rung.roles}) for track in handbook.used("tracks")]
    return next(
        (low, high, one, other)
        for low, high in combinations([stage.id for stage in handbook.used("stages")], 2)
        for one, here in tracks if here & {low, high}
        for other, _ in tracks if other != one
    )


def without(sheet: dict, track: str) -> dict:
    """What a stage’s file would say if nobody of a track stood on the stage."""
    for group in sheet["groups"]:
        group["rows"] = [row for row in group["rows"] if row["key"] != f"track-{track}"]
    return sheet


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("query", "said", "columns"), [
    ("?roles=", "choose", 0),
    ("?roles=,%20,", "choose", 0),
    ("?roles={0},{0}", "", 0),
    ("?roles={0},{shouted},{1}", "", 2),
    ("?roles={misspelt},{1},{2}", "near", 2),
    ("?roles={0},{1},{2},{3},{4}", "most", 4),
    ("?roles=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,%22'%3E%3Cb%3E", "unknown", 0),
    ("?roles=__proto__,constructor", "unknown", 0),
    ("?roles=" + "x" * 500, "unknown", 0),
    ("?roles=😀", "unknown", 0),
    ("?stages={low},{high}&track=<b>", "", 2),
])
def test_any_address_gets_a_sensible_page(browser, address, handbook, language, width, query, said, columns):
    five, stages = sorted(ids(handbook, 5), key=len, reverse=True), [stage.id for stage in handbook.used("stages")]
    query = query.format(*five, shouted=five[0].upper(), misspelt=misspelt(five[0]), low=stages[0], high=stages[1])
    page, faults = compared(browser, address, f"{language}/compare/{query}", width)
    if columns:
        page.wait_for_selector(".comparison tbody")
    assert WORDS[language].get(said, "") in notices(page)
    assert len(head(page)) == columns and page.locator(".comparison").is_visible() == bool(columns)
    assert page.locator(".notices :is(img, b)").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
    page.context.close()


def test_what_stands_in_the_address_is_shown_as_text(browser, address):
    page, _ = compared(browser, address, "en/compare/?roles=%3Cb%3E%22x%22%3C/b%3E")
    assert "These roles were not found: “<b>\"x\"</b>”." in notices(page)
    page.context.close()


@pytest.mark.parametrize("written", ["misspelt", "chinese", "alias"])
def test_an_unknown_id_offers_near_names_that_take_its_place(browser, address, handbook, written):
    known = max((role for role in handbook.ordered_roles if written != "alias" or role.aliases), key=lambda role: len(role.id))
    other = next(one for one in ids(handbook, 2) if one != known.id)
    said = {"misspelt": misspelt(known.id), "chinese": known.name.zh, "alias": known.aliases[0].en if known.aliases else ""}[written]
    page, _ = compared(browser, address, f"{'zh' if written == 'chinese' else 'en'}/compare/?roles={other},{said}")
    page.locator(".notices a").first.click()
    page.wait_for_selector(".comparison tbody")
    assert page.url.endswith(f"?roles={other},{known.id}")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_that_is_only_named_says_so_and_leads_to_it(browser, address, handbook, language):
    post = handbook.used("posts")[0].id
    page, faults = compared(browser, address, f"{language}/compare/?roles={post},{examples.role(handbook).id}")
    assert page.locator(".notices .notice").count() == 1 and WORDS[language]["named"] in notices(page)
    page.locator(".notices a").click()
    page.wait_for_url(f"**/tracks/#post-{post}")
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_unknown_ids_share_a_line_and_nothing_far_is_suggested(browser, address, language):
    page, _ = compared(browser, address, f"{language}/compare/?roles=a,b,c,d,e,f")
    assert page.locator(".notices .notice").count() == 1 and page.locator(".notices a").count() == 0
    assert all(f"“{one}”" in notices(page) for one in "abcdef")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False])
def test_every_role_leads_to_a_plan(browser, address, handbook, language, script):
    first, second = ids(handbook, 2)
    page, _ = opened(browser, address, f"{language}/roles/{first}/", java_script_enabled=script)
    assert page.locator(".plain-list a.shared").first.get_attribute("href").split("?")[1].startswith(f"roles={first},")
    assert page.locator(".plan-to").is_visible() == script, "what compares any two roles needs scripts"
    if script:
        page.locator(".plan-to select").select_option(f"{first},{second}")
        page.click(".plan-to button")
        page.wait_for_url(f"**/{language}/compare/?roles={first}%2C{second}#plan")
        page.wait_for_selector(".side thead a")
        assert len(head(page)) == 2
    page.context.close()


@pytest.mark.parametrize(("language", "names"), [("zh", ("送货线", "柜台线")), ("en", ("Delivery track", "Counter track"))])
def test_a_retired_track_says_what_replaced_it_and_gives_way(browser, address, language, names):
    page, faults = compared(browser, address, f"{language}/compare/?stages=learning,master&track=delivery")
    assert all(name in notices(page) for name in names), notices(page)
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_retired_role_says_what_replaced_it_and_gives_way(browser, tiny, language):
    page, faults = compared(browser, tiny, f"{language}/compare/?roles=fire-lighter,crust-brander")
    page.wait_for_selector(".comparison tbody")
    assert WORDS[language]["retired"] in notices(page) and head(page)[0] in notices(page)
    assert "{{ 7*7 }}" in page.locator(".beside").last.text_content() + page.locator("#duties + .beside").inner_text(), "data is text"
    both, _ = compared(browser, tiny, f"{language}/compare/?roles=fire-lighter,oven-hand")
    assert not both.locator(".comparison").is_visible() and head(page)[0] in notices(both), "one and the same"
    assert faults == []
    page.context.close()
    both.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lost", ["index", "roles/{}", "help"])
def test_a_missing_file_is_said(browser, address, handbook, language, lost):
    first, second = ids(handbook, 2)
    lost = lost.format(first)
    page = browser.new_context().new_page()
    page.route(f"**/{lost}.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}{language}/compare/?roles={first},{second}")
    page.wait_for_selector(".unavailable:visible")
    assert WORDS[language]["missing"] in page.locator(".unavailable").inner_text() and not page.locator(".comparison").is_visible()
    assert page.locator(".ways a").count() > 0
    page.unroute(f"**/{lost}.json")
    page.locator("[data-kind=roles] select").nth(0).select_option(first)
    page.locator("[data-kind=roles] select").nth(1).select_option(second)
    page.wait_for_selector(".comparison tbody")
    assert not page.locator(".unavailable").is_visible()
    page.context.close()


def test_nothing_is_fetched_before_the_page_is_opened(browser, address, handbook):
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/roles/{examples.role(handbook).id}/", wait_until="networkidle")
    assert not [url for url in asked if "compare" in url and not url.endswith(".css")]
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_no_longer_written_leads_to_the_same_two_roles(browser, address, handbook, language):
    first, second = (role.id for role in examples.apart(handbook))
    page, _ = opened(browser, address, f"{language}/compare/{first}/{second}/")
    page.wait_for_url(f"**/{language}/compare/?roles={first},{second}")
    page.wait_for_selector(".comparison tbody")
    assert len(head(page)) == 2
