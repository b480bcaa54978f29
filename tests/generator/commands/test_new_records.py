"""A new record begins as a short file, whose report is a list of what is to be filled in."""
from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import RULES
from macros.editing.schema_files import stale, write
from macros.loading.folder import load, read_all
from tests.generator.commands.confirmed import confirmed, run


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook, all of it confirmed."""
    return confirmed(tmp_path, monkeypatch)


@pytest.mark.parametrize("kind", ["role", "competency", "kpi", "practice", "move", "case", "term"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_record_has_a_short_list_of_what_is_to_be_filled_in(data, kind, language):
    run("new", kind, "rye-hand", "--language", language, "--yes")
    code, report = run("check")
    assert code == 1 and len(report.strip().splitlines()) <= 10 and "还没填完" in report and "not filled in yet" in report


ZH, EN = "# 为什么要有这个岗位", "# Why the role exists"


@pytest.mark.parametrize(("locale", "hints"), [("en_GB.UTF-8", [EN]), ("zh_CN.UTF-8", [ZH]), ("C", [ZH, EN])])
def test_the_hints_of_a_new_file_are_in_the_language_of_the_system_or_in_both(data, monkeypatch, locale, hints):
    monkeypatch.setenv("LC_ALL", locale)
    run("new", "role", "rye-hand", "--yes")
    assert [hint for line in (data / "roles/rye-hand.yml").read_text(encoding="utf-8").splitlines() for hint in (ZH, EN) if line.startswith(hint)] == hints


def test_a_new_record_leaves_no_schema_behind(data):
    write(data, read_all(data))
    run("new", "role", "rye-hand", "--yes")
    assert not [*stale(data, read_all(data))]


def test_a_new_role_is_sound_once_it_is_filled_in(data):
    run("new", "role", "rye-hand", "--yes")
    file = data / "roles/rye-hand.yml"
    words = {"zh: …": "zh: 揉黑麦面", "en: …": "en: Knead the rye", "stage: …": "stage: apprentice", "competency: …": "competency: dough",
             "level: …": "level: execute", "- …": "- rye", "  …:": "  rye:"}
    text = file.read_text(encoding="utf-8").replace("purpose:\n  zh: …\n  en: …", "purpose:\n  zh: 让人有黑麦面包吃\n  en: There is to be rye bread")
    for mark, word in words.items():
        text = text.replace(mark, word)
    file.write_text(text, encoding="utf-8")
    assert run("check")[0] == 0
    assert load(data, RULES).roles["rye-hand"].stage == "apprentice"
