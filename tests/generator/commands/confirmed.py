"""A small handbook of which every pair is confirmed, for the commands that look after the other language."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.loading import kept
from tests.places import BAKERY

ROLE = "roles/crust-brander.yml"


def confirmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny handbook, all of it confirmed, which the commands take."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cache")
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    monkeypatch.setenv("HANDBOOK_DATA", str(folder))
    assert run("confirm", "--all")[0] == 0
    return folder


def run(*words: object) -> tuple[int, str]:
    """How a command ends, and what it says."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, result.output


def edit(file: Path, old: str, new: str) -> None:
    """Other words in a file, once."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def exported(data: Path, *words: str) -> Path:
    """A file for the translator."""
    file = data.parent / "sentences.po"
    file.unlink(missing_ok=True)
    assert run("translations", "export", *words, file)[0] == 0
    return file


def files(data: Path) -> dict[str, bytes]:
    """Every file as it is."""
    return {file.name: file.read_bytes() for file in data.rglob("*") if file.is_file()}
