"""The real site, built once as the command builds it, for every test that looks at pages."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from tests.browser import chromium, serving, watched
from tests.places import BAKERY, ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built strictly and once for all workers; a build that fails fails every test that needs it."""
    shared = tmp_path_factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else tmp_path_factory.getbasetemp()
    folder, done = shared / "site", shared / "site-is-built"
    with FileLock(shared / "site.lock"):
        if not done.exists():
            built = subprocess.run([sys.executable, "-m", "macros", "build", "--site", str(folder)], cwd=ROOT, capture_output=True, text=True)
            assert built.returncode == 0, built.stdout + built.stderr
            done.touch()
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for every test that needs one."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address under which the real site is served."""
    with serving(site) as found:
        yield found


@pytest.fixture(autouse=True)
def pages_are_closed(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test opened is closed after it, or pages of tests long gone would slow down the rest."""
    yield
    if "browser" in request.fixturenames:
        for context in request.getfixturevalue("browser").contexts:
            context.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens pages of the real site in contexts of their own; nothing may have gone wrong on any of them."""
    faults: list[str] = []

    def open_page(path: str, **context: object) -> Page:
        page = browser.new_context(**context).new_page()
        watched(page, address, faults)
        page.goto(address + path)
        return page

    yield open_page
    assert faults == []


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the tiny data, to build in."""
    root = tmp_path_factory.mktemp("tiny")
    for name in ("macros", "overrides", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(BAKERY, root / "data")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    for page in (root / "docs").rglob("how-to-read.md"):
        page.write_text("# Reading {#how-to-read}\n\n## Stages {#stages-and-levels}\n\nShort.\n\n## Editing {#editing}\n\nShort.\n")
    return root
