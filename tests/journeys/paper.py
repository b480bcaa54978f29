"""A page on paper: sheets of A4, every word of it there, and nothing cut at an edge."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import pypdfium2
from playwright.sync_api import Page

from tests.browser import until

# The words a page shows when it is printed, with all open that opens for print; what is there for ears alone has no room. Put into the page before its own
# scripts, and so done before they fold things again.
LISTENS = """addEventListener("afterprint", () => {
  const article = document.querySelector("article"), texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT), range = document.createRange();
  const room = (text) => {
    range.selectNodeContents(text);
    const small = text.parentElement.getBoundingClientRect();
    return text.parentElement.checkVisibility({ visibilityProperty: true }) && small.width > 1 && small.height > 1 && range.getClientRects().length;
  };
  window.wasPrinted = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim() && room(texts.currentNode)) window.wasPrinted.push(texts.currentNode.data);
});"""
PAPER = 673  # pixels between the margins of a sheet
_SIDES = """() => [document.documentElement.dataset.runningHead, document.documentElement.dataset.runningFoot].filter(Boolean)"""


@dataclass(frozen=True)
class Paper:
    """What came out of the printer: the number of sheets, and their text without blanks."""

    sheets: int
    text: str

    def says(self, words: str) -> bool:
        """Whether these words stand on it."""
        return _solid(words) in self.text


def printed(page: Page) -> Paper:
    """The page on paper; fails where it is not A4, or lacks or cuts anything of the page."""
    sides = page.evaluate(_SIDES)
    assert len(sides) == 2, "the page gives its sheets no head and foot"
    page.emulate_media(media="print")
    assert page.viewport_size
    window = page.viewport_size
    page.set_viewport_size({"width": PAPER, "height": window["height"]})  # so that the page says what it has room for on paper
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    page.set_viewport_size(window)
    page.emulate_media(media="screen")
    until(page, "window.wasPrinted")
    said = page.evaluate("window.wasPrinted")
    texts = []
    for number, sheet in enumerate(document, 1):
        assert [round(side / 72 * 25.4) for side in sheet.get_size()] == [210, 297], f"sheet {number} is not A4"
        written = sheet.get_textpage()
        texts.append(written.get_text_bounded())
        _assert_whole(sheet, written, number)
        assert all(_solid(one) in _solid(texts[-1]) for one in sides), f"sheet {number} does not say whose it is, of which edition and where it is kept"
    running = [*map(_solid, sides), *(f"{number}/{len(texts)}" for number in range(1, len(texts) + 1))]
    body = "".join(_without(_solid(text), running) for text in texts)
    missing = [part for text in said for part in _parts(text) if _solid(part) not in body]
    assert not missing, f"{len(missing)} parts of the text are not on paper: {missing[:8]}"
    return Paper(len(texts), "".join(_solid(text) for text in texts))


def _assert_whole(sheet: pypdfium2.PdfPage, written: pypdfium2.PdfTextPage, number: int) -> None:
    width, height = sheet.get_size()
    for at in range(written.count_chars()):
        left, bottom, right, top = written.get_charbox(at)
        if right > left and not (0 <= left and right <= width and 0 <= bottom and top <= height):
            raise AssertionError(f"sheet {number} is cut at “{written.get_text_range(max(0, at - 20), 30)}”")


def _parts(said: str) -> list[str]:
    """Words, or of Chinese what stands between two signs: short enough that a line seldom breaks over two sheets within one."""
    return [part for part in re.split(r"[\s，。；：、,.;:]+", said) if part]


def _solid(text: str) -> str:
    """Without blanks, and without the hyphens, of which the reader of the PDF drops those at the end of a line."""
    return re.sub(r"[\s\x00-\x1f\u00ad\u200b\u2060\ufffe-]+", "", unicodedata.normalize("NFKC", text))


def _without(text: str, running: list[str]) -> str:
    for one in running:
        text = text.replace(one, "")
    return text
