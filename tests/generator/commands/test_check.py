"""`check` brings in what it needs, and says the same whether or not it has said it before."""
from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands import command_line
from macros.loading import kept
from tests.places import BAKERY, ROOT

SOUND = "数据没有问题：24条记录。\nThe data is sound: 24 records.\n"
BROUGHT = """
import sys
from pathlib import Path
from macros.loading import kept
kept.FOLDER = Path(sys.argv[1])
from macros.commands.command_line import main
main(["check", "--data", sys.argv[2]], standalone_mode=False)
print(*sys.modules)
"""


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the tiny handbook to spoil."""
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


def brought(cache: Path, data: Path) -> set[str]:
    """What is imported for a check."""
    run = subprocess.run([sys.executable, "-c", BROUGHT, cache, data], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.startswith(SOUND)
    return set(run.stdout.removeprefix(SOUND).split())


def test_a_check_makes_no_page_and_an_unchanged_folder_needs_no_model(tmp_path, data):
    first, again = (brought(tmp_path / "cache", data) for _ in range(2))
    assert "macros.model.handbook" in first
    assert not first & {"mkdocs", "jinja2", "lxml", "pypinyin", "opencc", "babel.dates"}
    assert not again & {"macros.model", "macros.checks", "pydantic", "yaml", "babel"}


def test_a_mistake_that_comes_back_is_said_again(data, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cache")
    monkeypatch.setenv("HANDBOOK_DATA", str(data))  # which the command sets for what it starts, and is undone after this test
    role = data / "roles/oven-hand.yml"
    sound = role.read_text(encoding="utf-8")

    def checked(text: str) -> tuple[int, str]:
        role.write_text(text, encoding="utf-8")
        result = CliRunner().invoke(command_line.main, ["check"], env={"HANDBOOK_DATA": str(data)})
        return result.exit_code, result.output

    wrong = checked(sound.replace("name:", "nome:", 1))
    assert wrong[0] == 1 and "nome" in wrong[1]
    for _ in range(2):
        assert checked(sound) == (0, SOUND)
        assert checked(sound.replace("name:", "nome:", 1)) == wrong
