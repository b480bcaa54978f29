"""From a page for staff to the same one that anyone may read, and never the other way round."""
from __future__ import annotations

import re
from collections import defaultdict

import pytest

from macros.loading.folder import load
from macros.model.public import public
from macros.views.reader import PAGED
from macros.website.assets import Assets
from macros.website.frames import Site, framed
from macros.website.page_list import outlines
from tests.building import build
from tests.places import BAKERIES, BAKERY

INSIDE, OUTSIDE = "https://handbook.example.com/", "https://careers.example.com/book/"
LINK = re.compile('<a class="public" href="([^"]*)">([^<]*)</a></p>')


@pytest.fixture(scope="module")
def bakery():
    return load(BAKERIES, ())


def pages(handbook, url, public_url):
    """The frame of every page by its address, without what the page says."""
    every = list(outlines(handbook))
    site = Site(handbook, every, Assets({}, defaultdict(str), ""), url, "", {}, public_url)
    return {one.address: framed(site, one.made(handbook)) for one in every}


def test_the_page_of_a_record_that_anyone_may_see_leads_to_the_same_page_outside(bakery):
    links = {address: LINK.findall(html) for address, html in pages(bakery, INSIDE, OUTSIDE).items()}
    shown = {f"{kind}/{id}/" for kind in PAGED for id in public(bakery).of_kind(kind)}
    assert {address for address, found in links.items() if found} == {f"{language}/{path}" for language in ("zh", "en") for path in shown}
    role = next(iter(bakery.roles))
    assert links[f"zh/roles/{role}/"] == [(f"{OUTSIDE}zh/roles/{role}/", "本页的公开版")]
    assert links[f"en/roles/{role}/"] == [(f"{OUTSIDE}en/roles/{role}/", "Public page")]


def test_that_of_a_record_for_staff_leads_nowhere_nor_does_one_whose_public_edition_has_no_address(bakery):
    hidden = [f"en/{kind}/{id}/" for kind in PAGED for id in bakery.of_kind(kind) if id not in public(bakery).of_kind(kind)]
    found = pages(bakery, INSIDE, OUTSIDE)
    assert hidden and not any(LINK.search(found[address]) for address in hidden)
    assert not any(LINK.search(html) for html in pages(bakery, INSIDE, "").values())


def test_the_public_page_names_no_address_of_the_staff(bakery):
    found = pages(public(bakery), OUTSIDE, OUTSIDE)
    assert not any(LINK.search(html) or INSIDE in html for html in found.values())


def test_no_file_of_the_public_edition_names_the_address_of_the_staff_where_both_are_known(tmp_path):
    build(BAKERY, tmp_path, HANDBOOK_EDITION="public", HANDBOOK_URL=INSIDE, HANDBOOK_PUBLIC_URL=OUTSIDE)
    texts = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert not [name for name, text in texts.items() if INSIDE.encode() in text]
    assert f'rel="canonical" href="{OUTSIDE}zh/roles/oven-hand/"'.encode() in texts["zh/roles/oven-hand/index.html"]
