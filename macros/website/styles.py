"""One stylesheet for the browser from the many that people edit."""
from __future__ import annotations

import re
from pathlib import Path

SHEET = "assets/handbook.css"
PARTS = "assets/styles/"
IMPORT = re.compile(r'@import "([^"]+)";')


def bundled(docs: Path) -> str:
    """The stylesheet of every page, each import replaced by the part that it names; parts are not published by themselves."""
    sheet = docs / SHEET
    return IMPORT.sub(lambda found: (sheet.parent / found[1]).read_text(encoding="utf-8"), sheet.read_text(encoding="utf-8"))
