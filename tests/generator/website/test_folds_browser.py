"""What is folded opens for who is sent into it, and for print."""
from __future__ import annotations

import pytest

from tests import examples
from tests.browser import until

FOLDED = """
  <p><a id="way" href="#deep">way</a></p>
  <details id="outer" class="fold"><summary><h2 id="title">Outer</h2></summary><div class="folded">
    <details id="inner" class="plain"><summary>Inner</summary><p id="deep">Deep</p></details>
  </div></details>
  <details id="apart" class="fold aside"><summary><h2 id="beside">Apart</h2></summary><div class="folded"><p>Aside</p></div></details>
  <details id="note" class="why"><summary>note</summary><span>Note</span></details>
"""
OPEN = "[...document.querySelectorAll('#outer, #inner, #apart, #note')].filter(one => one.open).map(one => one.id)"


@pytest.fixture
def page(visit):
    """A page with things folded in one another at its end, all closed."""
    found = visit("en/about/")
    found.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", FOLDED)
    assert found.evaluate(OPEN) == []
    return found


def test_an_address_inside_opens_all_that_it_is_folded_into(page):
    page.evaluate("location.hash = 'deep'")
    until(page, f"{OPEN}.join() === 'outer,inner'")
    until(page, "(({ top }) => top >= 0 && top < innerHeight)(document.querySelector('#deep').getBoundingClientRect())")


def test_the_address_of_a_folded_section_opens_it(page):
    page.evaluate("location.hash = 'title'")
    until(page, f"{OPEN}.join() === 'outer'")


def test_a_link_to_where_one_is_already_opens_it_again(page):
    page.click("#way")
    until(page, f"{OPEN}.join() === 'outer,inner'")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = false; })")
    page.click("#way")
    until(page, f"{OPEN}.join() === 'outer,inner'")


def test_all_but_notes_and_what_stands_aside_is_open_while_the_page_prints(page):
    page.evaluate("document.querySelector('#inner').open = true; dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(OPEN) == ["outer", "inner"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(OPEN) == ["inner"]


@pytest.mark.parametrize(("asked", "opened"), [("as it is open now", ["inner"]), ("with all folds and notes", ["outer", "inner", "apart", "note"])])
def test_the_buttons_at_the_foot_print_the_page_as_it_stands_or_all_of_it(visit, handbook, asked, opened):
    page = visit(f"en/roles/{examples.role(handbook).id}/")
    page.evaluate("html => document.querySelector('article').insertAdjacentHTML('beforeend', html)", FOLDED)
    page.evaluate("document.querySelector('#inner').open = true; window.print = () => dispatchEvent(new Event('beforeprint')); null")
    assert page.evaluate(OPEN) == ["inner"]
    page.get_by_role("button", name=asked).click()
    assert page.evaluate(OPEN) == opened
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(OPEN) == ["inner"]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # the browser's own print is as ever
    assert page.evaluate(OPEN) == ["outer", "inner"]


def test_what_the_reader_has_opened_stays_and_prints(page):
    page.click("#apart summary")
    page.emulate_media(media="print")
    assert page.locator("#apart p").is_visible()
    page.click("#apart summary", force=True)
    assert not page.locator("#apart").is_visible()
