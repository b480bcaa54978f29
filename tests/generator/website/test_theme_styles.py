"""Of the theme's styles the site has what can be met on a page, and that is all that is met on any."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import material
import pytest
import tinycss2
from playwright.sync_api import Page

from macros.website.css import Rule, printed, rules, text
from macros.website.styles import SHEET, known, sheets, theirs
from macros.website.theme_styles import READ, parted, used, words
from tests import examples
from tests.places import ROOT

ASSETS, TEMPLATES, THEME = ROOT / "docs/assets", ROOT / "overrides", Path(material.__file__).parent / "templates"
BESIDE = re.compile(r"::[\w-]+|:(?:before|after|-moz-[\w-]+)\b")
STATE = re.compile(r":(?:hover|active|focus-visible|focus-within|focus|visited|checked|target)\b")
# Which of these selectors finds something on the page as it is.
MET = "selectors => selectors.filter(one => document.querySelector(one))"


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".tab{top:0}.other{top:0}", ".tab{top:0}"),
        (".tab,.other{top:0}", ".tab{top:0}"),
        (".tab.other,.tab .other,.tab>dfn,#tab,[title]{top:0}", "#tab{top:0}"),
        ('[data-kind="tab"],[dir=rtl] .tab,[dir=ltr] .tab{top:0}', '[data-kind="tab"],[dir=ltr] .tab{top:0}'),
        (".tab:hover,.tab:not(.other),.tab::before{top:0}", ".tab:hover,.tab:not(.other),.tab::before{top:0}"),
        (":is(.other,.tab) p,:is(.other,.another) p{top:0}", ":is(.other,.tab) p{top:0}"),
        ("@media print{.tab{top:0}.other{top:0}}@media screen{.other{top:0}}", "@media print{.tab{top:0}}"),
        (":root{--a:var(--b);--b:1;--c:var(--d);--d:2}.tab{top:var(--a)}", ":root{--a:var(--b);--b:1}.tab{top:var(--a)}"),
        (":root{--ours:1;--theirs:2}", ":root{--ours:1}"),
        ("@keyframes go{to{top:0}}@keyframes stay{to{top:0}}.tab{animation:go 1s}", "@keyframes go{to{top:0}}.tab{animation:go 1s}"),
    ],
)
def test_what_no_page_can_hold_is_left_out(sheet, left):
    assert printed(used(sheet, words(['<p class="tab" data-kind dir="ltr">']), "p { top: var(--ours) }")) == left


def test_every_variable_that_is_read_is_still_stated():
    whole = printed(rules(theirs(THEME)))
    site = sheets(ASSETS, THEME, TEMPLATES)
    stated = set(re.findall(r"(--[\w-]+):", whole)) & set(READ.findall(site[SHEET]))
    assert stated <= set(re.findall(r"(--[\w-]+):", site[SHEET]))


@pytest.fixture(scope="module")
def left_out() -> list[str]:
    return dropped(known(ASSETS, TEMPLATES))


def dropped(words: frozenset[str]) -> list[str]:
    """The theme's selectors that the site does without, as they find an element in any state."""
    whole = theirs(THEME)
    kept = set(selectors(used(whole, words, sheets(ASSETS, THEME, TEMPLATES)[SHEET])))
    return sorted({at_rest(one) for one in selectors(rules(whole)) if one not in kept})


def at_rest(selector: str) -> str:
    """A selector that finds what this one may find in any state."""
    return STATE.sub(":is(*)", BESIDE.sub("", selector))


def selectors(some: Iterable[Rule]) -> Iterator[str]:
    """Every selector of rules that state more than variables, which are held by what reads them."""
    for rule in some:
        if rule.head.startswith("@"):
            yield from selectors(rule.rules) if "keyframes " not in rule.head else ()
        elif any(not name.startswith("--") for name, _ in rule.declarations):
            yield from (text(one) for one in parted(tinycss2.parse_component_value_list(rule.head)))


def met(page: Page, address: str, paths: Iterable[str], selectors: list[str]) -> set[tuple[str, str]]:
    """What these selectors find on pages on which the search is open with answers."""
    found = set()
    for path in paths:
        page.goto(address + path)
        if "search/" not in path:
            page.keyboard.press("/")
            page.locator("dialog[open] input").fill("a")
            page.locator(".panel .hit").first.wait_for()
        found |= {(path, one) for one in page.evaluate(MET, selectors)}
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_rule_that_finds_something_is_left_out(visit, address, handbook, site, language, left_out):
    assert len(left_out) > 300
    paths = [f"{language}/{path}" for path in examples.paths(handbook, site)]
    assert not met(visit(f"{language}/"), address, paths, left_out)


def test_a_rule_left_out_by_mistake_is_found(visit, address):
    lacking = dropped(known(ASSETS, TEMPLATES) - {"md-header__inner"})
    found = {one for _, one in met(visit("en/"), address, ["en/roles/"], lacking)}
    assert ".md-header__inner" in found
