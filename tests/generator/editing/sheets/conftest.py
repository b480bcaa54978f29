from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.editing.sheets.workbook import sheets_of
from macros.editing.sheets.writing import workbook
from macros.loading.folder import read_all
from tests.generator.editing.sheets.books import Book
from tests.places import BAKERY


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook, which the commands take."""
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    monkeypatch.setenv("HANDBOOK_DATA", str(folder))
    return folder


@pytest.fixture
def book(data) -> Book:
    """Its workbook."""
    return Book.of(workbook(sheets_of(read_all(data))))
