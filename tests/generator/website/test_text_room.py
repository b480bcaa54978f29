"""No text leaves its box on a machine whose fonts are narrower or wider than those the pages were drawn with."""
from __future__ import annotations

import os
import re

import pytest

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests.audit.selections import AUDIT
from tests.browser import NARROW, WIDE, styled
from tests.generator.website.spilling import SCALES, set_at, spilled

UPRIGHT, ACROSS = {"width": 665, "height": 990}, {"width": 1047, "height": 718}  # a sheet of paper inside its margins
ON_THEIR_SIDE = ("map/", "matrix/")


def paths(handbook: Handbook, language: str) -> list[str]:
    """The pages with names in narrow places: drawings, tables of names, ladders, cards; of each kind of record the one of the longest name."""
    kinds = [(kind, records) for kind in ("roles", "stages", "tracks", "competencies", "kpis") if (records := handbook.used(kind))]
    longest = [f"{kind}/{max(records, key=lambda one: len(one.name[language])).id}/" for kind, records in kinds]
    return ["", *ON_THEIR_SIDE, "roles/", "stages/", "tracks/", "competencies/", "compare/", *longest]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_spills_with_narrower_or_wider_letters(visit, handbook, language):
    """In the audit every page at both, else every other one at each."""
    found = {}
    views = [(path, scale) for place, path in enumerate(paths(handbook, language)) for scale in SCALES if AUDIT in os.environ or scale == SCALES[place % 2]]
    for path, scale in views:
        page = visit(f"{language}/{path}", reduced_motion="reduce")
        set_at(page, scale)
        for media, size in (("screen", WIDE), ("screen", NARROW), ("print", ACROSS if path in ON_THEIR_SIDE else UPRIGHT)):
            page.emulate_media(media=media)
            page.set_viewport_size(size)
            found[path, scale, media, size["width"]] = spilled(page)
        page.context.close()
    assert {view: spills for view, spills in found.items() if spills} == {}


def test_what_spills_is_found(visit, handbook):
    page = visit("en/map/")
    assert spilled(page) == []
    set_at(page, 200)
    assert {one.partition(":")[0] for one in spilled(page)} >= {"box", "row"}
    page = visit(f"en/roles/{handbook.ordered_roles[0].id}/")
    styled(page, "html .md-typeset h1 { width: 1rem; white-space: nowrap; }")
    page.wait_for_timeout(100)
    assert any(one.startswith("h1") for one in spilled(page)), spilled(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_prints_on_one_sheet_with_wider_letters(visit, language):
    page = visit(f"{language}/map/")
    set_at(page, max(SCALES))
    styled(page, "#list, .map-list, .edit { display: none !important } .map { break-after: auto !important }")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


def test_nothing_spills_while_the_font_is_on_its_way(browser, address):
    context = browser.new_context(viewport=WIDE)
    context.route("**/*.woff2", lambda route: route.abort())
    page = context.new_page()
    for path in ("", *ON_THEIR_SIDE):
        page.goto(f"{address}en/{path}")
        assert page.evaluate("[...document.fonts].find(one => one.family.includes('Handbook Latin')).status") == "error"
        assert spilled(page) == [], path
