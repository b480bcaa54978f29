"""What a workbook adds and what it takes out of use: the same as the commands do, with the cells filled in."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.checks import RULES
from macros.commands.command_line import main
from macros.editing.change import problems_of
from macros.editing.sheets.wording import MATRIX, RETIRED, TARGETS, TITLES
from macros.editing.sheets.workbook import sheets_of
from macros.editing.sheets.writing import workbook
from macros.loading.folder import read_all
from tests.generator.editing.sheets.books import Book, brought, written
from tests.places import BAKERY

ROLE = "roles/oven-hand.yml"
TERMS, ROLES, KPIS, COMPETENCIES = (TITLES[kind] for kind in ("terms", "roles", "kpis", "competencies"))
WHISK = {"名称（中文）": "炉帚", "名称（英文）": "Whisk", "类别": "工具 · Tools", "定义（中文）": "扫炉灰用。", "定义（英文）": "Sweeps ash."}


@pytest.fixture(autouse=True)
def english(monkeypatch) -> None:
    """Hints are written in one language alone."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def wrong(data: Path) -> list[str]:
    return [f"{one.rule} {one.file}" for one in problems_of(read_all(data), RULES)]


def test_a_new_term_is_whole_and_the_same_workbook_has_nothing_more_to_say(data, book, tmp_path):
    before = written(data)
    book.add(TERMS, "whisk", **WHISK)
    assert brought(book, tmp_path).exit_code == 0 and written(data) == before
    assert brought(book, tmp_path, "--yes").exit_code == 0
    assert written(data) == before | {"terms.yml": before["terms.yml"].rstrip("\n") + """
  whisk:
    name:
      zh: 炉帚
      en: Whisk
    kind: tool
    definition:
      zh: 扫炉灰用。
      en: Sweeps ash.
    defined_by: editorial
    basis: editorial
"""}
    assert not wrong(data)
    assert "Nothing is changed in the workbook." in brought(book, tmp_path, "--yes").output
    result = brought(book.put(TERMS, "whisk", "名称（英文）", "Broom"), tmp_path)
    assert result.exit_code == 1 and "it was “”, is now “Whisk”, and here it says “Broom”" in result.output


def test_a_new_record_is_begun_as_the_command_begins_it_and_what_is_left_is_listed(data, book, tmp_path):
    begun = shutil.copytree(data, tmp_path / "by-command" / "data")
    CliRunner().invoke(main, ["new", "kpi", "crumbs", "--yes"], env={"HANDBOOK_DATA": str(begun)})
    expected = (begun / "kpis/crumbs.yml").read_text(encoding="utf-8").replace("name:\n  zh: …\n  en: …", "name:\n  zh: 面包屑\n  en: Crumbs", 1)
    result = brought(book.add(KPIS, "crumbs", **{"名称（中文）": "面包屑", "名称（英文）": "Crumbs"}), tmp_path, "--yes")
    assert result.exit_code == 0 and "To be filled in after the import, in a workbook exported anew" in result.output
    assert written(data) == written(BAKERY) | {"kpis/crumbs.yml": expected}
    assert set(wrong(data)) == {"records-are-filled-in data/kpis/crumbs.yml"}


def test_a_record_that_was_begun_is_filled_in_by_a_workbook_exported_anew(data, book, tmp_path):
    brought(book.add(KPIS, "crumbs", **{"名称（中文）": "面包屑", "名称（英文）": "Crumbs"}), tmp_path, "--yes")
    file = tmp_path / "anew.xlsx"
    assert CliRunner().invoke(main, ["export", "xlsx", str(file)]).exit_code == 0
    anew = Book.of(file.read_bytes()).put(KPIS, "crumbs", "定义（中文）", "掉了多少。").put(KPIS, "crumbs", "定义（英文）", "How much falls.")
    result = brought(anew, tmp_path, "--yes")
    assert result.exit_code == 0 and "definition:\n  zh: 掉了多少。\n  en: How much falls.\n" in written(data)["kpis/crumbs.yml"], result.output
    assert set(wrong(data)) == {"records-are-filled-in data/kpis/crumbs.yml"}


def test_a_field_that_a_file_of_its_own_lacks_is_added_to_it(data, book, tmp_path):
    result = brought(book.put(KPIS, "flour-return", "缩写", "FR"), tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    assert "short: FR\n" in written(data)["kpis/flour-return.yml"]


@pytest.mark.parametrize("comparison", ["不超过（≤）", "≤", "小于等于", "至多", "at most"])
def test_a_target_new_to_a_role(data, book, tmp_path, comparison):
    cells = {"比较": comparison, "数值": "4", "单位": "百分比", "时间": "a week"}  # one half of a choice will do
    book.add(TARGETS, "oven-hand", "burnt-loaves", "share", **cells, 出处="oven-book#1")
    result = brought(book, tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    entry = """  - kpi: burnt-loaves
    measure: share
    target: {comparator: <=, value: 4, unit: percent, period: week}
    sources: [oven-book#1]
tools: [peel]
"""
    assert written(data) == written(BAKERY) | {ROLE: written(BAKERY)[ROLE].replace("tools: [peel]\n", entry)}
    assert "Nothing is changed in the workbook." in brought(book, tmp_path, "--yes").output


def test_a_target_without_a_figure_or_a_source_is_editorial_and_not_stated(data, book, tmp_path):
    result = brought(book.add(TARGETS, "crust-brander", "burnt-loaves", "share"), tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    assert "  - kpi: burnt-loaves\n    measure: share\n    target: not-stated\n    basis: editorial\n" in written(data)["roles/crust-brander.yml"]


def test_a_competency_comes_into_the_matrix_with_its_own_row_in_the_list(data, book, tmp_path):
    book.add(COMPETENCIES, "proofing", **{"名称（中文）": "醒面", "名称（英文）": "Proofing"})
    book.add(MATRIX, "proofing", **{"看炉工": "执行，加分->crust"})  # in one language, with an arrow as keyboards have it
    result = brought(book, tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    assert "  - {competency: proofing, level: execute, need: useful, for: [crust]}\n" in written(data)[ROLE]
    assert set(wrong(data)) == {"records-are-filled-in data/competencies/proofing.yml"}
    assert "Nothing is changed in the workbook." in brought(book, tmp_path, "--yes").output


def test_a_record_goes_out_of_use_as_by_the_command_for_one_that_comes_with_it(data, book, tmp_path):
    other = shutil.copytree(data, tmp_path / "by-command" / "data")
    only_new = Book.of(workbook(sheets_of(read_all(data)))).add(TERMS, "whisk", **WHISK)
    file = only_new.save(tmp_path / "new.xlsx")
    for command in (["import", "xlsx", str(file)], ["retire", "term", "peel", "--by", "whisk", "--on", "2026-12-01"]):
        assert CliRunner().invoke(main, [*command, "--yes"], env={"HANDBOOK_DATA": str(other)}).exit_code == 0
    result = brought(book.add(TERMS, "whisk", **WHISK).put(TERMS, "peel", "停用", "2026-12-01 → 炉帚"), tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    assert written(data) == written(other) and "tools: [whisk]" in written(data)[ROLE]
    assert "Nothing is changed in the workbook." in brought(book, tmp_path, "--yes").output
    assert Book.of(workbook(sheets_of(read_all(data)))).get(TERMS, "peel", "停用") == "2026-12-01 → whisk"


def test_what_is_said_of_a_kpi_does_not_go_to_what_follows_it_and_is_listed(data, book, tmp_path):
    kpi = (data / "kpis/flour-return.yml").read_text(encoding="utf-8").partition("differs:")[0]
    for flour, coal in (("面粉回报", "炭的回报"), ("Return on flour", "Return on coal"), ("一元面粉", "一元炭"), ("yuan of flour", "yuan of coal")):
        kpi = kpi.replace(flour, coal)
    (data / "kpis/coal-return.yml").write_text(f"{kpi}sources: [oven-book#2]\n", encoding="utf-8")
    result = brought(book.put(KPIS, "flour-return", "停用", "停用 → coal-return"), tmp_path)
    assert result.exit_code == 0, result.output
    assert "有2处依据的是文件对“flour-return”的说法，没有带给接替的" in result.output and "  data/roles/oven-hand.yml:86  kpis[4]\n" in result.output
    assert result.output.count("+    basis: editorial\n") == 2


@pytest.mark.parametrize("day", ["2026-12-1", "2026/12/01", "2026.12.1", "2026年12月1日"])
def test_a_day_may_be_written_as_people_write_it(data, book, tmp_path, day):
    result = brought(book.put(TERMS, "peel", "停用", f"{day} → sourdough"), tmp_path)
    assert result.exit_code == 0 and "+    retired: {on: 2026-12-01, replaced_by: sourdough}" in result.output, result.output


def test_what_going_out_of_use_spoils_elsewhere_is_told_at_its_cell_with_the_record(data, book, tmp_path):
    result = brought(book.put(KPIS, "flour-return", "停用", "停用 → burnt-loaves"), tmp_path)
    assert result.exit_code == 1 and f"back.xlsx  {KPIS}  M3\n" in result.output, result.output
    assert "Once this is out of use, “Oven hand” (data/roles/oven-hand.yml) is wrong: “burnt-loaves” has several measures" in result.output


def test_another_name_keeps_the_old_one_to_be_found_by_and_says_where_it_is_still_written(data, book, tmp_path):
    other = shutil.copytree(data, tmp_path / "by-command" / "data")
    renaming = ["rename", "role", "oven-hand", "--zh", "守炉工", "--en", "Oven keeper", "--yes"]
    done = CliRunner().invoke(main, renaming, env={"HANDBOOK_DATA": str(other)})
    left = [line for line in done.output.splitlines() if line.startswith("  data/")]
    result = brought(book.put(ROLES, "oven-hand", "名称（中文）", "守炉工").put(ROLES, "oven-hand", "名称（英文）", "Oven keeper"), tmp_path, "--yes")
    assert result.exit_code == 0 and left, result.output
    assert [line for line in result.output.splitlines() if line.startswith("  data/")] == left
    assert written(data) == written(other) and "Written, 2 cells in 1 file: data/roles/oven-hand.yml." in result.output


def test_hints_in_a_new_file_are_in_both_languages_where_the_system_says_nothing(data, book, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    brought(book.add(ROLES, "sweeper", **{"名称（中文）": "扫地工", "名称（英文）": "…"}), tmp_path, "--yes")
    text = written(data)["roles/sweeper.yml"]
    assert "# 一句话说清这个岗位，用“你”\n# The role in one sentence, with “you”\n" in text and "  zh: 扫地工\n  en: …\n" in text


def test_a_name_that_another_record_has_is_told_at_the_cell_that_gives_it(data, book, tmp_path):
    book.put(ROLES, "crust-brander", "名称（中文）", "看炉工").put(ROLES, "crust-brander", "名称（英文）", "Oven hand")
    result = brought(book, tmp_path)
    assert result.exit_code == 1 and f"back.xlsx  {ROLES}  B2\n" in result.output and ".yml:" not in result.output, result.output
    assert "  “Oven hand” (data/roles/oven-hand.yml): The same name as “crust-brander”" in result.output


def test_a_target_that_a_step_is_timed_by_cannot_go_which_is_told_at_its_cell(data, book, tmp_path):
    for line in ("share/1", "count", "share/2", "share/3"):
        book.put(TARGETS, f"oven-hand/burnt-loaves/{line}", "停用", RETIRED)
    result = brought(book, tmp_path)
    assert result.exit_code == 1 and ".yml:" not in result.output, result.output
    assert "This step is timed by “burnt-loaves”, which the role “oven-hand” does not have" in result.output


@pytest.mark.parametrize("value, said", [("0", "This cannot be 0"), ("-3", "choose “decrease” under Change")])
def test_figures_that_nothing_can_have_are_told_at_their_cell(data, book, tmp_path, value, said):
    book.put(TARGETS, "oven-hand/burnt-loaves/count", "数值", value).put(TARGETS, "oven-hand/burnt-loaves/count", "单位", "小时 · hours")
    result = brought(book, tmp_path)
    assert result.exit_code == 1 and said in result.output and f"back.xlsx  {TARGETS}  H3" in result.output, result.output
