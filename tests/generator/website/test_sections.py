"""The groups of pages: every page has a place, and a handbook shows those that it has."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.views.page import Outline
from macros.views.reader import Reader
from macros.website.page_list import KINDS, SINGLE, outlines
from macros.website.sections import GROUPS, groups, index_of, named
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

APART = {"", "search"}  # the home page is reached by the logo, the search by its button


def test_every_kind_of_page_has_one_place_in_a_group():
    places = [path.rstrip("/") for _, pages in GROUPS for path, _ in pages]
    assert sorted(places) == sorted((*KINDS, *(set(SINGLE) - APART), "how-to-read", "writing", "api"))


def outline(path: str, section: str) -> Outline:
    """A page that stands there."""
    return Outline("en", path, section, "", "", lambda reader: pytest.fail("not made"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load(BAKERY, RULES), "en", "../")


def test_a_page_knows_its_group_and_what_lies_above_it(reader):
    for path, section, current in (("roles/", "roles", "page"), ("roles/nobody/", "roles", "true"), ("lists/kpis/cost/", "kpis-list", "true")):
        (active,) = (group for group in groups(reader, outline(path, section)) if group.active)
        (place,) = (place for place in active.places if place.current)
        assert (place.current, place.href) == (current, f"../en/{index_of(outline(path, section))}")
    assert not [group for group in groups(reader, outline("search/", "search")) if group.active]


def test_a_handbook_shows_no_group_and_no_page_that_it_does_not_have(reader):
    small = replace(reader.handbook, practices={}, cases={}, moves={}, tracks={}, posts={}, titles={}, documents={})
    shown = {group.name: [place.href for place in group.places] for group in groups(replace(reader, handbook=small), outline("roles/", "roles"))}
    assert "Policies and processes" not in shown and shown["Career paths"] == ["../en/stages/", "../en/path/"]
    assert not any("sources/" in href for hrefs in shown.values() for href in hrefs)


def test_a_group_of_one_page_needs_no_row(reader):
    for group in groups(reader, outline("roles/", "roles")):
        assert len(group.row) != 1 and group.href == group.places[0].href


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_site_but_home_and_search_lies_in_a_group(reader, language):
    for page in outlines(reader.handbook, (language,)):
        assert bool(named(index_of(page))) == (page.section not in APART), page.path
