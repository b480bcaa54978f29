"""Choosing, comparing and planning in a real browser, on the real site and on the tiny one with its retired role."""
from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.checks import RULES
from macros.loading import load
from macros.model.transitions import ways
from tests.browser import opened, serving

ROOT = Path(__file__).resolve().parent.parent
WAYS = [(way.origin.id, way.target.id) for way in ways(load(ROOT / "data", RULES))]
WIDTHS = [1280, 390]
LANGUAGES = ["zh", "en"]
WORDS = {
    "zh": {"folded": "已收起", "choose": "至少选两个", "most": "最多并排四个岗位", "unknown": "没有编号为", "near": "是不是要找", "retired": "起停用", "missing": "没有加载成功", "script": "需要JavaScript",
           "uncurated": "文件没有写这条路", "down": "往下走", "level": "高1级", "copied": "表格已复制"},
    "en": {"folded": "rows folded", "choose": "Choose at least two", "most": "At most four", "unknown": "No role has the id", "near": "Did you mean", "retired": "No longer in use", "missing": "could not be loaded", "script": "needs JavaScript",
           "uncurated": "No document describes this move", "down": "Down a stage", "level": "1 level higher", "copied": "The table is copied"},
}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of the tiny handbook, in which a role has retired."""
    root = tmp_path_factory.mktemp("tiny")
    for name in ("macros", "overrides", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests/tiny/data", root / "data")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    for page in (root / "docs").rglob("how-to-read.md"):
        page.write_text("# Reading {#how-to-read}\n\n## Stages {#stages-and-levels}\n\nShort.\n\n## Editing {#editing}\n\nShort.\n")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, check=True, capture_output=True)
    with serving(root / "site") as found:
        yield found


def settled(page: Page) -> Page:
    """The page once it has said something."""
    page.wait_for_function("document.querySelector('.notices').childElementCount || !document.querySelector('.unavailable').hidden")
    return page


def compared(browser, address: str, path: str, width: int = 1280, **context) -> tuple[Page, list[str]]:
    page, faults = opened(browser, address, path, viewport={"width": width, "height": 900}, **context)
    return settled(page), faults


def notices(page: Page) -> str:
    return page.locator(".notices").inner_text()


def head(page: Page) -> list[str]:
    return [one.strip() for one in page.locator(".comparison .compare-pick label").all_text_contents()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_roles_are_chosen_compared_and_kept_in_the_address(browser, address, language, width):
    page, faults = compared(browser, address, f"{language}/compare/", width)
    assert WORDS[language]["choose"] in notices(page) and not page.locator(".comparison").is_visible()
    selects = page.locator("[data-kind=roles] select")
    selects.nth(0).select_option("brand-manager")
    selects.nth(1).select_option("channel-manager")
    page.wait_for_selector(".comparison tbody")
    assert page.url == f"{address}{language}/compare/?roles=brand-manager,channel-manager"
    assert selects.nth(2).locator("option[value=brand-manager]").is_disabled(), "nobody is compared with themselves"
    selects.nth(2).select_option("marketing-manager")
    page.wait_for_function("document.querySelector('.comparison').dataset.columns === '3'")
    assert page.url.endswith("?roles=brand-manager,channel-manager,marketing-manager")
    assert not page.locator(".plan-of-move").is_visible(), "a plan is for two"
    folded = page.locator("tr.same")
    assert folded.count() > 3 and not folded.first.is_visible() and WORDS[language]["folded"] in page.locator(".folded-count").inner_text()
    line = page.locator("tr.folded").first
    assert line.is_visible() and page.locator("tr.same th").first.inner_text() in line.inner_text()
    line.locator("input").check()
    assert folded.first.is_visible()
    page.locator(".only").uncheck()
    assert folded.last.is_visible() and not line.is_visible()
    page.click("a.language-link")
    other = "en" if language == "zh" else "zh"
    page.wait_for_url(f"**/{other}/compare/?roles=brand-manager,channel-manager,marketing-manager")
    page.wait_for_selector(".comparison tbody")
    assert len(head(page)) == 3
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults == []
    page.context.close()


def test_back_leads_to_the_page_before_and_returns_to_what_was_chosen(browser, address):
    page, _ = opened(browser, address, "en/roles/")
    page.goto(f"{address}en/compare/?roles=brand-manager,channel-manager")
    page.wait_for_selector(".comparison tbody")
    page.locator("[data-kind=roles] select").nth(1).select_option("marketing-manager")
    page.wait_for_function("document.querySelector('thead').textContent.includes('Marketing manager')")
    page.locator("thead a").first.click()
    page.wait_for_url("**/roles/brand-manager/")
    page.go_back()
    page.wait_for_selector(".comparison tbody")
    assert head(page) == ["Brand manager", "Marketing manager"]
    page.go_back()
    page.wait_for_url("**/en/roles/")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_are_compared_on_a_track(browser, address, language):
    page, faults = compared(browser, address, f"{language}/compare/?stages=entry-stage,mid-stage&track=brand")
    assert page.locator("tr th a[href*='tracks/']").count() == 1 and WORDS[language]["level"] in page.locator(".comparison").inner_text()
    page.locator("select[name=track]").select_option("")
    page.wait_for_function("document.querySelectorAll(\"tr th a[href*='tracks/']\").length > 1")
    assert page.url.endswith("?stages=entry-stage,mid-stage")
    page.locator("[name=kind][value=roles]").check()
    page.wait_for_function("!document.querySelector('[data-kind=roles]').hidden")
    assert page.url.endswith("/compare/") and WORDS[language]["choose"] in notices(page)
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("query", "said", "columns"), [
    ("?roles=", "choose", 0),
    ("?roles=,%20,", "choose", 0),
    ("?roles=brand-manager,brand-manager", "", 0),
    ("?roles=brand-manager,BRAND-MANAGER,channel-manager", "", 2),
    ("?roles=brand-manger,channel-manager,marketing-manager", "near", 2),
    ("?roles=brand-manager,channel-manager,marketing-manager,pr-specialist,sales-support", "most", 4),
    ("?roles=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,%22'%3E%3Cb%3E", "unknown", 0),
    ("?roles=__proto__,constructor", "unknown", 0),
    ("?roles=" + "x" * 500, "unknown", 0),
    ("?roles=😀", "unknown", 0),
    ("?stages=entry-stage,mid-stage&track=<b>", "", 2),
])
def test_any_address_gets_a_sensible_page(browser, address, language, width, query, said, columns):
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
    assert "No role has the id “<b>\"x\"</b>”." in notices(page)
    page.context.close()


@pytest.mark.parametrize(("language", "written"), [("en", "brand-manger"), ("zh", "品牌经理"), ("en", "Brand management post")])
def test_an_unknown_id_offers_near_names_that_take_its_place(browser, address, language, written):
    page, _ = compared(browser, address, f"{language}/compare/?roles=channel-manager,{written}")
    page.locator(".notices a").first.click()
    page.wait_for_selector(".comparison tbody")
    assert page.url.endswith("?roles=channel-manager,brand-manager")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_retired_role_says_what_replaced_it_and_gives_way(browser, tiny, language):
    page, faults = compared(browser, tiny, f"{language}/compare/?roles=fire-lighter,brand-manager")
    page.wait_for_selector(".comparison tbody")
    assert WORDS[language]["retired"] in notices(page) and head(page)[0] in notices(page)
    assert "{{ 7*7 }}" in page.locator("tbody").first.inner_text(), "data is text"
    both, _ = compared(browser, tiny, f"{language}/compare/?roles=fire-lighter,oven-hand")
    assert not both.locator(".comparison").is_visible() and head(page)[0] in notices(both), "one and the same"
    assert faults == []
    page.context.close()
    both.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lost", ["index", "roles/brand-manager"])
def test_a_missing_file_is_said(browser, address, language, lost):
    page = browser.new_context().new_page()
    page.route(f"**/{lost}.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}{language}/compare/?roles=brand-manager,channel-manager")
    page.wait_for_selector(".unavailable")
    assert WORDS[language]["missing"] in page.locator("[role=alert]").inner_text() and not page.locator(".comparison").is_visible()
    assert page.locator(".ways a").first.is_visible()
    page.unroute(f"**/{lost}.json")
    page.locator("[data-kind=roles] select").nth(0).select_option("brand-manager")
    page.locator("[data-kind=roles] select").nth(1).select_option("channel-manager")
    page.wait_for_selector(".comparison tbody")
    assert not page.locator(".unavailable").is_visible()
    page.context.close()


def test_nothing_is_fetched_before_the_page_is_opened(browser, address):
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}en/roles/brand-manager/", wait_until="networkidle")
    assert not [url for url in asked if "compare" in url and not url.endswith(".css")]
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("origin", "target"), WAYS)
def test_the_plan_worked_out_in_the_browser_is_that_of_the_static_page(browser, address, language, origin, target):
    page, faults = compared(browser, address, f"{language}/compare/?roles={origin},{target}")
    page.wait_for_selector(".plan-parts section")
    read = "all => all.map((one) => one.textContent.replace(/\\s+/g, ''))"
    links = "all => all.map((one) => one.href)"
    parts, rows = ".duty:is([id])", ".compare tr:not(.folded)"
    own = [page.eval_on_selector_all(f".plan-of-move {parts}", read), page.eval_on_selector_all(rows, read), page.eval_on_selector_all(".comparison a", links)]
    said = page.locator(".plan-of-move .sentence").inner_text()
    page.locator(".standing a").click()
    page.wait_for_url(f"**/compare/{origin}/{target}/")
    assert own == [page.eval_on_selector_all(parts, read), page.eval_on_selector_all(rows, read), page.eval_on_selector_all(".comparison a", links)]
    assert page.locator(".essence").inner_text().strip() == said.strip()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_move_nobody_describes_is_marked_and_can_be_turned_round(browser, address, language, width):
    page, faults = compared(browser, address, f"{language}/compare/?roles=marketing-specialist,chief-marketing-officer", width)
    page.wait_for_selector(".plan-parts section")
    assert WORDS[language]["uncurated"] in page.locator(".standing").inner_text()
    assert page.locator("#learn li ul li").count() > 5, "each with what its level means"
    learn = page.locator("#learn .name").all_inner_texts()
    page.click("[data-do=swap]")
    page.wait_for_url("**/?roles=chief-marketing-officer,marketing-specialist")
    page.wait_for_function("document.querySelector('#no-longer')")
    assert page.locator("#no-longer .name").all_inner_texts() == learn
    assert WORDS[language]["down"] in page.locator(".direction").inner_text()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_copied_as_html_and_as_text(browser, address, language):
    page, faults = compared(browser, address, f"{language}/compare/?roles=brand-manager,channel-manager", permissions=["clipboard-read", "clipboard-write"])
    page.wait_for_selector(".comparison tbody")
    page.click("[data-do=copy]")
    page.get_by_text(WORDS[language]["copied"]).wait_for()
    kinds = page.evaluate("navigator.clipboard.read().then(([item]) => Promise.all(['text/plain', 'text/html'].map((type) => item.getType(type).then((blob) => blob.text()))))")
    rows = [line.split("\t") for line in kinds[0].splitlines()]
    assert rows[0][2:] == head(page) and {len(row) for row in rows} == {4}
    assert len(rows) == 1 + page.locator("tr.differs").count() and kinds[1].count("<tr>") == len(rows) and "<svg" not in kinds[1]
    assert faults == []
    page.context.close()


def test_copying_works_where_the_browser_has_no_clipboard_of_its_own(browser, address):
    page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.add_init_script("window.ClipboardItem = undefined")
    page.goto(f"{address}en/compare/marketing-specialist/brand-manager/")
    page.click("[data-do=copy]")
    page.get_by_text("The table is copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").splitlines()[0].split("\t")[2:] == ["Marketing specialist", "Brand manager"]
    page.context.close()


def saved(page: Page) -> tuple[str, list[list[str]], bytes]:
    with page.expect_download() as coming:
        page.click("[data-do=csv]")
    raw = Path(coming.value.path()).read_bytes()
    return coming.value.suggested_filename, list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))), raw


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_holds_what_is_shown(browser, address, language):
    page, faults = compared(browser, address, f"{language}/compare/?roles=brand-manager,channel-manager")
    page.wait_for_selector(".comparison tbody")
    name, rows, raw = saved(page)
    assert name == "compare-brand-manager-channel-manager.csv" and raw.startswith("\ufeff".encode()) and b"\r\n" in raw
    assert rows[0][2:] == head(page) and {len(row) for row in rows} == {4} and len(rows) == 1 + page.locator("tr.differs").count()
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert any("推断" in cell or "(inferred)" in cell for row in rows for cell in row), "a mark goes with what it marks"
    page.locator(".only").uncheck()
    assert len(saved(page)[1]) == 1 + page.locator("tr:is(.differs, .same)").count()
    assert faults == []
    page.context.close()


def test_a_spreadsheet_gets_no_formulas_and_quotes_are_right(browser, address):
    page, _ = compared(browser, address, "en/compare/?roles=brand-manager,channel-manager")
    page.wait_for_selector(".comparison tbody")
    page.evaluate("""["=1+1", '+"a",b', "-x", "@y", "＝1"].forEach((text, place) => { document.querySelectorAll("tr.differs td")[place].textContent = text; })""")
    cells = [cell for row in saved(page)[1][1:4] for cell in row[2:]]
    assert cells[:5] == ["'=1+1", "'+\"a\",b", "'-x", "'@y", "'＝1"]
    page.context.close()


@pytest.mark.parametrize("path", ["compare/?roles=brand-manager,channel-manager", "compare/marketing-specialist/marketing-manager/"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_shows_one_role_and_says_softly_what_the_other_has(browser, address, language, path):
    page, faults = opened(browser, address, f"{language}/{path}", viewport={"width": 390, "height": 800})
    page.wait_for_selector(".comparison tbody")
    long = page.locator("tr.long.differs").first
    short = page.locator("tr.differs:not(.long):has(.level)").first
    assert long.locator("td").nth(0).is_visible() and not long.locator("td").nth(1).is_visible()
    sizes = [float(short.locator("td").nth(number).evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) for number in (0, 1)]
    assert sizes[0] > sizes[1] and short.locator("td").nth(1).is_visible()
    page.locator(".compare-pick label").nth(1).click()
    assert not long.locator("td").nth(0).is_visible() and long.locator("td").nth(1).is_visible()
    long.scroll_into_view_if_needed()
    bar = page.locator(".compare-pick").bounding_box()
    assert 40 <= bar["y"] <= 80, "the bar stays under the header"
    page.keyboard.press("ArrowLeft")
    assert long.locator("td").nth(0).is_visible()
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_without_javascript_every_written_comparison_is_there_and_folds(browser, address, language, width):
    page, _ = opened(browser, address, f"{language}/compare/?roles=brand-manager,channel-manager", viewport={"width": width, "height": 900}, java_script_enabled=False)
    assert WORDS[language]["script"] in page.locator("noscript").inner_text() and not page.locator(".compare-choose").is_visible()
    assert page.locator(".ways > li").count() == len(WAYS)
    page.locator(".ways a[href$='head-of-marketing/marketing-director/']").first.click()
    same = page.locator("tr.same").first
    assert page.locator("h2#plan").is_visible() and page.locator("tr.differs").first.is_visible() and not same.is_visible()
    page.locator("tr.folded input").first.check()
    assert same.is_visible() and not page.locator("[data-do=copy]").is_visible()
    page.context.close()


def test_neighbours_and_crumbs_lead_through_the_comparisons(browser, address):
    page, _ = opened(browser, address, f"en/compare/{'/'.join(WAYS[1])}/")
    assert page.locator("nav.md-path a").all_inner_texts() == ["Home", "Compare"]
    assert page.locator("a[rel=prev]").get_attribute("href").endswith(f"compare/{'/'.join(WAYS[0])}/")
    assert page.locator("a[rel=next]").get_attribute("href").endswith(f"compare/{'/'.join(WAYS[2])}/")
    page.context.close()


@pytest.mark.parametrize("path", ["tracks/general/", "moves/marketing-specialist-to-marketing-manager/", "roles/marketing-specialist/", "roles/marketing-manager/"])
def test_step_move_and_both_roles_lead_to_the_comparison(browser, address, path):
    page, _ = opened(browser, address, f"zh/{path}")
    page.locator("article a[href$='compare/marketing-specialist/marketing-manager/']").first.click()
    page.wait_for_url("**/zh/compare/marketing-specialist/marketing-manager/")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_prints_without_its_controls(browser, address, language):
    page, _ = compared(browser, address, f"{language}/compare/?roles=brand-manager,channel-manager")
    page.wait_for_selector(".comparison tbody")
    page.emulate_media(media="print")
    for control in (".compare-choose", ".compare-tools", ".show", "[data-do=swap]"):
        assert not page.locator(control).first.is_visible()
    assert page.locator("tr.differs").first.is_visible() and page.locator("#learn").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".compare details li").first.is_visible()
    page.context.close()
