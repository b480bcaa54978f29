"""A handbook too large for whole pages, tried on the bakeries with every limit lowered: nothing is lost, and everything leads somewhere."""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from macros.career_map.chart import chart
from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests.building import copied
from tests.places import BAKERIES

LIMITS = {"USERS": 5, "FEW": 1, "CITED": 1, "POINTS": 1, "CHOSEN": 3, "DRAWN": 5, "ACROSS": 2, "INDEXED": 3, "BESIDE": 4, "SHARED": 0}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bakeries as if they were large. The build is strict: a link that leads nowhere would stop it."""
    root = copied(tmp_path_factory.mktemp("large"), BAKERIES)
    (root / "data/urls.lock").unlink()  # pages of many are arranged in another way
    sizes = root / "macros" / "views" / "sizes.py"
    text, changed = re.subn(r"^([A-Z]+) = \d+", lambda found: f"{found[1]} = {LIMITS[found[1]]}", sizes.read_text(encoding="utf-8"), flags=re.M)
    assert changed == len(LIMITS)
    sizes.write_text(text, encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "macros", "build", "--site", str(root / "site")], cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return root / "site"


def read(site: Path, address: str) -> HtmlElement:
    return html.fromstring((site / address / "index.html").read_text(encoding="utf-8"))


def below(site: Path, language: str, folder: str) -> list[str]:
    """The addresses of the pages below a folder, without its own."""
    root = site / language / folder
    return sorted(f"{language}/{folder}/{path.parent.relative_to(root).as_posix()}" for path in root.rglob("index.html") if path.parent != root)


def led_to(page: HtmlElement, kind: str) -> set[str]:
    """The ids of the records of a kind to which the body leads."""
    return {found[1] for href in page.xpath("//article//@href") if (found := re.search(rf"/{kind}/([a-z0-9-]+)/(?:#.*)?$", href))}


@pytest.mark.parametrize("folder", ["map", "matrix", "lists"])
def test_the_parts_of_a_page_have_titles_and_matter_of_their_own_in_both_languages(site, folder):
    assert [one.removeprefix("zh/") for one in below(site, "zh", folder)] == [one.removeprefix("en/") for one in below(site, "en", folder)] != []
    for language in LANGUAGES:
        pages = [read(site, address) for address in below(site, language, folder)]
        titles = [page.findtext(".//title") for page in pages]
        assert len(set(titles)) == len(titles)
        for page in pages:
            assert page.xpath("string(//article//h1)") and page.xpath("//meta[@name='description']/@content") != [""]
            assert page.xpath("//article//table//td//a | //article//svg//a | //article//*[@data-facts]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_stand_below_the_page_that_leads_to_them(site, language):
    for folder, above in (
        ("map", ["map"]), ("matrix", ["matrix"]), ("lists/kpis", ["kpis"]), ("lists/competencies", ["competencies"]), ("lists/open-points", ["open-points"]),
    ):
        for address in below(site, language, folder):
            crumbs = read(site, address).xpath("//nav[@class='crumbs']//a/@href")
            assert [href.rstrip("/").rpartition("/")[2] for href in crumbs] == above, address
        led = read(site, f"{language}/{above[-1]}").xpath("//article//@href")
        assert {address.partition("/")[2] for address in below(site, language, folder)} <= {href.partition(f"{language}/")[2].rstrip("/") for href in led}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_stands_in_one_table_of_its_stage_and_every_level_with_it(site, handbook: Handbook, language):
    tables = [read(site, address) for address in below(site, language, "matrix")] + [read(site, f"{language}/stages/{id}") for id in handbook.stages]
    heads = [href.rstrip("/").rpartition("/")[2] for page in tables for href in page.xpath("//table[@class='matrix']//th[contains(@class, 'role')]//@href")]
    assert sorted(heads) == [role.id for role in sorted(handbook.ordered_roles, key=lambda role: role.id)]
    cells = sum(len(page.xpath("//table[@class='matrix']//td//a")) for page in tables)
    assert cells == sum(len(role.competencies) for role in handbook.ordered_roles)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["competencies", "kpis"])
def test_every_entry_of_a_split_index_stands_on_the_page_of_its_group(site, handbook: Handbook, language, kind):
    for group in handbook.groups(kind):
        held = {one.id for one in handbook.used(kind) if one.kind == group}
        if held:
            assert led_to(read(site, f"{language}/lists/{kind}/{group}"), kind) >= held
    assert [one for one in read(site, f"{language}/{kind}").xpath("//article//li/@id")] == [one for one in handbook.groups(kind) if any(
        record.kind == one for record in handbook.used(kind))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_and_every_line_of_the_map_is_in_the_picture_of_a_row(site, handbook: Handbook, language):
    pages = [read(site, address) for address in below(site, language, "map")]
    assert set().union(*(led_to(page, "roles") for page in pages)) >= {place.party.role for place in chart(handbook).places if place.party.role}
    moves = {line.move.id for line in chart(handbook).lines if line.move}
    assert set().union(*(led_to(page, "moves") for page in pages)) >= moves


@pytest.mark.parametrize("language", LANGUAGES)
def test_moves_of_a_whole_stage_stand_on_its_page_and_roles_lead_there(site, handbook: Handbook, language):
    for stage in handbook.stages:
        moves = [
            move.id for move in handbook.used("moves") if move.is_way and any(party.stage == stage for party in (*move.from_, *move.destinations))
        ]
        led = read(site, f"{language}/stages/{stage}").xpath("//h2[@id='moves']/following-sibling::ul[1]/li/h3/a/@href")
        assert [href.rstrip("/").rpartition("/")[2] for href in led] == moves
    shared = {party.stage for move in handbook.used("moves") if move.is_way for party in (*move.from_, *move.destinations) if party.stage}
    for role in [role for role in handbook.ordered_roles if role.stage in shared]:
        assert f"stages/{role.stage}/#moves" in (site / language / "compare" / "roles" / f"{role.id}.json").read_text(encoding="utf-8")
        assert any(href.endswith(f"stages/{role.stage}/#moves") for href in read(site, f"{language}/roles/{role.id}").xpath("//article//@href"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_beside_a_page_shows_it_among_its_neighbours_and_leads_to_all(site, handbook: Handbook, language):
    crowded = [role for role in handbook.roles.values() if sum(other.stage == role.stage and not other.retired for other in handbook.roles.values()) > 4]
    tracks = [track for track in handbook.used("tracks")] if len(handbook.used("tracks")) > 4 else []
    for kind, record in [*(("roles", one) for one in crowded), *(("tracks", one) for one in tracks)]:
        entries = read(site, f"{language}/{kind}/{record.id}").xpath("//nav[@id='navigation']/ul[last()]//a")
        assert len(entries) == LIMITS["BESIDE"] // 2 + 1 and record.retired or any(one.get("aria-current") for one in entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_that_leads_to_the_rows_of_the_map_is_styled_as_the_map_is(site, language):
    for address in [f"{language}/map", *below(site, language, "map")]:
        assert any(re.search(r"/map\.\w+\.css$", href) for href in read(site, address).xpath("//link[@rel='stylesheet']/@href")), address
