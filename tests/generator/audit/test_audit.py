"""The audit is believed: what is not found, not run or not tried is never told as well."""
from __future__ import annotations

from dataclasses import replace

import pytest

from tests.audit.__main__ import table
from tests.audit.row import Row
from tests.audit.selections import ran
from tests.audit.sites import SITES, unplanted

HERE, ELSEWHERE = (replace(SITES[0], name=name) for name in ("here", "elsewhere"))
TESTS = """
import pytest
def test_well(record_property): record_property("tried", 3)
def test_also(record_property): record_property("tried", 4)
def test_bad(): assert 1 == 2
@pytest.mark.skip(reason="no such browser")
def test_later(): pass
"""


def test_a_checker_that_misses_what_is_planted_in_one_site_is_told():
    found = {"/here/planted.html:1: no alt", "/elsewhere/zh/index.html:2: bad"}
    missed = "Nu has not found what is planted in elsewhere"
    assert unplanted("Nu", found, "planted.html", (HERE, ELSEWHERE)) == ("/elsewhere/zh/index.html:2: bad", missed)
    assert unplanted("Nu", found, "planted.html", (HERE,)) == ("/elsewhere/zh/index.html:2: bad",)


@pytest.mark.parametrize("row, state", [
    (Row("a", "1"), "ok"), (Row("a", "1", ("bad",), ("later",)), "FAULTS"),
    (Row("a", "1", (), ("later",)), "ok, in part"), (Row("a", "", (), ("later",)), "NOT RUN"),
])
def test_what_was_not_run_is_not_called_ok(row: Row, state: str):
    assert row.state == state and table([row]).count("later") == (len(row.not_run))


def test_tests_that_are_run_again_are_counted(tmp_path):
    (tmp_path / "test_it.py").write_text(TESTS, encoding="utf-8")
    run = ran(str(tmp_path))
    assert (run.passed, run.tallied["tried"]) == (2, 7)
    (failed,), (skipped,) = run.failed, run.skipped
    assert failed.endswith("test_bad: assert 1 == 2") and skipped.endswith("test_later: no such browser")


def test_where_there_are_no_tests_nothing_went_well(tmp_path):
    assert ran(str(tmp_path)).failed
