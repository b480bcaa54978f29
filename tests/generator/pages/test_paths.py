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
from macros.model.moves import takes_in
from macros.model.record import Party
from macros.model.roles import Role
from macros.pages.map import map_page
from macros.pages.moves import move, move_entry, move_index
from macros.pages.roles import role
from macros.pages.stages import stage, stage_index
from macros.pages.tracks import track, track_index
from macros.views import conditions
from macros.views.page import View
from macros.views.reader import Link, Reader
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
            for said, there in (("What you bring", found.carries_over), ("Competencies it draws on", found.to_learn)):
                assert (reader.say(said)[-4:].lower() in headings["learning"].lower()) == bool(there), found.id
        assert ("conditions" in headings) == bool(found.asks or found.preferred)
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
        assert conditions.startswith(str(len(found.asks))) if found.asks else not conditions
    apart = {link.href for group in view["groups"] if group["section"].id == "open-to-everyone" for link in (one["link"] for one in group["moves"])}
    assert apart == {reader.address("moves", one.id) for one in reader.handbook.moves_for_everyone}


def test_no_destination_is_an_honour_another_employer_or_open_to_everyone(reader):
    barred = {reader.address("titles", one.id) for one in reader.handbook.used("titles")}
    barred |= {reader.address("moves", one.id) for one in reader.handbook.used("moves") if not one.is_way}
    for one in reader.handbook.ordered_roles:
        for group in role_sheet(reader, one.id).groups:
            for row in group.rows:
                assert row.href not in barred and not {line["link"].href for line in row.cell.get("links", ())} & barred, one.id


def test_a_stage_has_signs_of_readiness_only_where_there_are_some_and_says_that_they_are_for_self_assessment(reader):
    for found in reader.handbook.used("stages"):
        page = printed(reader, "pages/stage", stage(reader, found.id))
        headings = page.xpath("//h2[@id='promotion-signals']")
        assert bool(headings) == bool(found.promotion_signals)
        assert all(reader.say("for self-assessment") in text(heading) for heading in headings)


def led_to(reader: Reader, role: Role) -> set[str | None]:
    """Where the data lets a role be promoted to: whoever stands on the next rung of a track, and the ends of promotions."""
    handbook = reader.handbook
    rungs = [step.upper for track in handbook.used("tracks") for step in handbook.steps(track) if role.id in step.lower.roles]
    ends = [Party(role=id) for rung in rungs for id in rung.roles] + [Party(post=id) for rung in rungs for id in rung.posts]
    ends += [party for move in handbook.used("moves") if move.kind == "promotion" and takes_in(move.from_, role) for party in move.destinations]
    return {reader.party(party).href for party in ends}


def test_what_comes_next_is_the_same_on_the_role_its_stage_the_map_and_in_comparisons(reader):
    handbook, promotion = reader.handbook, reader.word("move", "promotion")
    listed = {entry["link"].href: entry for group in map_page(reader).get("groups", ()) for entry in group["entries"]}
    stages = {one["link"].href: one["onward"] for found in handbook.used("stages") for one in stage(reader, found.id)["roles"]}
    for one in handbook.ordered_roles:
        expected, step = led_to(reader, one), next_step(handbook, one)
        looked_at = {reader.address("roles", other.id) for other in step.roles} if step and step.ground != "way" else set()
        card = role(reader, one.id)["card"]
        assert {who.href for kind in card["onward"] if kind["kind"] == "promotion" for way in kind["ways"] for who in way["who"]} == expected
        assert {other["link"].href for other in (card["reference"] or {"roles": []})["roles"]} == looked_at
        said = stages[reader.address("roles", one.id)]
        assert {link.href for line in said if not line["ground"] for link in line["links"]} == expected
        named = [link for line in said if line["ground"] for link in line["links"]]
        assert meant(reader, named, looked_at), one.id
        entry, shared = listed[reader.address("roles", one.id)], listed.get(reader.address("stages", one.stage), {"ways": []})
        assert {end.href for way in (*entry["ways"], *shared["ways"]) if way["kind"] == "promotion" for end in way["ends"]} == expected
        up = [link.href for link in entry["up"]["links"]] if entry["up"] else []
        assert set(up[:FEW]) <= looked_at and len(up) == min(len(looked_at), FEW + 1), "the list of the map names everyone"
        rows = next(group.rows for group in role_sheet(reader, one.id).groups if group.id == "next")
        lines = [(row.href, way["kind"]) for row in rows for way in row.cell.get("ways", ())]
        assert {href for href, kind in lines if kind.startswith(promotion)} == expected
        assert [href for href, kind in lines if kind.startswith(reader.say("For reference"))] == [link.href for link in named]


def meant(reader: Reader, named: list[Link], roles: set[str | None]) -> bool:
    """Whether these links name the roles, or the layer or stage that they all stand at."""
    if not roles or {link.href for link in named[:FEW]} <= roles:
        return bool(named) == bool(roles)
    found = [one for one in reader.handbook.ordered_roles if reader.address("roles", one.id) in roles]
    (only,) = named
    layers = {reader.address("layers", one.layer) if one.layer else "" for one in found}
    stages = {f"{reader.address('stages', one.stage)}#roles" for one in found}
    return {only.href} in (layers, stages) and str(len(roles)) in only.name


def test_a_number_of_conditions_says_what_they_are_wherever_it_stands(reader):
    """Whether all must be met, any, or that this is not settled; and that they are an example or the editors’ own."""
    for found in reader.handbook.used("moves"):
        entry, leads = move_entry(reader, found)["conditions"], [one["lead"] for one in move(reader, found.id)["conditions"]]
        assert bool(entry) == bool(found.asks)
        if not entry:
            continue
        unsettled = "whether the others must all be met is yet to be confirmed" if found.always else "whether all must be met is yet to be confirmed"
        assert (reader.say(unsettled) in entry.name) == (found.needed == "not-settled")
        given = {one.basis for one in found.conditions_any_of} == {"example"}      # what a document only gives as an example is no rule
        assert (reader.say("any one is enough") in entry.name) == (len(found.conditions_any_of) > 1 and not given)
        assert (reader.say("each only where it applies") in entry.name) == (found.needed == "where-they-apply")
        example = reader.say_n("a document’s example", "a document’s examples", len(found.asks))
        assert (example in entry.name) == all(one.basis == "example" for one in found.asks)
        assert not leads[-1] or (leads[-1] == reader.say("All of these:")) == (found.needed == "all" and not found.conditions_any_of)


def test_a_role_asks_of_those_promoted_to_it_all_that_the_move_asks(reader):
    for one in reader.handbook.ordered_roles:
        told = role(reader, one.id)["for_promotion"]
        shown = {each["link"].href: [line["text"] for part in each["lists"] for line in part["lines"]] for each in told}
        rows = next(group.rows for group in role_sheet(reader, one.id).groups if group.id == "qualifications")
        compared = [[line["text"] for line in row.cell["lines"]] for row in rows if row.key.startswith("promotion-")]
        leading = [
            found for found in reader.handbook.used("moves")
            if found.kind == "promotion" and found.asks and any(party.role == one.id for party in found.destinations)
        ]
        assert shown == {reader.address("moves", found.id): [reader.text(item) for item in found.asks] for found in leading}
        assert compared == list(shown.values())


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


def test_the_ladder_of_stages_is_counted_among_no_tracks(reader):
    tracks = reader.handbook.used("tracks")
    ladders = [one for one in tracks if one.is_of_stages]
    assert all(rung.stage and not (rung.roles or rung.posts) for one in ladders for rung in one.rungs)
    counted = len(tracks) - len(ladders) or len(tracks)
    assert track_index(reader)["essence"].startswith(f"{counted} track" if reader.language == "en" else f"本手册列出{counted}条")


def test_a_return_that_no_document_states_is_told_as_a_reading(reader):
    said = {"stated": "You return to your post", "example": "In the example, people return to their posts"}
    for found in reader.handbook.used("moves"):
        if found.returns:
            basis = found.basis_of["returns"].basis if "returns" in found.basis_of else "stated"
            assert move(reader, found.id)["returns"] == reader.say(said.get(basis, "Presumably back to your post"))


@pytest.mark.parametrize(("basis", "lead"), [("example", "For example:"), ("stated", "Any one of these:")])
def test_what_documents_only_give_as_examples_of_enough_promises_nothing(handbook, basis, lead):
    any_of = next((one for one in handbook.used("moves") if len(one.conditions_any_of) > 1), None)
    if any_of:
        told = any_of.model_copy(update={"conditions_any_of": tuple(one.model_copy(update={"basis": basis}) for one in any_of.conditions_any_of)})
        assert conditions.lists(Reader(handbook, "en", ROOT), told)[0][0] == lead
        assert ("any one is enough" in conditions.number(Reader(handbook, "en", ROOT), told)) == (basis == "stated")


def test_conditions_that_each_hold_in_one_situation_are_not_asked_of_everyone(handbook):
    several = next(one for one in handbook.used("moves") if len(one.asks) > 1)
    told = several.model_copy(update={"needed": "where-they-apply", "always": (), "conditions": several.asks, "conditions_any_of": ()})
    assert conditions.lists(Reader(handbook, "en", ROOT), told) == [("Whichever of these apply:", told.conditions)]
    assert "each only where it applies" in conditions.number(Reader(handbook, "en", ROOT), told)


@pytest.mark.parametrize(("language", "leads", "number"), [
    ("zh", ["一定要满足：", "其余各项是否都要满足，待确认："], "（1项一定要满足；其余是否都要满足，待确认）"),
    ("en", ["Always required:", "Whether the others must all be met is yet to be confirmed:"],
     " (1 always required; whether the others must all be met is yet to be confirmed)"),
])
def test_what_must_be_met_in_any_case_stands_apart_from_what_is_not_settled(handbook, language, leads, number):
    asking = next(one for one in handbook.used("moves") if one.asks)
    first, *others = (asking.asks[0].model_copy(update={"basis": "stated"}) for _ in range(3))
    told = asking.model_copy(update={"needed": "not-settled", "always": (first,), "conditions": tuple(others), "conditions_any_of": ()})
    reader = Reader(handbook, language, ROOT)
    assert conditions.lists(reader, told) == [(leads[0], (first,)), (leads[1], tuple(others))]
    assert conditions.aside(reader, told) == number and conditions.number(reader, told).endswith(number)
    alone = told.model_copy(update={"conditions": ()})
    assert conditions.lists(reader, alone) == [("", (first,))], "what stands alone needs no such line"
    together = told.model_copy(update={"needed": "all"})
    assert conditions.lists(reader, together) == [(reader.say("All of these:"), told.asks)] and not conditions.aside(reader, together)
    one = told.model_copy(update={"conditions": told.conditions[:1]})
    assert [said for said, _ in conditions.lists(reader, one)] == leads, "one more that is not settled is no certain one"


def test_the_way_to_what_comes_next_promises_conditions_only_where_there_are_ways(reader):
    for one in reader.handbook.ordered_roles:
        view = role(reader, one.id)
        (more,) = printed(reader, "pages/role", view).xpath("//p[@class='more']/a[@href='#moves']") or [None]
        some = "Conditions and competencies" if view["moves"]["from"] or view["moves"]["to"] else "Compare with another role"
        assert more is None or text(more) == reader.say(some)


def test_how_conditions_hold_together_is_said_before_them(reader):
    for one in reader.handbook.ordered_roles:
        for row in printed(reader, "pages/role", role(reader, one.id)).xpath("//ul[@class='steps-out']//div[@class='cond']"):
            said = text(row)
            for aside in ("whether all must be met is yet to be confirmed", "each only where it applies", "any one is enough"):
                assert reader.say(aside) not in said or said.index(reader.say(aside)) < said.index(reader.say(": ").strip()), said
