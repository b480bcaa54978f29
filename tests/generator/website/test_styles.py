"""The stylesheets of the site, and the many parts that people edit."""
from __future__ import annotations

import re

from macros.website.styles import IMPORT, PANEL, SHEET, sheets
from tests.places import ROOT

ASSETS = ROOT / "docs/assets"


def test_every_part_has_its_place():
    named = {sheet.name: IMPORT.findall(sheet.read_text(encoding="utf-8")) for sheet in ASSETS.glob("*.css")}
    assert {part for parts in named.values() for part in parts} == {path.relative_to(ASSETS).as_posix() for path in (ASSETS / "styles").rglob("*.css")}
    assert all(len(parts) == len(set(parts)) for parts in named.values())
    assert not [part for sheet, parts in named.items() if sheet != SHEET for part in parts if part in named[SHEET]]


def test_parts_stand_in_the_order_in_which_they_are_named_after_what_is_used_of_the_theme(tmp_path):
    for path, text in {
        f"assets/{SHEET}": '/* all */\n@import "styles/b.css";\n@import "styles/a.css";\n', "assets/styles/a.css": "a { color: red }\n",
        "assets/styles/b.css": "b { color : blue }\n", f"assets/{PANEL}": ".panel {}", "assets/use.js": 'document.querySelector(".ours")',
        "theme/assets/stylesheets/main.css": ".ours { top: 0 } .theirs { top: 1px }", "theme/page.html": '<p class="theirs">',
        "templates/frame.html": "<b></b>",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    found = sheets(tmp_path / "assets", tmp_path / "theme", tmp_path / "templates")
    assert found.keys() == {SHEET, PANEL}
    assert found[SHEET].endswith("*/.ours{top:0}b{color:blue}a{color:red}")


def test_the_language_of_a_page_is_what_the_site_says_and_never_what_a_translator_wrote():
    """Whoever translates a page in the browser rewrites `lang`: styles say html[data-language="zh"], scripts dataset.language."""
    read = re.compile(r"(html|:root|[\s,{(]):lang\(|html\[lang|documentElement\.(lang|getAttribute\(.lang)")
    files = [file for kind in ("*.css", "*.js") for file in ASSETS.rglob(kind)]
    assert [file.relative_to(ROOT).as_posix() for file in files if read.search(file.read_text(encoding="utf-8"))] == []


def test_text_has_the_sizes_that_are_named_and_no_others():
    """Few sizes are one hand; a size in em is a part of a line, one in px stands in a drawing and one in pt on paper."""
    named = set(re.findall(r"--text-(\w+):", (ASSETS / "styles/tokens.css").read_text(encoding="utf-8")))
    assert named == {"2xs", "xs", "s", "m", "body", "l", "xl", "2xl"}
    own = re.compile(r"font(?:-size)?:[^;}]*?\b[\d.]*\drem\b(?!\s*/)")
    sheets = [*(ASSETS / "styles").rglob("*.css"), ASSETS / PANEL]
    assert [(sheet.name, found) for sheet in sheets for found in own.findall(sheet.read_text(encoding="utf-8"))] == []


def test_what_chinese_pages_say_beside_the_text_is_large_enough():
    sizes = dict(re.findall(r"--text-(\w+): ([\d.]+)rem", (ASSETS / "styles/tokens.css").read_text(encoding="utf-8")))
    assert float(sizes["s"]) * 20 >= 15, "Material counts 20 pixels to the rem"
