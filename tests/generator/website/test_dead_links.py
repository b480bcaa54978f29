"""What the build notes of links while it makes pages is what a walk over the finished site finds with a parser."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.website.dead_links import Links, noted
from tests.walking import dead_ends, seen

# A page, and what is broken on it, of every kind that there is.
FAULTS = {
    "page": '<a href="../nowhere/">',
    "page of the site, by another way": '<a href="./../../zh/nowhere/#top">',
    "anchor on the page": '<a href="#nowhere">',
    "anchor on another page": '<a href="../terms/#nowhere">',
    "picture": '<img src="gone.png" alt="">',
    "script": '<script src="../../assets/gone.js"></script>',
    "stylesheet": '<link rel="stylesheet" href="gone.css">',
    "form": '<form action="../gone/"></form>',
    "one picture of several": '<img srcset="../../assets/favicon.svg 1x, gone.png 2x" alt="">',
    "absolute link": '<a href="/zh/">',
    "link without a scheme": '<a href="//en/">',
    "letter that is escaped": '<a href="../roles/?a=1&amp;b=2#no&amp;where">',
    "file that is there as a folder only": '<a href="../../assets">',
}
SOUND = (
    '<a href="../roles/?a=1&amp;b=2"><a href="https://example.com/nowhere"><a href="mailto:a@example.com"><a href="../../en/terms"><a href="../../">'
    '<code>href="gone/"</code><img srcset="../../assets/favicon.svg" alt=""><a href="./"><a href=""><a href="%2e%2e/terms/"><a href="../terms/#content">'
)


def links(site: Path, base: str = "/") -> Links:
    """What the build would have noted of a site."""
    found = Links(base)
    for page in site.rglob("*.html"):
        found.note(page.relative_to(site).as_posix(), page.read_text(encoding="utf-8"))
    return found


def test_every_page_is_noted_as_a_parser_sees_it(site):
    for page in site.rglob("*.html"):
        assert noted(page.read_text(encoding="utf-8")) == seen(page.read_bytes()), page


def test_nothing_is_dead_as_it_was_built_and_every_page_leads_somewhere(site):
    found = links(site)
    assert found.dead_ends(site) == dead_ends(site) == []
    assert all(len(noted(page.read_text(encoding="utf-8"))[1]) > 3 for page in (site / "zh").rglob("index.html"))


@pytest.fixture
def few(site: Path, tmp_path: Path) -> Path:
    """Some of the site, to plant faults in: what stands outside both languages, and two pages of each."""
    folder = tmp_path / "few"
    for name in ("assets", "zh/roles", "zh/terms", "en/terms"):
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text('<p id="content">')
    shutil.copy(site / "assets/favicon.svg", folder / "assets")
    (folder / "assets/index.html").unlink()
    for name in ("index.html", "zh/index.html", "en/index.html"):
        (folder / name).write_text("<p>")
    return folder


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found_by_both_and_named_alike(few, fault):
    page = few / "zh/roles/index.html"
    page.write_text(f'<p id="here">{SOUND}{fault}{fault}')
    found = links(few).dead_ends(few)
    assert len(found) == 1 and found[0].startswith("zh/roles/index.html: ")
    assert found == dead_ends(few)
    page.write_text(f'<p id="here">{SOUND}')
    assert links(few).dead_ends(few) == dead_ends(few) == []


def test_every_page_that_leads_to_one_dead_place_is_named_as_it_leads_there(few):
    for name in ("zh/terms", "en/terms"):
        (few / name / "index.html").write_text('<p id="content"><a href="../../zh/gone/">')
    (few / "zh/index.html").write_text('<a href="gone/">')
    assert links(few).dead_ends(few) == ["en/terms/index.html: ../../zh/gone/", "zh/index.html: gone/", "zh/terms/index.html: ../../zh/gone/"] == dead_ends(few)


def test_the_404_page_may_link_from_the_root_but_only_under_its_base(tmp_path):
    (tmp_path / "index.html").write_text("<p>")
    for link, dead in (("/hr/", False), ("/hr/index.html", False), ("/", True), ("/hr/gone/", True), ("//hr/", True)):
        (tmp_path / "404.html").write_text(f'<a href="{link}">')
        assert bool(links(tmp_path, "/hr/").dead_ends(tmp_path)) == bool(dead_ends(tmp_path, "/hr/")) == dead, link


def test_a_dead_reference_in_a_stylesheet_is_found(tmp_path):
    (tmp_path / "sheet.css").write_text("p { background: url(gone.png) } i { background: url('data:image/png;base64,A') }")
    assert links(tmp_path).dead_ends(tmp_path) == dead_ends(tmp_path) == ["sheet.css: gone.png"]
