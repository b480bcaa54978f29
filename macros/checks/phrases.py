"""Rules on what is no whole sentence: items of lists end without a mark, and English names begin with a capital."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.by_file import Files, file_by_file
from macros.loading.folder import Loaded
from macros.model.records import RECORD_KINDS
from macros.words.problems import Problem

LISTS = {"items", "can", "does", "growth_signals"}  # what is read on from a heading, such as “You will”
ABBREVIATED = re.compile(r"\b[A-Za-z]\.$")  # as in p.m.
ENDS = ("。", "；", ".", ";")
AS_IN_A_SENTENCE = "terms"  # whose English names stand as they would inside one


@file_by_file(lambda _: ())
def items_of_lists_end_open(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """A duty, a step, a line of a level or a signal ends without a full stop."""
    for document in files.values():
        for path, _language, text in document.sentences:
            if text.endswith(ENDS) and not ABBREVIATED.search(text) and len(path) > 2 and path[-3] in LISTS and isinstance(path[-2], int):
                yield document.problem(path, f"列表里的一项句末不加标点；去掉“{text[-1]}”", f"An item of a list ends without a mark; take “{text[-1]}” out")


def names_begin_with_a_capital(loaded: Loaded) -> Iterator[Problem]:
    """An English name that stands alone, as in a heading or an index, begins with a capital."""
    for kind in RECORD_KINDS:
        for id, record in loaded.handbook.of_kind(kind).items() if kind != AS_IN_A_SENTENCE else ():
            name = record.name.en
            if name[:1].islower() and not name[1:2].isupper():  # as in iOS
                right = name[0].upper() + name[1:]
                yield loaded.problem(kind, id, ("name", "en"), f"英文名称第一个字母要大写：{right}", f"An English name begins with a capital: {right}")
