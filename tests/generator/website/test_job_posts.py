"""The files that put a role into a job post: where they lie, which links they have, and where there are none."""
from __future__ import annotations

import json
from dataclasses import replace

import pytest
from mkdocs.exceptions import PluginError

from macros.checks import RULES
from macros.commands.site_build import public_address
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.public import public
from macros.pages.role_index import role_index
from macros.pages.roles import role
from macros.views.reader import Reader
from macros.views.templates import render
from macros.website.assets import Assets
from macros.website.frames import Site
from macros.website.job_posts import job_posts
from tests.places import BAKERY

INSIDE, OUTSIDE = "https://inside.bakery.example/hb/", "https://jobs.bakery.example/"


@pytest.fixture(scope="module")
def bakery() -> Handbook:
    return load(BAKERY, RULES)


def files(handbook: Handbook, url: str = "", public_url: str = "", language: str = "en") -> dict[str, str]:
    site = Site(handbook, [], Assets({}, {}, ""), url, "", {}, public_url)
    return {one.path: one.text for one in job_posts(site, language)}


def parts(handbook: Handbook, **of: str) -> dict:
    return json.loads(files(handbook, **of)["en/roles/oven-hand/job-post.json"])


def test_each_role_in_use_has_three_files_beside_its_page(bakery):
    assert sorted(files(bakery, language="zh")) == sorted(
        f"zh/roles/{id}/job-post.{ending}" for id in ("oven-hand", "crust-brander") for ending in ("txt", "md", "json")
    )


@pytest.mark.parametrize(("url", "public_url", "base"), [(INSIDE, "", INSIDE), (INSIDE, OUTSIDE, OUTSIDE), ("", OUTSIDE, OUTSIDE)])
def test_links_lead_to_where_applicants_read(bakery, url, public_url, base):
    expected = {"zh": f"{base}zh/roles/oven-hand/", "en": f"{base}en/roles/oven-hand/", "short": f"{base}r/oven-hand/"}
    assert parts(bakery, url=url, public_url=public_url)["links"] == expected
    named = f"{base}r/oven-hand/?edition={bakery.about.edition}"
    assert f"Full description: {named}\n" in files(bakery, url, public_url)["en/roles/oven-hand/job-post.txt"]
    assert named in {line.get("href") for line in parts(bakery, url=url, public_url=public_url)["tail"]}


def test_the_name_of_an_edition_is_written_as_addresses_are(bakery):
    spring = replace(bakery, about=bakery.about.model_copy(update={"edition": "春 1&2"}))
    assert "/r/oven-hand/?edition=%E6%98%A5%201%262>" in files(spring, INSIDE)["en/roles/oven-hand/job-post.md"]


def test_where_no_address_is_known_there_is_no_link_and_the_page_says_so(bakery):
    assert "http" not in "".join(text for path, text in files(bakery).items() if not path.endswith(".json"))
    found = parts(bakery)
    assert found["links"] == {} and any("HANDBOOK_URL" in note for note in found["notes"])
    assert not any("HANDBOOK_URL" in note for note in parts(bakery, url=INSIDE)["notes"])


def test_a_role_nobody_is_hired_for_says_so_and_one_for_staff_has_no_files(bakery):
    closed, staff = (bakery.roles["oven-hand"].model_copy(update=update) for update in ({"hiring": "closed"}, {"audience": "internal"}))
    shut = replace(bakery, roles={**bakery.roles, "oven-hand": closed})
    for handbook, said in ((shut, '<p class="lead-in">Nobody is being hired for this role at the moment.</p>'), (public(shut), "moment; the page stays")):
        reader = Reader(handbook, "en", "../../../")
        assert said in render("pages/role", reader, role(reader, "oven-hand"))
        assert [one["closed"] for stage in role_index(reader)["by_stage"] for one in stage["roles"] if one["link"].name == "Oven hand"] == [reader.public]
    assert not [path for path in files(replace(bakery, roles={**bakery.roles, "oven-hand": staff})) if "oven-hand" in path]


def test_the_public_edition_has_none(bakery):
    assert files(public(bakery), url=OUTSIDE) == {}


@pytest.mark.parametrize(("told", "address"), [("", ""), ("https://jobs.bakery.example", OUTSIDE), (OUTSIDE, OUTSIDE)])
def test_the_address_of_the_public_edition_ends_with_a_stroke(monkeypatch, told, address):
    monkeypatch.setenv("HANDBOOK_PUBLIC_URL", told)
    assert public_address() == address


@pytest.mark.parametrize("told", ["jobs.bakery.example", "javascript:alert(1)", "https://", "https://jobs.bakery.example/?x=1", "https://a b/"])
def test_what_is_no_address_is_told_in_both_languages(monkeypatch, told):
    monkeypatch.setenv("HANDBOOK_PUBLIC_URL", told)
    with pytest.raises(PluginError, match="HANDBOOK_PUBLIC_URL是.*\n.*which is no address of a site"):
        public_address()
