"""The career map: where its pieces lead, what it says of itself, and who is left out of it."""
from __future__ import annotations

from dataclasses import replace

from lxml import html

from macros.career_map.chart import BEYOND, chart
from macros.career_map.page import SCREEN, career_map, plotted
from macros.comparison.neighbours import neighbours
from macros.model.record import Party
from macros.views.everyone import open_to_everyone
from macros.views.templates import render
from macros.words.texts import Text


def test_everything_drawn_leads_somewhere(reader):
    """Names, letters and rings are links, to a page or to an entry of the list that is there."""
    tree = html.fromstring(render("career_map/page", reader, {"title": "Map", **career_map(reader)}))
    assert not tree.xpath("//svg[contains(@class, 'plan')]//g[contains(@class, 'node') or starts-with(@class, 'tag')]")
    ids = set(tree.xpath("//@id"))
    for link in tree.xpath("//svg[contains(@class, 'plan')]//a[not(contains(@class, 'label'))]"):
        href = link.get("href")
        assert link.get("aria-label") and (href.startswith("../../") or href.removeprefix("#") in ids), href


def test_what_has_no_page_leads_to_its_move_or_where_its_moves_are_named(reader):
    found = chart(reader.handbook)
    tree = html.fromstring(render("career_map/page", reader, {"title": "Map", **career_map(reader)}))
    for party, face in plotted(reader, found, SCREEN[reader.language]).faces.items():
        if party.team or party.outside or party.any:
            moves = {line.move.id for line in found.lines if line.move and party in (*line.origins, *line.targets)}
            addresses = {reader.address("moves", one) for one in moves}
            if len(moves) == 1:
                assert {face.href} == addresses
            else:
                (entry,) = tree.xpath(f"//li[@id='{face.href.removeprefix('#')}']")
                assert addresses <= set(entry.xpath(".//a/@href"))


def test_somewhere_named_with_and_without_examples_is_one_place(handbooks):
    small = handbooks["small"]
    move = next(iter(small.moves.values()))
    named = {
        "mills": Text(zh="磨坊，例如东磨坊、西磨坊", en="Mills, for example the east mill"), "mills-alone": Text(zh="磨坊", en="Mills"),
        "inns": Text(zh="客栈，例如老客栈", en="Inns, for example the old inn"), "ships": Text(zh="船队", en="Ships"),
    }
    ways = [("mills", "inns"), ("inns", "mills-alone"), ("mills-alone", "ships")]
    moves = {
        f"move-{n}": move.model_copy(
            update={"id": f"move-{n}", "kind": "cross-department", "track": None, "from_": (Party(outside=named[a]),), "to": (Party(outside=named[b]),)}
        )
        for n, (a, b) in enumerate(ways)
    }
    found = chart(replace(small, moves=moves))
    assert [place.party.outside for place in found.places if place.row == BEYOND and place.party.outside] == [named["mills"], named["inns"], named["ships"]]
    assert [(a.outside, b.outside) for line in found.lines if line.move for a in line.origins for b in line.targets] == [
        (named["mills"], named["inns"]), (named["inns"], named["mills"]), (named["mills"], named["ships"]),
    ]


def test_who_is_no_destination_stands_apart_and_not_among_them(reader):
    found = chart(reader.handbook)
    ends = {party for line in found.lines for party in (*line.origins, *line.targets)}
    assert not ends & set(found.apart)
    assert {*found.apart} == {Party(post=one.id) for one in reader.handbook.used("posts")} - {place.party for place in found.places}
    assert all(place.party in ends for place in found.places if place.row == BEYOND)


def test_a_post_nobody_goes_to_at_no_stage_stands_apart(handbooks):
    small = handbooks["small"]
    post = next(iter(small.posts.values())).model_copy(update={"id": "auditor", "stage": None, "layer": None})
    assert chart(replace(small, posts={**small.posts, post.id: post})).apart == (Party(post="auditor"),)


def test_the_legend_shows_what_is_drawn(reader):
    tree = html.fromstring(render("career_map/page", reader, {"title": "Map", **career_map(reader)}))
    legend = {name for classes in tree.xpath("//ul[@class='map-legend']//span/@class") for name in classes.split()}
    drawn = {name for classes in tree.xpath("//div[@class='map']//*[starts-with(@class, 'tag')]/@class") for name in classes.split()[1:]}
    assert drawn == legend - {"letter", "ring", "move-line"}
    assert ("rotation" in drawn) == ("ring" in legend) and not tree.xpath("//ul[@class='map-legend']//svg[contains(@class, 'rotation')]")


def test_only_ways_to_posts_are_drawn(reader):
    """An honorary title is no post; what is open to everyone or tells of other employers is told beside the picture, each move once."""
    handbook = reader.handbook
    found = chart(handbook)
    ends = {party for line in found.lines for party in (*line.origins, *line.targets)}
    assert not any(party.title or party.any for party in ends)
    drawn = {line.move.id for line in found.lines if line.move}
    tree = html.fromstring(render("career_map/page", reader, {"title": "Map", **career_map(reader)}))
    beside = {href for href in tree.xpath("//*[@class='map-apart']//a/@href") if "/moves/" in href}
    assert beside == {reader.address("moves", one.id) for one in handbook.used("moves") if one.id not in drawn}
    for move in (one for one in handbook.used("moves") if one.id not in drawn):
        assert move.for_everyone or move.kind in ("honour", "cross-industry") or all(party.title for party in move.to)


def test_a_role_lists_every_way_once_and_what_is_open_to_everyone_apart(reader):
    for role in reader.handbook.ordered_roles:
        for ways in neighbours(reader, role).values():
            told = [(one["kind"], who) for one in ways for who in one["who"]]
            assert len(told) == len(set(told)), role.id
            named = {link.href for one in ways for link in one["ways"]}
            assert not named & {reader.address("moves", move.id) for move in reader.handbook.moves_for_everyone}
    for link, move in zip(open_to_everyone(reader), reader.handbook.moves_for_everyone):
        reason = move.basis_of.get("from")
        assert link.href == reader.address("moves", move.id) and (link.why["said"] if link.why else "") == (reader.text(reason.why) if reason else "")
