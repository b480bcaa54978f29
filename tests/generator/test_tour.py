"""The changes that the tour shows can be made to the code as it is."""
from __future__ import annotations

import re
import subprocess

import pytest

from tests.places import ROOT

CHANGES = re.findall(r"^```diff\n(.*?)^```$", (ROOT / "maintaining/tour.md").read_text(encoding="utf-8"), re.S | re.M)


def test_the_tour_shows_changes():
    assert len(CHANGES) >= 4


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: re.search(r"\+\+\+ b/(\S+)", change)[1])
def test_a_change_of_the_tour_applies(change):
    """It can be made, or it has been made."""
    tried = [
        subprocess.run(["git", "apply", "--check", "--unidiff-zero", *way], input=change, cwd=ROOT, capture_output=True, text=True)
        for way in ((), ("--reverse",))
    ]
    assert any(one.returncode == 0 for one in tried), f"the code has moved on; mend this change in maintaining/tour.md:\n{tried[0].stderr}"
