"""A real browser on a served site, for the tests and the audit."""
from __future__ import annotations

import functools
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.chromium import FLAGS, find
from tests.system_fonts import environment

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 800}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under a path, with the site's own 404 page, quietly."""

    def __init__(self, *arguments: object, mount: str, **keywords: object) -> None:
        self.mount = mount
        super().__init__(*arguments, **keywords)

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.mount) if path.startswith(self.mount) else "/outside-the-mount")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def copyfile(self, source: object, outputfile: object) -> None:
        with suppress(ConnectionError):  # the browser has left the page
            super().copyfile(source, outputfile)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def serving(site: Path, mount: str = "") -> Iterator[str]:
    """The address of a folder served on this machine, under `mount` (such as `/hr/handbook`)."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site), mount=mount))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{mount}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; its path comes from `make browser`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS, env=environment())
        try:
            yield browser
        finally:
            browser.close()


def watched(page: Page, address: str, faults: list[str]) -> None:
    """Notes what a page says on the console or asks of other hosts, as it happens."""
    page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith((address, "data:")) else faults.append(f"outside: {request.url}"))


def until(page: Page, expression: str, arg: object = None, seconds: float = 30) -> None:
    """Waits for what a page makes true. Playwright's own way evaluates strings within the page, which its policy forbids."""
    end, wrong = time.monotonic() + seconds, None
    while time.monotonic() < end:
        try:
            if page.evaluate_handle(expression, arg).evaluate("found => Boolean(found)"):
                return
        except Error as error:
            wrong = error  # the page was left for another while it was asked, or that is what is wrong
        page.wait_for_timeout(20)
    raise AssertionError(f"{page.url} has not come to: {expression}") from wrong


def styled(page: Page, css: str) -> None:
    """Adds styles to a page in the one way that its policy leaves to scripts."""
    page.evaluate("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }", css)


def opened(browser: Browser, address: str, path: str, **context: object) -> tuple[Page, list[str]]:
    """A page in a context of its own, and what goes wrong on it."""
    page = browser.new_context(**{"viewport": WIDE, **context}).new_page()
    faults: list[str] = []
    watched(page, address, faults)
    page.goto(address + path)
    return page, faults
