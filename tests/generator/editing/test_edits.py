"""Edits of files: the right value, and no other line touched, on every file of the example handbooks."""
from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.editing.edits import Add, CannotEdit, Edit, Insert, Put, Remove, Rename, edited
from macros.editing.spans import children, spans
from macros.words.problems import Problems
from tests.places import BAKERIES, ROOT, SMALLEST

FILES = [file for folder in (BAKERIES, SMALLEST, ROOT / "samples") for file in sorted(folder.rglob("*.yml")) if "many" not in file.as_posix()]
TEXT = """\
# 面包师 · Baker
name:
  zh: 面包师
  en: "Baker: the one"

# 备注 · A remark
lines:
  - zh: 一早开炉
    en: Lights the oven
  # 第二项 · The second
  - zh: 和面
    en: Kneads
    # 深一层 · deeper
tags: [dough, crust]
none: []
"""
SENTENCE: dict[str, str] = {"zh": "摆好 面包", "en": "Lays out the bread"}


def lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that go and those that come, where what changes is in one place."""
    was, will = old.splitlines(), new.splitlines()
    while was and will and was[0] == will[0]:
        del was[0], will[0]
    while was and will and was[-1] == will[-1]:
        del was[-1], will[-1]
    return was, will


@pytest.mark.parametrize(("edit", "gone", "come"), [
    (Put(("name", "zh"), "学徒"), ["  zh: 面包师"], ["  zh: 学徒"]),
    (Put(("name", "zh"), "学徒: 二"), ["  zh: 面包师"], ['  zh: "学徒: 二"']),
    (Put(("name", "en"), "Apprentice"), ['  en: "Baker: the one"'], ['  en: "Apprentice"']),
    (Put(("tags",), "dough"), ["tags: [dough, crust]"], ["tags: dough"]),
    (Put(("none",), [SENTENCE]), ["none: []"], ["none:", "  - zh: 摆好 面包", "    en: Lays out the bread"]),
    (Rename(("tags",), "words"), ["tags: [dough, crust]"], ["words: [dough, crust]"]),
    (Add((), "retired", {"on": "2026-02-01", "replaced_by": ["a", "b"]}), [], ["retired: {on: 2026-02-01, replaced_by: [a, b]}"]),
    (Add((), "essence", SENTENCE, "name"), [], ["essence:", "  zh: 摆好 面包", "  en: Lays out the bread", ""]),
    (Insert(("tags",), "a, b"), ["tags: [dough, crust]"], ['tags: [dough, crust, "a, b"]']),
    (Insert(("lines",), SENTENCE), [], ["  - zh: 摆好 面包", "    en: Lays out the bread"]),
    (Remove(("tags", 0)), ["tags: [dough, crust]"], ["tags: [crust]"]),
    (Remove(("lines", 1)), ["  # 第二项 · The second", "  - zh: 和面", "    en: Kneads", "    # 深一层 · deeper"], []),
    (Remove(("lines", 0, "zh")), ["  - zh: 一早开炉", "    en: Lights the oven"], ["  - en: Lights the oven"]),
    (Remove(("lines",)), TEXT.splitlines()[5:13], []),
], ids=lambda one: type(one).__name__ if not isinstance(one, list) else "")
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_an_edit_changes_its_own_lines_and_keeps_line_ends(edit: Edit, gone: list[str], come: list[str], end: str):
    old = TEXT.replace("\n", end)
    new = edited(old, [edit])
    assert lines(old, new) == (gone, come)
    assert new.count("\n") == new.count(end)


@pytest.mark.parametrize("edit", [Put(("nobody",), "x"), Add((), "name", "x"), Rename(("tags",), "none"), Remove(("lines", 7)), Remove(("tags", "dough"))])
def test_what_is_not_there_cannot_be_edited(edit: Edit):
    with pytest.raises(CannotEdit):
        edited(TEXT, [edit])


ODD = ["*重要*", "# 一", "- 一", "yes", "1:5", "“引号”", "a # b", "a: b", "[一]", "'", '"', " 空 ", "", "@x", "5%", "{a}", "x,y", "\\n"]


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("path", [("name", "zh"), ("name", "en"), ("tags", 0), ("lines", 0, "zh")])
def test_a_text_is_quoted_where_it_must_be(path: tuple, value: str):
    try:
        assert edited(TEXT, [Put(path, value)])
    except Problems as refused:  # what no file may say in any way of writing
        assert value == "\\n", refused


def random_edits(text: str, number: int, seed: int) -> Iterator[Edit]:
    """Edits of any kind in any place of a text; the same for the same seed."""
    found = spans(text)
    draw = random.Random(seed)
    paths = sorted((path for path in found if path), key=str)
    words = ["一二", "a b", "a: b", "一，二", "[x]", "x, y", "12", "# x", "it’s", "that's", 'say "x"', "word"]
    values = [*words, ["a-b", "c"], {"zh": "一 二", "en": "One: two"}, [{"zh": "一 二", "en": "One, two"}]]
    for _ in range(number):
        path = draw.choice(paths)
        span, parent = found[path], found[path[:-1]]
        kind = draw.choice(["put", "put", "rename", "add", "insert", "remove"])
        if kind == "rename" and span.key:
            yield Rename(path, f"new-{draw.randrange(99)}")
        elif kind == "add" and parent.shape == "map":
            yield Add(path[:-1], "new", draw.choice(values), draw.choice([str(path[-1]), None]))
        elif kind == "insert" and parent.shape == "list":
            yield Insert(path[:-1], draw.choice(values), draw.choice([int(path[-1]), None]))
        elif kind == "remove" and (len(path) > 1 or len(children(found, ())) > 1):
            yield Remove(path)
        else:
            yield Put(path, draw.choice(values if draw.random() < 0.3 or span.shape != "scalar" else words))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_random_edits_give_the_right_data_and_touch_no_other_line(file: Path):
    text = file.read_bytes().decode()
    for edit in random_edits(text, 25, seed=len(text)):
        new = edited(text, [edit])          # compared with the same edit of the values in there
        found, gone = spans(text), lines(text, new)[0]
        if isinstance(edit, (Add, Insert)) and not found[edit.path].flow:
            assert not gone, edit
            continue
        span = found[edit.path]
        whole = text.splitlines()
        first, last = text.count("\n", 0, span.begins), text.count("\n", 0, span.end)
        while first and (not whole[first - 1].strip() or whole[first - 1].lstrip().startswith("#")):
            first -= 1
        beside = children(found, edit.path[:-1]) if isinstance(edit, Remove) else []
        if len(beside) == 1:
            first, last = (text.count("\n", 0, place) for place in (found[edit.path[:-1]].begins, found[edit.path[:-1]].end))
        elif beside and beside[0] == edit.path:  # the next may move up behind the dash
            last = text.count("\n", 0, found[beside[1]].end)
        while last + 1 < len(whole) and (not whole[last + 1].strip() or whole[last + 1].lstrip().startswith("#")):
            last += 1
        start = next((number for number, (a, b) in enumerate(zip(whole, new.splitlines(), strict=False)) if a != b), first)
        assert first <= start and start + len(gone) <= last + 1, edit
