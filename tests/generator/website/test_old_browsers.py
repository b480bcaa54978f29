"""What older browsers and plain servers must be able to do; maintaining/publishing.md says the same to those who publish."""
from __future__ import annotations

import re

import pytest

from macros.releasing.ownership import MARK
from tests.places import ROOT

TOLD = (ROOT / "maintaining/publishing.md").read_text(encoding="utf-8")
# What came after the browsers that are named, or is a syntax error before them that would take the names of the search with it.
TOO_NEW = re.compile(
    r"\(\?<[=!]|Object\.(?:hasOwn|groupBy)\b|Array\.fromAsync|\.(?:toSorted|toReversed|toSpliced|isSubsetOf|symmetricDifference)\(|"
    r"Promise\.(?:withResolvers|try)|URL\.(?:canParse|parse)\(|/[a-z]*v[a-z]*\.(?:test|exec)\(|Iterator\.from|RegExp\.escape|import\s+[^;]*\bwith\b|^\s*using\s"
)


@pytest.mark.parametrize("script", sorted((ROOT / "docs/assets").rglob("*.js")), ids=lambda path: path.name)
def test_no_script_asks_for_what_the_named_browsers_lack(script):
    assert not [line for line in script.read_text(encoding="utf-8").splitlines() if TOO_NEW.search(line)]


def test_the_browsers_are_named():
    assert TOLD.count("Chrome 117") == TOLD.count("Firefox 121") == TOLD.count("Safari 16.4") == 2


def test_every_kind_of_file_that_is_written_is_named(site):
    written = {path.suffix for path in site.rglob("*") if path.is_file() and path.name != MARK}
    # .png: the cards of the public edition
    (said,) = re.findall(r"kinds of files: ([^\n]+)", TOLD)
    assert written | {".png"} == set(re.findall(r"`(\.\w+)`", said))
