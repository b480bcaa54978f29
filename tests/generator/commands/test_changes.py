"""`handbook changes`: what changed for people since a commit, in both languages."""
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands.command_line import main
from tests.places import BAKERIES


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A handbook under Git, committed once."""
    data = Path(shutil.copytree(BAKERIES, tmp_path / "data"))
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "first"]):
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True)
    return data


def changes(data: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["changes", *words, "--data", str(data)])


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_where_nothing_changed_it_says_so(data):
    assert changes(data).output == "没有变化。Nothing changed.\n"


def test_a_commit_that_is_not_there_is_told(data):
    result = changes(data, "nobody")
    assert result.exit_code == 2 and "找不到提交“nobody”里的手册" in result.output and "git fetch --unshallow" in result.output


def test_mistakes_in_the_data_are_told_as_the_check_tells_them(data):
    (data / "levels.yml").write_text("levels: [")
    assert changes(data).exit_code == 1 and "levels.yml" in changes(data).output


def test_each_change_is_told_under_what_it_means_in_both_languages_and_by_the_roles_that_it_concerns(data):
    role = data / "roles/apprentice-baker.yml"
    edit(role, 'target: {comparator: "<", value: 3, unit: loaf, per: batch}', 'target: {comparator: "<", value: 2, unit: loaf, per: batch}')
    edit(role, "每班扫炉底，擦干台面", "每班扫净炉底，擦干台面")
    edit(role, "只算本人看的那几炉。", "只算自己看的那几炉。")
    output = changes(data).output
    assert output == """改动3处；2.0之后的这一版，建议编为3.0。Changes: 3; after 2.0, this edition is best called 3.0.

## 要求提高 · Asks more (1)

- **学徒 · Apprentice baker**
  - 指标 · KPIs
    - 焦边率 › 个数 › ~~不足3个~~ → 不足2个
    - Burnt share › Count › ~~fewer than 3 loaves~~ → fewer than 2 loaves

## 写得更清楚 · Clarified (1)

- **学徒 · Apprentice baker**
  - 说明和出处 · notes and sources
    - 焦边率 › 个数 › ~~只算本人看的那几炉。~~ → 只算自己看的那几炉。
    - Burnt share › Count › Only batches watched alone count. (没有变 · unchanged)

## 措辞 · Wording (1)

- **学徒 · Apprentice baker**
  - 职责和任务 · duties and tasks
    - 清洁 › ~~每班扫炉底，擦干台面~~ → 每班扫净炉底，擦干台面
    - Cleaning › Sweep the oven floor and wipe the benches dry every shift (没有变 · unchanged)
"""


def test_a_span_of_commits_is_compared_as_it_was(data):
    edit(data / "roles/apprentice-baker.yml", "每班扫炉底，擦干台面", "每班扫炉底")
    git = ["git", "-C", str(data.parent), "-c", "user.name=x", "-c", "user.email=x@x"]
    subprocess.run([*git, "commit", "-qam", "second"], check=True)
    edit(data / "roles/apprentice-baker.yml", "每样料先归零再称", "每样料归零再称")
    assert "学徒" in changes(data, "HEAD~1..HEAD").output and "归零" not in changes(data, "HEAD~1..HEAD").output
    assert "归零" in changes(data).output and "归零" in changes(data, "HEAD~1").output


def test_lines_for_the_file_of_changes_are_a_first_draft_that_can_be_pasted(data):
    role = data / "roles/apprentice-baker.yml"
    edit(role, 'target: {comparator: "<", value: 3, unit: loaf, per: batch}', 'target: {comparator: "<", value: 2, unit: loaf, per: batch}')
    lines = changes(data, "--lines").output
    assert lines == """      - meaning: more
        about: {roles: [apprentice-baker]}
        zh: "学徒、指标、焦边率、个数：由“不足3个”改为“不足2个”。"
        en: "Apprentice baker, KPIs, Burnt share, Count: fewer than 2 loaves, previously fewer than 3 loaves."
"""
    file = data / "changes.yml"
    edit(file, "    changes:\n", f"    changes:\n{lines}")
    result = CliRunner().invoke(main, ["check", "--data", str(data)])
    assert "changes.yml" not in result.output and "tells nobody" not in result.output, result.output


def test_lines_say_what_came_and_what_has_another_name(data):
    role = data / "roles/apprentice-baker.yml"
    edit(role, "competencies:\n", "competencies:\n  - {competency: allergens, level: follow, need: useful, for: [helping]}\n")
    edit(role, "name: {zh: 学徒, en: Apprentice baker}", "name: {zh: 见习面包师, en: Trainee baker}")
    lines = changes(data, "--lines").output
    assert '"见习面包师是学徒的新名称。"' in lines or '"学徒改称见习面包师。"' in lines
    assert "Trainee baker is the new name of Apprentice baker." in lines and "Allergens “*” (Follow, Useful) is new." in lines and "：新增过敏原“*”（" in lines


def test_the_number_goes_on_from_the_edition_at_the_base(data):
    edit(data / "handbook.yml", 'edition: "2.0"', 'edition: "3.0"')
    edit(data / "roles/apprentice-baker.yml", 'value: 3, unit: loaf, per: batch}', 'value: 2, unit: loaf, per: batch}')
    assert "after 2.0, this edition is best called 3.0" in changes(data).output


def test_what_goes_from_one_place_to_another_is_told_once_with_both(data):
    line = "    - {zh: 一炉烤坏了怎么办, en: What becomes of a spoilt batch}\n"
    edit(data / "roles/baker.yml", line, "")
    edit(data / "roles/baker.yml", "  needs_approval:\n", f"  needs_approval:\n{line}")
    output = changes(data).output
    assert "Asks more (1)" in output and "  - 可以自行决定 → 须经批准 · may decide → needs approval\n" in output and "Changes: 1;" in output
    assert 'meaning: more\n        about: {roles: [baker]}\n        audience: public\n        zh: "' in changes(data, "--lines").output
