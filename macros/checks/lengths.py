"""Rules on how much stands in one place: names fit a line, words a word, and lists what a person reads."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from macros.checks.by_file import Files, file_by_file
from macros.loading.document import Document
from macros.loading.house_style import STYLE
from macros.words.problems import IS_ALL, Path, Problem

LONGEST_NAME = {"zh": 60, "en": 120}
LONGEST_TITLE = {"zh": 150, "en": 300}  # of a document, a heading or a page, as others have it
LONGEST_TEXT = {"zh": 1000, "en": 3000}
LONGEST_LIST = 200
RUN = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef—–/-]{61,}")  # letters without a place to break the line
TITLES = frozenset({"title", "sections"})
NAMES = frozenset({"name", "short_title", "unit_name", "after"})


@file_by_file(lambda _: ())
def nothing_is_too_long_to_read(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """Names, texts, words and lists have a length that a page can show and a person can read."""
    for name, document in files.items():
        if document.data is None or name == STYLE:
            continue
        for path, language, text in document.sentences:
            most = (LONGEST_TITLE if TITLES.intersection(path) else LONGEST_NAME if _is_name(path) else LONGEST_TEXT)[language]
            if len(text) > most:
                problem = document.problem(path, f"这里有{len(text)}个字符，最多{most}个；缩短",
                                           f"{len(text)} characters stand here, at most {most}; shorten it")
                yield replace(problem, cause=IS_ALL)
            elif run := RUN.search(text):
                yield document.problem(path, f"“{run[0]}”连着{len(run[0])}个字符，中间没有断开，页面放不下；缩短或分开",
                                       f"“{run[0]}” has {len(run[0])} characters without a break, too many for a page; shorten or part it")
        yield from _long_lists(document, document.data, ())


def _is_name(path: Path) -> bool:
    return path[-2] in NAMES or path[-3:-2] == ("aliases",)


def _long_lists(document: Document, value: object, path: Path) -> Iterator[Problem]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _long_lists(document, inner, (*path, key))
    elif isinstance(value, list):
        if len(value) > LONGEST_LIST:
            yield document.problem(path, f"这个列表有{len(value)}项，最多{LONGEST_LIST}项；删去重复的，或分成几处",
                                   f"The list has {len(value)} entries, at most {LONGEST_LIST}; leave some out, or put them in several places")
            return
        for number, inner in enumerate(value):
            yield from _long_lists(document, inner, (*path, number))
