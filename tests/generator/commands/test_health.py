"""`handbook health`: reviews, points to confirm, what nothing uses, and what rests on what; as Markdown and as a table."""
from __future__ import annotations

import csv
import datetime
import io
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from macros.commands.source_date import NAMED_BY, set_day, source_date
from macros.loading.folder import load, read_all
from macros.model.health import found
from macros.model.record import Item
from macros.words.refused import Refused
from tests.building import build
from tests.places import BAKERIES, SMALLEST

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
    early, late = told(copy, "--on", "2026-09-02"), told(copy, "--on", DAY)
    assert "As of 2 September 2026, no record is due for review by 2 October 2026; the next review is due on 1 March 2027." in early
    assert "## 即将到期 · Due soon (" in late and "### 磨坊巷总店 · " in late and "Due soon" not in early


def test_the_clock_is_never_asked_but_the_day_that_is_set_and_else_the_data(copy, monkeypatch):
    assert "As of 1 September 2026, " in told(copy)
    monkeypatch.setenv(NAMED_BY, "1893456000")
    assert "As of 1 January 2030, " in told(copy)
    assert "As of 1 September 2027, " in told(copy, "--on", DAY), "what was asked for counts"


def test_a_site_is_made_as_of_the_day_that_is_set(tmp_path):
    build(SMALLEST, tmp_path / "site", **{NAMED_BY: "1893455999"})
    page = (tmp_path / "site/en/health/index.html").read_text(encoding="utf-8")
    assert re.findall("As of ([^,]+),", page)[-1] == "31 December 2029"


@pytest.mark.parametrize("said", ["-5", "99999999999", "soon", "2026-11-29", "1e9", "9" * 30])
def test_a_day_that_is_no_number_of_seconds_is_told(monkeypatch, said):
    monkeypatch.setenv(NAMED_BY, said)
    with pytest.raises(Refused, match="no number of seconds since 1970"):
        source_date()


def test_while_serving_the_day_stays_what_was_set(copy, monkeypatch):
    monkeypatch.setenv(NAMED_BY, "1893456000")
    loaded = read_all(copy)
    set_day(loaded)
    assert loaded.handbook.day == datetime.date(2030, 1, 1)


def test_a_half_that_is_behind_is_told_by_its_line(copy):
    assert CliRunner().invoke(main, ["confirm", "--data", str(copy), "--all"]).exit_code == 0
    (role, *_) = sorted((copy / "roles").glob("*.yml"))
    lines = role.read_text(encoding="utf-8").splitlines(True)
    number = next(number for number, line in enumerate(lines) if line.startswith("  en: "))
    lines[number] = lines[number].replace("en: ", "en: Now ", 1)
    role.write_text("".join(lines), encoding="utf-8")
    assert f"## 只改了一种语言 · Changed in one language only (1)\n\n- data/roles/{role.name}:{number + 1}" in told(copy).replace("\\_", "_")


def test_a_competency_of_no_role_is_told_until_a_role_asks_for_it(handbook, copy):
    used = [row.record for row in found(handbook, 30) if row.matter == "unused" and row.kind == "competencies"]
    assert all(one.id not in handbook.roles_by_competency for one in used)
    (first, *_) = handbook.roles_by_competency
    for file in (copy / "roles").glob("*.yml"):
        lines = file.read_text(encoding="utf-8").splitlines(True)
        file.write_text("".join(line for line in lines if f"competency: {first}," not in line), encoding="utf-8")
    assert f"`data/competencies/{first}.yml`" in told(copy, "--on", DAY)


def test_every_statement_is_counted_under_what_it_rests_on(handbook):
    counted = {row.basis: row.count for row in found(handbook, 30) if row.matter == "basis"}
    role = next(iter(handbook.roles.values()))
    items = [item for group in role.duties.values() for item in group.items]
    assert all(isinstance(one, Item) for one in items) and counted["stated"] > len(items)
    assert list(counted.values()) == sorted(counted.values(), reverse=True)
    assert {row.of for row in found(handbook, 30) if row.matter == "basis"} == {sum(counted.values())}


def test_where_nothing_waits_one_sentence_says_so(copy, monkeypatch):
    monkeypatch.setattr("macros.pages.health_rows.to_see_to", lambda every: [])
    assert "## " not in told(copy)


def test_the_table_says_the_same_and_computes_nothing(copy, tmp_path):
    teams = copy / "teams.yml"
    teams.write_text(teams.read_text(encoding="utf-8") + "  odd-team:\n    name: {zh: =1+1团队, en: =1+1 team}\n", encoding="utf-8")
    table = tmp_path / "health.csv"
    told(copy, "--on", DAY, "--csv", str(table))
    raw = table.read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    matters = {row["事项 · Matter"] for row in rows}
    assert raw.startswith(b"\xef\xbb\xbf") and {"即将到期 · Due soon", "没有别的条目链接到的 · Records that no other record points to"} <= matters
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert any(row["名称 · Name"] == "'=1+1团队 · =1+1 team" for row in rows)
    last = datetime.date.fromisoformat(DAY) + datetime.timedelta(30)
    assert len([row for row in rows if row["复核期限 · Review by"] and row["事项 · Matter"].endswith(("Due soon", "Overdue"))]) == sum(
        not one.retired and one.review_by <= last for _, one in load(copy, ()).records())
