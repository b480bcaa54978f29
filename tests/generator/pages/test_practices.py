"""A practice's page: what applies here stands apart from what others do."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.loading.folder import load
from macros.model.figures import Figure, Times
from macros.model.practices import Action, Actor, PracticeGroup, PracticeStep
from macros.model.record import Concerns, Note
from macros.pages.practices import practice
from macros.views.reader import Reader
from macros.views.silence import silences
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
from tests.places import BAKERY


def group(**fields: object) -> PracticeGroup:
    line = {"zh": "每天擦一次烤炉", "en": "Clean the oven every day", "basis": "example"}
    return PracticeGroup(name=Text(zh="擦烤炉", en="Cleaning the oven"), items=(line, line), basis="example", **fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_another_company_does_has_a_heading_of_its_own_that_says_it_is_an_example(language):
    handbook = load(BAKERY, ())
    found = next(iter(handbook.practices.values()))
    groups = {"ours": group(), "theirs": group(elsewhere=True, note=Note(zh="旧店的办法", en="The old shop’s way"))}
    other = replace(handbook, practices={found.id: found.model_copy(update={"groups": groups})})
    reader = Reader(other, language, "../../../")
    view = practice(reader, found.id)
    (ours,), (theirs,) = view["groups"], view["elsewhere"]
    assert list(view["sections"]).index("elsewhere") == list(view["sections"]).index("rules") + 1
    assert ours["id"] == "rule-ours" and ours["why"]["name"].lower() == reader.word("basis", "example").lower(), "said once, at the heading"
    assert theirs["id"] == "rule-theirs" and theirs["why"]["mark"] == reader.word("mark", "note"), "the section says that it is an example"
    assert [line["why"] for line in (*ours["lines"], *theirs["lines"])] == [None] * 4


def test_what_rules_ask_to_be_handed_in_stands_below_them_and_on_the_page_of_methods():
    tiny = load(BAKERY, ())
    found = tiny.practices["baking-again"]
    handbook = replace(tiny, practices={found.id: found.model_copy(update={"steps": {}, "groups": {"ours": group(outputs=("sourdough",))}})})
    reader = Reader(handbook, "en", "../../../")
    assert [link.name for link in practice(reader, found.id)["groups"][0]["outputs"]] == ["Sourdough"]
    assert ("practices", handbook.practices[found.id]) in handbook.users_of_terms["sourdough"]


def test_what_a_step_names_is_listed_below_since_its_page_leads_back():
    tiny = load(BAKERY, ())
    found = tiny.practices["baking-again"]
    alone = found.model_copy(update={"concerns": Concerns(), "steps": {"ask": step("问", actors=(Actor(role="oven-hand"),))}, "groups": {}})
    handbook = replace(tiny, practices={found.id: alone})
    assert handbook.practices_by_record["roles", "oven-hand"] == (alone,)
    roles, *_ = practice(Reader(handbook, "en", "../../../"), found.id)["concerns"]
    assert [link.name for link in roles["links"]] == ["Oven hand"]


def step(name: str, **fields: object) -> PracticeStep:
    return PracticeStep(name=Text(zh=name, en=name), does=(Action(zh="做", en="Do it"),), **{"actors": "not-stated", **fields})


def unsaid(language: str, **steps: PracticeStep) -> list[str]:
    """What a bakery says is unsaid of a practice with these steps."""
    handbook = load(BAKERY, ())
    found = next(iter(handbook.practices.values()))
    practice = found.model_copy(update={"steps": steps, "gaps": ()})
    return [one.words for one in silences(Reader(replace(handbook, practices={found.id: practice}), language, ""), practice)]


def doing(zh: str, **fields: object) -> PracticeStep:
    return step("Another").model_copy(update={"does": (Action(zh=zh, en="Do it", **fields),)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_that_lack_a_time_limit_or_someone_are_named(language):
    """How long a thing in a step lasts, or must be delivered within, is no time limit of the step."""
    daily = step("Daily", frequency=Times(times="1", every="day"), actors=(Actor(any=True),))
    lasting = Action(zh="交证明", en="Hand in evidence", figures=(Figure(of="evidence", value="3", unit="year"),))
    delivered = Action(zh="出图", en="Drawings", figures=(Figure(of="drawing", deadline={"within": "3", "unit": "day"}),))
    lacking = {name: step(name).model_copy(update={"does": (one,)}) for name, one in (("Lasting", lasting), ("Delivered", delivered))}
    for said in unsaid(language, daily=daily, **lacking):
        assert all(f"“{name}”" in said for name in lacking) and "“Daily”" not in said
    assert not any("“" in one for one in unsaid(language, **lacking)), "of all, none"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_whose_own_sentence_says_when_or_names_somebody_is_not_listed(language):
    """An example that names a role, or a time in a sentence without a figure, answers as well as a field does."""
    role = next(iter(load(BAKERY, ()).roles.values())).name.zh
    limits, people = unsaid(language, plain=step("Plain"), opening=doing("开店前检查"), named=doing(f"例如由{role}检查"))
    assert "“Plain”" in limits and "“Plain”" in people
    assert limits.count("“") == 2 and people.count("“") == 2, "the step of the other kind only"
    assert unsaid(language, both=doing(f"每天由{role}检查")) == []
    assert "“Another”" in unsaid(language, daily=step("Daily", actors=(Actor(any=True),)), lent=doing(f"每天抽调5人加入{role}"))[1], "whom others join"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_whose_file_says_that_it_has_no_time_limit_is_named_whatever_its_sentences_tell(language):
    """A time may be of what follows the step, of what is made in it, or of another company."""
    checked = [Action(zh="通过后并入总预算", en="Put it into the budget once it passes")]
    silent = PracticeStep(name=Text(zh="Silent", en="Silent"), does=checked, actors=(Actor(any=True),), deadline="not-stated")
    limits, = unsaid(language, silent=silent, daily=doing("每天检查").model_copy(update={"actors": (Actor(any=True),)}))
    assert "“Silent”" in limits and "“Another”" not in limits


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_steps_that_lack_something_are_counted_and_named(language):
    limits, people = unsaid(language, daily=doing("每天检查", basis="stated"), **{name: step(name.title()) for name in ("one", "two", "three", "four")})
    assert "4" in limits and all(f"“{name}”" in limits for name in ("One", "Two", "Three", "Four"))
    assert "“" not in people, "of all, none"
