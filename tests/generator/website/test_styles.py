"""The one stylesheet of every page, and the many that people edit."""
from __future__ import annotations

from macros.website.styles import IMPORT, PARTS, SHEET, bundled
from tests.places import ROOT

DOCS = ROOT / "docs"


def test_every_part_has_its_place():
    named = IMPORT.findall((DOCS / SHEET).read_text(encoding="utf-8"))
    parts = {path.relative_to((DOCS / SHEET).parent).as_posix() for path in (DOCS / PARTS).rglob("*.css")}
    assert len(named) == len(set(named)) and set(named) == parts


def test_parts_stand_in_the_order_in_which_they_are_named(tmp_path):
    (tmp_path / PARTS).mkdir(parents=True)
    (tmp_path / SHEET).write_text('/* all */\n@import "styles/b.css";\n@import "styles/a.css";\n')
    (tmp_path / PARTS / "a.css").write_text("a { color: red }\n")
    (tmp_path / PARTS / "b.css").write_text("b { color: blue }\n")
    assert bundled(tmp_path) == "/* all */\nb { color: blue }\n\na { color: red }\n\n"
