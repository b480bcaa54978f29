"""`handbook edition`: what stays inside is told in the words of pages, with what keeps it there."""
from __future__ import annotations

from typing import get_args

from click.testing import CliRunner

from macros.commands.command_line import main
from macros.commands.left_out import BECAUSE
from macros.loading.folder import load
from macros.model.left_out import Why, left_out
from tests.places import BAKERY


def said(*words: str) -> list[str]:
    result = CliRunner().invoke(main, ["edition", *words])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_it_counts_what_each_edition_has_by_what_kinds_are_called():
    whole = load(BAKERY, ())
    lines = said("--data", str(BAKERY))
    assert lines[0] == "公开版有的 · In the public edition"
    assert f"  岗位 Roles: {len(whole.roles)}/{len(whole.roles)}" in lines and f"  制度与流程 Practices: 0/{len(whole.practices)}" in lines


def test_with_diff_it_lists_each_record_with_where_and_why_and_counts_them():
    lines = said("--diff", "--data", str(BAKERY))
    tiny = load(BAKERY, ())
    role, practice = tiny.roles["oven-hand"], next(iter(tiny.practices.values()))
    assert f"  {practice.name.zh} · {practice.name.en} ({practice.file}): 整条 · all of it: 这一类只给员工看 · a kind for staff" in lines
    there = lines.index(f"  {role.name.zh} · {role.name.en} ({role.file})")
    assert "    指标 · KPIs: 目标没有标public · target not marked public (4)" in lines[there:there + 10]
    assert "    职责和任务 · duties and tasks: 标了internal · marked internal (1)" in lines[there:there + 8]
    places = [place for _, _, found in left_out(tiny) for place in found]
    whole = sum(path == () for path, _ in places)
    assert f"  整条 · whole records: {whole}" in lines and f"  句子和数字 · sentences and figures: {len(places) - whole}" in lines


def test_every_reason_is_told():
    assert [*BECAUSE] and {*BECAUSE} == {*get_args(Why)}
