"""What the script draws of a plan is, tag by tag, what the templates print for the page of a way, whatever there is to say."""
from __future__ import annotations

from itertools import permutations

import pytest

from macros.checks import RULES
from macros.comparison import browser_files
from macros.comparison.browser_files import ROOT, comparison_files
from macros.comparison.plan import plan
from macros.comparison.sheet import role_sheet
from macros.comparison.transition import Way, ways
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import LANGUAGES, Language
from tests.browser import opened
from tests.generator.comparison.dealing import dealt
from tests.places import BAKERIES, BAKERY

# The HTML that a browser makes of a piece, without space between lines.
TIDY = "html => { const page = new DOMParser().parseFromString(html, 'text/html'); return page.body.innerHTML.replace(/\\s*\\n\\s*/g, '') }"
DRAWN = "(selector) => [...document.querySelectorAll(selector)].map((one) => one.outerHTML).join('')"


@pytest.mark.parametrize(("offers", "most"), [(10, browser_files.LARGEST), (60, 0)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_drawn_as_the_templates_print_it(browser, address, language, offers, most, monkeypatch):
    """With little that may help in one file, and with much in several; these files take the place of those of the site."""
    monkeypatch.setattr(browser_files, "LARGEST", most)
    hand = dealt(load(BAKERIES, RULES), load(BAKERY, RULES), offers)
    files = {one.path: one.text for one in comparison_files(hand, language)}
    page, faults = opened(browser, address, f"{language}/compare/")
    page.route("**/compare/**/*.json", lambda route: route.fulfill(body=files[route.request.url.removeprefix(address)], content_type="application/json"))
    for way, found in telling(hand, language):
        page.goto(f"{address}{language}/compare/?roles={way.origin.id},{way.target.id}")
        page.locator(".plan-parts #basis").wait_for()
        for selector, html in pieces(Reader(hand, language, ROOT), found).items():
            assert page.evaluate(TIDY, page.evaluate(DRAWN, selector)) == page.evaluate(TIDY, html), (way.origin.id, way.target.id, selector)
    assert faults == []


def telling(handbook: Handbook, language: Language) -> list[tuple[Way, View]]:
    """A few pairs that show between them all that a plan may have."""
    reader = Reader(handbook, language, ROOT)
    known = {(way.origin.id, way.target.id): way for way in ways(handbook)}
    pairs = [known.get((one.id, other.id)) or Way(one, other, (), ()) for one, other in permutations(handbook.ordered_roles, 2)]
    plans = [(way, plan(reader, way, role_sheet(reader, way.origin.id), role_sheet(reader, way.target.id))) for way in pairs]
    chosen: dict[int, tuple[Way, View]] = {}
    for has in (
        lambda one: one["conditions"], lambda one: one["signs"], lambda one: one["note"] and one["note"]["link"],
        lambda one: one["help"]["groups"] and one["help"]["along"], lambda one: one["help"]["along"] and not one["help"]["groups"],
        lambda one: one["help"]["without"], lambda one: one["help"]["silent"], lambda one: len(one["parts"]) > 5,
    ):
        number = next((number for number, (_, found) in enumerate(plans) if has(found)), 0)
        chosen[number] = plans[number]
    return list(chosen.values())


def pieces(reader: Reader, found: View) -> dict[str, str]:
    """Selector to what the templates print there."""
    def html(macro: str, *arguments: object) -> str:
        return printed("comparison/pieces.html", macro, *arguments)

    signs = html("signs", found["signs"], reader.say("Signs to measure yourself by. They are no condition."))
    return {
        ".plan-note": f'<div class="plan-note">{html("note", found["note"])}</div>',
        "#conditions > div": f'<div>{html("conditions", found["conditions"], reader.say("No document gives conditions."))}</div>',
        "#signs > div": f"<div>{signs}</div>" if found["signs"] else "",
        "#help > div": f'<div>{html("help", found["help"])}</div>',
        **{f"#{part['id']}": html("part", part, reader.say("The levels before it"), reader.say("Show")) for part in found["parts"]},
    }
