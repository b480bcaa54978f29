"""What an edition tells applicants is checked against what the public edition leaves out."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands.command_line import main
from tests.places import BAKERIES

ABOUT = "roles: [apprentice-baker]"


def check(tmp_path: Path, about: str, zh: str, en: str, audience: str = ", audience: public") -> str:
    """The report on the bakeries’ handbook, whose edition of today tells this and nothing else."""
    data = Path(shutil.copytree(BAKERIES, tmp_path / "data"))
    head, changes, rest = (data / "changes.yml").read_text(encoding="utf-8").partition("    changes:\n")
    line = f"      - {{meaning: more, about: {{{about}}}{audience}, zh: '{zh}', en: '{en}'}}\n"
    (data / "changes.yml").write_text(head + changes + line + rest[rest.index('  "1.0":'):], encoding="utf-8")
    return CliRunner().invoke(main, ["check", "--data", str(data)]).output


def test_what_applicants_see_may_be_told_to_them(tmp_path):
    assert "The data is sound" in check(tmp_path, ABOUT, "学徒现在要每班扫炉底。", "Apprentices now sweep the oven floor every shift.")


@pytest.mark.parametrize("about", [ABOUT, "kpis: [burnt-share]"])
def test_a_figure_that_they_do_not_see_is_named_where_it_stands(tmp_path, about):
    report = check(tmp_path, about, "焦边由每炉不足5个改为不足3个。", "Fewer than 3 loaves may burn, where it was fewer than 5.")
    assert "roles/apprentice-baker.yml:54的内容不在公开版里" in report and "take that sentence or figure out, or leave out audience: public" in report
    assert "editions.2.0.changes[0]" in report and "1 problem in 1 file" in report


def test_staff_may_be_told_of_it(tmp_path):
    assert "The data is sound" in check(tmp_path, ABOUT, "焦边由每炉不足5个改为不足3个。", "Fewer than 3 loaves may burn, where it was fewer than 5.", "")
