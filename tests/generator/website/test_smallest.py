"""A handbook of roles, stages, levels and competencies alone is whole: it builds, and nothing on it speaks of what it does not have."""
from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from macros.checks import RULES
from macros.loading.folder import load
from macros.words.languages import LANGUAGES
from tests.building import built
from tests.places import SMALLEST

PAGES = {
    "", "about/", "api/", "compare/", "competencies/", "competencies/watering/", "health/", "how-to-read/", "matrix/", "path/", "roles/", "roles/binder/",
    "roles/helper/",
    "search/", "stages/", "stages/new/", "stages/settled/", "writing/",
}
ABSENT = ("tracks", "kpis", "moves", "map", "practices", "terms", "cases", "methods", "open-points", "sources")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built strictly and walked for dead links, so that nothing leads to a page that is not there."""
    return built(tmp_path_factory, SMALLEST)


def pages(site: Path, language: str) -> dict[str, html.HtmlElement]:
    """Every page of a language by its path."""
    return {path.parent.relative_to(site / language).as_posix().removesuffix(".").rstrip("/") + "/": html.parse(str(path)).getroot()
            for path in sorted((site / language).rglob("index.html"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_its_pages_and_no_others(site, language):
    assert set(pages(site, language)) == {path or "/" for path in PAGES}
    addresses = re.findall(rf"<loc>[^<]*?/{language}/([^<]*)<", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert set(addresses) == PAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_heading_with_nothing_below_or_without_words(site, language):
    for path, tree in pages(site, language).items():
        for heading in tree.xpath("//article//*[self::h2 or self::h3]"):
            assert heading.text_content().strip(), path
            following = (heading.getparent() if heading.getparent().tag == "summary" else heading).getnext()
            assert following is not None and following.tag not in ("h1", "h2"), (path, heading.text_content())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_says_nothing_of_tracks_layers_kpis_moves_and_documents(site, language):
    tree = pages(site, language)["roles/binder/"]
    assert tree.xpath("//article//h2/@id") == ["duties", "competencies", "growth", "related", "job-post"]
    assert [len(tree.xpath(f"//*[@id='{id}']")) for id in ("purpose", "works-with", "qualifications", "authority", "kpis")] == [1] * 5
    assert [one.text_content().split() for one in tree.xpath("//*[contains(@class, 'role-card')]//dl/div")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_knows_the_kinds_that_there_are(site, language):
    index = json.loads((site / language / "search/records.json").read_text(encoding="utf-8"))
    assert [kind[0] for kind in index["kinds"]] == ["roles", "competencies", "stages", "pages"]
    assert index["tracks"] == []


def test_the_home_page_counts_and_offers_what_there_is(site):
    tree = pages(site, "en")["/"]
    assert [" ".join(one.text_content().split()) for one in tree.xpath("//ul[@class='counts']/li")] == ["2 roles", "2 stages", "1 competency"]
    assert tree.xpath("//h1")[0].text_content().strip() == "How flowers are sold."
    assert [one.text_content() for one in tree.xpath("//p[@class='hint']/a")] == ["binder"]


def test_how_to_read_takes_names_and_examples_from_the_handbook(site):
    text = " ".join(pages(site, "en")["how-to-read/"].xpath("//article")[0].text_content().split())
    assert "The handbook says the same thing in Chinese and in English" in text
    assert "A stage is where a role stands in the course of a career: newcomer and old hand." in text
    assert "how deep a competency goes: helps (with someone beside) and alone (without asking)." in text
    assert "zhr finds the binder" in text


def test_one_function_says_which_pages_there_are():
    handbook = load(SMALLEST, RULES)
    assert not handbook.present & set(ABSENT)
    assert handbook.present >= {"", "roles", "stages", "competencies", "matrix", "compare", "about", "search"}
