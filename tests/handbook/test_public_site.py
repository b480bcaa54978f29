"""The public edition of this handbook: nothing of it is for staff."""
from __future__ import annotations

import pytest

from tests.building import build
from tests.leaks import leaks


@pytest.fixture(scope="module")
def public_site(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("public") / "site"
    build(data, folder, HANDBOOK_EDITION="public")
    return folder


def test_no_file_holds_what_is_for_staff(handbook, public_site):
    looked_for, files, found = leaks(handbook, public_site)
    assert looked_for > 5000 and files > 1000 and not found


def test_the_same_search_finds_it_all_in_the_site_for_staff(handbook, site):
    looked_for, _, found = leaks(handbook, site)
    assert len(found) > looked_for / 2
