"""What is tried once a week: newest releases beside what is locked, and what the report says of it; nothing that was not tried is green."""
from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import BAKERY, ROOT
from tests.supply import coming
from tests.supply.apart import NotRun
from tests.supply.sites import differing, fingerprint

NEWER = [("kneader", "1.0", "1.1")]


@pytest.fixture
def newest(monkeypatch, tmp_path):
    """The newest releases are those at hand; what searches in pages may be told to be another."""
    monkeypatch.setattr(coming, "newest", lambda _: Path(sys.executable))
    monkeypatch.setattr(coming, "changes", lambda *_: NEWER)

    def searching(more: str):
        def modules(folder: Path) -> str:
            shutil.copytree(ROOT / "node_modules/minisearch", folder / "minisearch")
            for one in (folder / "minisearch/dist/es").glob("*.js"):
                one.write_text(one.read_text(encoding="utf-8") + more, encoding="utf-8")
            return "7.3.0"

        monkeypatch.setattr(coming, "modules", modules)
        return coming.tried(BAKERY, tmp_path)

    return searching


def test_the_same_site_is_said_to_be_the_same_with_what_was_newer(newest):
    code, report = newest("")
    assert code == 0 and "byte for byte" in report and "| kneader | 1.0 | 1.1 |" in report


def test_another_site_is_told_with_its_files(newest):
    code, report = newest("\nexport const surprise = 1;\n")
    assert code == 1 and "files differ with the newest releases" in report and "- `assets/search/minisearch." in report


def test_a_site_that_cannot_be_built_is_told_with_what_was_said(newest, monkeypatch):
    built = coming.built
    monkeypatch.setattr(coming, "built", lambda interpreter, root: "Traceback: no such thing" if root.name == "with-newest" else built(interpreter, root))
    code, report = newest("")
    assert code == 1 and "cannot be built" in report and "no such thing" in report


def test_what_could_not_be_tried_is_not_green(monkeypatch, capsys):
    def none(_):
        raise NotRun("no network")

    monkeypatch.setattr(coming, "newest", none)
    monkeypatch.setattr(sys, "argv", ["coming"])
    with pytest.raises(SystemExit) as ended:
        coming.main()
    assert ended.value.code == 3 and "NOT TRIED: no network" in capsys.readouterr().out


def test_one_byte_makes_another_fingerprint(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name / "zh").mkdir(parents=True)
        (tmp_path / name / "zh/index.html").write_text("same", encoding="utf-8")
    assert fingerprint(tmp_path / "one") == fingerprint(tmp_path / "other") and not differing(tmp_path / "one", tmp_path / "other")
    (tmp_path / "other/zh/index.html").write_text("samf", encoding="utf-8")
    assert fingerprint(tmp_path / "one") != fingerprint(tmp_path / "other") and differing(tmp_path / "one", tmp_path / "other") == ["zh/index.html"]


PYTHON = '#!/bin/sh\ncase "$2" in *coming) echo newest; exit ${COMING};; *) echo known; exit ${KNOWN};; esac\n'


@pytest.mark.parametrize(("others", "built", "coming_ends", "known_ends", "due"), [
    (["a", "a"], "success", "0", "0", False), (["a", "b"], "success", "0", "0", True), (["a", "a"], "failure", "0", "0", True),
    (["a"], "success", "1", "0", True), (["a"], "success", "0", "3", True),
])
def test_the_report_is_due_where_anything_differs_is_known_or_was_not_run(tmp_path, others, built, coming_ends, known_ends, due):
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/weekly", tmp_path / ".ci/weekly")
    (tmp_path / ".venv/bin/python").write_text(PYTHON, encoding="utf-8")
    (tmp_path / ".venv/bin/python").chmod(0o755)
    for number, one in enumerate(others):
        (tmp_path / f"fingerprints/{number}").mkdir(parents=True)
        (tmp_path / f"fingerprints/{number}/fingerprint").write_text(f"{one}  Python 3.{number}\n", encoding="utf-8")
    run = subprocess.run([tmp_path / ".ci/weekly", "fingerprints", "weekly.md"], cwd="/", capture_output=True, text=True, check=True,
                         env={"PATH": "/usr/bin:/bin", "BUILT": built, "COMING": coming_ends, "KNOWN": known_ends})
    assert all(word in run.stdout for word in ("Python 3.0", "newest", "known")) and run.stdout == (tmp_path / "weekly.md").read_text(encoding="utf-8")
    assert (tmp_path / "weekly.md.due").exists() == due
