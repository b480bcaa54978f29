"""Sentences go to a translator and come back: only what is needed, nothing lost, and nothing taken in that was changed meanwhile."""
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.generator.commands.confirmed import ROLE, confirmed, edit, exported, files, run
from tests.places import BAKERIES, BAKERY


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook, all of it confirmed."""
    return confirmed(tmp_path, monkeypatch)


@pytest.mark.parametrize("to", ["en", "zh"])
@pytest.mark.parametrize("handbook", [BAKERY, BAKERIES])
def test_what_comes_back_as_it_went_changes_no_byte(data, to, handbook):
    shutil.rmtree(data)
    shutil.copytree(handbook, data)
    edit(next(data.glob("roles/*.yml")), "zh: ", "zh: 又")
    before = files(data)
    file = exported(data, "--to", to, "--all")
    code, said = run("translations", "import", "--yes", file)
    assert code == 0 and "Nothing to write" in said and "0 refused" in said
    assert files(data) == before


def test_only_what_waits_is_exported_and_the_same_bytes_each_time(data):
    assert "Nothing waits" in run("translations", "export", "--to", "en", data.parent / "none.po")[1]
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    text = exported(data, "--to", "en").read_text(encoding="utf-8")
    assert text.count("msgctxt") == 1 and text.endswith(
        '#, fuzzy\nmsgctxt "roles/crust-brander:competencies_basis.why"\nmsgid "烙铁里也有火。"\nmsgstr "A branding iron is fire too."\n\n'
    )
    assert "#. 烙印师傅 · Crust brander\n" in text
    assert exported(data, "--to", "en").read_text(encoding="utf-8") == text
    assert "Nothing waits" in run("translations", "export", "--to", "zh", data.parent / "none.po")[1]


def test_a_changed_source_comes_with_what_it_said_before_where_git_knows(data):
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *words], cwd=data, check=True, capture_output=True)

    git("init")
    for zh in ("烙铁也是火。", "烙铁里也有火。"):
        edit(data / ROLE, "烙铁也是火。", zh)
        git("add", ".")
        git("commit", "--allow-empty", "-m", "one")
    edit(data / ROLE, "烙铁里也有火。", "烙铁里藏着火。")
    assert '#, fuzzy\n#| msgid "烙铁也是火。"\nmsgctxt' in exported(data, "--to", "en").read_text(encoding="utf-8")


def test_a_translation_is_shown_first_then_written_and_holds(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    assert run("check")[0] == 1
    file, before = exported(data, "--to", "en"), files(data)
    edit(file, "#, fuzzy\n", "")
    edit(file, "A branding iron is fire too.", "There is fire in a branding iron too.")
    code, said = run("translations", "import", file)
    assert code == 0 and "-    en: A branding iron is fire too.\n+    en: There is fire in a branding iron too.\n" in said and "with --yes" in said
    assert files(data) == before
    assert run("translations", "import", "--yes", file)[0] == 0
    assert {name for name, raw in files(data).items() if raw != before[name]} == {"crust-brander.yml", "translations.lock"}
    assert run("check")[0] == 0 and "Nothing to write" in run("translations", "import", "--yes", file)[1]


def test_a_byte_order_mark_in_front_of_a_file_is_passed_over(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    file = exported(data, "--to", "en")
    edit(file, "#, fuzzy\n", "")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert "1 confirmed, 0 not ready, 0 refused" in run("translations", "import", "--yes", file)[1]


def test_a_translation_without_its_mark_is_confirmed_as_it_stands(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    file = exported(data, "--to", "en")
    edit(file, "#, fuzzy\n", "")
    assert "1 confirmed" in run("translations", "import", "--yes", file)[1]
    assert run("check")[0] == 0


def test_what_waits_to_be_filled_in_is_no_sentence_and_no_translation(data):
    assert run("new", "post", "sweeper", "--yes")[0] == 0
    edit(data / "posts.yml", "      zh: …\n", "      zh: 扫地工\n")
    text = exported(data, "--to", "en", "--all").read_text(encoding="utf-8")
    assert 'msgid "…"' not in text and 'msgstr "…"' not in text and 'msgctxt "posts/sweeper:name"\nmsgid "扫地工"\nmsgstr ""\n' in text


def test_a_missing_half_is_translated_into_its_place(data):
    edit(data / ROLE, "    en: A branding iron is fire too.\n", "")
    file = exported(data, "--to", "en")
    edit(file, 'msgstr ""\n\n', 'msgstr "A branding iron: fire too."\n\n')
    assert run("translations", "import", "--yes", file)[0] == 0
    assert 'zh: 烙铁也是火。\n    en: "A branding iron: fire too."\n' in (data / ROLE).read_text(encoding="utf-8") and run("check")[0] == 0


@pytest.mark.parametrize(("written", "becomes"), [
    ("    en:\n", '    en: "A branding iron: 600 degrees."\n'),
    ('    en: ""\n', '    en: "A branding iron: 600 degrees."\n'),
    ("    en: ' '\n", "    en: 'A branding iron: 600 degrees.'\n"),
])
def test_an_empty_half_is_one_mistake_and_is_translated_where_it_stands(data, written, becomes):
    edit(data / ROLE, "烙铁也是火。", "烙铁有600度。")
    edit(data / ROLE, "    en: A branding iron is fire too.\n", written)
    code, said = run("check")
    assert code == 1 and "en is empty" in said and "1 problem in 1 file." in said
    file, before = exported(data, "--to", "en"), (data / ROLE).read_text(encoding="utf-8")
    text = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    file.write_text(f'{text[:text.rindex("msgstr")]}msgstr "A branding iron: 600 degrees."\n', encoding="utf-8")
    assert run("translations", "import", "--yes", file)[0] == 0
    assert (data / ROLE).read_text(encoding="utf-8") == before.replace(written, becomes) and run("check")[0] == 0


def test_an_empty_half_in_braces_is_translated_where_it_stands(data):
    edit(data / ROLE, "en: Brand every loaf each day}", "en: }")
    file = exported(data, "--to", "en")
    edit(file, 'msgstr ""\n\n', 'msgstr "Brand loaves, each day"\n\n')
    assert run("translations", "import", "--yes", file)[0] == 0
    assert 'en: "Brand loaves, each day"}' in (data / ROLE).read_text(encoding="utf-8") and run("check")[0] == 0


def test_what_was_moved_since_is_found_by_what_it_says(data):
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    file = exported(data, "--to", "en")
    edit(data / ROLE, "    items:\n", "    items:\n      - {zh: 先擦干净烙铁, en: Wipe the iron first}\n")
    edit(file, "#, fuzzy\n", "")
    edit(file, "Brand every loaf each day", "Brand loaves each day")
    assert run("translations", "import", "--yes", file)[0] == 0
    assert "en: Brand loaves each day}" in (data / ROLE).read_text(encoding="utf-8")
