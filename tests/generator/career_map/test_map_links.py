"""The career map: where its pieces lead, what it says of itself, and who is left out of it."""
from __future__ import annotations

import pytest
from lxml import html

from macros.career_map.chart import INDUSTRIES, LOOSE, chart
from macros.career_map.page import career_map, plotted
from macros.career_map.role_map import role_map
from macros.model.items import Party
from macros.views.reader import Reader
from macros.views.templates import render
from macros.words.languages import LANGUAGES
from tests.generator.career_map.test_map import handbook, handbooks, reader  # noqa: F401  (fixtures)


def test_everything_drawn_leads_somewhere(reader):
    """Names, letters and rings are links, to a page or to an entry of the list that is there."""
    tree = html.fromstring(render("career_map/page", reader, career_map(reader)))
    assert not tree.xpath("//svg[contains(@class, 'plan')]//g[contains(@class, 'node') or starts-with(@class, 'tag')]")
    ids = set(tree.xpath("//@id"))
    for link in tree.xpath("//svg[contains(@class, 'plan')]//a[not(contains(@class, 'label'))]"):
        href = link.get("href")
        assert link.get("aria-label") and (href.startswith("../../") or href.removeprefix("#") in ids), href


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_no_page_leads_to_its_move_or_where_its_moves_are_named(handbooks, language):
    reader = Reader(handbooks["real"], language, "../../")
    found = chart(reader.handbook)
    faces = plotted(reader, found).faces
    moves = {reader.text(party.outside): move for move in reader.handbook.used("moves") for party in (*move.from_, *move.to) if party.outside}
    single = reader.text(reader.handbook.moves["executive-reserve"].to[0].outside)
    hrefs = {reader.party(party).name: face.href for party, face in faces.items()}
    assert hrefs[single] == reader.address("moves", moves[single].id)
    assert hrefs[reader.party(Party(team="operations-department")).name] == reader.address("moves", "marketing-to-operations")
    anyone = hrefs[reader.party(Party(any=True)).name]
    tree = html.fromstring(render("career_map/page", reader, career_map(reader)))
    (entry,) = tree.xpath(f"//li[@id='{anyone.removeprefix('#')}']")
    assert {reader.address("moves", one) for one in ("key-project", "special-contribution")} <= set(entry.xpath(".//a/@href"))


def test_an_industry_named_with_and_without_examples_is_one_place_in_a_row_of_its_own(handbooks):
    found = chart(handbooks["real"])
    row = [place.party.outside.zh for place in found.places if place.row == INDUSTRIES]
    assert row == ["快消行业，例如宝洁、联合利华", "互联网行业，例如字节、阿里", "新能源行业，例如特斯拉、蔚来"]
    assert [(a.outside.zh[:3], b.outside.zh[:3]) for line in found.lines if line.kind == "cross-industry" for a in line.origins for b in line.targets] == [
        ("快消行", "互联网"), ("互联网", "新能源"),
    ]


def test_who_is_no_destination_stands_apart_and_not_among_them(handbooks):
    found = chart(handbooks["real"])
    assert {party.post for party in found.apart} == {"chief-executive-officer", "regional-director", "finance-director", "project-manager"}
    assert all(any(place.party in (*line.origins, *line.targets) for line in found.lines) for place in found.places if place.row in LOOSE)


def test_the_legend_shows_what_is_drawn(reader):
    tree = html.fromstring(render("career_map/page", reader, career_map(reader)))
    legend = {name for classes in tree.xpath("//ul[@class='map-legend']//span/@class") for name in classes.split()}
    drawn = {name for classes in tree.xpath("//div[@class='map']//*[starts-with(@class, 'tag')]/@class") for name in classes.split()[1:]}
    assert drawn == legend - {"letter", "ring", "move-line"}
    assert ("rotation" in drawn) == ("ring" in legend) and not tree.xpath("//ul[@class='map-legend']//svg[contains(@class, 'rotation')]")


def test_a_small_map_names_every_move_it_leaves_out(reader):
    for role in reader.handbook.ordered_roles:
        small = role_map(reader, role)
        if small:
            html_map = html.fromstring(render("career_map/role_map", reader, {"map": small}))
            named = set(html_map.xpath("//span[@class='left-out']//a/@href"))
            open_moves = {reader.address("moves", move.id) for move in reader.handbook.used("moves") if any(party.any for party in (*move.from_, *move.to))}
            assert open_moves >= named == {link.href for link in small["left_out"]}
            by_name = {reader.address("moves", move.id) for move in reader.handbook.used("moves") if Party(role=role.id) in (*move.from_, *move.to)}
            assert not named & by_name and open_moves - by_name <= named | by_name


def test_newcomers_rotate_through_modules_and_not_to_where_they_are(handbooks):
    to = handbooks["real"].moves["newcomer-rotation"].to
    assert [party.team for party in to] == [None] and "品牌、用户增长、内容" in to[0].outside.zh
