"""This handbook fits into a workbook, and one that comes back unchanged changes nothing."""
from __future__ import annotations

from macros.editing.sheets.merging import merged
from macros.editing.sheets.reading import read_workbook
from macros.editing.sheets.workbook import sheets_of
from macros.editing.sheets.writing import workbook
from macros.loading.folder import read_all
from tests.places import DATA


def test_the_workbook_of_this_handbook_comes_back_as_it_left(tmp_path):
    loaded = read_all(DATA)
    file = tmp_path / "handbook.xlsx"
    file.write_bytes(workbook(sheets_of(loaded)))
    found = merged(loaded, read_workbook(file), DATA)
    assert not found.asked and not found.mistakes
