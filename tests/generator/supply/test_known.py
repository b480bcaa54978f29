"""The scan for known vulnerabilities: what it says where it was answered, and that silence is never taken for safety."""
from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.supply import known
from tests.supply.apart import NotRun
from tests.supply.locked import Package

PLANTED = {"name": "django", "version": "1.11", "vulns": [{"id": "PYSEC-2019-1"}]}
SOUND = {"name": "kneader", "version": "1.0", "vulns": []}
NPM = [Package("npm", "kneader", "1.0", "site", (), ())]


@pytest.fixture(autouse=True)
def nothing_is_installed(monkeypatch):
    monkeypatch.setattr(known, "environment", lambda *_: Path("bin"))


def python(*found: dict) -> known.Answer:
    return known.of_python([("kneader", "1.0")], lambda *_: CompletedProcess([], 0, json.dumps({"dependencies": found}), ""))


def npm(said: str) -> known.Answer:
    return known.of_npm(NPM, lambda *_: CompletedProcess([], 1, said, "npm error: no network"))


def advisories(*names: str) -> str:
    return json.dumps({"vulnerabilities": {name: {"via": [{"url": f"https://advisories.example.com/GHSA-{name}"}, "another"]} for name in names}})


def test_what_is_planted_and_nothing_else_known_is_a_clean_answer():
    assert str(python(SOUND, PLANTED)) == "pip-audit, of PyPI: 0 known vulnerabilities in 1 packages"
    assert str(npm(advisories("minimist"))) == "npm audit: 0 known vulnerabilities in 1 packages"


def test_what_is_known_is_named():
    assert python({**SOUND, "vulns": [{"id": "PYSEC-2026-7"}]}, PLANTED).known == ["kneader 1.0: PYSEC-2026-7"]
    assert npm(advisories("minimist", "kneader")).known == ["kneader 1.0: GHSA-kneader"]


def test_silence_is_told_as_such():
    skipped = [{"name": name, "skip_reason": "not found"} for name in ("kneader", "django")]
    silent = (
        python(SOUND), python(*skipped), python(SOUND, {**PLANTED, "vulns": []}),
        known.of_python([], lambda *_: CompletedProcess([], 1, "", "Traceback\nConnectionError: no network")),
        npm(advisories("kneader")), npm('{"message": "405 Method Not Allowed"}'), npm(""),
    )
    for one in silent:
        assert one.not_run and not one.known and "NOT RUN, so nothing is known of" in str(one)
    assert "no network" in silent[3].not_run and "405" in silent[5].not_run and "no network" in silent[6].not_run


def test_where_pip_audit_cannot_be_had_it_was_not_run(monkeypatch):
    def none(*_):
        raise NotRun("ERROR: no matching distribution")

    monkeypatch.setattr(known, "environment", none)
    assert python().not_run == "ERROR: no matching distribution"


@pytest.mark.parametrize(("answers", "code"), [
    ([known.Answer("a", 1)], 0), ([known.Answer("a", 1, not_run="no network")], known.NOT_RUN),
    ([known.Answer("a", 1, ["x"]), known.Answer("b", 1, not_run="no network")], 1),
])
def test_the_exit_code_is_green_for_a_clean_answer_alone(monkeypatch, capsys, answers, code):
    monkeypatch.setattr(known, "audited", lambda: answers)
    with pytest.raises(SystemExit) as ended:
        known.main()
    assert ended.value.code == code and capsys.readouterr().out


def test_what_is_accepted_has_a_reason():
    assert all(known.ACCEPTED.values())
