"""The line of a mistake is shown as it stands, shortened and harmless, with the caret under its place."""
from __future__ import annotations

import pytest

from macros.words.excerpts import WIDEST, excerpt, harmless
from macros.words.problems import Problem


@pytest.mark.parametrize("written, column, shown", [
    ("  zh: Baker", 3, ["  7 |   zh: Baker", "    |   ^"]),
    ("  zh: 面包师，师傅", 10, ["  7 |   zh: 面包师，师傅", "    |             ^"]),
    ("  zh: 面包师", 10, ["  7 |   zh: 面包师", "    |             ^"]),  # after the end
    ("\u3000zh: a", 1, ["  7 | ␣␣zh: a", "    | ^"]),
    ("a\u00a0b\x1b[31m\u202ec", 4, ["  7 | a␣b␣[31m␣c", "    |    ^"]),
])
def test_the_caret_stands_under_its_place(written, column, shown):
    assert excerpt(7, column, written) == shown


@pytest.mark.parametrize("column", [1, 200, 399, 400])
def test_a_long_line_is_cut_around_the_place(column):
    written = "".join(chr(ord("a") + number % 26) for number in range(400))
    line, caret = excerpt(12, column, written)
    assert len(line) <= WIDEST + len("  12 | ……")
    assert line[caret.index("^")] == written[column - 1]


def test_a_line_that_is_empty_or_not_known_is_not_shown():
    assert excerpt(1, 1, "") == excerpt(3, 1, "  ") == []


def test_no_order_reaches_the_terminal():
    assert harmless("两\x1b]0;x\x07行\r\n第二\u200b行") == "两␣]0;x␣行␣\n第二␣行"


def test_a_message_quotes_a_long_value_shortened_and_without_what_a_terminal_would_obey():
    problem = Problem("data/x.yml", 1, 1, "", f"没有“{'x' * 500}”；写成“a”", f"There is no “\x1b[31m{'é' * 70}”")
    assert problem.zh == f"没有“{'x' * 59}…”；写成“a”"
    assert problem.en == f"There is no “␣[31m{'é' * 54}…”"
