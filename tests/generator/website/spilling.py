"""Text set narrower or wider than our own fonts set it, and what of it then lies outside its box."""
from __future__ import annotations

from playwright.sync_api import Page

from tests.browser import styled
from tests.system_fonts import CHINESE

SCALES = (85, 115)  # percent: as far as the fonts of readers' systems may be from ours
_FACE = """
@font-face {{ font-family: "Scaled"; src: {source}; font-weight: 400 600; size-adjust: {scale}%; }}
:root, html:lang(en), html:lang(zh) {{ --latin: "Scaled" !important; --han: "Scaled" !important; }}
"""

# Drawings: a line of a name must lie within its box, a head within its column, the name of a row before the first box.
# Elsewhere: the text of a block must lie within it and, where that does not scroll or shorten, within every block around it.
_SPILLED = """() => {
  const found = [], told = (what, text) => found.push(`${what}: ${text.textContent.trim()}`);
  const outside = (text, box) => text.left < box.left - 1 || text.right > box.right + 1;
  const above = (text, box) => text.top < box.top - 1 || text.bottom > box.bottom + 1;
  const beside = (text, box) => (text.left + text.right) / 2 < box.left || (text.left + text.right) / 2 > box.right;
  const off = (text, box) => (text.top + text.bottom) / 2 < box.top || (text.top + text.bottom) / 2 > box.bottom;
  const seen = one => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  for (const plan of document.querySelectorAll('.plan')) if (seen(plan)) {
    for (const node of plan.querySelectorAll('.node')) for (const line of node.querySelectorAll('tspan'))
      if (outside(line.getBoundingClientRect(), node.querySelector('rect').getBoundingClientRect())) told('box', line);
    const edges = [...plan.querySelectorAll('.node rect')].map(one => one.getBoundingClientRect().left), first = Math.min(...edges);
    for (const line of plan.querySelectorAll('.row > .label tspan')) if (line.getBoundingClientRect().right > first) told('row', line);
    const heads = [...plan.querySelectorAll('.label.stage')].map(one => [one, one.getBoundingClientRect().left]), sides = heads.map(([, left]) => left);
    for (const [head, left] of heads) for (const line of head.querySelectorAll('tspan'))
      if (line.getBoundingClientRect().right > Math.min(plan.getBoundingClientRect().right, ...sides.filter(one => one > left + 1))) told('head', line);
    for (const note of plan.querySelectorAll('.asked')) { const { left, right } = note.getBoundingClientRect();
      if (right > Math.min(plan.getBoundingClientRect().right, ...sides.filter(one => one > left + 1))) told('note', note); }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; text = texts.nextNode();) {
    if (!text.data.trim() || !seen(text.parentElement) || text.parentElement.closest('svg, .for-ears, select, .md-ellipsis')) continue;
    const range = document.createRange(); range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (!rect.width) continue;
      for (let block = text.parentElement; block && block !== document.body; block = block.parentElement) {
        const style = getComputedStyle(block);
        if (style.display.startsWith('inline') && style.display !== 'inline-block' || style.display === 'contents') continue;
        if (/^table-(row|header|footer)/.test(style.display)) continue;      // cells may reach out of their row
        if (/auto|scroll/.test(style.overflowX)) break;
        const box = block.getBoundingClientRect();
        if (box.width <= 1) break;      // what only a listener gets
        const upright = getComputedStyle(text.parentElement).writingMode !== 'horizontal-tb';
        if (upright ? above(rect, box) || beside(rect, box) : outside(rect, box) || off(rect, box)) { told(block.className || block.localName, text); break; }
        if (style.overflowX !== 'visible') break;
      }
    }
  }
  return [...new Set(found)];
}"""


def set_at(page: Page, scale: int) -> None:
    """Set the page at this percentage of the widths of our own fonts."""
    english = page.evaluate("document.documentElement.lang").startswith("en")
    source = f'url("{page.evaluate("""document.querySelector("link[rel=preload][as=font]").href""")}")' if english else f'local("{CHINESE}")'
    styled(page, _FACE.format(source=source, scale=scale))
    page.evaluate("document.fonts.load('16px Scaled').then(() => document.fonts.load('600 16px Scaled')).then(() => document.fonts.ready)")
    assert page.evaluate("[...document.fonts].some(one => one.family.includes('Scaled') && one.status === 'loaded')")


def spilled(page: Page) -> list[str]:
    """What lies outside its box, as `box: text`, and whether the page itself scrolls sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*([f"the page is {wide} too wide"] if wide > 0 else []), *page.evaluate(_SPILLED)]
