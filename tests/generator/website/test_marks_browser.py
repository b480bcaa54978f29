"""A mark opens its note in place: by a click, by a finger, by the keyboard."""
from __future__ import annotations

import pytest

from macros.words.languages import LANGUAGES

FIRST = "details.why >> nth=0"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_a_mark_opens_its_note_below_its_line_and_moves_nothing_above(visit, language, width):
    page = visit(f"{language}/roles/baker/", viewport={"width": width, "height": 844})
    mark = page.locator(FIRST)
    note = mark.locator("> div")
    assert not note.is_visible()
    mark.scroll_into_view_if_needed()
    before = mark.locator("summary").bounding_box()
    at = page.evaluate("scrollY")
    mark.locator("summary").click()
    note.wait_for(state="visible")
    after = mark.locator("summary").bounding_box()
    assert page.evaluate("scrollY") == at and abs(after["y"] - before["y"]) < 1 and note.bounding_box()["y"] >= after["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mark.locator("summary").click()
    note.wait_for(state="hidden")


def test_the_keyboard_reaches_a_mark_and_opens_it(visit):
    page = visit("en/roles/baker/")
    mark = page.locator(FIRST)
    mark.locator("summary").focus()
    page.keyboard.press("Enter")
    mark.locator("> div").wait_for(state="visible")
    page.keyboard.press("Space")
    mark.locator("> div").wait_for(state="hidden")


def test_a_finger_has_room_on_every_mark(visit):
    page = visit("zh/roles/baker/", viewport={"width": 390, "height": 844}, has_touch=True)
    small = page.evaluate("""() => [...document.querySelectorAll("summary.basis")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width && (box.width < 24 || box.height < 24);
    }).map((one) => one.textContent)""")
    assert small == []


def test_a_mark_never_begins_a_line(visit):
    page = visit("zh/roles/baker/", viewport={"width": 390, "height": 844})
    page.evaluate("""() => { const line = document.createElement("div"); line.id = "line"; line.style.width = "10em"; line.append("一二三四五六七八九十",
      document.querySelector("details.why").cloneNode(true)); document.querySelector("article").append(line); }""")
    tops = page.evaluate("""() => { const range = document.createRange(), text = document.querySelector("#line").firstChild;
      range.setStart(text, 9); range.setEnd(text, 10);
      return [range.getBoundingClientRect().bottom, document.querySelector("#line summary").getBoundingClientRect().bottom]; }""")
    assert abs(tops[0] - tops[1]) < 14, "the last character comes along to the next line"
