"""What a screen reader is given of the page: each choice with its name and what is asked, the picture in words, the plan as named fields."""
from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from macros.path.page import my_plan
from macros.path.words import words
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.generator.path.plans import chosen, pair


def named(tree: str, role: str) -> list[str]:
    """The names of everything of a role in a tree, in its order."""
    return [one.removesuffix("'").removesuffix('"') for one in re.findall(rf"^ *- '?{role} \"(.*?)\"(?= |:|'|$)", tree, re.M)]


@pytest.fixture(params=LANGUAGES)
def heard(request, visit, handbook):
    """The page in a language, with both roles chosen, nothing yet of what they ask, and one gap planned."""
    role, goal = pair(handbook)
    page: Page = visit(f"{request.param}/path/")
    chosen(page, role, goal)
    first = role.competencies[0]
    page.locator(f"[name='ratings.{first.competency}'][value=none]").check()
    page.locator(f"[data-plan={first.competency}]").check()
    page.locator(".plan-item").wait_for()
    reader = Reader(handbook, request.param, "")
    return page, words(reader), reader, role, goal, first


def test_a_choice_is_heard_with_its_name_what_is_asked_and_its_levels(heard):
    page, said, reader, role, _, first = heard
    group = page.locator(f".rate[data-id={first.competency}]")
    tree = group.aria_snapshot()
    levels = reader.levels()
    assert named(tree, "group")[0] == reader.text(reader.handbook.competencies[first.competency].name)
    assert named(tree, "radio") == [said["none"], *(f"{one.step} {one.name}" for one in levels), said["unknown"]]
    described = page.locator(f"#{group.get_attribute('aria-describedby')} > span").all_inner_texts()
    (level,) = (one for one in levels if one.step == reader.handbook.steps_of_levels[first.level])
    assert said["wanted"].format(name=reader.text(role.name), level=f"{level.step} {level.name}") in described


def test_the_picture_is_heard_as_a_table_with_no_signs_in_it(heard):
    page, said, reader, role, goal, _ = heard
    tree = page.locator(".picture").aria_snapshot()
    assert named(tree, "columnheader") == [said["competency"], said["me"], reader.text(role.name), reader.text(goal.name)]
    asked = dict.fromkeys(one.competency for one in (*role.competencies, *goal.competencies))
    assert len(named(tree, "rowheader")) == len(asked) and not re.search("[○·●]", tree)


def test_the_plan_is_heard_as_fields_below_the_name_of_what_is_planned(heard):
    page, said, reader, _, _, first = heard
    item = page.locator(".plan-item").aria_snapshot()
    assert named(item, "group")[0] == reader.text(reader.handbook.competencies[first.competency].name)
    assert [name for name in ("to", "by", "sign", "how", "who") if f'"{said["plan"][name]}"' not in item] == []
    tree = page.locator(".path-page").aria_snapshot()
    titles = [one.title for one in my_plan(reader)["sections"].values()]
    links = [one for one in named(tree, "link") if page.locator(f".headerlink[aria-label='{one}']").count()]
    assert len(links) == len(titles) and all(one.endswith(title) for one, title in zip(links, titles, strict=True)), links
    assert "- list\n" not in page.locator(".of-plan").aria_snapshot(), "no list is empty"
