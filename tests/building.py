"""Builds sites for the tests: one of a handbook, once for all workers, and copies of the project to build in."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.places import ROOT


def built(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    """The site of a handbook, built strictly, once for all workers; a build that fails fails every test that needs it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    name = "-".join(data.relative_to(ROOT).parts)
    folder, done = shared / f"site-of-{name}", shared / f"{name}-is-built"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            build(data, folder)
            done.touch()
    return folder


def asset(site: Path, name: str) -> str:
    """The path in a site of a file of `docs/assets`, whose published name says what it holds."""
    path = Path("assets") / name
    (found,) = site.glob(f"{path.with_suffix('')}.*{path.suffix}")
    return found.relative_to(site).as_posix()


def build(data: Path, folder: Path, **environment: str) -> None:
    """Build the site of a handbook into a folder, as the command does."""
    run = subprocess.run([sys.executable, "-m", "macros", "build", "--site", str(folder)], cwd=ROOT, capture_output=True, text=True,
                         env={"HANDBOOK_URL": "https://handbook.example.com/", **os.environ, "HANDBOOK_DATA": str(data), **environment})
    assert run.returncode == 0, run.stdout + run.stderr


def copied(root: Path, data: Path) -> Path:
    """A copy of the project with another handbook in it."""
    for name in ("macros", "overrides", "docs"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data, root / "data")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root
