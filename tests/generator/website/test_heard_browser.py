"""What a screen reader is told of the tiny handbook is what was blessed."""
from __future__ import annotations

import difflib

import pytest

from tests.browser import serving
from tests.building import built
from tests.generator.website.test_tiny import BLESS
from tests.heard import PAGES, heard, kept
from tests.places import BAKERY


@pytest.fixture(scope="module")
def now(browser, tmp_path_factory):
    with serving(built(tmp_path_factory, BAKERY)) as address:
        yield heard(browser, address)


@pytest.mark.parametrize("kind", PAGES)
def test_what_is_heard_is_as_blessed(now, kind):
    before = kept().get(kind, "")
    if now[kind] != before:
        lines = difflib.unified_diff(before.splitlines(), now[kind].splitlines(), f"heard/{kind}.yml", PAGES[kind], lineterm="", n=2)
        pytest.fail("\n".join([BLESS, *list(lines)[:60]]), pytrace=False)


def test_no_tree_is_kept_of_a_page_that_nobody_listens_to():
    assert kept().keys() == PAGES.keys()
