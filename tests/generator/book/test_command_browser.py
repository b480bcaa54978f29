"""`handbook book`: what it keeps, what it leaves alone, and what it says where it cannot go on."""
from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import fontpkg_source_sans_3
import pytest
from click.testing import CliRunner

from macros.book.chapters import names
from macros.book.printing import OLDEST, ensure_new
from macros.checks import RULES
from macros.commands.command_line import main
from macros.loading.folder import load
from macros.words.refused import Refused
from tests.chromium import find
from tests.places import BAKERY, ROOT
from tests.system_fonts import environment

ONE = ("--role", "oven-hand", "--language", "en")


def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """The command as somebody types it, in a browser of its own."""
    return subprocess.run(
        [sys.executable, "-m", "macros", "book", "--data", str(BAKERY), "--to", str(folder), *words], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**environment(), **more},
    )


@pytest.mark.browser
def test_a_book_is_kept_with_what_is_said_of_it_and_left_alone_until_it_changes(tmp_path):
    done = run(tmp_path, *ONE)
    assert done.returncode == 0, done.stderr
    raw = (tmp_path / "internal/en/roles/oven-hand.pdf").read_bytes()
    said = json.loads((tmp_path / "internal/books.json").read_text(encoding="utf-8"))
    (book,) = said["books"].values()
    assert (book["bytes"], book["sha256"]) == (len(raw), hashlib.sha256(raw).hexdigest())
    assert said["for"] == "internal" and said["browser"].startswith("Chromium ") and "NotoSansSC-Regular" in book["fonts"]
    assert f"{book['pages']} pages" in done.stdout
    again = run(tmp_path, *ONE)
    assert "en/roles/oven-hand.pdf没有变 · has not changed" in again.stdout
    assert (tmp_path / "internal/en/roles/oven-hand.pdf").read_bytes() == raw
    assert str(ROOT).encode() not in raw


@pytest.mark.browser
def test_a_machine_without_chinese_letters_is_told_so(tmp_path):
    rules = tmp_path / "fonts.conf"
    latin = Path(fontpkg_source_sans_3.__file__).parent
    rules.write_text(f"<fontconfig><dir>{latin}</dir><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    done = run(tmp_path / "books", *ONE, FONTCONFIG_FILE=str(rules))
    assert done.returncode == 2 and "没有中文字体" in done.stderr and "fonts-noto-cjk" in done.stderr
    assert not (tmp_path / "books").exists()


def test_a_machine_without_a_browser_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setenv("HANDBOOK_CHROMIUM", str(tmp_path / "none"))
    done = CliRunner().invoke(main, ["book", "--data", str(BAKERY), "--to", str(tmp_path), *ONE])
    assert done.exit_code == 2 and "没有找到能印书的浏览器" in done.output and "HANDBOOK_CHROMIUM" in done.output


@pytest.mark.browser
def test_what_is_no_browser_is_told_in_a_sentence(tmp_path):
    other = tmp_path / "chromium"
    other.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    other.chmod(0o755)
    done = run(tmp_path, *ONE, HANDBOOK_CHROMIUM=str(other))
    assert done.returncode == 2 and "does not start" in done.stderr and "Traceback" not in done.stderr


def test_an_old_browser_is_told_so():
    ensure_new(f"{OLDEST}.0.1")
    with pytest.raises(Refused, match=f"{OLDEST} or newer"):
        ensure_new(f"{OLDEST - 1}.0.6778.33")


def test_a_machine_without_the_packages_is_told_so(tmp_path, monkeypatch):
    for name in [one for one in sys.modules if one.startswith("macros.book")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    done = CliRunner().invoke(main, ["book", "--data", str(BAKERY), "--to", str(tmp_path), *ONE])
    assert done.exit_code == 2 and "requirements-book.txt" in done.output and "pikepdf" in done.output


def test_a_role_that_is_not_there_has_no_book(tmp_path):
    done = CliRunner().invoke(main, ["book", "--data", str(BAKERY), "--to", str(tmp_path), "--role", "nobody"])
    assert done.exit_code == 2 and "There is no role “nobody” in use" in done.output


def test_there_is_a_book_of_every_role_in_use_and_one_of_the_whole():
    tiny = load(BAKERY, RULES)
    assert list(names(tiny)) == ["handbook", *(f"roles/{one.id}" for one in tiny.roles.values() if one.retired is None)]


def test_the_browser_that_is_named_is_taken(monkeypatch):
    monkeypatch.setitem(os.environ, "HANDBOOK_CHROMIUM", "/somewhere/chromium")
    assert find() == "/somewhere/chromium"
