"""What people read has lines that fit a screen. Ruff holds Python to it."""
from __future__ import annotations

from unicodedata import east_asian_width

from tests.places import ROOT

LONGEST = 160


def test_no_line_of_a_template_or_a_script_is_too_long():
    files = [*sorted((ROOT / "overrides").rglob("*.html")), *sorted((ROOT / "docs/assets").rglob("*.js"))]
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if sum(2 if east_asian_width(one) in "WF" else 1 for one in line) > LONGEST
    ]
    assert files and not long
