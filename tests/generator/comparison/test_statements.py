"""Every sentence that is generated about two or more roles or stages is true: each is read as a reader would read it, and what it
says is counted again from the records, for all pairs and many sets, in both languages."""
from __future__ import annotations

import re
from itertools import combinations, permutations
from random import Random

import pytest
from lxml import html

from macros.checks import RULES
from macros.comparison.gap import gap
from macros.comparison.plan import endings, plan, words
from macros.comparison.sheet import role_sheet
from macros.comparison.stage_sheet import stage_sheet
from macros.comparison.table import side_by_side
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.roles import Role
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.catalog import translations
from macros.words.languages import LANGUAGES, Language
from tests.generator.comparison.dealing import dealt
from tests.generator.comparison.facts import Facts, generated, read, said, text
from tests.places import BAKERIES, BAKERY

ROOT = "../../"
BETWEEN = {"zh": "、", "en": "; "}
# Claims that no comparison may make: what is not listed is not known, and what is not known is not the same.
FORBIDDEN = {
    "zh": r"不考核|不要求|都相同|平级|照旧|往下|跨\d|(?<!\d)0[项个阶条]|编号|一步走不到|和CRM",
    "en": r"(?i)\bnot asked|not assessed|not required|the same for|sideways|\b0 (?:comp|KPI|stage|step|row|role|of)|rung|no role has the id",
}


@pytest.fixture(scope="module")
def houses(handbook: Handbook) -> list[Handbook]:
    """The handbook, and some dealt by lot."""
    return [handbook, *(dealt(load(BAKERIES, RULES), load(BAKERY, RULES), offers) for offers in (0, 11))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_says_what_is_true(houses, language):
    for house in houses:
        assert plans_are_true(house, language) == len(house.ordered_roles) * (len(house.ordered_roles) - 1)


def plans_are_true(house: Handbook, language: Language) -> int:
    """How many ordered pairs were read."""
    reader, facts = Reader(house, language, ROOT), Facts(house, language)
    sheets = {role.id: role_sheet(reader, role.id) for role in house.ordered_roles}
    pairs = list(permutations(house.ordered_roles, 2))
    for origin, target in pairs:
        found = plan(reader, origin, target, sheets[origin.id], sheets[target.id])
        here = f"{language}: {origin.id} → {target.id}"
        direction_is_true(facts, origin, target, found["direction"], here)
        falls = facts.stage(target) < facts.stage(origin) or (
            facts.stage(target) == facts.stage(origin) and climbed(facts, origin, target) < 0
        )
        whole = printed("comparison/pieces.html", "plan", found, endings(reader), words(reader))
        standing = text(read(printed("comparison/pieces.html", "standing", found, words(reader))))
        assert not re.search(FORBIDDEN[language], " ".join([generated(whole), found["sentence"], found["direction"], standing])), here
        documented_is_true(facts, origin, target, standing, here)
        if falls:
            assert found["title"] == reader.say("How the two roles differ") and not found["sentence"] and not found["parts"] and not found["help"], here
        else:
            assert found["title"] == reader.say("What to learn"), here
            lists_are_true(facts, origin, target, read(whole), found["sentence"], here)
            assert gap(reader, origin, target)["sentence"] == found["sentence"], here
    return len(pairs)


def climbed(facts: Facts, origin: Role, target: Role) -> int:
    """The rungs between two roles on the first track that holds both."""
    low, high = facts.rungs(origin), facts.rungs(target)
    return next((high[track] - low[track] for track in low if track in high), 0)


def direction_is_true(facts: Facts, origin: Role, target: Role, sentence: str, here: str) -> None:
    stages, rungs = facts.stage(target) - facts.stage(origin), climbed(facts, origin, target)
    messages = {
        "up": ("{n} stage up: from {from} to {to}.", "{n} stages up: from {from} to {to}."),
        "down": (
            "{n} stage apart: one role is at {from}, the other at {to}.", "{n} stages apart: one role is at {from}, the other at {to}.",
        ),
        "rung up": ("{n} step up {track}; both roles are at {to}.", "{n} steps up {track}; both roles are at {to}."),
        "rung down": ("{n} step apart on {track}; both roles are at {to}.", "{n} steps apart on {track}; both roles are at {to}."),
        "same": "Both roles are at {to}.",
    }
    way = "up" if stages > 0 else "down" if stages else "rung up" if rungs > 0 else "rung down" if rungs else "same"
    found = said(facts.language, sentence, messages[way])
    assert found is not None, f"{here}: “{sentence}” is not said for {way}"
    names = [facts.name("stages", role.stage) for role in (origin, target)]
    assert names[1].lower() in found["to"].lower() and names[0].lower() in found.get("from_", names[0]).lower(), here
    if "n" in found:
        n = abs(stages or rungs)
        assert int(found["n"]) == n > 0, here
        assert facts.language == "zh" or (f"{n} stages " in sentence or f"{n} steps " in sentence) == (n > 1), here


def documented_is_true(facts: Facts, origin: Role, target: Role, standing: str, here: str) -> None:
    known = facts.documented(origin, target)
    none = translations(facts.language).gettext("No document describes this move; this page compares what the two roles list.")
    over = facts.over(origin, target)
    ladder = any(track.is_of_stages for track in facts.handbook.used("tracks"))
    staged = translations(facts.language).gettext(
        "The documents give the order of the stages but name no move from one role to the other; this page compares what the two roles list.",
    )
    doubt = facts.in_doubt(origin, target)
    if doubt and not known and not over:
        assert doubt in standing, here
        return
    silent = staged if ladder and facts.stage(target) > facts.stage(origin) else none
    assert (standing in (none, staged)) == (not known and not over) and (known or over or standing == silent), here
    assert known or all(one in standing for one in over), here
    assert known or not over or standing.index(over[0]) < standing.index(over[1]) < standing.rindex(over[-1]), here
    assert not known or all(one in standing for one in known), here


def lists_are_true(facts: Facts, origin: Role, target: Role, page: html.HtmlElement, sentence: str, here: str) -> None:
    """The lists hold just what lies between the roles, their heads count what is in them, and the sentence says as many."""
    had, asked = facts.levels(origin), facts.levels(target)
    right = {
        "raise": [one for one in asked if one in had and asked[one] > had[one]],
        "learn": [one for one in asked if one not in had],
        "stays": [one for one in asked if one in had and asked[one] <= had[one]],
    }
    for id, names in right.items():
        sections = page.xpath(f"//section[@id='{id}']")
        assert len(sections) == bool(names), f"{here}: {id}"
        for section in sections:
            rows = [text(one) for one in section.xpath(".//span[@class='name']")]
            assert sorted(rows) == sorted(names), here
            numbers = re.findall(r"\d+", text(section.xpath("h3/span[@class='count']")[0]))
            essential = len(facts.essential(target) & set(names))
            assert [int(one) for one in numbers] == [len(names), *([essential] if 0 < essential < len(names) else [])], here
            for row in section.xpath("ul/li"):
                name, steps = text(row.xpath(".//span[@class='name']")[0]), [int(one) for one in re.findall(r"\d+", text(row.xpath(".//span[@class='to']")[0]))]
                assert steps == ([had[name], asked[name]] if id == "raise" else [asked[name]]), here
                useful = "useful" in row.xpath(".//*[contains(@class, 'need')]")[0].get("class")
                assert useful == (name not in facts.essential(target)), here
    numbers = [int(one) for one in re.findall(r"\d+", sentence)]
    new, raised, there = (len(right[id]) for id in ("learn", "raise", "stays"))
    assert numbers == ([one for one in (new, raised, there) if one]), f"{here}: “{sentence}”"
    help = page.xpath("//h3[@id='help']/span[@class='count']")
    told = page.xpath("//ul[@class='helps']/li")
    names = [one.xpath("a | span/a")[0].get("href") for one in told]
    assert len(set(names)) == len(names), f"{here}: what helps is told once"
    assert all(one.xpath("div") for one in told), f"{here}: nothing that helps is only named"
    assert {text(one) for one in page.xpath("//ul[@class='helps']//span[@class='which']//a")} <= {*right["raise"], *right["learn"]}, here
    assert [int(text(one)) for one in help] == ([len(told)] if told else []), here


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_two_roles_and_many_sets_stand_side_by_side_as_they_are(houses, language):
    for house in houses:
        reader, facts = Reader(house, language, ROOT), Facts(house, language)
        sheets = {role.id: role_sheet(reader, role.id) for role in house.ordered_roles}
        for roles in [*permutations(house.ordered_roles, 2), *sets(house)]:
            page = printed("comparison/pieces.html", "side_by_side", side_by_side(reader, [sheets[role.id] for role in roles]), "x", reader.say)
            sides_are_true(facts, roles, page, ", ".join(role.id for role in roles))


def sets(house: Handbook) -> list[tuple[Role, ...]]:
    """Sets of three and four, some by lot where there are many."""
    every = [one for n in (3, 4) for one in combinations(house.ordered_roles, n)]
    return Random(7).sample(every, min(150, len(every)))


def sides_are_true(facts: Facts, roles: tuple[Role, ...], printed_page: str, here: str) -> None:
    page = read(printed_page)
    assert not re.search(FORBIDDEN[facts.language], generated(printed_page)), here
    unknown_is_said_once(facts, roles, page, here)
    competencies = page.xpath("(//table[contains(@class, 'side')])[1]/tbody[contains(@class, 'levels')]")
    shared_is_true(facts, [facts.levels(role) for role in roles], competencies, here)
    for column, role in enumerate(roles):
        others = {name for other in roles if other is not role for name in facts.levels(other)}
        listed = [text(one) for one in page.xpath(f"//dl[@class='alone']//li[@data-column='{column}']/a")]
        assert sorted(listed) == sorted(name for name in facts.levels(role) if name not in others), here
    for one in page.xpath("//dl[@class='alone']/div"):
        assert int(text(one.xpath("dt/span[@class='count']")[0])) == len(one.xpath(".//li")) > 0, here
        column = int(one.xpath(".//li")[0].get("data-column"))
        assert roles[column].name[facts.language] in text(one.xpath("dt")[0]), here
    kpis_are_true(facts, roles, page, here)


def unknown_is_said_once(facts: Facts, roles: tuple[Role, ...], page: html.HtmlElement, here: str) -> None:
    """What no document says of any of them stands in one line and in no row; what it says of some is a row that says so of the others."""
    say = translations(facts.language).gettext
    missing = set.intersection(*(facts.unstated(role) for role in roles))
    message = "Not stated for either: {names}" if len(roles) == 2 else "Not stated for any of them: {names}"
    lines = [found for one in page.xpath("//p[contains(@class, 'silent')]") if (found := said(facts.language, text(one), message))]
    assert [set(one["names"].split(BETWEEN[facts.language])) for one in lines] == ([{say(one) for one in missing}] if missing else []), here
    rows = {text(row.xpath("th")[0]): row.xpath("td") for row in page.xpath("//tbody[contains(@class, 'facts')]/tr[th[@scope='row']]")}
    for phrase, name in (("track", "Tracks"), ("layer", "Layer"), ("who the role reports to", "Reports to")):
        unstated = [phrase in facts.unstated(role) for role in roles]
        if say(name) in rows:
            assert [text(cell) == say("not stated") for cell in rows[say(name)]] == unstated, here
        else:
            assert all(unstated) or not facts.handbook.of_kind("tracks" if phrase == "track" else "layers"), here


def shared_is_true(facts: Facts, had: list[dict[str, int]], bodies: list[html.HtmlElement], here: str) -> None:
    """What several have stands under how many have it, each with its level or a dot."""
    right: dict[int, set[str]] = {}
    for name in {name for one in had for name in one}:
        right.setdefault(sum(name in one for one in had), set()).add(name)
    right.pop(1, None)
    shown: dict[int, set[str]] = {}
    for body in bodies:
        head, *rows = body.xpath("tr")
        assert int(text(head.xpath(".//span[@class='count']")[0])) == len(rows), here
        for row in rows:
            name, cells = text(row.xpath("th")[0]), row.xpath("td")
            steps = [None if cell.xpath(".//*[contains(@class, 'missing')]") else int(re.findall(r"\d+", text(cell))[0]) for cell in cells]
            assert steps == [one.get(name) for one in had], here
            shown.setdefault(sum(one is not None for one in steps), set()).add(name)
        words = text(head.xpath("th")[0]).removesuffix(text(head.xpath(".//span[@class='count']")[0])).strip()
        n = sum(one is not None for one in steps)
        message = "In both roles" if len(had) == 2 else "In all {n} roles" if n == len(had) else "In {n} of the roles"
        assert (found := said(facts.language, words, message)) is not None and int(found.get("n", 2)) == n, here
    assert shown == right, here


def kpis_are_true(facts: Facts, roles: tuple[Role, ...], page: html.HtmlElement, here: str) -> None:
    """KPIs are counted as such and not by their targets, those for reference only too, and each stands in one place."""
    shared = [text(one) for one in page.xpath("//tbody[contains(@class, 'figures')]/tr/th[@scope='row']")]
    counts = [sum(name in facts.kpis(role) for role in roles) for name in shared]
    assert all(n > 1 for n in counts) and len(set(shared)) == len(shared), here
    for column, role in enumerate(roles):
        sections = page.xpath(f"//div[contains(@class, 'beside')]/section[.//li[@data-column='{column}']]")
        own = [name for name in facts.kpis(role) if name not in shared]
        assert len(sections) == bool(own), here
        for section in sections:
            assert int(text(section.xpath("h3/span[@class='count']")[0])) == len(own), here
            given = [text(one) for one in section.xpath(".//ul[@class='figures-list']/li/a")]
            bare = [[text(one) for one in names.xpath("li/a")] for names in section.xpath(".//ul[@class='bare']")]
            assert sorted(given + sum(bare, [])) == sorted(own) and set(given) == facts.figured(role) & set(own), here
            assert [int(re.findall(r"\d+", text(one))[0]) for one in section.xpath("details/summary")] == list(map(len, bare)), here
            for title, names in zip(section.xpath("details/summary"), bare):
                only = said(facts.language, text(title), ("{n} for reference only", "{n} for reference only")) is not None
                assert all((name in facts.appraising(role)) != only for name in names), f"what only informs appraises nobody: {here}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_a_document_states_is_called_required(houses, language):
    for house in houses:
        reader = Reader(house, language, ROOT)
        for role in house.ordered_roles:
            rows = next(group.rows for group in role_sheet(reader, role.id).groups if group.id == "qualifications")
            required = {line["text"] for row in rows if row.key == "required" for line in row.cell["lines"]}
            assert required == {one[language] for one in role.qualifications if one.need == "required" and one.basis == "stated"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_two_stages_stand_side_by_side_as_they_are(houses, language):
    for house in houses:
        reader = Reader(house, language, ROOT)
        for one, other in permutations(house.used("stages"), 2):
            table = side_by_side(reader, [stage_sheet(reader, one.id), stage_sheet(reader, other.id)])
            page = printed("comparison/pieces.html", "side_by_side", table, "x", reader.say)
            assert not re.search(FORBIDDEN[language], generated(page)), (one.id, other.id)
            rows = {text(row.xpath("th")[0]): [text(cell) for cell in row.xpath("td")] for row in read(page).xpath("//tr[th[@scope='row']]")}
            for track in house.used("tracks"):
                if (cells := rows.get(track.name[language])) is not None:
                    assert reader.say("not stated") not in cells, "a track without anyone at a stage is known to have none"
            assert not read(page).xpath("//tbody[contains(@class, 'facts')]//span[@class='count']"), "rows of facts are no number to tell"
            levels = rows[reader.say("Usual level")]
            assert [house.levels[stage.level].name[language] in cell for stage, cell in zip((one, other), levels)] == [True, True]
            for stage, cells in zip((one, other), zip(*rows.values())):
                here = {role.name[language] for role in house.ordered_roles if role.stage == stage.id}
                assert all(any(name in cell for cell in cells) for name in here), "everyone at a stage is named"


def test_no_name_with_and_stands_in_a_list_joined_by_and(houses):
    """Lists of names are joined by signs alone, in both languages."""
    for language in LANGUAGES:
        assert words(Reader(houses[0], language, ROOT))["names"] == BETWEEN[language]
