"""Readers who set letters wider apart, who enlarge four times or who want nothing to move lose nothing of ten pages, one of each kind. Only in the audit."""
from __future__ import annotations

import os

import pytest

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests import examples
from tests.audit.selections import AUDIT
from tests.browser import NARROW, WIDE, styled, until
from tests.generator.website.spilling import spilled

pytestmark = pytest.mark.skipif(AUDIT not in os.environ, reason="in the audit")
# What WCAG 2.2 asks a page to bear, 1.4.12 and 1.4.10: 1280 and 2560 by 1440 pixels seen at four times the size.
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
ENLARGED = ({"width": 320, "height": 256}, {"width": 640, "height": 360})
# The shades at the edges of a frame go with the frame as it is scrolled, by themselves nowhere.
MOVING = """() => document.getAnimations().filter((one) => one.playState === "running" && one.timeline === document.timeline)
  .map((one) => one.animationName ?? one.transitionProperty ?? "motion")"""
FOLDS = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"


def paths(handbook: Handbook, language: str) -> list[str]:
    """A page of each kind that readers come to; of records those with the longest name."""
    first, second = examples.roles(handbook, 2)
    longest = [f"{kind}/{max(handbook.used(kind), key=lambda one: len(one.name[language])).id}/" for kind in ("roles", "competencies", "kpis", "practices")]
    return ["", *longest, f"compare/?roles={first.id},{second.id}", f"path/?role={first.id}", "matrix/", f"search/?q={first.name[language]}", "open-points/"]


def shown(visit, path, **context):
    """A page once its scripts have filled it, with all its folds open."""
    page = visit(path, reduced_motion="reduce", **context)
    until(page, "document.readyState === 'complete'")
    if "?" in path:
        until(page, "document.querySelector('.rate, main .hit, #side-by-side, .side')")
    page.evaluate(FOLDS)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_with_wider_spaces(visit, handbook, language):
    found = {}
    for path in paths(handbook, language):
        page = shown(visit, f"{language}/{path}")
        styled(page, SPACED)
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            found[path, size["width"]] = spilled(page)
        page.context.close()
    assert {view: spills for view, spills in found.items() if spills} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("window", ENLARGED, ids=lambda size: f"{size['width']}x{size['height']}")
def test_nothing_is_cut_at_four_times_the_size(visit, handbook, language, window):
    found = {}
    for path in paths(handbook, language):
        page = shown(visit, f"{language}/{path}", viewport=window)
        found[path] = spilled(page)
        page.context.close()
    assert {path: spills for path, spills in found.items() if spills} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_where_nothing_shall(visit, handbook, language):
    found = {}
    for path in paths(handbook, language):
        page = shown(visit, f"{language}/{path}", viewport=WIDE)
        moving = page.evaluate(MOVING)
        page.keyboard.press("/")  # the search
        page.mouse.wheel(0, 2000)
        found[path] = [*moving, *page.evaluate(MOVING)]
        page.context.close()
    assert {path: moving for path, moving in found.items() if moving} == {}


def test_what_is_cut_or_moves_is_found(visit):
    page = shown(visit, "en/")
    styled(page, "main h1 { height: 1rem; width: 2rem; overflow: hidden; } @keyframes turned { to { rotate: 1turn; } }")
    styled(page, "html main article h1 { animation: 9s linear infinite turned !important; animation-duration: 9s !important; }")
    assert any(one.startswith("h1") for one in spilled(page)) and page.evaluate(MOVING) == ["turned"]
