"""The letters of this handbook: English pages need none that the site's Latin font lacks."""
from __future__ import annotations

from lxml import html

from tests.latin_font import LETTERS


def test_english_pages_are_set_in_the_font_of_the_site_alone(site):
    lacking: dict[str, str] = {}
    for path in sorted((site / "en").rglob("*.html")):
        tree = html.fromstring(path.read_text(encoding="utf-8"))
        for other in tree.xpath("//*[starts-with(@lang, 'zh')] | //script | //style"):
            other.drop_tree() if other.getparent() is not None else None
        lacking |= {one: path.relative_to(site).as_posix() for one in set(tree.text_content()) - set(LETTERS) - set("\n\t")}
    assert lacking == {}
