"""A handbook's own colours are colours, come in pairs and can be read, on light pages and on dark ones."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model import appearance
from macros.model.appearance import contrast, mixed
from macros.words.problems import Problems
from tests.places import BAKERY, ROOT


@pytest.fixture
def data(tmp_path) -> Path:
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


def said(data: Path, colours: str) -> list[str]:
    """What is wrong with colours that stand on the last line of handbook.yml: column, field and English."""
    file = data / "handbook.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines, f"colours: {colours}", ""]), encoding="utf-8")
    try:
        load(data, RULES)
    except Problems as found:
        assert {(problem.file, problem.line) for problem in found.problems} == {("data/handbook.yml", len(lines) + 1)}
        return [f"{problem.column} {problem.field}: {problem.en}" for problem in found.problems]
    return []


def test_colours_that_can_be_read_are_taken(data):
    assert said(data, '{text: {light: "#111", dark: "#EEEEEE"}, link: {light: "#5b2a0e", dark: "#f3b27a"}, tint: {light: "#faf3ea", dark: "#231c17"}}') == []


@pytest.mark.parametrize("wrong", ["red", '"#12"', '"#12345"', '"#11111g"', '"rgb(0,0,0)"', '"#fff;} body{"', '["#fff"]'])
def test_what_is_no_colour_is_refused(data, wrong):
    assert said(data, f'{{mark: {{dark: "#ffffff", light: {wrong}}}}}') == [
        '42 colours.mark.light: A colour is needed here: # and 3 or 6 hexadecimal digits in double quotes, such as "#0b5394"'
    ]


def test_a_colour_without_its_dark_partner_is_refused(data):
    assert said(data, '{mark: {light: "#a33b12"}}') == ["17 colours.mark.dark: Colours come in pairs: add a line dark: with the one for dark pages"]


def test_a_colour_nobody_knows_is_refused(data):
    assert said(data, '{marks: {light: "#a33b12", dark: "#ffffff"}}')[0].endswith("There is no field “marks”; did you mean “mark”?")


@pytest.mark.parametrize(("colours", "where", "ratio", "against"), [
    ('{mark: {light: "#e8590c", dark: "#ff8a6a"}}', "25 colours.mark.light: On light pages, “#e8590c”", "3.58", "the page (#ffffff)"),
    ('{mark: {light: "#b5341a", dark: "#b5341a"}}', "42 colours.mark.dark: On dark pages, “#b5341a”", "2.97", "the page (#12171c)"),
    ('{tint: {light: "#b0b8bf", dark: "#1a2128"}}', "25 colours.tint.light: On light pages, “#b0b8bf”", "3.8", "asides (#485561)"),
])
def test_a_colour_that_cannot_be_read_is_refused_with_its_contrast(data, colours, where, ratio, against):
    assert f"{where} has a contrast of {ratio} with {against} and needs 4.5 or more to be read; make it darker or lighter" in said(data, colours)


def test_a_colour_is_told_of_once_and_what_meets_it_is_not_blamed(data):
    said_of = said(data, '{text: {light: "#cccccc", dark: "#eeeeee"}, tint: {light: "#faf3ea", dark: "#231c17"}}')
    assert [one.partition(":")[0] for one in said_of] == ["25 colours.text.light"]


def test_contrast_is_measured_as_wcag_does():
    assert (round(contrast("#000", "#ffffff"), 2), round(contrast("#777777", "#fff"), 2), contrast("#abc", "#aabbcc")) == (21.0, 4.48, 1.0)
    assert (mixed("#000", "#ffffff", 50), mixed("#ff0000", "#0000ff", 100)) == ("#808080", "#ff0000")


def test_the_style_sheets_have_the_colours_that_the_rule_measures_against():
    sheets = "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs/assets").rglob("*.css")))
    for name, shades in (
        ("paper", appearance.PAPER),
        ("ink", appearance.TEXT),
        ("ink-soft", appearance.SOFT),
        ("link", appearance.LINK),
        ("seal", appearance.MARK),
        ("wash", appearance.TINT),
    ):
        assert {shades.light, shades.dark} <= set(re.findall(rf"--{name}: (#\w+);", sheets)), name
