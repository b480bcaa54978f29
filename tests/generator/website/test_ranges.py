"""Ranges stay on one line, and their text stays what it was."""
from __future__ import annotations

import pytest

from macros.website.ranges import whole
from tests.building import asset

BROKEN = """() => {
  const range = document.createRange(), walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walker.nextNode());) {
    if (node.parentElement.closest('svg, option, .for-ears') || !node.parentElement.checkVisibility()) continue;
    for (const { index, 0: text } of node.data.matchAll(/[0-9]+[%％]?[～–][0-9]+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      if (new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1) found.push(text);
    }
  }
  return found;
}"""


@pytest.mark.parametrize(("html", "held"), [
    ("<p>满25～35岁</p>", '<p>满<span class="range">25～35</span>岁</p>'),
    ("<p>3–5 years, 10%–20%</p>", '<p><span class="range">3–5</span> years, <span class="range">10%–20%</span></p>'),
    ("<p>从S～D，共5档</p>", '<p>从<span class="range">S～D</span>，共5档</p>'),
    ("<p>Role–competency matrix</p>", "<p>Role–competency matrix</p>"),
    ('<p aria-label="3～5年">是</p>', '<p aria-label="3～5年">是</p>'),
    ("<option>3～5年</option>", "<option>3～5年</option>"),
    ("<text><tspan>a</tspan>3～5</text>", "<text><tspan>a</tspan>3～5</text>"),
])
def test_a_range_in_a_text_is_held_together(html, held):
    assert whole(html) == held


@pytest.mark.parametrize("width", [320, 390])
def test_no_range_breaks_on_a_narrow_page(visit, handbook, width):
    page = visit("zh/terms/", viewport={"width": width, "height": 800})
    page.evaluate("""() => {
      const line = n => `<p>${'面'.repeat(n)}<span class="range">25～35</span>岁</p>`;
      for (let n = 1; n < 40; n++) document.querySelector('article').insertAdjacentHTML('beforeend', line(n));
    }""")
    assert page.evaluate(BROKEN) == []


def test_what_a_comparison_draws_is_held_together_too(visit, site):
    drawn = """async script => {
      const { nodes } = await import(new URL(`../${script}`, location.href).href);
      return nodes('<p>满3～5年</p>')[0].outerHTML;
    }"""
    assert visit("zh/").evaluate(drawn, asset(site, "comparison/table.js")) == '<p>满<span class="range">3～5</span>年</p>'
