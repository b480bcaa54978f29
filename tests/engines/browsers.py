"""Firefox and WebKitGTK as they are installed, driven through Selenium: run in an environment apart, which has nothing else of the project.

Firefox speaks WebDriver BiDi by itself, without a driver between; WebKitGTK comes with one of its own."""
from __future__ import annotations

import os
import re
import select
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from selenium import webdriver
from selenium.webdriver.remote.websocket_connection import WebSocketConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
COMPLAINT = re.compile(r".*CONSOLE \S+ (?:ERROR|WARN)[^\r\n]*")  # as WebKit writes it
UNKNOWN = "Unrecognized Content-Security-Policy directive 'manifest-src'"  # WebKit leaves it out, and lets a page have its manifest
OPEN = 60  # seconds that WebKit has for all pages at once to complain
LOUD = ("error", "warn")


class Engine(Protocol):
    """A browser with one page."""

    version: str

    def go(self, address: str) -> None:
        """Opens an address."""

    def ask(self, expression: str) -> Any:
        """What an expression comes to on the page, as true or false."""

    def complaints(self) -> list[str]:
        """What has been said on the console, of errors and warnings."""


class Firefox:
    """Firefox by BiDi."""

    def __init__(self, socket: WebSocketConnection) -> None:
        self.socket = socket
        self.version = self.send("session.new", capabilities={})["capabilities"]["browserVersion"]
        self.page = self.send("browsingContext.getTree")["contexts"][0]["context"]
        self.said: list[str] = []
        socket.callbacks["log.entryAdded"] = [self.note]
        self.send("session.subscribe", events=["log.entryAdded"])

    def send(self, method: str, **parameters: Any) -> Any:
        answer = self.socket.send_cmd(method, parameters)
        assert "error" not in answer, f"{method}: {answer}"
        return answer["result"]

    def note(self, entry: dict[str, Any]) -> None:
        if entry["level"] in LOUD:
            self.said.append(f"{entry['type']}: {entry['text']}")

    def go(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.page, url=address, wait="complete")

    def ask(self, expression: str) -> Any:
        answer = self.send("script.evaluate", expression=f"Boolean({expression})", target={"context": self.page}, awaitPromise=True)
        assert answer["type"] == "success", answer
        return answer["result"]["value"]

    def complaints(self) -> list[str]:
        return self.said


class WebKit:
    """WebKitGTK's small browser by its own driver, which tells nothing of the console."""

    def __init__(self, driver: webdriver.WebKitGTK, browser: str) -> None:
        self.driver, self.browser = driver, browser
        self.version = driver.capabilities["browserVersion"]
        self.opened: list[str] = []

    def go(self, address: str) -> None:
        self.opened.append(address)
        self.driver.get(address)

    def ask(self, expression: str) -> Any:
        return self.driver.execute_script(f"return Boolean({expression})")

    def complaints(self) -> list[str]:
        """Opens all pages once more, in a browser that nobody drives: only that writes what its console says, and at once only to a terminal."""
        ours, theirs = os.openpty()
        words = [self.browser, "--enable-write-console-messages-to-stdout=true", *self.opened]
        running = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
        os.close(theirs)
        said, end = b"", time.monotonic() + OPEN
        while (left := end - time.monotonic()) > 0:
            if select.select([ours], [], [], left)[0]:
                said += os.read(ours, 65536)
        running.terminate()
        running.wait(30)
        os.close(ours)
        return [one for one in COMPLAINT.findall(said.decode("utf-8", "replace")) if UNKNOWN not in one]


@contextmanager
def firefox(program: str) -> Iterator[Firefox]:
    """Firefox with a profile that is thrown away."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"]
        running = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, errors="replace")
        assert running.stderr
        try:
            said = next(found for line in running.stderr if (found := LISTENING.search(line)))
            socket = WebSocketConnection(f"{said[1]}/session", 60, .05)
            yield Firefox(socket)
            socket.close()
        finally:
            running.terminate()
            running.wait(30)


@contextmanager
def webkit(driver: str, browser: str) -> Iterator[WebKit]:
    """WebKitGTK's MiniBrowser; it wants a display, real or of xvfb-run."""
    options = Options()
    options.binary_location = browser
    options.add_argument("--automation")
    running = webdriver.WebKitGTK(options=options, service=Service(driver))
    try:
        yield WebKit(running, browser)
    finally:
        running.quit()
