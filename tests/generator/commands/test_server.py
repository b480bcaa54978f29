"""Serving while editing: changes show, mistakes show in place of the page, mending recovers, code and templates reload."""
from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.model.handbook import Handbook
from macros.model.roles import Role
from tests import examples
from tests.building import copied

PATIENCE = 90  # seconds; machines are slow at times, and how fast it is belongs in `make bench`


@pytest.fixture(scope="module")
def role(handbook: Handbook) -> Role:
    """The role whose file is edited."""
    return examples.role(handbook)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, data: Path, role: Role) -> Iterator[tuple[Path, str]]:
    """A copy of the project being served: its folder and its address."""
    root = copied(tmp_path_factory.mktemp("project"), data)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (root / "log.txt").open("w") as log:
        process = subprocess.Popen([sys.executable, "-m", "macros", "serve", "--port", str(port)], cwd=root, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(f"{address}zh/roles/{role.id}/", role.name.zh)
        yield root, address
    finally:
        process.terminate()
        process.wait(10)


def wait_for(url: str, text: str) -> str:
    """The page once it shows the text."""
    body = ""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                body = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            body = ""
        if text in body:
            return body
        time.sleep(0.1)
    raise AssertionError(f"{url} never showed {text!r}; last: {body[:400]}")


def test_an_edit_of_data_shows(served, role):
    root, address = served
    file = root / f"data/roles/{role.id}.yml"
    text = file.read_text()
    file.write_text(text.replace(role.essence.zh, "这是刚改的一句。", 1))
    wait_for(f"{address}zh/roles/{role.id}/", "这是刚改的一句。")
    wait_for(address + "zh/roles/", "这是刚改的一句。")
    file.write_text(text)
    assert "这是刚改的一句。" not in wait_for(f"{address}zh/roles/{role.id}/", role.essence.zh)


def test_a_mistake_shows_as_check_reports_it_and_mending_recovers(served, role):
    root, address = served
    file = root / f"data/roles/{role.id}.yml"
    text = file.read_text()
    file.write_text(text.replace(f"\nstage: {role.stage}", "\nstage: no-stage", 1))
    body = wait_for(address + "en/kpis/", "no-stage")
    report = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=root, capture_output=True, text=True)
    assert report.returncode == 1
    for line in report.stderr.strip().splitlines():
        assert line in body.replace("&#34;", '"').replace("&#39;", "'")
    assert "Traceback" not in body and "Traceback" not in (root / "log.txt").read_text()
    file.write_text(text)
    wait_for(address + "en/kpis/", "<title>KPIs")


def test_a_template_and_code_reload(served, role):
    root, address = served
    template = root / "overrides/handbook/pages/role.html"
    template.write_text(template.read_text() + "<!-- changed template -->")
    wait_for(f"{address}zh/roles/{role.id}/", "<!-- changed template -->")
    code = root / "macros/pages/roles.py"
    text = code.read_text()
    code.write_text(text.replace('reader.say("Duties")', '"changed code"', 1))
    wait_for(f"{address}zh/roles/{role.id}/", "changed code")
    code.write_text(text + "\nbroken(")
    wait_for(f"{address}zh/roles/{role.id}/", "SyntaxError")
    code.write_text(text)
    wait_for(f"{address}zh/roles/{role.id}/", f"<title>{role.name.zh}")


def test_a_page_that_does_not_exist_is_answered(served):
    _, address = served
    with pytest.raises(urllib.error.HTTPError) as found:
        urllib.request.urlopen(address + "zh/roles/nobody/", timeout=PATIENCE)
    assert found.value.code == 404 and "Page not found" in found.value.read().decode()
