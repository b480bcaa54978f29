"""What pages say of themselves to programs: what a chat shows of a link, what search engines may read."""
from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree, html

from macros.website.page_list import outlines
from macros.website.paper import on_paper, square
from macros.words.languages import LANGUAGES
from tests import examples, unfurl
from tests.building import build
from tests.places import BAKERIES

URL = "https://handbook.example.com/"
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


@pytest.mark.parametrize("app", unfurl.APPS)
def test_a_link_to_a_role_shows_its_name_its_essence_and_its_card(public_site, handbook, app):
    role = examples.role(handbook)
    for language in LANGUAGES:
        found = unfurl.shown((public_site / f"{language}/roles/{role.id}/index.html").read_text(encoding="utf-8"), app)
        assert found == unfurl.Shown(role.name[language], role.essence[language], f"{URL}{language}/roles/{role.id}/card.png")
        assert (public_site / found.image.removeprefix(URL)).read_bytes().startswith(b"\x89PNG")
    short = unfurl.shown((public_site / f"r/{role.id}/index.html").read_text(encoding="utf-8"), app)
    assert short == unfurl.Shown(
        f"{role.name.zh} · {role.name.en}", f"{role.essence.zh} · {role.essence.en}", f"{URL}zh/roles/{role.id}/card.png"
    )


@pytest.mark.parametrize("app", unfurl.APPS)
def test_a_page_without_a_card_shows_its_words_alone(site, public_site, handbook, app):
    competency = next(iter(handbook.competencies.values()))
    pages = (site / f"zh/roles/{examples.role(handbook).id}/index.html", public_site / f"zh/competencies/{competency.id}/index.html")
    for page in pages:
        found = unfurl.shown(page.read_text(encoding="utf-8"), app)
        assert found.title and found.description and not found.image
    planted = pages[0].read_text(encoding="utf-8").replace("</head>", '<meta property="og:image" content="card.png"></head>')
    assert not unfurl.shown(planted, app).image  # nobody fetches what has no whole address


def test_a_card_says_how_large_it_is_and_what_is_in_it(public_site, handbook):
    role = examples.role(handbook)
    tree = html.parse(public_site / f"en/roles/{role.id}/index.html").getroot()
    said = {one.get("property") or one.get("name"): one.get("content") for one in tree.iter("meta")}
    assert (said["og:image:width"], said["og:image:height"], said["twitter:card"]) == ("1200", "630", "summary_large_image")
    assert said["og:image:alt"] == f"{role.name.en} · {role.essence.en}"


def test_a_record_on_paper_has_its_address_as_a_square_and_in_words(site, handbook):
    role = examples.role(handbook)
    page = (site / f"en/roles/{role.id}/index.html").read_text(encoding="utf-8")
    (foot,) = html.fromstring(page).find_class("paper-foot")
    assert foot.text_content() == f"Edition {handbook.about.edition} · This page online: {URL}r/{role.id}/" and square(f"{URL}r/{role.id}/") in page
    assert not html.parse(site / "en/roles/index.html").getroot().find_class("paper-foot")


def test_a_record_without_a_short_address_has_that_of_its_page_on_paper(site, handbook):
    stage = next(iter(handbook.stages))
    (foot,) = html.parse(site / f"zh/stages/{stage}/index.html").getroot().find_class("paper-foot")
    assert foot.text_content() == f"第{handbook.about.edition}版 · 本页网址：{URL}zh/stages/{stage}/"


def test_paper_names_the_site_for_everyone_where_there_is_one_unless_the_role_is_for_staff(handbook):
    role = examples.role(handbook)
    outline = next(one for one in outlines(handbook) if one.path == f"roles/{role.id}/")
    staff = replace(handbook, roles={role.id: role.model_copy(update={"audience": "internal"})})
    public_url = "https://jobs.example.com/"
    assert f"本页网址：<br>{public_url}r/{role.id}/<" in on_paper(outline.reader(handbook), outline, URL, public_url)
    assert f"<br>{URL}r/{role.id}/<" in on_paper(outline.reader(staff), outline, URL, public_url)
    assert on_paper(outline.reader(handbook), outline, "", "") == ""
