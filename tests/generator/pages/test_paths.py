"""What the pages of moves, tracks and stages say, held against the data for every record."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html
from lxml.html import HtmlElement

from macros.checks import RULES
from macros.comparison.next_step import next_step
from macros.comparison.sheet import role_sheet
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.pages.moves import move, move_index
from macros.pages.one_step_up import map_page, one_step_up
from macros.pages.stages import stage, stage_index
from macros.pages.tracks import track, track_index
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.sizes import FEW
from macros.views.templates import render
from macros.words.languages import LANGUAGES
from tests.places import BAKERIES, BAKERY

ROOT = "../../../"


@pytest.fixture(scope="module", params=[BAKERY, BAKERIES], ids=["tiny", "bakeries"])
def handbook(request) -> Handbook:
    return load(request.param, RULES)


@pytest.fixture(params=LANGUAGES)
def reader(request, handbook) -> Reader:
    return Reader(handbook, request.param, ROOT)


def printed(reader: Reader, template: str, view: View) -> HtmlElement:
    return html.fromstring(f"<main>{render(template, reader, {'title': 'Title', **view})}</main>")


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def posts_named(reader: Reader, sentence: str) -> set[str]:
    """The posts that a sentence names, of those that are not part of a longer name in it."""
    found = [post for post in reader.handbook.used("posts") if reader.inside(reader.text(post.name)).lower() in sentence.lower()]
    names = {post.id: reader.text(post.name).lower() for post in found}
    return {id for id, name in names.items() if not any(name != other and name in other for other in names.values())}


def test_a_step_says_exactly_which_end_is_only_a_name(reader):
    for found in reader.handbook.used("tracks"):
        for step, shown in zip(reader.handbook.steps(found), track(reader, found.id)["steps"]):
            named = {post for rung in (step.lower, step.upper) for post in rung.posts}
            assert bool(shown["gaps"]) == bool(step.lower.roles and step.upper.roles)
            if not shown["gaps"]:
                assert posts_named(reader, shown["named"]) == named, (found.id, shown["named"])


def test_a_move_says_what_stands_under_its_headings_and_no_more(reader):
    for found in reader.handbook.used("moves"):
        view = move(reader, found.id)
        page = printed(reader, "pages/move", view)
        headings = {heading.get("id"): text(heading) for heading in page.xpath("//h2")}
        assert ("learning" in headings) == bool(found.carries_over or found.to_learn)
        if "learning" in headings:
            for said, there in (("What you bring", found.carries_over), ("What to learn", found.to_learn)):
                assert (reader.say(said)[-4:].lower() in headings["learning"].lower()) == bool(there), found.id
        assert ("conditions" in headings) == bool(found.conditions or found.conditions_any_of or found.preferred)
        named = {party.post for party in (*found.from_, *found.to) if party.post}
        assert not view["named"] or posts_named(reader, view["named"]) == named
        assert page.xpath("//*[@id='conditions']"), "the address stays"
        for title in (party.title for party in found.to if party.title):
            here = page.xpath(f"//dt[. = '{reader.say('Honorary title')}']/following-sibling::dd//a[contains(@href, 'title-{title}')]")
            assert here and not [one for one in view["to"] if one.href and f"title-{title}" in one.href]


def test_the_index_tells_every_move_once_and_counts_what_stands_below(reader):
    view = move_index(reader)
    page = printed(reader, "pages/moves-index", view)
    told = [link.get("href") for link in page.xpath("//ul[@class='moves-of-a-kind']/li/h3//a")]
    assert sorted(told) == sorted(reader.address("moves", one.id) for one in reader.handbook.used("moves"))
    for heading in page.xpath("//h2"):
        holder = heading.getparent() if heading.getparent().tag == "summary" else heading
        (below,) = holder.xpath("following::ul[@class='moves-of-a-kind'][1]")
        assert heading.xpath("string(span[@class='count'])") == str(len(below.xpath("li")))
    for entry in page.xpath("//ul[@class='moves-of-a-kind']/li"):
        found = reader.handbook.moves[entry.xpath("string(h3//a/@href)").rstrip("/").rpartition("/")[2]]
        conditions = entry.xpath("string(p[@class='asked'])").strip()
        assert conditions.startswith(str(len(found.conditions or found.conditions_any_of))) if found.conditions or found.conditions_any_of else not conditions
    apart = {link.href for group in view["groups"] if group["section"].id == "open-to-everyone" for link in (one["link"] for one in group["moves"])}
    assert apart == {reader.address("moves", one.id) for one in reader.handbook.moves_for_everyone}


def test_no_destination_is_an_honour_another_employer_or_open_to_everyone(reader):
    barred = {reader.address("titles", one.id) for one in reader.handbook.used("titles")}
    barred |= {reader.address("moves", one.id) for one in reader.handbook.used("moves") if not one.is_way}
    for role in reader.handbook.ordered_roles:
        for group in role_sheet(reader, role.id).groups:
            for row in group.rows:
                assert row.href not in barred and not {one["link"].href for one in row.cell.get("links", ())} & barred, role.id


def test_a_stage_has_signs_of_readiness_only_where_there_are_some_and_says_that_they_are_no_condition(reader):
    for found in reader.handbook.used("stages"):
        page = printed(reader, "pages/stage", stage(reader, found.id))
        headings = page.xpath("//h2[@id='promotion-signals']")
        assert bool(headings) == bool(found.promotion_signals)
        assert all(reader.say("for yourself, not a condition") in text(heading) for heading in headings)


def test_one_step_up_is_what_follows_from_the_data_and_says_on_what_ground(reader):
    listed = {entry["link"].href: entry["up"] for group in map_page(reader).get("groups", ()) for entry in group["entries"]}
    for role in reader.handbook.ordered_roles:
        step, shown = next_step(reader.handbook, role), one_step_up(reader, role)
        assert bool(step) == bool(shown)
        if step:
            ends = [reader.address("roles", one.id) for one in step.roles]
            stages = {f"{reader.address('stages', one.stage)}#roles" for one in step.roles}
            led = [link.href for link in shown["links"]]
            assert led == [*stages] if len(ends) > 1 == len(stages) else led[:FEW] == ends[:FEW]
            assert shown["one"] == (len(ends) == 1) and bool(shown["ground"]) == (step.ground != "way")
            assert (listed.get(reader.address("roles", role.id)) is not None) == (step.ground != "way")
            assert reader.word("ground", step.ground) in (shown["ground"] or reader.word("ground", "way"))


def counted(page: HtmlElement) -> Iterator[str]:
    yield from (count.strip() for count in page.xpath("//span[@class='count']/text()"))


def test_no_count_is_none(reader):
    for template, view in (
        *(("pages/move", move(reader, one.id)) for one in reader.handbook.used("moves")), ("pages/moves-index", move_index(reader)),
        *(("pages/track", track(reader, one.id)) for one in reader.handbook.used("tracks")), ("pages/tracks-index", track_index(reader)),
        *(("pages/stage", stage(reader, one.id)) for one in reader.handbook.used("stages")), ("pages/stages-index", stage_index(reader)),
    ):
        assert "0" not in list(counted(printed(reader, template, view)))


def test_a_title_stands_apart_from_posts(reader):
    page = printed(reader, "pages/tracks-index", track_index(reader))
    for kind, section, prefix in (("posts", "named-only", "post-"), ("titles", "honorary-titles", "title-")):
        below = page.xpath(f"//details[summary/h2[@id='{section}']]//dl/div/@id")
        assert below == [f"{prefix}{one.id}" for one in reader.handbook.used(kind)]
