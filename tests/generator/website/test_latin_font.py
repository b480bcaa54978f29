"""The Latin font of the site: what it is made of, who loads it, and that drawings measure with its widths."""
from __future__ import annotations

import sys
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from macros.career_map.text_width import width
from macros.words.languages import LANGUAGES
from tests import examples, latin_font
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
def test_where_a_machine_has_but_a_chinese_font_latin_letters_come_from_ours(browser, address, language):
    """English pages name it first; Chinese ones after every Latin font of a system, so that only such a machine fetches it."""
    context = browser.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)) if request.resource_type == "font" or "/fonts/" in request.url else None)
    for path in PAGES:
        page.goto(f"{address}{language}/{path}")
        page.evaluate("document.fonts.ready")
    assert set(asked) == {"assets/fonts/latin.woff2"}
    families = [one.strip().strip('"') for one in page.evaluate("getComputedStyle(document.body).fontFamily").split(",")]
    place = families.index("Handbook Latin")
    if language == "en":
        assert place == 0
    else:
        assert {"Segoe UI", "Roboto", "Noto Sans", "Arial", "Liberation Sans"} <= set(families[:place])
        assert {"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC"} <= set(families[place:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_latin_letter_is_drawn_by_a_chinese_font(browser, address, handbook, language):
    page, _ = opened(browser, address, f"{language}/roles/{examples.role(handbook).id}/")
    page.evaluate("document.fonts.ready")
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    words = page.evaluate("""() => {
        const drawn = one => [one, ...one.querySelectorAll("*")].some(
            part => ["::before", "::after"].some(side => /[^ -~]/.test(getComputedStyle(part, side).content)));    // a ring is no letter
        return [...document.querySelectorAll("header *, nav *, article *, footer *")].filter((one, number) => {
        const own = [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("").trim();
        return own && /^[ -~’“”\\s]+$/.test(one.textContent) && !one.closest("code, kbd") && !drawn(one)
            && one.setAttribute("data-latin", number) === undefined;
    }).map(one => one.textContent.trim()) }""")
    assert words
    for node in tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-latin]"})["nodeIds"]:
        fonts = {font["familyName"] for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}
        assert CHINESE not in fonts, tools.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"][:200]


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
