"""Three handbooks, each built by itself, side by side on one host with one front page and one search: samples/many-departments."""
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests.browser import opened, serving, until
from tests.building import built
from tests.places import BAKERIES, BAKERY, ROOT, SMALLEST

RECIPE = ROOT / "samples/many-departments"
DEPARTMENTS = {"crescent": BAKERY, "flowers": SMALLEST, "ovens": BAKERIES}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the host, gathered as the sample says."""
    folder = tmp_path_factory.mktemp("host")
    for name, data in DEPARTMENTS.items():
        (folder / name).symlink_to(built(tmp_path_factory, data))
    subprocess.run([sys.executable, str(RECIPE / "gather.py"), str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def hosted(host: Path) -> Iterator[str]:
    with serving(host) as address:
        yield address


@pytest.fixture(scope="module")
def handbooks() -> dict[str, Handbook]:
    return {name: load(data, RULES) for name, data in DEPARTMENTS.items()}


def answered(page, query: str) -> list[tuple[str, str, str]]:
    """The answers to a query as (name, where it is from, address)."""
    page.evaluate("document.querySelector('[role=status]').textContent = ''")
    page.locator("input[name=q]").fill(query)
    until(page, "document.querySelector('[role=status]').textContent !== ''")
    return [
        (line.locator("a").inner_text(), line.locator(".where").inner_text(), line.locator("a").evaluate("link => link.href"))
        for line in page.locator(".hits li").all()
    ]


def test_the_front_page_lists_every_handbook_by_its_title(host, handbooks):
    page = (host / "index.html").read_text(encoding="utf-8")
    for name, handbook in handbooks.items():
        for language in LANGUAGES:
            assert f'<a href="{name}/{language}/"' in page and f">{handbook.about.title[language]}</a>" in page
    assert [one["path"] for one in json.loads((host / "departments.json").read_text(encoding="utf-8"))] == [f"{name}/" for name in DEPARTMENTS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_search_finds_the_records_of_all_and_says_whose_they_are(browser, hosted, handbooks, language):
    page, faults = opened(browser, hosted, "index.html", locale="zh-CN" if language == "zh" else "en-GB")
    for name, handbook in handbooks.items():
        role = handbook.roles[handbook.about.example_role]
        found = answered(page, role.name[language])
        assert any(
            text == role.name[language] and where.endswith(handbook.about.title[language]) and link == f"{hosted}{name}/{language}/roles/{role.id}/"
            for text, where, link in found
        ), (name, found)
    page.locator(".hits a").first.click()
    page.wait_for_url("**/roles/**")
    assert page.locator("h1").count() == 1 and faults == []


def test_the_full_text_of_every_handbook_answers_too(browser, hosted, handbooks):
    page, faults = opened(browser, hosted, "index.html", locale="zh-CN")
    for name, handbook in handbooks.items():
        duties = next(iter(handbook.roles[handbook.about.example_role].duties.values()))
        found = answered(page, duties.items[0].zh.rstrip("。")[:12])
        assert any(link.startswith(f"{hosted}{name}/zh/roles/") for _, _, link in found), (name, found)
    assert faults == []


def test_a_department_that_does_not_answer_is_named_and_the_others_are_shown(browser, hosted, handbooks):
    page, _ = opened(browser, hosted, "departments.json", locale="en-GB")
    page.route("**/flowers/en/search/records.json", lambda route: route.abort())
    page.goto(f"{hosted}index.html")
    role = handbooks["ovens"].roles[handbooks["ovens"].about.example_role]
    assert role.name.en in [text for text, _, _ in answered(page, role.name.en)]
    assert handbooks["flowers"].about.title.en in page.locator("[role=status]").inner_text()


def test_the_sample_for_ci_builds_folders_that_are_there():
    jobs = yaml.safe_load((RECIPE / "ci.yml").read_text(encoding="utf-8"))["jobs"]
    assert all((ROOT / one["data"] / "handbook.yml").is_file() for one in jobs["handbook"]["strategy"]["matrix"]["include"])
    assert any("samples/many-departments/gather.py" in step.get("run", "") for step in jobs["host"]["steps"])
