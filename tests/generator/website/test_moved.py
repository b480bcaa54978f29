"""An address that was published leads on: after another id, where a page or a place has moved, and where two roles are no longer a step apart."""
from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.website.addresses import leading, read, read_moved, written
from macros.words.languages import LANGUAGES
from macros.words.refused import Refused
from tests import nginx
from tests.browser import serving
from tests.building import build
from tests.places import BAKERIES

GONE = "practices/old-rule/ steps\nroles/counter-assistant/ duty-gone\ncompare/baker/shop-manager/ duties\ninterviews/baker/ level-teach\n"
MOVED = ("practices/old-rule/=roles/counter-lead/", "roles/counter-assistant/#duty-gone=roles/counter-lead/#duty-morning",
         "roles/counter-assistant/#duties=roles/counter-lead/#duties")  # the last is still there, and stays
# What is asked for, and where it leads, with scripts and without.
WAYS = {
    "roles/baker/?a=b#duties": ("roles/bread-baker/?a=b#duties", "roles/bread-baker/"),
    "compare/apprentice-baker/baker/#plan": ("compare/apprentice-baker/bread-baker/#plan", "compare/apprentice-baker/bread-baker/"),
    "compare/baker/shop-manager/": ("compare/?roles=bread-baker,shop-manager", "compare/?roles=bread-baker,shop-manager"),
    "interviews/baker/": ("roles/bread-baker/", "roles/bread-baker/"),  # who has no sheet
    "practices/old-rule/#steps": ("roles/counter-lead/#steps", "roles/counter-lead/"),
    "roles/counter-assistant/#duties": ("roles/counter-assistant/#duties", "roles/counter-assistant/#duties"),
    "roles/counter-assistant/#duty-gone": ("roles/counter-lead/#duty-morning", "roles/counter-assistant/#duty-gone"),
    "roles/counter-assistant/?a=b#duty-gone": ("roles/counter-lead/?a=b#duty-morning", "roles/counter-assistant/?a=b#duty-gone"),
}


def run(data: Path, *words: str) -> str:
    result = CliRunner().invoke(main, [*words, "--data", str(data)], env={"HANDBOOK_URL": "https://handbook.bakery.test/"})
    return f"{result.exit_code} {result.output}"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a handbook in which things have moved, and which asked where to."""
    root = tmp_path_factory.mktemp("moved")
    data, lock = Path(shutil.copytree(BAKERIES, root / "data")), root / "data/urls.lock"
    assert run(data, "rename", "role", "baker", "--to-id", "bread-baker", "--yes").startswith("0")
    lock.write_text(lock.read_text(encoding="utf-8") + GONE, encoding="utf-8")
    refused = run(data, "build", "--site", str(root / "site"))
    assert refused.startswith("1") and "  practices/old-rule/\n  roles/counter-assistant/#duty-gone\n照原样" in refused
    assert "handbook addresses --moved practices/old-rule/=NEW says where to" in refused and not (root / "site").exists()
    assert "→ roles/counter-lead/#duty-morning" in run(data, "addresses", *(word for one in MOVED for word in ("--moved", one)))
    build(data, root / "site")
    return root / "site"


@pytest.fixture(scope="module", params=["as plain files", "by nginx"])
def served(moved: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of this site."""
    if request.param == "as plain files":
        with serving(moved) as address:
            yield address
        return
    if not nginx.find() and not os.environ.get("CI"):
        pytest.skip("no nginx on this machine; CI installs one")
    root = tmp_path_factory.mktemp("root")
    (root / "current").symlink_to(moved)
    with nginx.serving(root, tmp_path_factory.mktemp("nginx")) as address:
        yield f"{address}/"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_whoever_asks_for_what_has_moved_arrives_with_the_place_and_the_question(browser, served, language, scripts):
    page = browser.new_context(java_script_enabled=scripts).new_page()
    for asked, ways in WAYS.items():
        page.goto(f"{served}{language}/{asked}")
        page.wait_for_url(f"{served}{language}/{ways[0 if scripts else 1]}")
    notice = page.locator(".moved:target")
    assert scripts or notice.is_visible() and notice.locator("a").get_attribute("href").endswith("roles/counter-lead/#duty-morning")
    page.goto(f"{served}{language}/roles/counter-assistant/")
    assert not page.locator(".moved").is_visible()


def test_the_link_of_a_job_post_leads_on_with_its_edition_and_what_has_changed_since_is_told(browser, served):
    page = browser.new_context(locale="en-GB").new_page()
    page.goto(f"{served}r/baker/?edition=1.0#duties")
    page.wait_for_url(f"{served}en/roles/bread-baker/?edition=1.0#duties")
    told = page.locator(".record-head + .since")
    told.wait_for()
    assert "names edition 1.0; this page is edition 2.0" in told.inner_text() and "fewer than 3 loaves may burn" in told.inner_text()


@pytest.mark.parametrize("width", [1280, 390])
def test_whoever_is_led_to_a_section_of_a_record_out_of_use_sees_that_it_is(browser, served, width):
    page = browser.new_context(viewport={"width": width, "height": 700}).new_page()
    for path in ("zh/roles/fire-lighter/#duties", "en/competencies/wood-firing/#levels"):
        page.goto(served + path)
        notice, heading = (page.locator(one).bounding_box() for one in ("article > .retired", f"#{path.partition('#')[2]}"))
        assert 0 < notice["y"] and notice["y"] + notice["height"] <= heading["y"] < 300, path
        assert page.evaluate("scrollY") > 100


def test_search_engines_are_told_of_the_address_of_today(moved):
    for path, today in (("roles/baker", "roles/bread-baker"), ("compare/baker/shift-lead", "compare/bread-baker/shift-lead")):
        page = (moved / "en" / path / "index.html").read_text(encoding="utf-8")
        assert re.findall('<link rel="canonical" href="([^"]+)"', page) == [f"https://handbook.example.com/en/{today}/"]


def test_a_lock_keeps_where_things_have_moved_and_what_led_there_follows():
    moved = leading({"a/": "b/"}, [("b/", "c/#d"), ("roles/x/#y", "compare/?roles=a,b")])
    assert moved == {"a/": "c/#d", "b/": "c/#d", "roles/x/#y": "compare/?roles=a,b"}
    assert leading(leading({}, [("roles/x/#a", "roles/x/#b")]), [("roles/x/#b", "roles/x/#a")]) == {"roles/x/#b": "roles/x/#a"}
    raw = written({"a/": frozenset("e")}, moved).encode()
    assert read(raw, "urls.lock") == {"a/": {"e"}} and read_moved(raw, "urls.lock") == moved
    for wrong in (("a/", "https://h.test/zh/b/"), ("a", "b/"), ("a/", "a/"), ("a/", "")):
        with pytest.raises(Refused, match="is not two addresses"):
            leading({}, [wrong])
    with pytest.raises(Refused, match="follows its record"):
        leading({}, [("r/baker/", "r/cook/")])


def test_what_leads_to_no_page_or_was_never_kept_is_told(tmp_path, caplog):
    data = Path(shutil.copytree(BAKERIES, tmp_path / "data"))
    said = run(data, "addresses", "--moved", "roles/nobody/=roles/")
    assert said.startswith("1") and "has no “roles/nobody/”" in said
    said = run(data, "addresses", "--moved", "roles/baker/=roles/nobody/")
    assert said.startswith("1") and "There is no page roles/nobody/" in said
    with (data / "urls.lock").open("a", encoding="utf-8") as lock:
        lock.write("roles/baker/ -> roles/nobody/\n")  # as where the page goes later
    said = run(data, "build", "--site", str(tmp_path / "site"))
    assert said.startswith("1") and "roles/baker/ leads to roles/nobody/, and there is no such page; say where it is: " in caplog.text
