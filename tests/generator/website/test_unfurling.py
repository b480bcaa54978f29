"""What pages say of themselves to programs: what a chat shows of a link, what search engines may read."""
from __future__ import annotations

import json

import pytest
from lxml import etree, html

from tests import examples
from tests.building import build
from tests.places import BAKERIES

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def public_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("public") / "site"
    build(BAKERIES, folder, HANDBOOK_EDITION="public")
    return folder


def test_a_role_unfurls_with_its_name_and_what_it_is_for(site, handbook):
    role = examples.role(handbook)
    tree = html.parse(site / f"en/roles/{role.id}/index.html").getroot()
    said = {one.get("property"): one.get("content") for one in tree.iter("meta")}
    assert said["og:title"] == role.name.en and said["og:description"] == role.essence.en
    assert said["og:url"] == tree.xpath("//link[@rel='canonical']/@href")[0] and (said["og:locale"], said["og:locale:alternate"]) == ("en_GB", "zh_CN")


def test_a_public_role_is_an_occupation(public_site, handbook):
    role = examples.role(handbook)
    tree = html.parse(public_site / f"zh/roles/{role.id}/index.html").getroot()
    (text,) = tree.xpath("//script[@type='application/ld+json']/text()")
    occupation, crumbs = json.loads(text)["@graph"]
    assert (occupation["@type"], occupation["name"], crumbs["@type"]) == ("Occupation", role.name.zh, "BreadcrumbList")
    stated = [one.zh for group in role.duties.values() for one in group.items if one.basis == "stated" and one.audience == "public"]
    assert occupation["responsibilities"] == stated
    assert occupation["@id"].endswith(f"/r/{role.id}/") and [one["position"] for one in crumbs["itemListElement"]] == [1, 2, 3]


def test_a_public_competency_is_a_term_of_its_set(public_site, handbook):
    competency = next(iter(handbook.competencies.values()))
    tree = html.parse(public_site / f"en/competencies/{competency.id}/index.html").getroot()
    term, _ = json.loads(tree.xpath("//script[@type='application/ld+json']/text()")[0])["@graph"]
    assert (term["@type"], term["name"], term["inDefinedTermSet"]["@type"]) == ("DefinedTerm", competency.name.en, "DefinedTermSet")


def test_what_is_for_staff_says_nothing_to_search_engines(site, public_site):
    assert (site / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not [page for page in site.rglob("*.html") if "ld+json" in page.read_text(encoding="utf-8")]
    assert (public_site / "robots.txt").read_text().startswith("User-agent: *\nAllow: /\nSitemap: https://")


def test_the_sitemap_names_each_page_in_both_languages(site):
    tree = etree.parse(site / "sitemap.xml")
    for url in tree.findall("s:url", SITEMAP)[1:]:
        others = {one.get("hreflang"): one.get("href") for one in url.findall("x:link", SITEMAP)}
        assert url.findtext("s:loc", None, SITEMAP) in others.values() and set(others) == {"zh-Hans", "en-GB"}
