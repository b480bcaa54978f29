"""`handbook health`: reviews, points to confirm, what nothing uses, and what rests on what; as Markdown and as a table."""
from __future__ import annotations

import csv
import datetime
import io
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.loading.folder import load
from macros.model.health import health
from macros.model.record import Item
from tests.places import BAKERIES

DAY = "2027-09-01"  # when everything in the bakery is to be reviewed


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A handbook that can be edited."""
    return Path(shutil.copytree(BAKERIES, tmp_path / "data"))


def told(copy: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["health", "--data", str(copy), *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_what_is_due_is_listed_by_the_day_that_is_given(copy):
    assert "30天内没有要复核的。Nothing is to be reviewed within 30 days." in told(copy, "--on", "2026-09-02")
    assert "## 磨坊巷总店 · " in told(copy, "--on", DAY) and "30天内到期 · Due within 30 days" in told(copy, "--on", DAY)
    assert CliRunner().invoke(main, ["health", "--data", str(copy)]).exit_code == 2, "the clock is never asked"


def test_a_competency_of_no_role_is_told_until_a_role_asks_for_it(handbook, copy):
    used = health(handbook, datetime.date(2026, 9, 2), 30).unused.get("competencies", ())
    assert all(one.id not in handbook.roles_by_competency for one in used)
    (first, *_) = handbook.roles_by_competency
    for file in (copy / "roles").glob("*.yml"):
        lines = file.read_text(encoding="utf-8").splitlines(True)
        file.write_text("".join(line for line in lines if f"competency: {first}," not in line), encoding="utf-8")
    assert f"`data/competencies/{first}.yml`" in told(copy, "--on", DAY)


def test_every_statement_is_counted_under_what_it_rests_on(handbook):
    found = health(handbook, datetime.date(2026, 9, 2), 30).bases
    role = next(iter(handbook.roles.values()))
    items = [item for group in role.duties.values() for item in group.items]
    assert all(isinstance(one, Item) for one in items) and found["stated"] > len(items) and list(found.values()) == sorted(found.values(), reverse=True)


def test_the_table_says_the_same_and_computes_nothing(copy, tmp_path):
    teams = copy / "teams.yml"
    teams.write_text(teams.read_text(encoding="utf-8") + "  odd-team:\n    name: {zh: =1+1团队, en: =1+1 team}\n", encoding="utf-8")
    table = tmp_path / "health.csv"
    told(copy, "--on", DAY, "--csv", str(table))
    raw = table.read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert raw.startswith(b"\xef\xbb\xbf") and {"due", "unused"} <= {row["matter"] for row in rows}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert any(row["zh"] == "'=1+1团队" for row in rows)
    last = datetime.date.fromisoformat(DAY) + datetime.timedelta(30)
    assert len([row for row in rows if row["matter"] in ("due", "overdue")]) == sum(
        not one.retired and one.review_by <= last for _, one in load(copy, ()).records())
