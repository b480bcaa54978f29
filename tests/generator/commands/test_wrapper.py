"""The `handbook` command works from whichever copy of the checkout it lies in, and tells its version."""
from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from click.testing import CliRunner

from macros.commands import command_line
from tests.places import ROOT


@pytest.mark.parametrize("name", ["here", "a copy with spaces"])
def test_the_command_runs_the_checkout_it_lies_in_and_leaves_the_folder_alone(tmp_path, name):
    place = tmp_path / name / ".venv/bin"
    place.mkdir(parents=True)
    shutil.copy(ROOT / ".ci/handbook", place)
    python = place / "python"
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$PYTHONPATH" "$(pwd)" "$@"\n')
    python.chmod(0o755)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    said = subprocess.run([place / "handbook", "check", "--data", "my data"], cwd=elsewhere, capture_output=True, text=True, check=True,
                          env={"PATH": "/usr/bin:/bin"}).stdout.splitlines()
    assert said == [str(tmp_path / name), str(elsewhere), "-P", "-m", "macros", "check", "--data", "my data"]


def test_the_version_is_told():
    said = CliRunner().invoke(command_line.main, ["--version"])
    assert said.exit_code == 0 and re.fullmatch(r"handbook \d+\.\d+\.\d+\S*\n", said.output)
