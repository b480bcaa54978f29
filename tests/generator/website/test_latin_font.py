"""The Latin font of the site: what it is made of, who loads it, and that drawings measure with its widths."""
from __future__ import annotations

import sys
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from macros.career_map.text_width import width
from macros.words.languages import LANGUAGES
from tests import latin_font
from tests.browser import opened
from tests.system_fonts import CHINESE

PAGES = ("", "map/", "matrix/", "roles/", "search/")


def test_font_licence_and_widths_are_what_the_command_makes():
    for path, content in latin_font.made().items():
        assert path.read_bytes() == content, f"{path.name}: run make font"


def test_the_font_has_every_letter_it_promises_and_none_of_its_makers_reserved_name():
    font = TTFont(BytesIO(latin_font.FONT.read_bytes()))
    assert font.getBestCmap().keys() == set(map(ord, latin_font.LETTERS))
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 400, 600)]
    assert not any("Source" in font["name"].getDebugName(id) for id in (1, 3, 4, 6))
    assert latin_font.FONT.stat().st_size < 20_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_pages_load_it_and_chinese_ones_do_not(browser, address, language):
    context = browser.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)) if request.resource_type == "font" or "/fonts/" in request.url else None)
    for path in PAGES:
        page.goto(f"{address}{language}/{path}")
        page.evaluate("document.fonts.ready")
    assert set(asked) == ({"assets/fonts/latin.woff2"} if language == "en" else set())


@pytest.mark.parametrize("weight", [400, 600])
def test_drawings_measure_as_the_browser_does(browser, address, weight):
    page, _ = opened(browser, address, "en/map/")
    page.evaluate("document.fonts.load('12px \"Handbook Latin\"')")
    names = page.locator(".plan tspan").all_text_contents()
    assert len(names) > 50
    measured = page.evaluate("""([names, weight]) => {
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = `${weight} 100px "Handbook Latin"`;
        return names.map(name => pen.measureText(name.trim()).width);
    }""", [names, weight])
    ratios = [found / width(name.strip(), 100, bold=weight == 600) for name, found in zip(names, measured)]
    assert .97 < min(ratios) <= max(ratios) < 1.01, (min(ratios), max(ratios))      # pairs of letters that are set closer


@pytest.mark.skipif(sys.platform == "darwin", reason="browsers there ask the system for its fonts")
def test_the_browser_of_the_tests_finds_no_font_of_the_machine(browser, address):
    page, _ = opened(browser, address, "zh/")
    loaded = """name => new FontFace('Tried', `local("${name}")`).load().then(() => true, () => false)"""
    usual = ("DejaVu Sans", "Liberation Sans", "Arial", "Noto Sans", "Noto Sans CJK SC", "Roboto", "Ubuntu", "WenQuanYi Zen Hei")
    assert [name for name in (CHINESE, *usual) if page.evaluate(loaded, name)] == [CHINESE]
