"""What the search says when some of its files do not come, and that it asks for them again."""
from __future__ import annotations

import pytest

from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import opened
from tests.generator.search.asking import asked, sentence

SAYS = {
    "records": {"zh": "条目索引没有加载成功", "en": "The index of records could not be loaded"},
    "text": {"zh": "正文索引没有加载成功", "en": "The full text could not be loaded"},
    "all": {"zh": "搜索没有加载成功", "en": "The search could not be loaded"},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("missing", "said", "found"), [
    (["**/search/records.json"], "records", True),
    (["**/search/text.json"], "text", True),
    (["**/search/words-*/*"], "text", True),
    (["**/search/text/**"], "text", True),
    (["**/search/records.json", "**/search/text.json"], "all", False),
    (["**/search/panel.*.js"], "all", False),
    (["**/search/minisearch.*.js"], "all", False),
])
def test_it_says_what_could_not_be_loaded_and_shows_the_rest(browser, address, handbook, language, missing, said, found):
    role = examples.role(handbook)
    query = sentence(role) if (said, language) == ("records", "zh") else role.name[language]
    page, _ = opened(browser, address, f"{language}/roles/")
    for pattern in missing:
        page.route(pattern, lambda route: route.abort())
    page.keyboard.press("/")
    page.locator("dialog.search[open] input[name=q]").fill(query)
    page.locator(".notice", has_text=SAYS[said][language]).wait_for()
    if found:
        page.locator(".hit").first.wait_for()
    else:
        assert page.locator(".hit").count() == 0
    page.context.close()


@pytest.mark.parametrize("script", ["panel", "find", "minisearch"])
@pytest.mark.parametrize("start", ["zh/", "zh/search/"])
def test_a_script_that_did_not_come_is_asked_for_again_when_somebody_types_on(browser, address, handbook, script, start):
    name = examples.role(handbook).name.zh
    page, _ = opened(browser, address, "zh/about/")
    gone = lambda route: route.abort()  # noqa: E731
    page.route(f"**/search/{script}.*.js", gone)
    page.goto(address + start)
    page.keyboard.press("/")
    page.locator(".panel .notice", has_text=SAYS["all"]["zh"]).wait_for()
    page.unroute(f"**/search/{script}.*.js", gone)
    page.locator(".panel input[name=q]").press_sequentially(name)
    page.locator(".panel .hit strong", has_text=name).first.wait_for()


def test_an_index_cut_short_is_a_missing_one_and_is_tried_again(browser, address, site, handbook):
    first, second = (role.name.zh for role in examples.roles(handbook, 2))
    page, _ = opened(browser, address, "zh/")
    half = (site / "zh/search/records.json").read_text(encoding="utf-8")[:2000]
    cut = lambda route: route.fulfill(body=half, content_type="application/json")  # noqa: E731
    page.route("**/search/records.json", cut)
    page.keyboard.press("/")
    page.locator("dialog.search[open] input[name=q]").fill(first)
    page.locator(".notice", has_text=SAYS["records"]["zh"]).wait_for()
    page.unroute("**/search/records.json", cut)
    page.locator("dialog.search input[name=q]").fill(second)
    page.locator(".hit strong", has_text=second).first.wait_for()
    page.context.close()


def test_a_missing_piece_of_the_full_text_is_said_and_tried_again(browser, address, handbook):
    first, second = (sentence(role) for role in examples.roles(handbook, 2))
    page, _ = opened(browser, address, "zh/")
    gone = lambda route: route.fulfill(status=404, body="")  # noqa: E731
    page.route("**/search/words-*/*", gone)
    page.keyboard.press("/")
    page.locator("dialog.search[open] input[name=q]").fill(first)
    page.locator(".notice", has_text=SAYS["text"]["zh"]).wait_for()
    page.unroute("**/search/words-*/*", gone)
    asked(page, second)
    assert page.locator(".hit mark").count() > 0 and page.locator(".notice").count() == 0
