"""What the script draws of a plan is, tag by tag, what the templates print for the page of a way, whatever there is to say."""
from __future__ import annotations

from itertools import permutations

import pytest

from macros.checks import RULES
from macros.comparison import browser_files
from macros.comparison.browser_files import ROOT, comparison_files
from macros.comparison.plan import endings, plan, words
from macros.comparison.sheet import role_sheet
from macros.comparison.table import side_by_side
from macros.comparison.transition import Way, ways
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.website.ranges import whole
from macros.words.languages import LANGUAGES, Language
from tests.browser import opened
from tests.generator.comparison.dealing import dealt
from tests.places import BAKERIES, BAKERY

# The HTML that a browser makes of a piece, or shows of it, without space between lines, the names of lists of earlier editions, and
# the label of the first table, which the page of a way has from its title.
TIDY = """([selector, html]) => {
  const page = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
  const shown = (page.querySelector(selector) || page.body).cloneNode(true);
  shown.querySelectorAll('#no-longer, #kpis-end, #kpis-new, #kpis-stay').forEach((one) => one.removeAttribute('id'));
  shown.querySelector('table')?.removeAttribute('aria-label');
  return shown.innerHTML.replace(/\\s+/g, ' ').replace(/ ?(<[^>]*>) ?/g, '$1').trim();
}"""


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
        page.locator(".side tbody").first.wait_for()
        reader = Reader(hand, language, ROOT)
        table = side_by_side(reader, [role_sheet(reader, id) for id in (way.origin.id, way.target.id)])
        printed_here = {
            ".plan-parts": printed("comparison/pieces.html", "plan", found, endings(reader), words(reader)),
            ".sides": printed("comparison/pieces.html", "side_by_side", table, "", reader.say),
        }
        for selector, html in printed_here.items():
            assert page.evaluate(TIDY, [selector, None]) == page.evaluate(TIDY, [selector, whole(html)]), (way.origin.id, way.target.id, selector)
    assert faults == []


def telling(handbook: Handbook, language: Language) -> list[tuple[Way, View]]:
    """A few pairs that show between them all that a plan may have."""
    reader = Reader(handbook, language, ROOT)
    known = {(way.origin.id, way.target.id): way for way in ways(handbook)}
    pairs = [known.get((one.id, other.id)) or Way(one, other, (), ()) for one, other in permutations(handbook.ordered_roles, 2)]
    plans = [(way, plan(reader, way.origin, way.target, role_sheet(reader, way.origin.id), role_sheet(reader, way.target.id))) for way in pairs]
    chosen: dict[int, tuple[Way, View]] = {}
    for has in (
        lambda one: one["conditions"], lambda one: one["signs"], lambda one: one["back"],
        lambda one: one["help"] and one["help"]["entries"] and one["help"]["along"],
        lambda one: one["help"] and not one["help"]["entries"], lambda one: len(one["parts"]) > 2, lambda one: one["ways"], lambda one: not one["help"],
    ):
        number = next((number for number, (_, found) in enumerate(plans) if has(found)), 0)
        chosen[number] = plans[number]
    return list(chosen.values())
