"""Addresses that were published lead somewhere for good, or the build says which would be lost."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.website.addresses import addresses, lost, new, read, together, without, written
from macros.website.dead_links import Links
from macros.words.languages import LANGUAGES
from macros.words.refused import Refused
from tests.places import BAKERIES

ID = re.compile(' id="([^"]+)"')
KNOWN = {"": frozenset({"start"}), "roles/": frozenset(), "roles/baker/": frozenset({"duties", "duty-baking"})}


def run(*words: str):
    return CliRunner().invoke(main, [*words])


def test_a_lock_says_what_it_was_told():
    assert read(written(KNOWN, {}).encode(), "urls.lock") == KNOWN and read(b"", "urls.lock") == {}
    assert together(KNOWN, {"kpis/": frozenset({"a"}), "roles/": frozenset({"b"})}) == {**KNOWN, "roles/": {"b"}, "kpis/": {"a"}}
    assert new({}, KNOWN) == 6 and new(KNOWN, KNOWN) == 0


def test_lines_of_both_sides_are_put_together_and_a_mark_of_a_conflict_is_told():
    assert read("\ufeffroles/baker/ duties\nroles/baker/ kpis\n".encode(), "urls.lock") == {"roles/baker/": {"duties", "kpis"}}
    for raw in (b"# head\n<<<<<<< HEAD\n", b"# head\n\xff\xfe\n", b"# head\nroles/baker duties\n"):
        with pytest.raises(Refused, match="Line 2 of urls.lock cannot be read"):
            read(raw, "urls.lock")


def test_what_is_gone_is_named_unless_its_page_leads_on(handbook):
    now = {"": frozenset({"start"}), "roles/baker/": frozenset({"duties"})}
    assert list(lost(KNOWN, now, handbook, {})) == ["roles/", "roles/baker/#duty-baking"]
    retired = next((kind, one) for kind, one in handbook.records() if one.retired and kind in ("roles", "kpis", "competencies"))
    path = f"{retired[0]}/{retired[1].id}/"
    assert list(lost({path: frozenset({"duties"})}, {path: frozenset()}, handbook, {})) == []
    assert list(lost(KNOWN, {**now, "roles/": frozenset()}, handbook, {"roles/baker/": "roles/"})) == []


def test_an_address_can_be_let_go():
    assert without(KNOWN, ["roles/"]) == {path: ids for path, ids in KNOWN.items() if path != "roles/"}
    assert without(KNOWN, ["roles/baker/#duties", "/"])["roles/baker/"] == {"duty-baking"} and without(KNOWN, ["nobody/"]) == KNOWN


def test_every_language_has_the_same_addresses(site):
    found = []
    for language in LANGUAGES:
        links = Links("/")
        for page in (site / language).rglob("index.html"):
            path = page.relative_to(site).as_posix()
            ids = ID.findall(page.read_text(encoding="utf-8"))
            links.ids[path.replace(f"{language}/", f"{LANGUAGES[0]}/", 1)] = f" {' '.join(ids)} "
        found.append(addresses(links, "internal"))
    assert found[0] == found[1] and len(found[0]) > 50
    assert found[0]["terms/"] and not addresses(links, "public")["terms/"], "which terms a public page needs comes and goes"


def test_a_build_that_would_lose_an_address_fails_and_says_which_and_what_to_do(tmp_path):
    data, site = Path(shutil.copytree(BAKERIES, tmp_path / "data")), tmp_path / "site"
    assert "new addresses" in run("addresses", "--data", str(data)).output
    lock = data / "urls.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "roles/chimney-sweep/ duties\n", encoding="utf-8")
    built = run("build", "--data", str(data), "--site", str(site))
    assert built.exit_code == 1 and not site.exists()
    assert "  roles/chimney-sweep/\n" in built.output and "handbook addresses --let-go roles/chimney-sweep/ lets it go" in built.output
    assert run("addresses", "--data", str(data), "--let-go", "roles/nobody/").exit_code == 1
    kept = lock.read_bytes()
    assert "is not two addresses" in run("addresses", "--data", str(data), "--moved", "roles/chimney-sweep/").output
    assert "There is no page roles/nobody/" in run("addresses", "--data", str(data), "--moved", "roles/chimney-sweep/=roles/nobody/#duties").output
    assert lock.read_bytes() == kept
    assert "0 new addresses" in run("addresses", "--data", str(data), "--let-go", "roles/chimney-sweep/").output
    assert run("check", "--data", str(data)).exit_code == 0
    assert run("build", "--data", str(data), "--site", str(site)).exit_code == 0 and site.exists()
