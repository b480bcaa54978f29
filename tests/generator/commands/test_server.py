"""Serving while editing: changes show, mistakes show in place of the page, mending recovers, code and templates reload."""
from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.places import ROOT

PATIENCE = 90  # seconds; machines are slow at times, and how fast it is belongs in `make bench`


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A copy of the project being served: its folder and its address."""
    root = tmp_path_factory.mktemp("project")
    for name in ("data", "docs", "macros", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (root / "log.txt").open("w") as log:
        process = subprocess.Popen([sys.executable, "-m", "macros", "serve", "--port", str(port)], cwd=root, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(address + "zh/roles/brand-manager/", "品牌经理")
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


def test_an_edit_of_data_shows(served):
    root, address = served
    file = root / "data/roles/brand-manager.yml"
    text = file.read_text()
    file.write_text(re.sub(r"(essence:\n  zh: ).*", r"\1这是刚改的一句。", text, count=1))
    wait_for(address + "zh/roles/brand-manager/", "这是刚改的一句。")
    wait_for(address + "zh/roles/", "这是刚改的一句。")
    file.write_text(text)
    assert "这是刚改的一句。" not in wait_for(address + "zh/roles/brand-manager/", re.search(r"essence:\n  zh: (.*)", text)[1])


def test_a_mistake_shows_as_check_reports_it_and_mending_recovers(served):
    root, address = served
    file = root / "data/roles/brand-manager.yml"
    text = file.read_text()
    file.write_text(text.replace("\nstage: mid-stage", "\nstage: mid-stag", 1))
    body = wait_for(address + "en/kpis/", "mid-stag")
    report = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=root, capture_output=True, text=True)
    assert report.returncode == 1
    for line in report.stderr.strip().splitlines():
        assert line in body.replace("&#34;", '"').replace("&#39;", "'")
    assert "Traceback" not in body and "Traceback" not in (root / "log.txt").read_text()
    file.write_text(text)
    wait_for(address + "en/kpis/", "<title>KPIs")


def test_a_template_and_code_reload(served):
    root, address = served
    template = root / "overrides/handbook/pages/role.html"
    template.write_text(template.read_text() + "<!-- changed template -->")
    wait_for(address + "zh/roles/brand-manager/", "<!-- changed template -->")
    code = root / "macros/pages/roles.py"
    text = code.read_text()
    code.write_text(text.replace('reader.say("Duties")', '"changed code"', 1))
    wait_for(address + "zh/roles/brand-manager/", "changed code")
    code.write_text(text + "\nbroken(")
    wait_for(address + "zh/roles/brand-manager/", "SyntaxError")
    code.write_text(text)
    wait_for(address + "zh/roles/brand-manager/", "<title>品牌经理")


def test_a_page_that_does_not_exist_is_answered(served):
    _, address = served
    with pytest.raises(urllib.error.HTTPError) as found:
        urllib.request.urlopen(address + "zh/roles/nobody/", timeout=PATIENCE)
    assert found.value.code == 404 and "Page not found" in found.value.read().decode()
