"""The real site, built once as the command builds it, for every test that looks at pages."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import chromium, serving

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built strictly; a build that fails fails every test that needs it."""
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run([sys.executable, "-m", "macros", "build", "--site", str(folder)], cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
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
