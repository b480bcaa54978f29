"""The tiny handbook comes out as it was blessed, with everything in its data shown as written and nothing of it run."""
from __future__ import annotations

import difflib
import html
import re

import pytest

from tests.bless import expected, kept

BLESS = "看过差别后运行make bless · read the difference, then run make bless"
# Signs that would do harm if data passed through Markdown or Jinja, or onto a page unescaped; all of them stand in tests/generator/tiny/data.
SIGNS = ("{{ 7*7 }} | *", "“{% raw %}”", "“{: .x }”", "<b>crust</b>", "“<b>酥皮</b>”", "“A &amp; B”", "“A | B”", "“*”")


@pytest.fixture(scope="module")
def now() -> dict[str, str]:
    return expected()


def test_the_pages_are_those_that_were_blessed(now):
    assert sorted(now) == sorted(kept()), BLESS


def test_every_body_is_as_blessed(now):
    before = kept()
    for path in sorted(now.keys() & before.keys()):
        if now[path] != before[path]:
            lines = difflib.unified_diff(before[path].splitlines(), now[path].splitlines(), f"expected/{path}", "now", lineterm="", n=1)
            pytest.fail("\n".join([BLESS, *list(lines)[:40]]), pytrace=False)


def test_both_languages_have_the_same_pages_and_headings(now):
    paths = {language: [path[3:] for path in now if path.startswith(language)] for language in ("zh", "en")}
    assert paths["zh"] == paths["en"]
    for path in paths["zh"]:
        chinese, english = (re.findall(r'<h[1-3] id="([^"]+)"', now[f"{language}/{path}"]) for language in ("zh", "en"))
        assert chinese == english, path


@pytest.mark.parametrize("sign", SIGNS)
def test_signs_are_shown_as_written(now, sign):
    everything = "\n".join(now.values())
    assert html.escape(sign) in everything
    assert "<" not in sign or sign not in everything
    assert sign not in everything or html.escape(sign) == sign
