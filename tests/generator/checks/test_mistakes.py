"""Every mistake an editor can make is refused, in both languages, at the place where it stands.

A mistake is a bad file and the report it must give: `<name>.yml` is put into a copy of the tiny handbook where the first
line of `<name>.txt` says; the rest of that file is the report without its closing count. A folder holds several files at
their places. A new one starts as a bad file with only `# at: …` beside it; run the test and read what it prints."""
from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from macros.checks import RULES
from macros.commands import command_line
from macros.loading.characters import LARGEST_FILE
from macros.loading.contents import Contents
from macros.loading.folder import load
from macros.loading.slips import slips
from macros.model.record import Basis
from macros.words.languages import LANGUAGES
from macros.words.problems import GUIDE, Problem, Problems
from tests.generator.checks import corpus
from tests.generator.checks.corpus import MISTAKES, SLIPS, report, spoilt
from tests.places import BAKERY, ROOT


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the tiny handbook to spoil."""
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


def problems(data: Path) -> list[Problem]:
    """What is wrong with a handbook."""
    with pytest.raises(Problems) as caught:
        load(data, RULES)
    return caught.value.problems


def spoil(data: Path, mistake: Path) -> None:
    """Put the files with a mistake among them in the place of those that are sound."""
    shutil.rmtree(data)
    for name, raw in spoilt(mistake)[0].items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(raw)


@pytest.mark.parametrize("slip", sorted(SLIPS.glob("*.txt")), ids=lambda file: file.stem)
def test_slip(slip):
    """What a keyboard, Word, Excel or Git leaves in a file is named on its own line, with the line as it would be right."""
    files, expected = spoilt(slip)
    found = corpus.problems(corpus.read(files))
    assert report(slip, found) == expected
    lines = _lines(files, found[0])
    for problem in found:
        if problem.mended is not None:
            lines[problem.line - 1] = problem.mended
    left = slips("\n".join(lines), is_yaml=False)
    assert not {one.line for one in left} & {problem.line for problem in found if problem.mended is not None}


@pytest.mark.parametrize("mistake", sorted(MISTAKES.glob("*.txt")), ids=lambda file: file.stem)
def test_mistake(mistake):
    files, expected = spoilt(mistake)
    found = corpus.problems(corpus.read(files))
    assert report(mistake, found) == expected
    assert all(re.fullmatch("[a-z][a-z0-9-]*", problem.rule) for problem in found)
    for problem in found:  # a file that is not there, or belongs nowhere, has no line to show
        assert problem.written == "".join(_lines(files, problem)[problem.line - 1:problem.line]) or not (problem.written or problem.field)


def _lines(files: Contents, problem: Problem) -> list[str]:
    raw = files.get(problem.file.removeprefix("data/"))
    return raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n") if raw else []


def test_every_bad_file_has_a_report():
    for folder in (MISTAKES, SLIPS):
        bad = {file.stem for file in folder.iterdir() if file.suffix != ".txt" and file != SLIPS}
        said = {file.stem for file in folder.glob("*.txt") if not file.read_text(encoding="utf-8").startswith("# without") or file.with_suffix("").is_dir()}
        assert bad == said


def test_a_file_over_the_limit(data):
    (data / "units.yml").write_bytes(b"#" * (LARGEST_FILE + 1))
    assert str(problems(data)[0]) == (
        "data/units.yml:1:1\n  文件超过512KB；拆成几条记录\n  The file is larger than 512 kB; split it into several records"
    )


@pytest.mark.parametrize("name", ["roles/baker.yml", "logo.svg"])
def test_a_file_that_cannot_be_opened_is_told_of_where_it_is(data, name):
    (data / name).symlink_to("nowhere")
    assert (f"data/{name}", "This file cannot be opened; check its permissions, and put the file in place of a link") in [
        (problem.file, problem.en) for problem in problems(data)
    ]


@pytest.mark.parametrize("folder", ["to-itself", "x" * 5000])
def test_a_folder_that_cannot_be_opened_is_named(tmp_path, folder):
    if folder == "to-itself":
        (tmp_path / folder).symlink_to(folder)
    with pytest.raises(Problems, match="cannot be opened; check the name and the permissions"):
        load(tmp_path / folder, RULES)


@pytest.mark.parametrize("name", [".DS_Store", ".#baker.yml", ".baker.yml.swp", "baker.yml~", "#baker.yml#", "4913", "Thumbs.db", "desktop.ini"])
def test_files_that_systems_and_editors_leave_behind_are_passed_over(data, name):
    for file in (data / name, data / "roles" / name):
        file.write_bytes(b"\x00")
    load(data, RULES)


def test_the_report_closes_with_a_count_in_both_languages(data):
    spoil(data, MISTAKES / "several-files.txt")
    with pytest.raises(Problems, match=r"\n\n3个文件里有6处要改。\n6 problems in 3 files\.$"):
        load(data, RULES)


def test_check_stops_at_a_mistake_without_a_traceback(data):
    spoil(data, MISTAKES / "several-files.txt")
    result = CliRunner().invoke(command_line.main, ["check"], env={"HANDBOOK_DATA": str(data)})
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.output.startswith("data/competencies/counting.yml:21:11  related[0]\n  21 | related: [fires]\n     |           ^\n  没有")
    assert "Traceback" not in result.output


def test_check_is_content_with_the_tiny_handbook():
    result = CliRunner().invoke(command_line.main, ["check"], env={"HANDBOOK_DATA": str(BAKERY)})
    assert (result.exit_code, result.output) == (0, "数据没有问题：24条记录。\nThe data is sound: 24 records.\n")


def test_the_guide_that_messages_name_has_that_section_and_contributing_tells_every_basis():
    for said, language in zip(GUIDE, LANGUAGES, strict=True):
        (file,), (heading,) = re.findall(rf"docs/{language}/[a-z]+\.md", said), re.findall("“([^”]+)”", said)
        assert f"## {heading} {{#basis}}" in (ROOT / file).read_text(encoding="utf-8")
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Sources and basis · 出处和依据\n")[2].partition("\n## ")[0]
    bases = (f"`basis: {one}`" for one in get_args(Basis) if one != "stated")
    wanted = ("`sources: [", *bases, "`audience: internal`", "`target: not-stated`", "`note: ", "`gaps`")
    assert all(one in told for one in wanted) and all(f"docs/{language}/writing.md#basis" in told for language in LANGUAGES)
