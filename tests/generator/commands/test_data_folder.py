"""Every command reads the folder that HANDBOOK_DATA or `--data` names, and says in one sentence when there is none to read."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.checks import RULES
from macros.commands.command_line import main
from macros.loading.folder import load
from macros.words.problems import NoHandbook, Problems
from tests.places import BAKERY, ROOT

COMMANDS = (("check",), ("build",), ("serve",))


def run(*command: str, data: str | None = None) -> subprocess.CompletedProcess[str]:
    """A command, with HANDBOOK_DATA set or not."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **({"HANDBOOK_DATA": data} if data is not None else {})}
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("how", ["environment", "option"])
def test_check_reads_the_folder_that_is_named(how):
    found = run("macros", "check", data=str(BAKERY)) if how == "environment" else run("macros", "check", "--data", str(BAKERY), data="nowhere")
    assert (found.returncode, found.stdout) == (0, "数据没有问题：24条记录。\nThe data is sound: 24 records.\n"), found.stderr


def test_a_command_leaves_the_folder_of_the_next_alone(monkeypatch):
    for named in (None, "elsewhere"):
        monkeypatch.setenv("HANDBOOK_DATA", named) if named else monkeypatch.delenv("HANDBOOK_DATA", raising=False)
        assert CliRunner().invoke(main, ["check", "--data", str(BAKERY)]).exit_code == 0
        assert os.environ.get("HANDBOOK_DATA") == named


@pytest.mark.parametrize("command", [*(("macros", *one) for one in COMMANDS), ("mkdocs", "build", "--strict")], ids=" ".join)
def test_no_command_starts_without_a_folder(command):
    found = run(*command, data="no-such-folder")
    assert found.returncode == 1
    assert "没有“no-such-folder”这个文件夹；写放着handbook.yml的文件夹。" in found.stderr
    assert "There is no folder “no-such-folder”; name the one that holds handbook.yml." in found.stderr
    assert "Traceback" not in found.stderr


def said_of(data: Path) -> str:
    with pytest.raises(NoHandbook) as caught:
        load(data, RULES)
    return str(caught.value)


def test_a_file_is_no_folder(tmp_path):
    file = tmp_path / "handbook.yml"
    file.touch()
    assert (
        said_of(file)
        == f"“{file}”是文件，不是文件夹；写放着handbook.yml的文件夹。\n“{file}” is a file and not a folder; name the folder that holds handbook.yml."
    )


def test_an_empty_folder_is_no_handbook(tmp_path):
    assert said_of(tmp_path).endswith(f"The folder “{tmp_path}” is empty; name the one that holds handbook.yml, or first copy the samples from samples/.")


def test_a_folder_with_other_things_is_no_handbook(tmp_path):
    (tmp_path / "letter.txt").touch()
    assert said_of(tmp_path).endswith(f"The folder “{tmp_path}” holds no file of a handbook; name the one that holds handbook.yml.")


def test_files_are_called_by_their_way_from_the_root_or_else_by_the_folder(tmp_path):
    inside, outside = load(BAKERY, RULES), load(Path(shutil.copytree(BAKERY, tmp_path / "elsewhere")), RULES)
    assert inside.roles["oven-hand"].file == f"{BAKERY.relative_to(ROOT).as_posix()}/roles/oven-hand.yml"
    assert outside.roles["oven-hand"].file == "elsewhere/roles/oven-hand.yml"


def test_messages_name_files_likewise(tmp_path):
    data = Path(shutil.copytree(BAKERY, tmp_path / "elsewhere"))
    (data / "roles/oven-hand.yml").write_text("")
    with pytest.raises(Problems) as caught:
        load(data, RULES)
    assert {problem.file for problem in caught.value.problems if problem.file.endswith("oven-hand.yml")} == {"elsewhere/roles/oven-hand.yml"}


def test_the_folder_above_the_handbook_says_where_it_is(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/handbook.yml").write_text("", encoding="utf-8")
    assert said_of(tmp_path).endswith(f"The handbook is not in “{tmp_path}” but below it, in data; write {tmp_path / 'data'}.")


def test_a_folder_of_records_that_cannot_be_opened_is_the_one_thing_said(tmp_path, monkeypatch):
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place).name != "roles")  # root may open everything
    result = CliRunner().invoke(main, ["check", "--data", str(folder)])
    assert result.exit_code == 1 and "data/roles” cannot be opened" in result.output and len(result.output.splitlines()) == 2
