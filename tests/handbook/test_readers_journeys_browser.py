"""Readers’ journeys, from journeys/: each in both languages, in turn with a mouse, with a finger on a phone and by the keyboard alone at either width; all of
them in every way where the environment asks for it."""
from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests.audit.selections import AUDIT
from tests.browser import serving
from tests.journeys.hands import WAYS
from tests.journeys.later import later
from tests.journeys.verbs import walk
from tests.journeys.written import Journey, read

FILES = sorted((Path(__file__).parent / "journeys").glob("*.yml"))
House = tuple[str, Handbook]


def walked() -> Iterator[tuple[Path, str, str]]:
    """Which journeys are walked, in which way and language; the ways go round, so that each language has them all."""
    for place, file in enumerate(FILES):
        for other, language in enumerate(LANGUAGES):
            for turn, way in enumerate(WAYS):
                if os.environ.get(AUDIT) or turn == (place + 2 * other) % len(WAYS):
                    yield file, way, language


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


@pytest.mark.parametrize(("file", "way", "language"), [pytest.param(*one, id=f"{one[0].stem}-{one[1]}-{one[2]}") for one in walked()])
def test_a_reader_gets_there(browser, journeys, address, handbook, request, file, way, language):
    journey = journeys[file]
    where, what = request.getfixturevalue("in_a_while") if journey.first else (address, handbook)
    walk(journey, browser, where, what, WAYS[way], language)
