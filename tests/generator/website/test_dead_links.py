"""Walking a finished folder finds what leads nowhere."""
from __future__ import annotations

import pytest

from macros.website.dead_links import dead_ends


@pytest.mark.parametrize(
    "broken",
    [
        '<a href="../nowhere/">',
        '<a href="#nowhere">',
        '<a href="other.html#nowhere">',
        '<img src="a.png">',
        '<script src="a.js"></script>',
        '<link href="a.css">',
        '<a href="/absolute">',
        '<a href="//en/">',
        '<img srcset="a.png 1x, b.png 2x">',
    ],
)
def test_a_dead_link_is_found(tmp_path, broken):
    (tmp_path / "index.html").write_text(f"<p id=here>{broken}")
    (tmp_path / "other.html").write_text("<p id=there>")
    (tmp_path / "sheet.css").write_text("p { color: red }")
    assert dead_ends(tmp_path)


def test_the_404_page_may_link_from_the_root_but_only_under_its_base(tmp_path):
    (tmp_path / "index.html").write_text("<p>")
    for link, dead in (("/hr/", False), ("/", True), ("/hr/gone/", True), ("//hr/", True)):
        (tmp_path / "404.html").write_text(f'<a href="{link}">')
        assert bool(dead_ends(tmp_path, "/hr/")) == dead, link


def test_a_dead_reference_in_a_stylesheet_is_found(tmp_path):
    (tmp_path / "sheet.css").write_text("p { background: url(gone.png) }")
    assert dead_ends(tmp_path) == ["sheet.css: gone.png"]
