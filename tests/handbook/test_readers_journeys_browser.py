"""Readers’ journeys, from journeys/: each in both languages, with a mouse, with a finger on a phone, and by the keyboard alone at both widths."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests.browser import serving
from tests.journeys.hands import WAYS
from tests.journeys.later import later
from tests.journeys.verbs import walk
from tests.journeys.written import Journey, read

FILES = sorted((Path(__file__).parent / "journeys").glob("*.yml"))
House = tuple[str, Handbook]


@pytest.fixture(scope="module")
def journeys(handbook: Handbook) -> dict[Path, Journey]:
    """All of them, read once."""
    return {file: read(file, handbook) for file in FILES}


@pytest.fixture(scope="module")
def in_a_while(tmp_path_factory: pytest.TempPathFactory, data: Path, journeys: dict[Path, Journey]) -> Iterator[House]:
    """The address and the handbook in which everything has changed that a journey says must have changed first."""
    folder = tmp_path_factory.mktemp("later")
    changed = later(data, folder, journeys.values())
    with serving(folder / "site") as found:
        yield found, load(changed, RULES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_reader_gets_there(browser, journeys, address, handbook, request, file, way, language):
    journey = journeys[file]
    where, what = request.getfixturevalue("in_a_while") if journey.first else (address, handbook)
    walk(journey, browser, where, what, WAYS[way], language)
