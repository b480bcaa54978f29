"""The zip that is read without a server: its links lead to files, its bytes are the same again, and pages work when a browser opens them from a disk."""
from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from lxml import html

from macros.commands.command_line import main
from macros.releasing.portable import opened_by_file, readme, zipped
from tests import examples
from tests.browser import watched
from tests.places import ROOT

LINKS = ("href", "src", "action", "formaction", "data-to", "data-zh", "data-en")


@pytest.fixture(scope="module")
def packed(site: Path, handbook) -> bytes:
    return zipped(site, ROOT, "handbook-1.0", readme(handbook.about, ""))


@pytest.fixture(scope="module")
def unpacked(packed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a stick, 一个U盘")  # as people call them
    zipfile.ZipFile(io.BytesIO(packed)).extractall(folder)
    return folder / "handbook-1.0"


@pytest.fixture
def read(browser, unpacked: Path) -> Iterator:
    """Opens a page by its file; nothing may be refused to it or asked of anybody else."""
    faults: list[str] = []

    def open_page(path: str):
        page = browser.new_context().new_page()
        watched(page, unpacked.as_uri(), faults)
        page.goto(f"{unpacked.as_uri()}/{path}")
        return page

    yield open_page
    assert faults == []


def test_links_name_files_and_modules_are_plain_scripts():
    page = '<a href="../roles/#all"><form action="./?q=1"><a href=".."><a href="#here"><a href="?q=1"><a href="https://a.b/"><script type="module" src="a.js">'
    assert opened_by_file(page) == (
        '<a href="../roles/index.html#all"><form action="./index.html?q=1"><a href="../index.html"><a href="#here"><a href="?q=1"><a href="https://a.b/">'
        '<script src="a.js" defer>'
    )


def test_every_link_leads_to_a_file_in_the_zip(unpacked):
    dead = set()
    for page in unpacked.rglob("*.html"):
        tree = html.parse(str(page), parser=html.HTMLParser(encoding="utf-8")).getroot()
        for link in (one.get(name) for one in tree.iter() if isinstance(one.tag, str) for name in LINKS if one.get(name)):
            scheme, _, path, _, _ = urlsplit(link)
            if not scheme and path and not (page.parent / unquote(path)).is_file():
                dead.add((page.relative_to(unpacked).as_posix(), link))
    assert dead == set()


def test_the_same_site_gives_the_same_bytes(packed, site, handbook):
    assert zipped(site, ROOT, "handbook-1.0", readme(handbook.about, "")) == packed
    entries = zipfile.ZipFile(io.BytesIO(packed)).infolist()
    assert [one.filename for one in entries] == sorted(one.filename for one in entries)
    assert {(one.date_time, one.external_attr) for one in entries} == {((1980, 1, 1, 0, 0, 0), 0o100644 << 16)}


def test_what_lies_beside_the_pages_says_in_both_languages_how_to_begin(unpacked, handbook):
    said = (unpacked / "README.txt").read_text(encoding="utf-8-sig")
    assert all(title in said for _, title in handbook.about.title) and said.count("index.html") == 2
    assert "https://h.example/" in readme(handbook.about, "https://h.example/")


@pytest.mark.parametrize("name", ["site.tar", "site/inside.zip"])
def test_a_zip_that_cannot_stand_there_is_refused_before_anything_is_built(name, tmp_path):
    run = CliRunner().invoke(main, ["build", "--site", str(tmp_path / "site"), "--zip", str(tmp_path / name)])
    assert run.exit_code == 1 and not any(tmp_path.iterdir())


def test_the_search_finds_names_by_pinyin_and_texts(read, handbook):
    role = examples.role(handbook)
    page = read("index.html")
    page.wait_for_url("**/en/index.html")
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill(role.name["en"])
    found = page.locator(f"a.hit[href$='/roles/{role.id}/']")
    found.wait_for()
    page.locator("dialog .results h2").nth(1).wait_for()  # the full text has answered, too
    found.click()
    page.wait_for_url(f"**/en/roles/{role.id}/index.html")
    page.locator(".language-link").click()
    page.wait_for_url(f"**/zh/roles/{role.id}/index.html")


def test_colours_are_kept_from_page_to_page(read, unpacked):
    page = read("en/about/index.html")
    page.locator("label[for='__palette_1']").click()
    page.goto(f"{unpacked.as_uri()}/zh/roles/index.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_any_two_roles_are_compared_and_links_that_scripts_made_lead_on(read, handbook):
    one, other = [role.id for role in handbook.roles.values() if role.retired is None][:2]
    page = read(f"en/compare/index.html?roles={one},{other}")
    page.locator(".sides thead a").first.click()
    page.wait_for_url(f"**/en/roles/{one}/index.html")


def test_an_index_is_filtered(read):
    page = read("en/competencies/index.html")
    page.locator("form.filters select").first.select_option(index=1)
    assert "?" in page.url and page.locator(".result-line .reset").is_visible()


def test_texts_for_job_posts_come(read, handbook):
    role = examples.role(handbook)
    page = read(f"en/roles/{role.id}/index.html")
    page.locator("details:has(.job-post) > summary").click()
    page.locator(".job-text pre").first.wait_for()
