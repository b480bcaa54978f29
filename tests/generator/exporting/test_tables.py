"""The tables and the workbook: what stands in them, that a spreadsheet computes nothing of them, and that they say the same."""
from __future__ import annotations

import csv
import io

import pytest
from python_calamine import CalamineWorkbook

from macros.exporting.files import api_files
from macros.exporting.tables import tables
from macros.loading.folder import load
from macros.model.public import public
from macros.views.spreadsheets import as_csv
from tests.places import BAKERIES, BAKERY

NAMES = ["roles", "competencies", "kpis", "requirements", "matrix"]


@pytest.fixture(scope="module")
def bakery():
    return load(BAKERIES, ())


def made(handbook, url=""):
    return {one.path.removeprefix("api/v1/"): one.content for one in api_files(handbook, url)}


def lines(raw):
    assert raw.startswith(b"\xef\xbb\xbf"), "by which Excel knows UTF-8"
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))


def test_there_are_five_tables_and_a_line_for_each_record_in_use_or_pair(bakery):
    found = {name: lines(made(bakery)[f"{name}.csv"]) for name in NAMES}
    assert [one["id"] for one in found["roles"]] == [one.id for one in bakery.ordered_roles]
    assert len(found["competencies"]) == len(bakery.used("competencies")) == len(found["matrix"])
    assert len(found["kpis"]) == sum(len(one.measures) for one in bakery.used("kpis"))
    assert len(found["requirements"]) == sum(len(one.competencies) for one in bakery.ordered_roles)


def test_the_matrix_has_the_step_of_the_level_that_the_requirement_names(bakery):
    found = {(role, line["competency"]): cell for line in lines(made(bakery)["matrix.csv"]) for role, cell in line.items()}
    for line in lines(made(bakery)["requirements.csv"]):
        assert found[line["role"], line["competency"]] == line["step"]
        assert [*bakery.levels][int(line["step"]) - 1] == line["level"] and line["need"] in ("essential", "useful")


def test_both_languages_stand_side_by_side_with_ids_and_addresses():
    tiny = load(BAKERY, ())
    (line,) = (one for one in lines(made(tiny, "https://bakery.example/")["competencies.csv"]) if one["id"] == "dough")
    record = tiny.competencies["dough"]
    assert (line["name_zh"], line["name_en"], line["kind"]) == (record.name.zh, record.name.en, record.kind)
    assert line["url_en"] == "https://bakery.example/en/competencies/dough/" and lines(made(tiny)["competencies.csv"])[0]["url_en"] == ""
    level, said = next(iter(record.levels.items()))
    assert line[f"level_{level}_en"] == "; ".join(one.en for one in said.can)


def test_a_cell_that_would_be_computed_is_text():
    assert as_csv(["a"], [["=1+1"], ["－5"], ["5"], [5]]).split() == ["\ufeffa", "'=1+1", "'－5", "5", "5"]


@pytest.mark.parametrize("edition", [lambda whole: whole, public], ids=["internal", "public"])
def test_the_workbook_has_a_sheet_for_each_table_with_the_same_cells_and_the_same_bytes(bakery, edition):
    handbook = edition(bakery)
    raw = made(handbook)["handbook.xlsx"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    assert book.sheet_names == NAMES and raw == made(handbook)["handbook.xlsx"]
    for table in tables(handbook, ""):
        width = len(table.columns)
        grid = [[*row, *[""] * (width - len(row))] for row in book.get_sheet_by_name(table.name).to_python()]
        assert grid == [[*table.columns], *([*row] for row in table.rows)], table.name
