"""A site whose address nobody has told claims none."""
from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.places import BAKERY, ROOT


@pytest.mark.parametrize("told", [None, "", "https://example.com/careers"])
def test_without_an_address_there_is_no_canonical_one_and_no_sitemap(tmp_path, told):
    environment = {name: value for name, value in os.environ.items() if name != "HANDBOOK_URL"} | ({} if told is None else {"HANDBOOK_URL": told})
    run = subprocess.run([sys.executable, "-m", "macros", "build", "--data", str(BAKERY), "--site", str(tmp_path / "site")], cwd=ROOT, env=environment,
                         capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "site/zh/roles/index.html").read_text(encoding="utf-8")
    assert (run.stdout + run.stderr).count("HANDBOOK_URL is not set") == (not told)
    assert ('rel="canonical" href="https://example.com/careers/zh/roles/"' in page) == ("canonical" in page) == bool(told)
    assert len(list((tmp_path / "site").glob("sitemap*"))) == (2 if told else 0)
