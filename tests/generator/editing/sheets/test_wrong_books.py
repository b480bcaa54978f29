"""A workbook that cannot be taken in is refused with a sentence at the place, in both languages, and nothing is written."""
from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.editing.sheets.wording import MATRIX, TARGETS, TITLES
from macros.editing.sheets.workbook import MEMORY, sheets_of
from macros.editing.sheets.writing import workbook
from macros.loading.folder import read_all
from tests.generator.editing.sheets.books import Book, Formula, Spoil
from tests.places import BAKERIES

ROW = "oven-hand/burnt-loaves/share/1"
TERMS = TITLES["terms"]


def rename(book: Book, old: str, new: str) -> None:
    book.sheets = {new if name == old else name: rows for name, rows in book.sheets.items()}


def head(book: Book, sheet: str, old: str, new: str) -> None:
    down, across = book.place(sheet, "编号 · Id", old)
    book.sheets[sheet][down][across] = new


def spoil_id(book: Book, new: str) -> None:
    down, across = book.place(TERMS, "sourdough", "编号")
    book.sheets[TERMS][down][across] = new


WRONG: dict[str, tuple[Spoil, str, str]] = {
    "sheet missing": (lambda book: book.sheets.pop(TARGETS), TARGETS, "This sheet is missing; put it back, or export anew"),
    "sheet renamed": (lambda book: rename(book, TERMS, "术语 Terms 2"), TERMS, "This sheet is missing; is it “术语 Terms 2”? Give it back its name"),
    "column renamed": (lambda book: head(book, TERMS, "缩写", "简称 · Short"), "D1",
                       "The heading “缩写 · Abbreviation” is missing; change “简称 · Short” back to it"),
    "column twice": (lambda book: head(book, TERMS, "缩写", "类别 · Kind"), "D1",
                     "The heading “缩写 · Abbreviation” is missing; change “类别 · Kind” back to it"),
    "column doubled": (lambda book: book.sheets[TERMS][0].append("类别 · Kind"), "I1", "Two columns have the heading “类别 · Kind”; delete the one too many"),
    "column of one’s own": (lambda book: book.sheets[TERMS][0].append("备注"), "I1",
                            "There is no column “备注”; delete it, and keep remarks in a sheet of their own"),
    "formula": (lambda book: book.put(TARGETS, ROW, "数值", Formula("=1+1")), "H2", "This is a formula; put what it comes to in its place"),
    "formula in a cell for reading": (lambda book: book.put(TERMS, "peel", "停用", Formula("=A1")), "H2", "This is a formula"),
    "merged": (lambda book: book.merged.append((TERMS, "B2:B3")), "B2", "This cell is merged up to B3; unmerge it and write each cell"),
    "time": (lambda book: book.put(TARGETS, "oven-hand/flour-return", "数值", datetime.time(1, 5)), "H6",
             "This became a time; set the cell to text and write it again, a ratio as 1:5"),
    "date": (lambda book: book.put(TARGETS, ROW, "数值", datetime.date(2026, 3, 5)), "H2", "This became a date; set the cell to text and write it again"),
    "logical value": (lambda book: book.put(TARGETS, ROW, "数值", True), "H2", "This became a logical value; write it as text"),
    "blank at the end": (lambda book: book.put(TERMS, "peel", "名称（英文）", "Wooden peel "), "C2", "write “Wooden peel”"),
    "no-break space": (lambda book: book.put(TERMS, "peel", "名称（英文）", "Wooden\u00a0peel"), "C2", "write “Wooden peel”"),
    "line break": (lambda book: book.put(TERMS, "peel", "名称（英文）", "Wooden\npeel"), "C2",
                   "There is a line break in the cell; write it in one line: “Wooden peel”"),
    "line break in Chinese": (lambda book: book.put(TERMS, "peel", "名称（中文）", "长柄\n铲"), "B2", "write it in one line: “长柄铲”"),
    "invisible": (lambda book: book.put(TERMS, "peel", "名称（英文）", "Wooden\u200bpeel"), "C2", "An invisible character, U+200B; delete it"),
    "full-width number": (lambda book: book.put(TARGETS, ROW, "数值", "２．５"), "H2", "Write the number as “2.5”"),
    "thousands and per cent": (lambda book: book.put(TARGETS, ROW, "数值", "1,000%"), "H2", "Write the number as “1000”"),
    "number with its unit": (lambda book: book.put(TARGETS, ROW, "数值", "48小时"), "H2", "Write the number as “48”"),
    "no number": (lambda book: book.put(TARGETS, ROW, "数值", "3到5"), "H2", "“3到5” is no number; write one such as 80 or 1.5, and a ratio as 1:5"),
    "percentage": (lambda book: book.put(TARGETS, ROW, "数值", 0.8), "H2", "Set the cell to text and write 80 for 80 %, or the number itself"),
    "no choice": (lambda book: book.put(TERMS, "peel", "类别", "工具类"), "E2",
                  "“工具类” is not one of the choices; take one from the list of the cell, such as “工具 · Tools”"),
    "no choice, and like none": (lambda book: book.put(TARGETS, ROW, "比较", "≈"), "G2", "from the list of the cell, such as “不低于（≥） · at least”"),
    "no level": (lambda book: book.put(MATRIX, "fire", "看炉工", "执行"), "执行，必备 · Execute, essential", "is not one of the choices"),
    "emptied": (lambda book: book.put(TERMS, "peel", "缩写", ""), "D2",
                "This cell held “PEEL” and is empty now. Is it to go? Put it back, or write “停用 · retired” to take it away"),
    "emptied name": (lambda book: book.put(TERMS, "peel", "名称（中文）", ""), "B2", "Is it to go? Put it back\n"),
    "name retired": (lambda book: book.put(TERMS, "peel", "名称（中文）", "停用"), "B2", "This has to say something and cannot be retired; write it"),
    "for reading": (lambda book: book.put(TARGETS, ROW, "岗位 ", "别的"), "E2", "This column is for reading; change it back to “看炉工 · Oven hand”"),
    "retired without what follows": (lambda book: book.put(TERMS, "peel", "停用", "retired"), "H2", "say what follows it: “retired → id”"),
    "retired for nobody": (lambda book: book.put(TERMS, "peel", "停用", "停用 → shovel"), "H2", "There is no term “shovel”"),
    "retired for itself": (lambda book: book.put(TERMS, "peel", "停用", "停用→peel"), "H2", "“peel” cannot follow itself"),
    "retired for several": (lambda book: book.put(TITLES["competencies"], "dough", "停用", "停用 → fire、dough"), "G2", "cannot follow itself"),
    "retired for several with parts": (lambda book: book.put(TITLES["roles"], "oven-hand", "停用", "停用 → crust-brander、fire-lighter"), "J4",
                                     "is retired already"),
    "retired on no day": (lambda book: book.put(TERMS, "peel", "停用", "2026-13-01 → sourdough"), "H2",
                          "There is no day “2026-13-01”; write it like 2026-12-01"),
    "retired on a day for nobody": (lambda book: book.put(TERMS, "peel", "停用", "2026/12/1"), "H2", "or “2026-12-01 → id”"),
    "retired where a KPI that only informs says so": (lambda book: book.put(TARGETS, ROW, "用途", "停用"), "Y2", "for a KPI no longer used, write “停用"),
    "retired where a KPI says on what it stands": (lambda book: book.put(TARGETS, ROW, "依据", "retired"), "Z2", "take one from the list of the cell"),
    "retired where nothing is stated": (lambda book: book.put(TARGETS, "crust-brander/flour-return", "数值", "停用"), "H7",
                                        "This says “没有写 · not stated” already; for a KPI no longer used"),
    "retired where nothing stands": (lambda book: book.put(TARGETS, ROW, "满分", "停用"), "Q2", "There is nothing here to take away; empty the cell"),
    "to come": (lambda book: book.put(TERMS, "peel", "名称（英文）", "…"), "C2", "“…” says nothing; write what belongs here, or put “Peel” back"),
    "to come where nothing was": (lambda book: book.put(TERMS, "peel", "定义（英文）", "..."), "G2", "“...” says nothing; write what belongs here, or empty"),
    "retired already": (lambda book: book.put(TITLES["roles"], "fire-lighter", "停用", "停用 → crust-brander"), "J3", "This record is retired already"),
    "row deleted": (lambda book: book.sheets[TERMS].pop(1), TERMS,
                    "The row “peel” is missing. Nothing is deleted that way: put it back, and write “retired → id” in its last column to take it out of use"),
    "target deleted": (lambda book: book.sheets[TARGETS].pop(1), TARGETS, "put it back, and write “停用 · retired” in its last column to take it away"),
    "id twice": (lambda book: spoil_id(book, "peel"), "A3", "The id “peel” stands in row 2 already; delete the row too many"),
    "id unknown": (lambda book: spoil_id(book, "sour-dough"), "A3", "There is no id “sour-dough”; write “sourdough”"),
    "id with blanks": (lambda book: spoil_id(book, "　sourdough "), "A3",
                       "There is no id “␣␣sourdough ”, with stray blanks or full-width characters; write “sourdough”"),
    "id in full width": (lambda book: spoil_id(book, "ｓourdough"), "A3", "1 problem in the workbook"),
    "rows above the headings": (lambda book: book.sheets.__setitem__(TERMS, [["术语表", *[""] * 7], [""] * 8, *book.sheets[TERMS]]), "A3",
                                "The headings stand in row 3 and belong in row 1; delete the 2 rows above them"),
    "new row of a kind that is not begun": (lambda book: book.add(TITLES["stages"], "master"), "A4", "Nothing can be added to this kind here"),
    "new row with no id": (lambda book: book.add(TERMS, "Whisk of straw"), "A5", "“Whisk of straw” is not an id"),
    "new row with a blank": (lambda book: book.add(TERMS, "whisk "), "A5", "write “whisk”"),
    "new row with an id that its own list refuses": (lambda book: book.add(TITLES["competencies"], "AI写作").add(MATRIX, "AI写作"), "A4",
                                                     "“AI写作” has to be mended in “能力 Competencies” first; write the id here that it has there then"),
    "new row twice": (lambda book: book.add(TERMS, "whisk").add(TERMS, "whisk"), "A6", "The same as row 5; delete one of them"),
    "new target of nobody": (lambda book: book.add(TARGETS, "baker", "flour-return"), "A8", "“baker” is no role; it is a stage"),
    "new target by a name": (lambda book: book.add(TARGETS, "看炉工", "flour-return"), "A8", "“看炉工” is a name; write the id here: oven-hand"),
    "new target of nothing": (lambda book: book.add(TARGETS, "oven-hand", "flour-returns"), "B8", "the nearest is “flour-return”"),
    "new target by no measure": (lambda book: book.add(TARGETS, "oven-hand", "burnt-loaves", "weight"), "C8",
                                 "“burnt-loaves” has no measure “weight”; it has: share, count"),
    "new target without its unit": (lambda book: book.add(TARGETS, "crust-brander", "burnt-loaves", "share", 数值="3"), "H8",
                                    "Fill in the whole target: comparison, value, unit and period"),
    "new target without its period": (lambda book: book.add(TARGETS, "crust-brander", "burnt-loaves", "share", 比较="等于 · exactly", 数值="3",
                                                            单位="百分比 · percent"), "J8", "choose under Period (“没有写 · not stated” where"),
    "target that points the other way": (lambda book: book.put(TARGETS, ROW, "比较", "不低于（≥） · at least"), "G2", "choose the opposite under Comparison"),
    "target without its comparison": (lambda book: book.put(TARGETS, ROW, "比较", "停用"), "G2", "choose one under Comparison, such as “at least”"),
    "target without its unit": (lambda book: book.put(TARGETS, ROW, "单位", "停用"), "I2", "The unit is missing; choose one under Unit"),
    "new target by one of several measures": (lambda book: book.add(TARGETS, "crust-brander", "burnt-loaves"), "C8",
                                              "“burnt-loaves” has several measures; write the id of one: share, count"),
    "new target by the title of a document": (lambda book: book.add(TARGETS, "crust-brander", "burnt-loaves", "share", 出处="炉边守则 2.1"), "AA8",
                                              "write “炉边守则 2.1” as “oven-book#2.1”"),
    "new target of no KPI": (lambda book: book.add(TARGETS, "oven-hand"), "B8", "Write the id of the KPI"),
    "new target with a line": (lambda book: book.add(TARGETS, "oven-hand", "burnt-loaves", "count", "2"), "D8", "leave it empty in a new row"),
    "new competency that is none": (lambda book: book.add(MATRIX, "kneading"), "A4", "There is no competency “kneading”"),
    "row without id": (lambda book: book.sheets[TERMS].append(["", "刷子", *[""] * 6]), "A5", "This row has no id"),
    "remark beside": (lambda book: book.sheets[TERMS][1].append("问一问小王"), "I2", "This column has no heading; delete what stands here"),
    "no export": (lambda book: book.sheets.pop(MEMORY), "This workbook was not made by “handbook export xlsx”", "export anew and make the changes there"),
    "another version": (lambda book: book.sheets[MEMORY][0].__setitem__(1, "0"), "exported by another version", "export anew and make the changes there"),
    "far away": (lambda book: book.stray.append((TERMS, "H1000000")), "H1000000 of the sheet “术语 Terms” lies too far out", "delete its row or column"),
}


def refused(data: Path, file: Path) -> str:
    """What is said of a workbook; 2 is for a file that is none, 1 for what is wrong in it."""
    before = {one: one.read_bytes() for one in data.rglob("*.yml")}
    result = CliRunner().invoke(main, ["import", "xlsx", str(file), "--yes"])
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == (1 if "in the workbook; nothing is written." in result.output else 2)
    assert {one: one.read_bytes() for one in data.rglob("*.yml")} == before
    return result.output


@pytest.mark.parametrize("spoil, place, sentence", WRONG.values(), ids=WRONG)
def test_a_wrong_workbook(data, tmp_path, spoil, place, sentence):
    book = Book.of(workbook(sheets_of(read_all(data))))
    spoil(book)
    said = refused(data, book.save(tmp_path / "back.xlsx"))
    assert place in said and sentence in said, said


@pytest.mark.parametrize("name, raw", [("none.xlsx", None), ("old.xls", b"x"), ("text.xlsx", b"a,b"), ("cut.xlsx", b"PK\x03\x04half")])
def test_what_is_no_workbook(data, tmp_path, name, raw):
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    said = refused(data, tmp_path / name)
    assert name in said and len(said.splitlines()) == 2


def test_a_workbook_of_another_handbook(data, tmp_path):
    file = tmp_path / "other.xlsx"
    file.write_bytes(workbook(sheets_of(read_all(BAKERIES))))
    assert "exported from another handbook" in refused(data, file)


def test_a_cell_that_no_sheet_has_is_refused_before_memory_is_asked_for(data, tmp_path):
    file = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(io.BytesIO(workbook(sheets_of(read_all(data))))) as packed, zipfile.ZipFile(file, "w") as odd:
        for name in packed.namelist():
            odd.writestr(name, packed.read(name).replace(b'r="A2"', b'r="ZZZZ99999999"'))
    assert "no Excel workbook that can be read" in refused(data, file)
