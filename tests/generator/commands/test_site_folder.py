"""A build clears the folder of its site, so it refuses one that holds what people have written."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.commands.site_folder import misplaced

REFUSED = (".", "..", "data", "data/roles", "docs", "docs/zh", "macros", "overrides", "samples", "examples/bakery", "tests", "site/../data")


@pytest.mark.parametrize("site", REFUSED)
def test_a_folder_that_holds_or_lies_in_what_is_written_is_refused(tmp_path, site):
    root = tmp_path / "project"
    (root / "data/roles").mkdir(parents=True)
    said = misplaced(root / site, root, root / "data")
    assert "另选一个文件夹" in said and "choose another" in said


def test_a_link_to_the_data_and_data_elsewhere_are_refused_as_well(tmp_path):
    root, data = tmp_path / "project", tmp_path / "elsewhere/data"
    root.mkdir()
    data.mkdir(parents=True)
    (root / "site").symlink_to(data)
    assert misplaced(root / "site", root, data) and misplaced(tmp_path / "elsewhere", root, data)


def test_a_file_is_no_folder_and_any_other_folder_will_do(tmp_path):
    root = tmp_path / "project"
    root.mkdir()
    (root / "README.md").write_text("kept")
    for site in ("README.md", "README.md/site"):
        assert "is a file" in misplaced(root / site, root, root / "data")
    for other in ("site", "build/site", "host/bakery", "data-site"):
        assert misplaced(root / other, root, root / "data") == ""


def test_a_place_that_leads_to_itself_or_has_too_long_a_name_is_told_in_a_sentence(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    for place in (tmp_path / "loop", tmp_path / ("n" * 250)):
        for words in (("build", "--site", str(place)), ("publish", str(place))):
            result = CliRunner().invoke(main, [*words], env={"HANDBOOK_URL": "https://handbook.bakery.test/"})
            assert result.exit_code == 1 and "There can be no folder" in result.output, result.output


def test_neither_the_command_nor_bare_mkdocs_touches_what_is_written(project):
    before = held(project)
    commands = (
        [sys.executable, "-m", "macros", "build", "--site", "data"],
        [sys.executable, "-m", "macros", "build", "--site", "."],
        [str(Path(sys.executable).with_name("mkdocs")), "build", "--strict", "--site-dir", "data"],
    )
    for command in commands:
        run = subprocess.run(command, cwd=project, capture_output=True, text=True)
        assert run.returncode == 1 and "网站不能生成到" in run.stderr and "that folder is replaced whole" in run.stderr
        assert "Traceback" not in run.stderr and held(project) == before


def held(project: Path) -> dict[Path, bytes]:
    """What is written in a project."""
    return {path: path.read_bytes() for name in ("data", "docs", "overrides") for path in (project / name).rglob("*") if path.is_file()}
