"""How a workbook looks to the program that opens it."""
from __future__ import annotations

import io
import re
import zipfile

import pytest

from macros.editing.sheets.wording import MATRIX, READ_ME, RETIRED, TARGETS, TITLES
from macros.editing.sheets.workbook import MEMORY, sheets_of
from macros.editing.sheets.writing import CHOICES, workbook
from macros.loading.folder import read_all
from tests.generator.editing.sheets.books import Book
from tests.places import BAKERY


@pytest.fixture(scope="module")
def raw() -> bytes:
    return workbook(sheets_of(read_all(BAKERY)))


@pytest.fixture(scope="module")
def parts(raw) -> dict[str, str]:
    """The XML of each sheet by its title."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        titles = re.findall(r'<sheet name="([^"]+)"', packed.read("xl/workbook.xml").decode())
        return {title: packed.read(f"xl/worksheets/sheet{number}.xml").decode() for number, title in enumerate(titles, 1)}


def test_the_first_sheet_says_what_may_be_changed_and_the_last_ones_are_hidden(parts, raw):
    assert list(parts)[:3] == [READ_ME, MATRIX, TARGETS] and list(parts)[-2:] == [CHOICES, MEMORY]
    said = [" ".join(map(str, row)) for row in Book.of(raw).sheets[READ_ME]]
    assert any(RETIRED in line for line in said)
    assert all(any(title in line for line in said) for title in list(parts)[1:-2])
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        assert packed.read("xl/workbook.xml").decode().count('state="veryHidden"') == 2
        assert b"<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_every_sheet_is_locked_without_a_password_and_its_ids_stay_in_sight(parts):
    assert all("<sheetProtection" in one and "password" not in one for one in parts.values())
    assert '<pane xSplit="6" ySplit="1"' in parts[TARGETS] and '<pane xSplit="1" ySplit="1"' in parts[TITLES["roles"]]


def test_choices_are_lists_of_the_cell(parts, raw):
    book = Book.of(raw)
    lists = dict(re.findall(r'sqref="([A-Z]+)2:[A-Z]+[0-9]+">.*?<formula1>[^$]*\$([A-Z]+)\$1:', parts[TARGETS]))
    column = ord(lists["I"]) - ord("A")
    assert book.sheets[TARGETS][0][8] == "单位 · Unit"
    assert [row[column] for row in book.sheets[CHOICES] if row[column]] == [
        "百分比 · percent", "比值 · ratio", "分钟 · minutes", "小时 · hours", "天 · days", "月 · months", "年 · years", "数量 · count", "元 · CNY",
        "没有写 · not stated", RETIRED,
    ]
    assert len(re.findall("<dataValidation ", parts[MATRIX])) == 2  # a column for each role in use


def test_everything_is_text(parts):
    assert not re.search(r"<f>|<c [^>]*(?<! t=\"s\")><v>", parts[TARGETS])
