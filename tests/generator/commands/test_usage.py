"""A command typed wrongly is told what would be right, in Chinese and English, and ends with 2."""
from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.commands.usage import bare, wanted
from tests.places import BAKERY

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(("typed", "zh", "en"), [
    ("renam role x", "没有“renam”这个命令；最接近的是“rename”", "There is no command “renam”; the nearest is “rename”"),
    ("translations foo", "没有“foo”这个命令；可写：export、import", "There is no command “foo”; there are: export, import"),
    ("rename role", "少了编号，例如first-aider", "Something is missing: the id, such as first-aider"),
    ("rename role a --zhh 炉", "没有“--zhh”这个选项；最接近的是“--zh”", "There is no option “--zhh”; the nearest is “--zh”"),
    ("retire kpi a -by b", "没有“-by”这个选项；最接近的是“--by”", "There is no option “-by”; the nearest is “--by”"),
    ("rename role a --zh", "“--zh”后面少了内容", "What follows “--zh” is missing"),
    ("new role a --yes=1", "“--yes”后面不写内容", "Nothing follows “--yes”"),
    ("rename role a --en Stoker hand --yes", "多了“hand”；里面有空格的，外面加半角双引号：--en \"Stoker hand\"",
     "“hand” is one too many; put straight double quotes around what has spaces in it: --en \"Stoker hand\""),
    ("rename role a --en “Stoker hand”", "多了“hand”；里面有空格的，外面加半角双引号：--en \"Stoker hand\"",
     "“hand” is one too many; put straight double quotes around what has spaces in it: --en \"Stoker hand\""),
    ("import xlsx my book.xlsx", "多了“book.xlsx”；里面有空格的，外面加半角双引号：\"my book.xlsx\"",
     "“book.xlsx” is one too many; put straight double quotes around what has spaces in it: \"my book.xlsx\""),
    ("build here", "多了“here”", "“here” is one too many"),
    ("retire kpi a —by b", "“—by”前面要两个半角的连字符：--by", "“—by” begins with two plain hyphens: --by"),
    ("retire kpi a ——by=b", "“——by=b”前面要两个半角的连字符：--by", "“——by=b” begins with two plain hyphens: --by"),
    ("check --format xml", "“--format”后面可写：text、github、gitlab、json", "What may follow “--format”: text, github, gitlab, json"),
    ("due --on 2026-01-01 --within x", "“--within”后面要一个0到366的整数", "A whole number from 0 to 366 follows “--within”"),
    ("serve --port x", "“--port”后面要一个整数", "A whole number follows “--port”"),
    ("translations export --to german a.po", "“--to”后面可写：zh、en", "What may follow “--to”: zh, en"),
    ("translations export a.po", "少了语言，例如--to en", "Something is missing: the language, such as --to en"),
])
def test_what_is_typed_wrongly_is_told_in_both_languages(typed, zh, en):
    run = CliRunner().invoke(main, typed.split(" "))
    assert (run.exit_code, run.output.split("\n")[:2]) == (2, [f"{zh}。", f"{en}."])
    assert "Error" not in run.output and run.output.count("\n") == (3 if "Usage: " in run.output else 2)


@pytest.mark.parametrize(("typed", "meant"), [
    ("「炉工」", "炉工"), ("“Stoker hand”", "Stoker hand"), ("--zh=“炉工”", "--zh=炉工"), ("“新”与“旧”", "“新”与“旧”"), ("炉工", "炉工"), ("“", "“"),
])
def test_chinese_quotes_round_an_argument_are_no_part_of_it(typed, meant):
    assert bare(typed) == meant


@pytest.mark.parametrize(("said", "meant"), [
    ("是\n", True), ("Y\n", True), ("是。\n", True), ("\n", False), ("不\n", False), ("嗯哼\n好\n", True), ("", False),
])
def test_yes_and_no_are_understood_in_both_languages(said, meant):
    @click.command()
    def ask() -> None:
        click.echo(f"\n{wanted('写进去吗？Write this?')}")

    assert CliRunner().invoke(ask, input=said).output.endswith(f"\n{meant}\n")


def test_help_says_both_languages_of_every_command_and_option():
    def commands(command: click.Command) -> Iterator[click.Command]:
        yield command
        for inner in command.commands.values() if isinstance(command, click.Group) else ():
            yield from commands(inner)

    for command in commands(main):
        assert CHINESE.search(command.help or "") and CHINESE.search(command.short_help or ""), command.name
        for option in command.params:
            assert isinstance(option, click.Argument) or CHINESE.search(option.help or ""), (command.name, option.name)
    assert "写入列出的改动 · Write what the diff shows" in CliRunner().invoke(main, ["import", "xlsx", "--help"]).output


def test_a_report_goes_where_it_is_sent_and_what_keeps_a_command_from_running_to_the_window(tmp_path):
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    (folder / "teams.yml").unlink()
    report = CliRunner().invoke(main, ["check", "--data", str(folder)])
    assert report.exit_code == 1 and "data/teams.yml:1:1" in report.stdout and not report.stderr
    nothing = CliRunner().invoke(main, ["check", "--data", str(tmp_path / "none")])
    assert nothing.exit_code == 1 and "There is no folder" in nothing.stderr and not nothing.stdout
