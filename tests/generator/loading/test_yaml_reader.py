"""The reader gives every scalar as it was written and knows where each value and key stands."""
from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading.document import Document, read
from macros.words.problems import MOST_OF_A_FILE, Problems

READING = Path(__file__).parent / "reading"


def document(name: str) -> Document:
    """One of the files beside this test."""
    return read((READING / f"{name}.yml").read_bytes(), f"{name}.yml")


def test_scalars_stay_the_text_that_was_written():
    assert document("scalars").data == {
        "ratio": "1:5",  # plain YAML reads 65
        "time": "12:30:45",
        "answer": "no",  # False
        "switch": "on",
        "nothing": "null",
        "tilde": "~",
        "octal": "010",  # 8
        "hexadecimal": "0x1F",
        "version": "1.10",  # 1.1
        "exponent": "1e3",
        "underscored": "1_000",
        "date": "2026-11-21",
        "quoted": "no",
        "single": "it’s 1:5",
        "empty": "",
        "list": ["yes", "1:5", "1.10"],
        "nested": [{"key": "010"}, ["2026-11-21"]],
        "2026": "a key",
    }


def test_windows_line_ends_are_read_like_any_other():
    found = document("windows-line-ends")
    assert b"\r\n" in (READING / "windows-line-ends.yml").read_bytes(), "the file has lost its line ends; see tests/.gitattributes"
    assert found.data == {"name": "面包", "list": ["a", "b c"], "last": "no"}
    assert found.values[("list", 1)] == (5, 5)
    assert found.values[("last",)] == (6, 7)


@pytest.mark.parametrize("path, key, value", [
    (("名称",), (3, 1), (3, 5)),
    (("outer",), (4, 1), (5, 5)),
    (("outer", "inner", "甲"), (5, 13), (5, 16)),
    (("outer", "inner", "乙"), (5, 19), (5, 22)),
    (("outer", "list", 0), None, (7, 9)),
    (("outer", "list", 1), None, (8, 9)),
    (("outer", "list", 1, "other"), (9, 9), (9, 16)),
])
def test_lines_and_columns(path, key, value):
    found = document("places")
    assert found.keys.get(path) == key
    assert found.values[path] == value


def test_a_problem_stands_at_its_path_or_at_the_nearest_parent_in_the_file():
    found = document("places")
    assert str(found.problem(("outer", "list", 1, "other"), "错", "wrong")) == "places.yml:9:16  outer.list[1].other\n  错\n  wrong"
    assert str(found.problem(("outer", "list", 1, "gone"), "错", "wrong")) == "places.yml:8:9  outer.list[1].gone\n  错\n  wrong"
    assert str(found.problem(("outer", "inner"), "错", "wrong", at_key=True)) == "places.yml:5:5  outer.inner\n  错\n  wrong"
    assert str(found.problem((), "错", "wrong")) == "places.yml:3:1\n  错\n  wrong"


@pytest.mark.parametrize("text, said", [
    ("a: " + "[" * 5000, "Nested more than 16 deep"),
    ("a: " + "{" * 5000, "Nested more than 16 deep"),
    ("a: " + "[{" * 2000 + "}]" * 2000, "Nested more than 16 deep"),
    ("? " * 4000 + "x", "keep a sentence on one line"),
    ("- " * 4000 + "x", "Nested more than 16 deep"),
    ("a: " + "《" * 60_000, "This line has more than 10,000 characters"),
    ("a: " + "9" * 300_000, "This line has more than 10,000 characters"),
    ("a:\n" * 5000, "There are more from here on"),
    ("a：b\n" * 500, "There are more from here on"),
    ("a: \u200b\n" * 500, "There are more from here on"),
], ids=["brackets", "braces", "both", "question marks", "dashes", "titles", "digits", "keys", "colons", "unseen"])
def test_what_no_editor_writes_ends_in_a_report_that_can_be_read(text, said):
    with pytest.raises(Problems) as caught:
        read(text.encode(), "data/units.yml")
    assert said in str(caught.value)
    assert len(caught.value.problems) <= MOST_OF_A_FILE + 1


@pytest.mark.parametrize("raw, said", [
    ("a: b\nc: d\n".encode("utf-16-le"), "The file is UTF-16"),
    ("a: b\nc: d\n".encode("utf-16-be"), "The file is UTF-16"),
    (b"a: b\rc: d\r", "The line ends are of another kind (CR); save the file with LF"),
    (b"a: b\r\r\nc: d\r\r\n", "The line ends are of another kind (CR); save the file with LF"),
    ("a: 店\ufffd\n".encode(), "A character was lost here when the encoding was converted"),
], ids=["little-endian", "big-endian", "old Mac", "converted twice", "lost"])
def test_what_a_text_editor_makes_of_a_file_is_said_once(raw, said):
    with pytest.raises(Problems) as caught:
        read(raw, "data/units.yml")
    assert [said in problem.en for problem in caught.value.problems] == [True]
