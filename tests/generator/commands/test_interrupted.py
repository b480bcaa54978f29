"""Ctrl-C ends a command with a sentence that says what was written; files are written whole, whenever it comes."""
from __future__ import annotations

import errno
import shutil
import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands import interrupted
from macros.commands.command_line import main
from macros.editing import placing
from macros.loading import folder
from tests.places import BAKERY


def stopped(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_command_that_is_stopped_says_what_was_written(monkeypatch, command):
    monkeypatch.setattr(folder, "read_all", stopped)
    monkeypatch.setattr("macros.commands.building.make", stopped)
    monkeypatch.setattr("macros.loading.contents.contents", stopped)
    monkeypatch.setattr(placing, "written", [])
    monkeypatch.setattr(sys, "argv", ["handbook", command])
    result = CliRunner().invoke(main, [command])
    assert result.exit_code == interrupted.STOPPED
    assert "Stopped; nothing was written." in result.output and "已中断" in result.output and len(result.output.splitlines()) == 2


def test_what_is_being_written_is_finished_first(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(placing, "written", [])
    monkeypatch.setattr(sys, "argv", ["handbook", "import"])
    with pytest.raises(SystemExit), interrupted.told_where_stopped():
        with placing.undisturbed():
            signal.raise_signal(signal.SIGINT)
            (tmp_path / "a").write_text("whole", encoding="utf-8")
        placing.put(tmp_path / "b", b"whole")
        stopped()
    assert "what is said to be written above is written" in capsys.readouterr().err
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("command", [["new", "kpi", "crumbs", "--yes"], ["confirm", "--all"], ["export", "xlsx", "a.xlsx"], ["schema"]])
def test_a_full_disk_is_told_in_a_sentence_and_leaves_nothing_behind(monkeypatch, tmp_path, command):
    data = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def full(file: Path, raw: bytes) -> int:
        file.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    before = sorted(data.rglob("*"))
    monkeypatch.setattr(Path, "write_bytes", full)
    result = CliRunner().invoke(main, [*command, "--data", str(data)])
    assert result.exit_code and result.output.endswith("the disk is full, make room and try again.\n"), result.output
    assert sorted(data.rglob("*")) == before and not list(tmp_path.rglob("*.*xlsx*"))
