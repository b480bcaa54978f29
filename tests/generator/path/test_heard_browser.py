"""What a screen reader is given of the page: each choice with its name and what is asked, the picture in words, the plan as named fields."""
from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.generator.path.plans import chosen, pair

HEARD = {
    "zh": {
        "levels": ("还没有", "说不准"), "asked": "{name}：{level}", "head": ("能力", "我"),
        "sections": ["我在哪一级", "差距", "我的计划", "成长档案", "和上级对照"],
        "fields": ["补到哪一级", "到什么时候", "怎样算做到", "我的做法", "谁来帮"], "copy": "复制这一节的链接：",
    },
    "en": {
        "levels": ("Not yet", "I do not know"), "asked": "{name}: {level}", "head": ("Competency", "Me"),
        "sections": ["Where I stand", "The gap", "My plan", "Growth file", "With my manager"],
        "fields": ["Up to which level", "By when", "How we will see it", "What I will do", "Who helps"], "copy": "Copy the link to this section: ",
    },
}


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
    return page, HEARD[request.param], Reader(handbook, request.param, ""), role, goal, first


def test_a_choice_is_heard_with_its_name_what_is_asked_and_its_levels(heard):
    page, words, reader, role, _, first = heard
    group = page.locator(f".rate[data-id={first.competency}]")
    tree = group.aria_snapshot()
    levels = reader.levels()
    assert named(tree, "group")[0] == reader.text(reader.handbook.competencies[first.competency].name)
    assert named(tree, "radio") == [words["levels"][0], *(f"{one.step} {one.name}" for one in levels), words["levels"][1]]
    described = page.locator(f"#{group.get_attribute('aria-describedby')} > span").all_inner_texts()
    (level,) = (one for one in levels if one.step == reader.handbook.steps_of_levels[first.level])
    assert words["asked"].format(name=reader.text(role.name), level=f"{level.step} {level.name}") in described


def test_the_picture_is_heard_as_a_table_with_no_signs_in_it(heard):
    page, words, reader, role, goal, _ = heard
    tree = page.locator(".picture").aria_snapshot()
    assert named(tree, "columnheader") == [*words["head"], reader.text(role.name), reader.text(goal.name)]
    asked = dict.fromkeys(one.competency for one in (*role.competencies, *goal.competencies))
    assert len(named(tree, "rowheader")) == len(asked) and not re.search("[○·●]", tree)


def test_the_plan_is_heard_as_fields_below_the_name_of_what_is_planned(heard):
    page, words, reader, _, _, first = heard
    item = page.locator(".plan-item").aria_snapshot()
    assert named(item, "group")[0] == reader.text(reader.handbook.competencies[first.competency].name)
    assert [one for one in words["fields"] if f'"{one}"' not in item] == []
    tree = page.locator(".path-page").aria_snapshot()
    assert [one for one in named(tree, "link") if one.startswith(words["copy"])] == [words["copy"] + one for one in words["sections"]]
    assert "- list\n" not in page.locator(".of-plan").aria_snapshot(), "no list is empty"
