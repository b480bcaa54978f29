"""Whoever comes by a link that names an edition, as from a job post, is told below the head of the page what has changed since."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from macros.commands.command_line import main
from macros.model.handbook import Handbook
from macros.model.public import public
from macros.pages.since import since
from macros.releasing.past import keep, link_to
from macros.views.page import View
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.browser import opened, serving
from tests.building import build
from tests.places import BAKERIES

ROLE, NEW, GONE = "roles/counter-assistant/", "roles/recipe-developer/", "roles/fire-lighter/"
FILE = "changes/since.json"


@pytest.fixture(scope="module", params=["internal", "public"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, address: str, handbook: Handbook) -> Iterator[tuple[str, Handbook]]:
    """The address of the site of either edition, and the handbook as it is there."""
    if request.param == "internal":
        yield address, handbook
        return
    folder = tmp_path_factory.mktemp("since") / "site"
    build(BAKERIES, folder, HANDBOOK_EDITION="public")
    with serving(folder) as found:
        yield found, public(handbook)


def lead(view: View, edition: str) -> str:
    """What is said of an edition first."""
    return next(one["lead"] for one in view["editions"] if one["id"] == edition)


def notice(page: Page) -> list[str]:
    """What stands right below the head of the page, line by line."""
    return [line.strip() for line in page.locator("article > .record-head + .since").inner_text().splitlines() if line.strip()]


@pytest.mark.parametrize(("locale", "language"), [("zh-CN", "zh"), ("en-US", "en")])
def test_the_short_address_takes_the_edition_and_the_place_along(browser, told, locale, language):
    address, handbook = told
    page, faults = opened(browser, address, "r/counter-assistant/?edition=1.0#duties", locale=locale)
    page.wait_for_url(f"{address}{language}/{ROLE}?edition=1.0#duties")
    view = since(Reader(handbook, language, "../../../"))
    lines = [view["changes"][number] for number in view["of"][ROLE.strip("/")]]
    counted = view["counted"]["roles"]["one" if len(lines) == 1 else "other"].replace("{n}", str(len(lines)))
    assert notice(page) == [lead(view, "1.0"), counted, *(f"{one['edition']} {one['meaning']}{view['colon']}{one['text']}" for one in lines)]
    again = page.locator("#duties + .since")
    expect(again).to_be_in_viewport(ratio=1)
    assert again.inner_text() == page.locator(".record-head + .since").inner_text(), "it is seen where one is led to, too"
    assert page.locator(".record-head + .since a").count() == (0 if handbook.audience == "public" else len(lines)) and not faults
    page.locator("a.language-link").click()
    page.wait_for_url(f"{address}{'en' if language == 'zh' else 'zh'}/{ROLE}?edition=1.0#duties")
    assert notice(page)[0] != lead(view, "1.0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_todays_edition_and_one_that_changed_nothing_are_told_so(browser, told, language):
    address, handbook = told
    view = since(Reader(handbook, language, ""))
    page, faults = opened(browser, address, f"{language}/{ROLE}?edition=2.0")
    assert notice(page) == [lead(view, "2.0")]
    page.goto(f"{address}{language}/competencies/hygiene/?edition=1.0")
    assert notice(page) == [lead(view, "1.0"), view["counted"]["competencies"]["none"]] and not faults


def test_what_a_sentence_leaves_behind_a_link_is_no_part_of_the_edition(browser, address, handbook):
    said, page = lead(since(Reader(handbook, "en", "")), "1.0"), browser.new_page()
    for behind in (*".。,，;；:：!！?？、)）]】>》”’…", "。”", ".)", " ", "\u3000", "\u200b", "）。 "):
        page.goto(f"{address}en/{ROLE}?edition=%20{quote('1.0' + behind)}")
        assert notice(page)[0] == said, behind


def test_what_has_taken_the_place_of_a_record_is_asked_for_the_edition_alone(browser, address):
    page, _ = opened(browser, address, f"en/{GONE}?edition=1.0{quote('。')}")
    page.locator("article > .retired a[href$='edition=1.0']").click()  # the script that adds it comes on its own
    page.wait_for_url(f"{address}en/roles/apprentice-baker/?edition=1.0")


@pytest.mark.parametrize("asked", [
    "7.0", "1", "0", "1.0.0", "1.0。2", "__proto__", "constructor", "<img src=x onerror=alert(1)>", '1.0"><script>alert(1)</script>', "9" * 4000,
])
def test_what_is_no_edition_is_told_kindly_and_never_shown(browser, told, asked):
    address, handbook = told
    page, faults = opened(browser, address, f"en/{ROLE}?edition={quote(asked)}")
    assert notice(page) == [since(Reader(handbook, "en", ""))["unknown"]] and not faults
    assert page.locator(".since *").count() == 1 and "onerror" not in page.content() and "alert(1)" not in page.content()


def test_of_many_changes_the_older_ones_are_folded(browser, address, handbook):
    view = since(Reader(handbook, "en", "../../../"))
    many = [{**view["changes"][0], "text": f"Change {number}."} for number in range(9)]
    view = {**view, "changes": many, "of": {ROLE.strip("/"): [*range(9)]}, "editions": [{"id": "1.0", "lead": "Old.", "newer": 8}]}
    page = browser.new_page()
    page.route(f"**/{FILE}", lambda route: route.fulfill(json=view))
    page.goto(f"{address}en/{ROLE}?edition=1.0")
    assert notice(page)[:2] == ["Old.", "8 changes that concern this role have been noted since:"] and len(notice(page)) == 2 + 5 + 1
    page.get_by_text("3 more").click()
    assert len(notice(page)) == 2 + 8 + 1 and notice(page)[-1].endswith("Change 7.")


def test_pages_without_the_question_ask_for_nothing_more(browser, address):
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in (f"zh/{ROLE}", f"zh/{ROLE}?from=post", f"zh/{ROLE}?edition=", "zh/roles/", f"en/{NEW}#duties"):
        page.goto(f"{address}{path}", wait_until="networkidle")
    assert asked and not [url for url in asked if "since" in url]
    for path in ("zh/roles/?edition=1.0", "zh/stages/?edition=1.0", f"zh/{ROLE}?edition=%20", f"zh/{ROLE}?edition={quote('。')}"):
        page.goto(f"{address}{path}", wait_until="networkidle")
    assert not [url for url in asked if url.endswith(FILE)] and page.locator(".since").count() == 0


def test_a_record_out_of_use_leads_on_with_the_edition(browser, told):
    address, handbook = told
    page, faults = opened(browser, address, f"en/{GONE}?edition=1.0")
    assert notice(page) == [lead(since(Reader(handbook, "en", "")), "1.0")], "that it is out of use is said below"
    page.locator("article > .retired a").click()
    page.wait_for_url(f"{address}en/roles/apprentice-baker/?edition=1.0")
    assert notice(page)[0].startswith("The link you followed names edition 1.0;") and not faults
    page.goto(f"{address}en/{GONE}?edition=7.0")
    page.locator(".since").wait_for()
    assert "?" not in (page.locator("article > .retired a").get_attribute("href") or "")


def test_without_scripts_both_languages_are_offered_and_the_foot_tells_the_last_changes(browser, told):
    address, handbook = told
    page, _ = opened(browser, address, "r/counter-assistant/?edition=1.0", java_script_enabled=False)
    assert page.locator("main a").all_inner_texts() == ["中文", "English"]
    page.get_by_text("English").click()
    assert handbook.editions["2.0"].changes[0 if handbook.audience == "public" else 1].en in page.locator(".record-changes").inner_text()


def test_a_record_with_another_id_is_led_to_under_the_id_that_it_had_then(browser: Browser, site: Path, tmp_path: Path):
    data, root = Path(shutil.copytree(BAKERIES, tmp_path / "data")), tmp_path / "site"
    renamed = CliRunner().invoke(main, ["rename", "role", "counter-assistant", "--to-id", "sales-assistant", "--yes", "--data", str(data)])
    assert not renamed.exit_code, renamed.output
    build(data, root)
    keep(site, root, "1.0")
    link_to(root, {"1.0": root / "editions/1.0"})
    with serving(root) as address:
        page, faults = opened(browser, address, "r/counter-assistant/?edition=1.0", locale="zh-CN")
        page.wait_for_url(f"{address}zh/roles/sales-assistant/?edition=1.0")
        page.get_by_text("看当时的这一页").click()
        page.wait_for_url(f"{address}editions/1.0/zh/{ROLE}")
        assert not faults


def test_an_edition_that_is_kept_is_led_to_where_the_page_was_there_and_says_itself_which_it_is(browser: Browser, site: Path, tmp_path: Path):
    root = Path(shutil.copytree(site, tmp_path / "site"))
    keep(site, root, "1.0")
    for language in LANGUAGES:
        shutil.rmtree(root / "editions/1.0" / language / NEW)
    link_to(root, {"1.0": root / "editions/1.0"})
    with serving(root) as address:
        page, faults = opened(browser, address, f"zh/{NEW}?edition=1.0")
        assert notice(page) and page.locator(".since").get_by_text("看当时的这一页").count() == 0
        page.goto(f"{address}zh/{ROLE}?edition=1.0")
        page.get_by_text("看当时的这一页").click()
        page.wait_for_url(f"{address}editions/1.0/zh/{ROLE}")
        page.goto(f"{page.url}?edition=1.0", wait_until="networkidle")
        assert page.locator(".past").count() == 1 and page.locator(".since").count() == 0 and not faults
