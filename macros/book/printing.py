"""The browser that prints a book: found on the machine, new enough, with letters for what is written; it asks for nothing from anywhere."""
from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright

from macros.words.refused import Refused

NAMED_BY = "HANDBOOK_CHROMIUM"
# Debian's headless shell first: it starts in a third of the time, because it draws no window.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
FLAGS = [
    "--headless", "--font-render-hinting=none", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]
OLDEST = 131  # the first that prints running heads in the margins of a page
SAMPLE = 300  # elements whose fonts are asked for
LONGEST = 900_000  # milliseconds for one book
FILLED = """numbers => { for (const one of document.querySelectorAll("[data-to]")) one.textContent = numbers[one.dataset.to] ?? "" }"""
# Two characters look the same where there are letters for neither.
ALIKE = """characters => {
  const drawn = character => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 40;
    const pen = canvas.getContext("2d");
    pen.font = `30px ${getComputedStyle(document.body).fontFamily}`;
    pen.fillText(character, 4, 32);
    return canvas.toDataURL();
  };
  return drawn(characters[0]) === drawn(characters[1]);
}"""


class Press:
    """A browser with a document open in it. Raises Refused where it is too old."""

    def __init__(self, browser: Browser) -> None:
        self.version = browser.version
        ensure_new(self.version)
        self.page: Page = browser.new_context(offline=True, locale="en-GB", timezone_id="UTC").new_page()

    def lay_out(self, html: str) -> None:
        """Lay out a document. Raises Refused where the machine has no letters for it."""
        self.page.set_content(html, timeout=LONGEST)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        if self.page.evaluate(ALIKE, ["职", "册"]):
            raise Refused("这台机器上没有中文字体，印出来只有方框；装上Noto Sans CJK（Debian上是fonts-noto-cjk）再试",
                          "This machine has no Chinese font, so that books would show boxes; install Noto Sans CJK (fonts-noto-cjk on Debian) and try again")

    def fill(self, numbers: Mapping[str, int]) -> None:
        """Write the number of the page behind everything that leads somewhere."""
        self.page.evaluate(FILLED, {to: str(number) for to, number in numbers.items()})

    def print(self, tagged: bool) -> bytes:
        """The document as a PDF; only the last one need be tagged."""
        return self.page.pdf(prefer_css_page_size=True, print_background=True, tagged=tagged)

    def fonts(self) -> list[str]:
        """The fonts that the letters come from."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "h1, h2, p, li, b, .level-name"})["nodeIds"][:SAMPLE]
        found = (one for node in nodes for one in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"])
        return sorted({one["postScriptName"] or one["familyName"] for one in found})


def find() -> str | None:
    """The path of a Chromium, Chrome or Edge that is here already: the one that is named, else one of the system, else Playwright's own."""
    named = os.environ.get(NAMED_BY)
    if named:
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None) or next((path for path in MAC if Path(path).exists()), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


@contextmanager
def press() -> Iterator[Press]:
    """A browser to print with. Raises Refused where there is none, or an old one."""
    path = find()
    if path is None or not Path(path).exists():
        raise Refused(f"没有找到能印书的浏览器；装上Chromium或Chrome {OLDEST}以上，或者用环境变量{NAMED_BY}写明它在哪里",
                      f"No browser was found to print books with; install Chromium or Chrome {OLDEST} or newer, or put its path into {NAMED_BY}")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *(["--no-sandbox"] if root else [])])
        except Error as error:
            raise Refused(f"“{path}”启动不了：{_first_line(error)}", f"“{path}” does not start: {_first_line(error)}") from None
        try:
            yield Press(browser)
        finally:
            browser.close()


def ensure_new(version: str) -> None:
    """A browser of this version can print books. Raises Refused otherwise."""
    if int(version.partition(".")[0]) < OLDEST:
        raise Refused(f"浏览器是{version}，印不出页眉和页码；要{OLDEST}以上",
                      f"The browser is {version}, which prints neither running heads nor page numbers; {OLDEST} or newer is needed")


def _first_line(error: Error) -> str:
    return error.message.splitlines()[0]
