"""What a device keeps for a reader: nothing until asked, then what was read and the search; never of two releases, nor of another handbook."""
from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests import examples
from tests.browser import Handler, serving, until

KEPT = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => (
  [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)]))))"""
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname)"
CAUGHT_UP = "navigator.serviceWorker.getRegistration().then((one) => Boolean(one?.active && !one.installing && !one.waiting))"
LOOK = "dispatchEvent(new Event('online'))"
CHANGED = "As the second release has it."


@dataclass
class Host:
    """A site that is served through a link, so that it can be switched as `handbook publish` does."""

    folder: Path
    address: str = ""

    def release(self, name: str, site: Path, worker: Callable[[str], str] = lambda text: text, said: str = "") -> None:
        """Puts a site online under the name of a release; its pages say something more."""
        new = self.folder / name
        shutil.copytree(site, new, copy_function=os.link)
        texts = {"worker.js": worker((site / "worker.js").read_text(encoding="utf-8").replace(released(site), name)), "release.txt": f"{name}\n"}
        for path in ("en/about/index.html", "en/index.html"):
            texts[path] = (site / path).read_text(encoding="utf-8").replace("</h1>", f"</h1><p>{said}</p>", 1)
        for path, text in texts.items():
            (new / path).unlink()
            (new / path).write_text(text, encoding="utf-8")
        link = self.folder / ".current"
        link.symlink_to(name)
        link.replace(self.folder / "current")


def released(site: Path) -> str:
    return (site / "release.txt").read_text(encoding="utf-8").strip()


FIRST, SECOND = "1" * 16, "2" * 16


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    found = Host(tmp_path)
    found.release(FIRST, site)
    with serving(tmp_path / "current") as found.address:
        yield found


@pytest.fixture
def context(browser) -> BrowserContext:
    return browser.new_context()


def keeping(context: BrowserContext, address: str, path: str = "en/about/") -> Page:
    """A page on which the reader has said that pages are to be kept, and the worker is there."""
    page = context.new_page()
    page.goto(address + path)
    page.locator(".keep input").check()
    until(page, "navigator.serviceWorker.controller")
    return page


def without_network(context: BrowserContext, page: Page, address: str) -> Page:
    context.set_offline(True)
    page.goto(address)
    return page


def test_nothing_is_kept_until_the_reader_asks_for_it(context, host):
    page = context.new_page()
    page.goto(f"{host.address}en/about/")
    assert page.locator(".keep input").is_visible() and not page.locator(".keep input").is_checked()
    assert (page.evaluate(REGISTERED), page.evaluate(KEPT)) == ([], {})


def test_what_was_read_opens_without_a_network_and_says_so(context, host, handbook):
    role = examples.role(handbook)
    page = keeping(context, host.address)
    page.goto(f"{host.address}en/roles/{role.id}/")
    until(page, f"caches.match('/en/roles/{role.id}/')")
    without_network(context, page, f"{host.address}en/about/")
    assert handbook.about.edition in page.locator("article .kept").inner_text()
    page.goto(f"{host.address}en/roles/{role.id}/#levels")
    assert page.locator("h1").inner_text().startswith(role.name["en"]) and page.locator("article .kept").is_visible()
    page.goto(f"{host.address}en/roles/{role.id}")  # as people write it
    page.wait_for_url(f"**/en/roles/{role.id}/")


def test_the_page_on_which_a_reader_asks_for_it_opens_with_its_data(context, host, handbook):
    first, second = examples.roles(handbook, 2)
    compared = f"en/compare/?roles={first.id},{second.id}"
    page = keeping(context, host.address, compared)
    data = [f"/en/compare/{one}.json" for one in ("index", f"roles/{first.id}", f"roles/{second.id}")]
    until(page, f"async (data) => (kept => data.every((one) => kept.includes(one)))(Object.values(await ({KEPT})()).flat())", arg=data)
    without_network(context, page, host.address + compared)
    page.locator(".beside-all").wait_for()


def test_the_search_finds_names_without_a_network(context, host, handbook):
    role = examples.role(handbook)
    page = without_network(context, keeping(context, host.address), f"{host.address}en/about/")
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill(role.name["en"])
    page.locator(f"a.hit[href$='/roles/{role.id}/']").wait_for()


def test_a_page_that_is_not_kept_says_so_in_both_languages_and_what_is(context, host):
    page = without_network(context, keeping(context, host.address), f"{host.address}zh/terms/")
    assert "没有网络" in page.locator("h1").inner_text() and "No network" in page.locator("h1").inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "600"  # its styles are there, wherever it is shown
    page.locator("li[lang=en] a[href$='/en/about/']").click()
    page.wait_for_url("**/en/about/")
    assert page.locator("article .kept").is_visible()


def test_a_newer_release_is_said_on_a_page_that_was_open_and_takes_the_place_of_the_older(context, host, site):
    page = keeping(context, host.address, "en/")
    page.goto(f"{host.address}en/about/")
    until(page, "caches.match('/en/about/')")
    host.release(SECOND, site, said=CHANGED)
    page.evaluate(LOOK)
    page.locator(".newer button").click()
    page.get_by_text(CHANGED).wait_for()
    assert [*page.evaluate(KEPT)] == [f"/ {SECOND}"]
    without_network(context, page, f"{host.address}en/")  # not opened since, and yet of the new release
    assert page.get_by_text(CHANGED).is_visible() and page.locator("article .kept").is_visible()


def test_after_a_release_the_network_is_believed_and_nobody_told_of_what_they_see(context, host, site):
    page = keeping(context, host.address)
    host.release(SECOND, site, said=CHANGED)
    page.goto(f"{host.address}en/about/")
    assert page.get_by_text(CHANGED).is_visible()
    until(page, f"caches.keys().then((names) => names.join() === '/ {SECOND}')")
    page.evaluate(LOOK)
    assert page.locator(".newer").count() == 0


def test_a_switch_while_the_new_worker_fills_its_cache_leaves_the_old_one_whole(context, host, site):
    page = keeping(context, host.address)
    page.reload()
    until(page, "caches.match('/en/about/')")
    host.release(SECOND, site, said=CHANGED)
    (host.folder / SECOND / "release.txt").write_text("3" * 16)  # a third came while the worker of the second was at work
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => {})")
    until(page, CAUGHT_UP)
    without_network(context, page, f"{host.address}en/about/")
    assert page.locator("article .kept").is_visible() and page.get_by_text(CHANGED).count() == 0


def test_a_network_that_takes_long_shows_what_is_kept(context, site, tmp_path, monkeypatch):
    host, free = Host(tmp_path), threading.Event()
    free.set()
    answer = Handler.do_GET

    def in_its_own_time(self: Handler) -> None:
        free.wait(30)
        answer(self)

    monkeypatch.setattr(Handler, "do_GET", in_its_own_time)
    host.release(FIRST, site, lambda text: re.sub(r"WAIT=\d+", "WAIT=50", text))
    with serving(tmp_path / "current") as host.address:
        page = keeping(context, host.address)
        free.clear()
        page.goto(f"{host.address}en/about/")
        assert page.locator("article .kept").is_visible()
        free.set()


def test_switching_off_takes_away_everything(context, host):
    page = keeping(context, host.address)
    page.locator(".keep input").uncheck()
    until(page, "caches.keys().then((names) => !names.length)")
    assert page.evaluate(REGISTERED) == []
    page.goto(f"{host.address}en/roles/")
    assert not page.locator(".keep input").is_checked() and page.evaluate(KEPT) == {}


def test_what_is_on_its_way_when_a_reader_switches_it_off_is_not_kept_either(context, host, monkeypatch):
    page = keeping(context, host.address)
    asked, free, usual = [], threading.Event(), Handler.do_GET

    def do_get(handler: Handler) -> None:
        if handler.path.endswith("release.txt"):
            asked.append(handler.path)
            if len(asked) == 2:  # the page is kept, and what the search in its language needs is about to be
                free.wait(30)
        usual(handler)

    monkeypatch.setattr(Handler, "do_GET", do_get)
    context.new_page().goto(f"{host.address}zh/about/")
    while len(asked) < 2:
        page.wait_for_timeout(20)
    page.locator(".keep input").uncheck()
    until(page, "caches.keys().then((names) => !names.length)")
    free.set()
    page.wait_for_timeout(500)
    assert page.evaluate(KEPT) == {}


def test_whoever_changes_their_mind_has_pages_kept_again(context, host):
    page = keeping(context, host.address)
    before = page.evaluate(KEPT)
    page.locator(".keep input").uncheck()
    until(page, "caches.keys().then((names) => !names.length)")
    page.locator(".keep input").check()
    until(page, f"async (paths) => (kept => paths.every((one) => kept.includes(one)))(Object.values(await ({KEPT})()).flat())", [*before.values()][0])


def test_where_the_company_switches_it_off_devices_forget(context, host, site):
    page = keeping(context, host.address)
    host.release(SECOND, site, lambda text: text.replace('"keeps":true', '"keeps":false'))
    page.evaluate(LOOK)
    until(page, "caches.keys().then((names) => !names.length)")
    until(page, "navigator.serviceWorker.getRegistrations().then((all) => !all.length)")


def test_where_the_company_switches_it_on_a_reader_can_say_no(context, host):
    def always(route: Route) -> None:
        route.fulfill(body=route.fetch().text().replace('data-keeps="asked"', 'data-keeps="always"'), content_type="text/html")

    context.route("**/en/*/", always)
    page = context.new_page()
    page.goto(f"{host.address}en/about/")
    until(page, "navigator.serviceWorker.controller")
    page.locator(".keep input").uncheck()
    until(page, "caches.keys().then((names) => !names.length)")
    page.reload()
    assert not page.locator(".keep input").is_checked()


def test_handbooks_on_one_host_leave_each_other_alone(context, host, site):
    (host.folder / FIRST / "flowers").symlink_to(site)  # one at the root, the other below it
    page = keeping(context, host.address)
    page.goto(f"{host.address}flowers/en/about/")
    assert not page.locator(".keep input").is_checked()
    page.goto(f"{host.address}flowers/en/roles/")
    assert not [path for path in sum(page.evaluate(KEPT).values(), []) if path.startswith("/flowers/")]
    page.locator(".keep input").check()
    until(page, "caches.keys().then((names) => names.length === 2)")
    page.goto(f"{host.address}en/about/")
    page.locator(".keep input").uncheck()
    until(page, "caches.keys().then((names) => names.length === 1)")
    assert page.evaluate(REGISTERED) == ["/flowers/"] and all(path.startswith("/flowers/") for path in sum(page.evaluate(KEPT).values(), []))


def test_each_language_can_be_installed(context, host, handbook):
    page = context.new_page()
    for language, title in handbook.about.title:
        page.goto(f"{host.address}{language}/about/")
        told = page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then((answer) => answer.json())")
        assert told["name"] == title and (told["start_url"], told["scope"]) == ("./", "../")
        for icon in told["icons"]:
            drawn = page.evaluate("""async (src) => { const image = new Image(); image.src = new URL(src, document.querySelector('link[rel=manifest]').href);
              await image.decode(); return `${image.naturalWidth}x${image.naturalHeight}`; }""", icon["src"])
            assert icon["sizes"] in ("any", drawn)
