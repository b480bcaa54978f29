"""What both houses share: a browser, pages opened in it, and the mark that tells tests that need one from those that do not."""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.loading import kept
from tests.browser import chromium, watched


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs a browser; every test that asks for one has this mark")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def nothing_is_kept_in_the_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What reading and checking find out during tests is kept beside them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "FOLDER", tmp_path_factory.mktemp("cache"))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for every test that needs one."""
    with chromium() as found:
        yield found


@pytest.fixture(autouse=True)
def pages_are_closed(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test opened is closed after it, or pages of tests long gone would slow down the rest."""
    yield
    if "browser" in request.fixturenames:
        for context in request.getfixturevalue("browser").contexts:
            context.close()


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Iterator[Counter[str]]:
    """What a test counts of what it tried, for the table of `make audit`."""
    counted: Counter[str] = Counter()
    yield counted
    for name, number in counted.items():
        record_property(name, number)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens pages of the site of this house in contexts of their own; nothing may have gone wrong on any of them."""
    faults: list[str] = []

    def open_page(path: str, **context: object) -> Page:
        page = browser.new_context(**context).new_page()
        watched(page, address, faults)
        page.goto(address + path)
        return page

    yield open_page
    assert faults == []
