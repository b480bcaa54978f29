"""`check --fix` writes the lines a report proposes, shows them as a diff, and leaves everything else alone."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands import command_line
from tests.places import BAKERY


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook to spoil."""
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    monkeypatch.setenv("HANDBOOK_DATA", str(folder))
    return folder


def fixed() -> Result:
    return CliRunner().invoke(command_line.main, ["check", "--fix"])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_slips_with_one_answer_are_written_and_the_file_is_as_it_was(data, end):
    teams = data / "teams.yml"
    sound = teams.read_bytes().replace(b"\n", end.encode())
    shop = b"  shop:" + end.encode()
    assert shop in sound
    teams.write_bytes(sound.replace(shop, "  shop：".encode() + end.encode()).replace(b"en: ", b"en:", 1))
    said = fixed()
    assert said.exit_code == 0, said.output
    assert teams.read_bytes() == sound
    assert "\n-  shop：\n" in said.output and "\n+  shop:\n" in said.output and said.output.endswith("The data is sound: 24 records.\n")


def test_what_has_more_than_one_answer_is_told_and_left(data):
    teams = data / "teams.yml"
    text = teams.read_text(encoding="utf-8").replace("  shop:\n", "  shop：\n") + "a line that is no field\n"
    teams.write_text(text, encoding="utf-8")
    said = fixed()
    assert said.exit_code == 1 and "a line that is no field" in said.output
    assert teams.read_text(encoding="utf-8") == text.replace("shop：", "shop:")


def test_a_file_in_conflict_is_left_until_one_of_its_versions_is_kept(data):
    teams = data / "teams.yml"
    text = teams.read_text(encoding="utf-8").replace("  shop:\n", "  shop：\n") + "<<<<<<< mine\n"
    teams.write_text(text, encoding="utf-8")
    said = fixed()
    assert said.exit_code == 1 and "A mark of a Git conflict" in said.output and "nothing was written" in said.output
    assert teams.read_text(encoding="utf-8") == text


def test_nothing_is_written_where_there_is_nothing_to_mend(data):
    before = {file: file.read_bytes() for file in data.rglob("*.yml")}
    said = fixed()
    assert said.exit_code == 0 and "nothing was written" in said.output
    assert {file: file.read_bytes() for file in data.rglob("*.yml")} == before


def test_a_file_that_was_shifted_as_a_whole_is_left_to_whoever_shifted_it(data):
    role = data / "roles/oven-hand.yml"
    shifted = "\n".join(f"{' ' * (len(line) - len(line.lstrip(' ')))}{line}" for line in role.read_text(encoding="utf-8").split("\n"))
    role.write_text(shifted, encoding="utf-8")
    said = fixed()
    assert said.exit_code == 1 and "nothing was written" in said.output
    assert role.read_text(encoding="utf-8") == shifted


def test_a_quote_that_a_chinese_keyboard_closed_is_closed_by_its_own_kind(data):
    role = data / "roles/oven-hand.yml"
    sound = role.read_text(encoding="utf-8")
    line = next(line for line in sound.split("\n") if line.lstrip().startswith("zh: ") and line.endswith("。") and "“" not in line)
    text = line.partition("zh: ")[2]
    role.write_text(sound.replace(f"zh: {text}", f'zh: "{text}”', 1), encoding="utf-8")
    said = fixed()
    assert said.exit_code == 0, said.output
    assert role.read_text(encoding="utf-8") == sound.replace(f"zh: {text}", f'zh: "{text}"', 1)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_sentence_over_several_lines_is_written_on_one(data, end):
    moves = data / "moves.yml"
    sound = moves.read_text(encoding="utf-8").replace("\n", end)
    line = next(line for line in sound.split(end) if line.lstrip().startswith("en: ") and line.count(" ") > 20 and '"' not in line)
    words = line.split(" ")
    broken = f"{' '.join(words[:-4])}{end}    {' '.join(words[-4:-2])}{end}{' '.join(words[-2:])}"
    moves.write_bytes(sound.replace(line, broken, 1).encode())
    said = fixed()
    assert said.exit_code == 0, said.output
    assert moves.read_bytes() == sound.encode()


def test_a_file_indented_by_tabs_is_indented_by_spaces(data):
    teams = data / "teams.yml"
    sound = teams.read_text(encoding="utf-8")
    teams.write_text("\n".join(line.replace("  ", "\t") if line.startswith(" ") else line for line in sound.split("\n")), encoding="utf-8")
    said = fixed()
    assert said.exit_code == 0 and teams.read_text(encoding="utf-8") == sound, said.output


@pytest.mark.parametrize(("dash", "half", "basis"), [(6, 6, 8), (6, 6, 6), (6, 4, 8), (6, 8, 6), (4, 6, 6), (4, 8, 8), (8, 10, 10)])
def test_an_item_whose_lines_begin_where_they_should_not_is_one_item_again(data, dash, half, basis):
    role = data / "roles/oven-hand.yml"
    text = role.read_text(encoding="utf-8")
    before = "      - zh: 遇到停炭"

    def item(dash: int, half: int, basis: int) -> str:
        return f"{' ' * dash}- zh: 每天扫炉子\n{' ' * half}en: Sweep the oven daily\n{' ' * basis}basis: editorial\n"

    role.write_text(text.replace(before, item(dash, half, basis) + before), encoding="utf-8")
    assert fixed().exit_code == 0
    assert role.read_text(encoding="utf-8") == text.replace(before, item(6, 8, 8) + before)
