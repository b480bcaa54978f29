"""What a proposal shows: its slips on their lines, the pages it changes; and what is due for review."""
from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.checks import RULES
from macros.commands.command_line import main
from macros.loading.folder import load
from macros.model.due import due
from macros.website.changed_pages import Changed, Differences, as_markdown, as_page, changed_pages
from tests.building import copied
from tests.places import BAKERY

PAGE = '<!doctype html><title>{title} · Bakery</title><link rel="stylesheet" href="../../../assets/handbook.{style}.css"><nav>{beside}</nav>' \
    '<article id="content"><p>{text}</p></article>'


def test_a_proposal_with_one_slip_gets_one_note_on_that_line(tmp_path):
    root = copied(tmp_path, BAKERY)
    (file, *_) = sorted((root / "data/roles").glob("*.yml"))
    lines = file.read_text(encoding="utf-8").splitlines(True)
    number = next(number for number, line in enumerate(lines) if line.startswith("stage:"))
    lines[number] = lines[number].replace("stage:", "stage：", 1)
    file.write_text("".join(lines), encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "macros", "check", "--format", "github"], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stdout.startswith(f"::error file=data/roles/{file.name},line={number + 1},col=6,title=") and run.stdout.count("::error") == 1
    assert "%0A→ stage: " in run.stdout, "with the line as it would be right"


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """A site before and after: the home page and one more changed in both languages, one added, one gone; one as it was but for the name of a style and what
    stands beside its text."""
    before, after = tmp_path / "before", tmp_path / "after"
    for site, pages in (
        (before, {"zh": "共二", "en": "two", "zh/roles/a": "甲", "en/roles/a": "a", "zh/roles/b": "乙", "zh/roles/same": "丁"}),
        (after, {"zh": "共三", "en": "three", "zh/roles/a": "甲甲", "en/roles/a": "aa", "zh/roles/c": "丙", "zh/roles/same": "丁"}),
    ):
        for path, text in pages.items():
            (site / path).mkdir(parents=True)
            page = PAGE.format(title=f"<{path[-1]}>&amp;".replace("<", "&lt;"), text=text, beside=site.name,
                               style="0123456789" if site is before else "abcdef0123")
            (site / path / "index.html").write_text(page, encoding="utf-8")
        (site / "index.html").write_text("", encoding="utf-8")
    return before, after


def test_pages_that_differ_are_listed_once_for_both_languages(sites):
    found = changed_pages(*sites)
    assert [(one.address, one.states) for one in found.pages] == [
        ("", {"zh": "changed", "en": "changed"}), ("roles/a/", {"zh": "changed", "en": "changed"}), ("roles/b/", {"zh": "gone"}), ("roles/c/", {"zh": "added"}),
    ]
    assert not found.assets
    assert found.pages[1].title == "<a>&"


def test_pages_that_differ_only_around_their_text_are_counted(sites):
    found = changed_pages(*sites)
    assert found.around == 1
    assert "\n\n另有1个页面正文没有变，" in as_markdown(found) and "。1 other page differs only around the text " in as_markdown(found)
    assert found.more in as_page(found, "before", "after")


def test_the_list_leads_to_both_sides_and_shows_titles_as_they_stand(sites, tmp_path):
    said = CliRunner().invoke(main, ["changed", *map(str, sites), "--page", str(tmp_path / "index.html")]).output
    assert "4个页面有变化" in said and "`zh/`, `en/`" in said and r"| \<a\>\& | 有改动 · changed | `zh/roles/a/`, `en/roles/a/` |" in said
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "&lt;a&gt;&amp;" in page and "<a>" not in page
    assert 'href="before/zh/roles/a/index.html"' in page and 'href="after/en/roles/a/index.html"' in page
    assert 'href="after/zh/roles/b/index.html"' not in page and 'href="before/zh/roles/c/index.html"' not in page


def test_no_change_and_a_change_of_styles_are_said():
    assert as_markdown(Differences([], 0, False)) == "没有页面变化。No page changes.\n"
    assert "Styles or scripts change" in as_markdown(Differences([Changed("", {"zh": "首页"}, {"zh": "changed"})], 0, True))
    assert "没有页面变化" in as_page(Differences([], 0, False), "before", "after")


def test_a_folder_without_a_site_is_named(tmp_path):
    run = CliRunner().invoke(main, ["changed", str(tmp_path), str(tmp_path)])
    assert run.exit_code == 2 and "There is no finished site" in run.output


def test_what_is_due_is_told_by_who_looks_after_it():
    handbook = load(BAKERY, RULES)
    first = min(one.review_by for _, one in handbook.records() if not one.retired)
    assert not due(handbook, first - datetime.timedelta(31), 30)
    soon = due(handbook, first - datetime.timedelta(30), 30)
    late = due(handbook, first + datetime.timedelta(1), 0)
    assert soon and all(one.soon and not one.late for one in soon.values())
    assert late and all(one.review_by == first for team in late.values() for one in team.late)
    said = CliRunner().invoke(main, ["due", "--data", str(BAKERY), "--on", str(first + datetime.timedelta(1)), "--within", "0"]).output
    assert f"## 已过期 · Overdue ({sum(len(waiting.late) for waiting in late.values())})" in said
    assert all(f"### {handbook.teams[team].name.zh}" in said for team in late)
    assert not any(one.retired for team in late.values() for one in team.late)


def test_where_nothing_is_due_nothing_is_said(tmp_path):
    shutil.copytree(BAKERY, tmp_path / "data")
    run = CliRunner().invoke(main, ["due", "--data", str(tmp_path / "data"), "--on", "2000-01-01"])
    assert (run.exit_code, run.output) == (0, "")


@pytest.mark.parametrize("words", [["due"], ["due", "--on", "soon"], ["changed"], ["changed", "one"]])
def test_a_slip_on_the_command_line_is_told_in_both_languages(words):
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 2
    chinese, english = run.output.splitlines()
    assert not chinese.isascii() and english.isascii()
