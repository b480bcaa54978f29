"""A workbook and back: nothing changes unless a cell did, and then just what the cell says."""
from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.editing.change import change
from macros.editing.sheets.merging import merged
from macros.editing.sheets.reading import read_workbook
from macros.editing.sheets.wording import MATRIX, NOT_STATED, RETIRED, TARGETS, TITLES
from macros.editing.sheets.workbook import editable, sheets_of
from macros.editing.sheets.writing import workbook
from macros.loading.folder import read_all
from tests.generator.editing.sheets.books import Book, brought, written
from tests.places import BAKERIES, BAKERY, SMALLEST

ROLE, KPI = "roles/oven-hand.yml", "oven-hand/burnt-loaves/share/1"
OVEN_HAND = "看炉工"
NAMED_ANEW = """name: {zh: 木铲, en: Wooden peel}
    keywords:
      zh:
        - 长柄铲
      en: [Peel]
"""


def by_hand(data: Path, *mended: tuple[str, str], file: str = ROLE) -> dict[str, str]:
    """The files as they would be after somebody changed some lines of one with an editor."""
    texts = written(data)
    for old, new in mended:
        assert texts[file].count(old) == 1
        texts[file] = texts[file].replace(old, new)
    return texts


@pytest.mark.parametrize("folder", [BAKERY, BAKERIES, SMALLEST], ids=lambda folder: folder.parent.name)
def test_what_comes_back_unchanged_changes_nothing(folder, tmp_path):
    loaded = read_all(folder)
    raw = workbook(sheets_of(loaded))
    assert raw == workbook(sheets_of(read_all(folder)))
    file = tmp_path / "same.xlsx"
    file.write_bytes(raw)
    found = merged(loaded, read_workbook(file), folder)
    assert not found.asked and not found.mistakes


@pytest.mark.parametrize("folder", [BAKERY, BAKERIES], ids=lambda folder: folder.parent.name)
def test_every_cell_that_is_changed_says_so_in_the_next_export(folder, tmp_path):
    """All cells at once, the rules aside: sentences get longer, numbers larger, choices become the next one. Names stay, for choices go by them."""
    data = Path(shutil.copytree(folder, tmp_path / "data"))
    loaded = read_all(data)
    book, wanted = Book.of(workbook(sheets_of(loaded))), {}
    for sheet in sheets_of(loaded):
        for down, row in enumerate(sheet.rows, 1):
            for across, column in enumerate(sheet.columns):
                old = row.cells[column.key]
                if not editable(column) or not old or old == NOT_STATED or column.key.startswith(("name.", "retired", "sources")) or ":" in old:
                    continue
                choices = list(column.choices)
                new = choices[(choices.index(old) + 1) % len(choices)] if choices else f"{old}1" if column.numbers else f"{old}吗"
                book.sheets[sheet.title][down][across] = new
                wanted[sheet.title, row.key, column.key] = new
    assert len(wanted) > 50
    found = merged(loaded, read_workbook(book.save(tmp_path / "back.xlsx")), data)
    assert not found.mistakes
    after = change(data, loaded, (), found.edits()).loaded
    cells = {(sheet.title, row.key, column): text for sheet in sheets_of(after) for row in sheet.rows for column, text in row.cells.items()}
    assert {place: cells.get(place) for place in wanted} == wanted


def test_a_target_changed_in_a_workbook_is_the_same_to_the_byte_as_by_hand(data, book, tmp_path):
    expected = by_hand(data, ("value: 2.5,", "value: 2,"))
    result = brought(book.put(TARGETS, KPI, "数值", 2.0), tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    assert "+    target: {comparator: \"<=\", value: 2, unit: percent, period: month, lasting: {times: 2, period: month}}" in result.output
    assert written(data) == expected


def test_nothing_is_written_until_it_is_confirmed(data, book, tmp_path):
    before = written(data)
    result = brought(book.put(TARGETS, KPI, "数值", "2"), tmp_path)
    assert result.exit_code == 0 and "value: 2," in result.output and "--yes" in result.output
    assert written(data) == before


def test_a_target_becomes_not_stated_and_a_figure_again(data, book, tmp_path):
    row = "oven-hand/burnt-loaves/count"
    before = {heading: book.get(TARGETS, row, heading) for heading in ("比较", "数值", "单位", "每")}
    expected = by_hand(data, ('    target: {comparator: "<", value: 3, unit: item, per: event}', "    target: not-stated"))
    assert brought(book.put(TARGETS, row, "数值", "没有写"), tmp_path, "--yes").exit_code == 0
    assert written(data) == expected
    again = Book.of(workbook(sheets_of(read_all(data))))
    assert [again.get(TARGETS, row, heading) for heading in before] == ["", NOT_STATED, "", ""]
    for heading, value in before.items():
        again.put(TARGETS, row, heading, value)
    result = brought(again, tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    assert written(data) == by_hand(BAKERY, ('target: {comparator: "<"', "target: {comparator: <"))


def test_a_target_leaves_where_its_row_says_retired(data, book, tmp_path):
    expected = by_hand(data, (
        '  - kpi: burnt-loaves\n    measure: share\n    target: {comparator: "<=", reference: industry-average}\n    basis: inferred\n', ""))
    assert brought(book.put(TARGETS, "oven-hand/burnt-loaves/share/2", "停用", RETIRED), tmp_path, "--yes").exit_code == 0
    assert written(data) == expected


@pytest.mark.parametrize("gone", [("1",), ("2",), ("3",), ("1", "2"), ("1", "3"), ("1", "2", "3")])
def test_what_an_import_took_away_is_no_change_when_it_comes_again_with_an_edit_of_a_row_below(data, book, tmp_path, gone):
    rows = {number: f"oven-hand/burnt-loaves/share/{number}" for number in "123"}
    for number in gone:
        book.put(TARGETS, rows[number], "停用", RETIRED)
    if "3" not in gone:
        book.put(TARGETS, rows["3"], "数值", "20")
    assert brought(book, tmp_path, "--yes").exit_code == 0
    after = written(data)
    assert brought(book, tmp_path, "--yes").output == "工作簿里没有改动。\nNothing is changed in the workbook.\n"
    assert written(data) == after


def test_sources_do_not_go_by_a_word_that_may_mean_the_kpi(data, book, tmp_path):
    row = "oven-hand/burnt-loaves/share/1"
    assert brought(book.put(TARGETS, row, "出处", "oven-book#2.1"), tmp_path, "--yes").exit_code == 0
    book = Book.of(workbook(sheets_of(read_all(data))))
    result = brought(book.put(TARGETS, row, "出处", "停用"), tmp_path)
    assert result.exit_code == 1 and "AA2\n  这样会去掉出处；不再用这个指标，在最后一栏写“停用 · retired”" in result.output
    result = brought(book.put(TARGETS, row, "依据", "编者补充"), tmp_path)
    assert result.exit_code == 0 and "-    sources: [oven-book#2.1]" in result.output, result.output


@pytest.mark.parametrize("sign", ["≥", "≥ ", ">=", "＞＝"])
def test_a_comparison_may_be_written_as_a_sign(data, book, tmp_path, sign):
    result = brought(book.put(TARGETS, "oven-hand/burnt-loaves/count", "比较", sign), tmp_path)
    assert result.exit_code == 0 and '+    target: {comparator: ">=", value: 3' in result.output, result.output


def test_what_a_workbook_took_away_is_no_conflict_when_it_comes_again(data, book, tmp_path):
    book.put(TITLES["terms"], "peel", "缩写", "停用").put(MATRIX, "dough", OVEN_HAND, RETIRED)
    book.put(TARGETS, "oven-hand/burnt-loaves/share/3", "附注（中文）", "停用").put(TARGETS, "oven-hand/burnt-loaves/count", "停用", RETIRED)
    assert brought(book, tmp_path, "--yes").exit_code == 0
    assert "Nothing is changed in the workbook." in brought(book, tmp_path, "--yes").output


def test_levels_of_the_matrix(data, book, tmp_path):
    expected = by_hand(data, ("fire, level: execute, need: essential", "fire, level: plan, need: useful"))
    assert book.get(MATRIX, "fire", OVEN_HAND) == "执行，必备 · Execute, essential"
    assert brought(book.put(MATRIX, "fire", OVEN_HAND, "战术，加分 · Plan, useful"), tmp_path, "--yes").exit_code == 0
    assert written(data) == expected


def test_a_competency_comes_to_a_role_with_the_duties_that_need_it_and_goes_again(data, book, tmp_path):
    assert brought(book.put(MATRIX, "dough", OVEN_HAND, RETIRED), tmp_path, "--yes").exit_code == 0
    assert "competency: dough" not in written(data)[ROLE]
    line = "  - {competency: dough, level: execute, need: useful, for: [crust]}\n"
    book = Book.of(workbook(sheets_of(read_all(data))))
    result = brought(book.put(MATRIX, "dough", OVEN_HAND, "执行，加分 · Execute, useful"), tmp_path)
    assert result.exit_code == 1 and "要写明哪些职责用到它；例如“执行，加分 · Execute, useful → 看火" in result.output
    assert brought(book.put(MATRIX, "dough", OVEN_HAND, "执行，加分 · Execute, useful → crust"), tmp_path, "--yes").exit_code == 0
    assert line in written(data)[ROLE] and written(data) == written(BAKERY)


def test_a_remark_that_still_has_the_figure_is_named(data, book, tmp_path):
    book.put(TARGETS, KPI, "数值", "3").put(TARGETS, KPI, "附注（中文）", "最多2%。").put(TARGETS, KPI, "附注（英文）", "At most 2%.")
    assert brought(book, tmp_path, "--yes").exit_code == 0
    again = Book.of(workbook(sheets_of(read_all(data)))).put(TARGETS, KPI, "数值", "2")
    assert "has the old one; see whether it is to change" not in brought(again, tmp_path).output
    assert brought(again, tmp_path, "--yes").exit_code == 0
    later = Book.of(workbook(sheets_of(read_all(data)))).put(TARGETS, KPI, "数值", "1")
    assert "has the old one; see whether it is to change:\n  指标目标 KPI targets H2（2% → 1% · 2% → 1%）：data/roles/oven-hand.yml:" in \
        brought(later, tmp_path).output


def test_names_and_sentences_of_a_list(data, book, tmp_path):
    expected = by_hand(data, ("name: {zh: 长柄铲, en: Peel}\n", NAMED_ANEW), ("    short: PEEL\n", ""), file="terms.yml")
    sheet = TITLES["terms"]
    book.put(sheet, "peel", "名称（中文）", "木铲").put(sheet, "peel", "名称（英文）", "Wooden peel").put(sheet, "peel", "缩写", "retired")
    result = brought(book, tmp_path, "--yes")
    assert result.exit_code == 0, result.output
    assert written(data) == expected


def test_a_sentence_that_was_not_there_needs_both_languages(data, book, tmp_path):
    sheet = TITLES["terms"]
    result = brought(book.put(sheet, "peel", "定义（中文）", "送面包进炉的长铲。"), tmp_path)
    assert result.exit_code == 1 and "back.xlsx  术语 Terms  G2" in result.output and "还缺英文" in result.output
    assert brought(book.put(sheet, "peel", "定义（英文）", "Puts bread into the oven."), tmp_path, "--yes").exit_code == 0
    assert read_all(data).handbook.terms["peel"].definition.en == "Puts bread into the oven."


def test_what_was_changed_elsewhere_since_is_named_and_not_overwritten(data, book, tmp_path):
    file = data / ROLE
    file.write_text(written(data)[ROLE].replace("value: 2.5,", "value: 3,"), encoding="utf-8")
    before = written(data)
    book.put(TARGETS, "oven-hand/burnt-loaves/count", "数值", "4")  # another row, which merges
    assert brought(book, tmp_path).exit_code == 0
    assert brought(book.put(TARGETS, KPI, "数值", "3"), tmp_path).exit_code == 0  # the same as there
    result = brought(book.put(TARGETS, KPI, "数值", "2"), tmp_path, "--yes")
    assert result.exit_code == 1 and "导出时是“2.5”，现在是“3”，这里写的是“2”" in result.output
    assert written(data) == before


def test_a_sentence_changed_in_one_language_is_named(data, book, tmp_path):
    sheet = TITLES["terms"]
    result = brought(book.put(sheet, "peel", "名称（中文）", "木铲"), tmp_path)
    assert result.exit_code == 0 and "Changed in one language only: 术语 Terms B2; change the other too" in result.output
    assert "run handbook confirm terms/peel once this is written" in result.output
    assert "one language" not in brought(book.put(sheet, "peel", "名称（英文）", "Wooden peel"), tmp_path).output


def test_who_changed_it_since_is_said_where_git_knows(data, book, tmp_path):
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=Wang", "-c", "user.email=w@example.com", *words], cwd=data, check=True, capture_output=True)

    git("init")
    (data / ROLE).write_text(written(data)[ROLE].replace("value: 2.5,", "value: 3,"), encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "3", "--date", "2026-11-20T12:00:00Z")
    result = brought(book.put(TARGETS, KPI, "数值", "2"), tmp_path)
    assert "导出以后Wang（2026-11-20）改过这一格" in result.output and "changed by Wang (2026-11-20) since" in result.output


def test_a_line_is_not_taken_for_another_of_the_same_kpi(data, book, tmp_path):
    """Only its number tells it from the others, and one before it has gone meanwhile."""
    gone = '  - kpi: burnt-loaves\n    measure: share\n    target: {comparator: "<=", reference: industry-average}\n    basis: inferred\n'
    (data / ROLE).write_text(by_hand(data, (gone, ""))[ROLE], encoding="utf-8")
    result = brought(book.put(TARGETS, "oven-hand/burnt-loaves/share/2", "附注（中文）", "看上一年。"), tmp_path)
    assert result.exit_code == 1 and "which is which cannot be told; export anew" in result.output


def test_what_a_rule_refuses_is_told_at_its_cell(data, book, tmp_path):
    before = written(data)
    result = brought(book.put(TARGETS, "oven-hand/flour-return", "单位", "分钟 · minute"), tmp_path, "--yes")
    assert result.exit_code == 1 and f"back.xlsx  {TARGETS}  I6" in result.output and "Traceback" not in result.output
    assert written(data) == before


def test_what_a_rule_says_of_the_other_half_is_told_at_the_one_that_changed(data, book, tmp_path):
    result = brought(book.put(TITLES["roles"], "oven-hand", "一句话定位（中文）", "你守着炉子，烤3次。"), tmp_path)
    assert "back.xlsx  岗位 Roles  D4\n" in result.output and "The 3 of the Chinese is missing in the English" in result.output


def test_an_export_overwrites_nothing(data, tmp_path):
    file = tmp_path / "out.xlsx"
    assert CliRunner().invoke(main, ["export", "xlsx", str(file)]).exit_code == 0
    raw = file.read_bytes()
    for name in (file, tmp_path / "out.csv", data / "in.xlsx"):
        result = CliRunner().invoke(main, ["export", "xlsx", str(name)])
        assert result.exit_code == 2 and len(result.output.splitlines()) == 2
    assert file.read_bytes() == raw and not (data / "in.xlsx").exists()


@pytest.mark.parametrize("way", ["export", "import"])
def test_a_command_without_a_file_says_what_to_write(data, way):
    result = CliRunner().invoke(main, [way, "xlsx"])
    assert result.exit_code == 2 and f"write handbook {way} xlsx handbook.xlsx, say" in result.output
